internal import Chronicle
public import Recast
public import Register
public import Vocabulary

extension Register {
  /// The map a body's figures are shown on: that of a day or, where the body did not exist then, that of the day nearest
  /// to it on which it did. Nil where its life is not known to the day.
  public func map(of body: ID<Body>, near day: Day) -> Map? {
    guard let existence = existence(body) else { return nil }
    let life = existence.period
    let shown =
      life.surelyContains(day) ? day : day < life.from.latest ? life.from.latest : life.until.earliest.advanced(by: -1)
    guard life.surelyContains(shown) else { return nil }
    return existence.fact.bodyKind == .madeArea ? .area(body, on: shown) : .bodies(existence.fact.bodyKind, on: shown)
  }
}
