internal import Chronicle
internal import Formats
internal import Register
internal import Vocabulary

/// The wards a lookup names, as bodies of the register: a ward has a name, a code and the council it is part of.
///
/// A lookup shows wards as they stood on one day. When they began it does not say, so a ward's life begins at some time
/// up to that day, and it is tied to its council for as long as both existed. A ward whose boundary changes gets another
/// code and so is another body (Office for National Statistics, *Register of Geographic Codes*).
struct Wards {
  private let code: Int
  private let name: Int
  private let council: Int
  private let from: Day
  private var found: [String: (name: String, council: String, line: Int)] = [:]

  /// The wards of a table that has their codes and names and the codes of their councils; nil where it lacks one.
  init?(_ plans: [LookupPlan], _ columns: [LookupColumns]) {
    guard let plan = plans.first(where: { $0.piece.concept == .ward && $0.target.concept == .district }),
      let name = columns.first(where: { $0.ons == plan.piece.at })?.name
    else { return nil }
    code = plan.piece.at
    self.name = name
    council = plan.code
    from = plan.target.concept.start(of: plan.target.year)
  }

  /// The day the wards are shown for.
  var asAt: Moment { Moment(on: from) }

  /// Takes a row in; one that contradicts another about a ward is refused.
  mutating func take(_ row: CSVRow) throws(RowFault) {
    let (code, name, council) = (row.trimmed(code), row.trimmed(name), row.trimmed(council))
    guard !name.isEmpty else { throw RowFault("the ward \(code) has no name") }
    guard let known = found[code] else {
      found[code] = (name, council, row.line)
      return
    }
    guard known.name == name, known.council == council else {
      throw RowFault(
        "\(code) is \(known.name) in \(known.council) on line \(known.line), and here \(name) in \(council)")
    }
  }

  /// Says what was found.
  func write(_ register: Register, _ writer: inout OrganisationWriter) {
    let life = Period(from: Moment(between: .distantPast, and: from), until: .never)
    for (code, ward) in found.sorted(by: { $0.key.utf8Less($1.key) }) {
      let place = "row=\(ward.line)"
      let known = register.holders(ofCode: code, in: "ons").first { register.kind($0.fact.subject) == .ward }
      let body = known?.fact.subject ?? ID<Body>(slug: "ward.\(code.lowercased())")
      writer.say(Body(body, .ward), life, at: place)
      writer.say(Code(body, scheme: "ons", code), life, at: place)
      writer.say(Name(body, ward.name), life, at: place)
      let council = register.snapshot.on(from).register.bodies(withCode: ward.council, in: "ons")
        .first { register.kind($0) == .council }
      guard let council, let existence = register.existence(council),
        let both = life.clipped(to: existence.period)
      else {
        writer.count("Wards of a district that is not recorded, which so got no council", example: ward.name)
        continue
      }
      writer.say(
        Relation(body, Relation.partOf, council, note: "undated in the source; taken to hold while both existed"),
        both, .derived, at: place)
    }
    writer.count("Wards", counting: found.count)
  }
}
