internal import Chronicle
internal import Governance
internal import Measures
internal import Money
internal import Oversight
internal import Register
internal import Vocabulary

/// A kind of fact this version knows, and what reading and comparing text needs to know of it.
struct KnownKind: Sendable {
  /// Its name, file and columns.
  let kind: FactKind
  /// The columns that may change while the fact stays the same fact: the text of an official name, not whose it is.
  let values: Set<String>
  /// Whether a subject may have several at once that differ only in such columns: two aliases, both true.
  let isManyValued: @Sendable (_ fields: [String]) -> Bool
  /// Whether its subject is a body.
  let isOfBody: Bool
  /// The columns that name another thing, and what it is.
  let references: [(column: String, thing: Reference.Thing)]
  /// What a row of the kind makes exist; empty for most.
  private let defines: [Reference.Thing]
  /// Whether it speaks of this journal and not of the world, and so stays out of exported folders.
  let isOfJournal: Bool
  /// Reads a row as this kind, or says what is wrong with it.
  let check: @Sendable (String) throws(LineError) -> Void

  init<F: Fact>(
    _ type: F.Type, values: Set<String> = [], bodies: [String] = [], isOfJournal: Bool = false,
    isManyValued: @escaping @Sendable (_ fields: [String]) -> Bool = { _ in false }
  ) {
    kind = F.kind
    self.values = values
    self.isManyValued = isManyValued
    isOfBody = F.Subject.self == Body.self
    references = bodies.map { ($0, .body) }
    defines = []
    self.isOfJournal = isOfJournal
    check = { row throws(LineError) in try KnownKind.read(type, row) }
  }

  /// A sheet of governance. Its needed columns say which fact it is, the others what is known of it.
  init<S: Sheet>(sheet: S.Type) {
    let layout = S.layout
    kind = Row<S>.kind
    values = Set(layout.columns.filter { !$0.isNeeded }.map(\.name))
    isManyValued = { _ in false }
    isOfBody = false
    isOfJournal = false
    references = layout.columns.compactMap { column in
      switch column.referent {
      case nil: nil
      case .body: (column.name, .body)
      case .sheet(let kind): (column.name, .sheet(kind))
      case .holder: (column.name, .holder)
      case .matter: (column.name, .matter)
      }
    }
    defines =
      [.sheet(layout.name)] + (Sheets.holders.contains { $0 == S.self } ? [.holder] : [])
      + (Sheets.matters.contains { $0 == S.self } ? [.matter] : [])
    check = { row throws(LineError) in try KnownKind.read(Row<S>.self, row) }
  }

  /// The columns that name another body.
  var bodies: [String] { references.filter { $0.thing == .body }.map(\.column) }

  /// What a row's fields name. A column may name several, parted by semicolons.
  func named(by fields: [String]) -> [Reference] {
    references.flatMap { reference -> [Reference] in
      guard let index = kind.columns.firstIndex(of: reference.column), fields.indices.contains(index) else { return [] }
      return ([String](cell: fields[index]) ?? []).map { Reference(name: $0, thing: reference.thing) }
    }
  }

  /// What a row about a subject makes exist.
  func defined(by subject: String) -> [Reference] { defines.map { Reference(name: subject, thing: $0) } }

  /// Whether its rows are rows of a sheet of governance.
  var isSheet: Bool { !defines.isEmpty }

