public import Vocabulary

/// Running costs for each person registered: information only, because the envelope binds on the total of a region.
public enum RunningCosts {
  /// Spend for each person.
  ///
  /// - Throws: `MoneyError` where there are no people.
  public static func perHead(_ spend: Pence, people: Double) throws(MoneyError) -> Pence {
    guard people > 0, let perHead = Pence(pounds: spend.pounds / people) else {
      throw MoneyError("running costs for each head need people above 0")
    }
    return perHead
  }

  /// What the envelope comes to for this many people, to the penny.
  ///
  /// - Throws: `MoneyError` where the number of people cannot be multiplied.
  public static func envelope(people: Double, perHead: Pence) throws(MoneyError) -> Pence {
    guard people >= 0, let envelope = Pence(pounds: perHead.pounds * people) else {
      throw MoneyError("\(people) is no number of people")
    }
    return envelope
  }
}