  private static func read<F: Fact>(_ type: F.Type, _ row: String) throws(LineError) {
    var row = row
    let result: Result<Void, LineError> = row.withUTF8 { bytes in
      var reader = FieldReader(UnsafeRawBufferPointer(bytes))
      do throws(LineError) {
        for _ in 0..<6 { _ = try reader.next("common") }
        let subject: ID<F.Subject> = try reader.id("subject")
        _ = try F(subject: subject, from: &reader)
        try reader.end()
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// The position among a statement's fields of the column that names a block, where the kind has one.
  var blockColumn: Int? { kind.columns.firstIndex(of: "block") }
}

/// The kinds of fact this version knows. A test compares the list with the sources.
enum Kinds {
  static let all: [KnownKind] = facts + Sheets.all.map { KnownKind(sheet: $0) }

  private static let facts: [KnownKind] = [
    KnownKind(Source.self, values: ["title", "publisher", "published", "address", "licence", "note"]),
    KnownKind(Original.self, values: ["file", "format", "bytes", "digest"]),
    KnownKind(KeptText.self, values: ["block", "count"]),
    KnownKind(Redaction.self, values: ["ground"], isOfJournal: true),
    KnownKind(Body.self, values: ["kind"]),
    KnownKind(LegalStatus.self, values: ["form"]),
    KnownKind(
      Name.self, values: ["name"],
      isManyValued: { [Name.Usage.alias.rawValue, Name.Usage.former.rawValue].contains($0.last) }),
    KnownKind(Code.self, values: ["code"]),
    KnownKind(Role.self),
    KnownKind(Address.self, values: ["address", "postcode"]),
    KnownKind(Relation.self, values: ["instrument", "note"], bodies: ["object"]),
    KnownKind(Succession.self, values: ["event", "status", "instrument", "note"], bodies: ["successor"]),
    KnownKind(Share.self, values: ["part", "whole"], bodies: ["successor"]),
    KnownKind(Overlap.self, values: ["part", "whole"], bodies: ["other"]),
    KnownKind(Placement.self, values: ["body"], bodies: ["body"]),
    KnownKind(AreaMember.self),
    KnownKind(Lookup.self, values: ["piece", "kind", "scheme", "block", "count"]),
    KnownKind(Tile.self, values: ["row", "column", "label"]),
    KnownKind(
      Claim.self, values: ["statement", "value", "unit", "text", "as-at", "status", "finding"]),
    KnownKind(Term.self, values: ["term", "meaning", "kind", "note"]),
    KnownKind(
      MeasureDefinition.self,
      values: ["name", "unit", "additivity", "numerator", "denominator", "meaning"]),
    KnownKind(Observation.self, values: ["state", "column", "block", "count"]),
    KnownKind(
      MeasureProfile.self, values: ["polarity", "cadence", "theme", "data-set", "owner", "lag"]),
    KnownKind(Target.self, values: ["value", "name"], bodies: ["body"]),
    KnownKind(SeriesNote.self, values: ["text"], bodies: ["body"]),
    KnownKind(DisclosurePolicy.self, values: ["rule"]),
    KnownKind(Release.self),
    KnownKind(Commentary.self, values: ["priority", "text", "action", "owner", "review"]),
    KnownKind(DecidedSegment.self, values: ["segment", "proposed", "decided-by", "approver", "evidence", "reason"]),
    KnownKind(SupportStep.self, values: ["by", "basis", "text", "due"]),
    KnownKind(AgreedCriterion.self, values: ["periods", "due", "owner", "values"]),
    KnownKind(TakenAction.self, values: ["basis", "breach", "due", "state", "ending"], bodies: ["by"]),
    KnownKind(
      AssessmentPart.self, values: ["text", "evidence"],
      isManyValued: { [AssessmentPart.Part.views.rawValue, AssessmentPart.Part.development.rawValue].contains($0[1]) }),
    KnownKind(AllocationScenario.self, values: ["name", "changes", "quantum", "reason"]),
    KnownKind(
      Contract.self,
      values: [
        "name", "designation", "parties", "scope", "population", "participation", "lifetime-value", "selection",
        "legal-reason",
      ], bodies: ["holder", "commissioner"]),
    KnownKind(ContractTerms.self, values: ["fixed", "planned", "variable-rate", "limit", "at-risk"]),
    KnownKind(ContractOutcome.self, values: ["baseline", "target", "due", "weight", "floor", "result"]),
    KnownKind(
      BudgetLine.self, values: ["name", "standing", "stream", "ring-fence", "delegation", "views"], bodies: ["owner"]),
    KnownKind(BudgetAmount.self, values: ["amount", "recurrent", "reason"]),
    KnownKind(Virement.self, values: ["reason"]),
    KnownKind(BooksClosed.self),
    KnownKind(Pool.self, values: ["name", "ground", "boards", "successor"], bodies: ["host"]),
    KnownKind(PoolContribution.self, values: ["amount"], bodies: ["partner"]),
    KnownKind(PoolScheme.self, values: ["budget", "actual", "risk", "shares", "caps"]),
    KnownKind(CappedFund.self, values: ["name", "cap"]),
    KnownKind(FundAward.self, values: ["amount"], bodies: ["body"]),
    KnownKind(CapitalScheme.self, values: ["plan", "actual", "lease"]),
    KnownKind(CapitalLimit.self, values: ["amount"]),
    KnownKind(Liability.self, values: ["amount", "note"]),
    KnownKind(
      SavingsScheme.self, values: ["owner", "plan", "actual", "forecast", "recurrent", "risk"]),
    KnownKind(FinancialRisk.self, values: ["gross", "probability", "mitigation"]),
    KnownKind(FinanceFigure.self, values: ["amount"]),
    KnownKind(FinanceRate.self, values: ["rate"]),
  ]

  static let byName: [String: KnownKind] = Dictionary(
    all.map { ($0.kind.name, $0) }, uniquingKeysWith: { first, _ in first })

  static let byFile: [String: [KnownKind]] = Dictionary(grouping: all, by: \.kind.file)

  /// The file of the exported folder a kind's rows go to; nil for a name no version can have given.
  static func file(of kind: String) -> String? {
    if let known = byName[kind] { return known.kind.file }
    return isKindName(kind) ? kind + ".tsv" : nil
  }

  /// Whether a text is made as names of kinds are: a word of lower-case letters, digits and hyphens, and a version.
  static func isKindName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 64, let first = bytes.first, (97...122).contains(first),
      let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < bytes.count
    else { return false }
    return bytes[..<hyphen].allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      && bytes[(hyphen + 1)...].allSatisfy { (48...57).contains($0) }
  }

  /// The header line of a file: the columns of the kind that goes there, or only the common ones.
  static func header(of file: String) -> String {
    Line.join(FactKind.commonColumns + (byFile[file]?.last?.kind.columns ?? []))
  }
}
