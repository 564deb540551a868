internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Where figures and the lookups that placed them came from.
enum Provenance {
  static func table(_ shown: MeasureShown, _ table: RecastAnswer.Table, _ visit: Visit) -> Table {
    let figures = table.provenance.map { row("Figures", $0.source, $0.title, $0.publisher, $0.digest, visit) }
    return Table(
      id: "provenance", caption: "Sources",
      columns: [
        .words("What"), .words("Source"), .words("Published by"), .words("Fingerprint of the file (SHA-256)"),
      ],
      rows: figures + lookups(table.grain, visit) + [register(visit)])
  }

  /// The lookups that may have placed units of this grain.
  private static func lookups(_ grain: String, _ visit: Visit) -> [Table.Row] {
    let snapshot = visit.snapshot
    return snapshot.history(Lookup.self).filter { $0.fact.piece == grain }
      .sorted { ($0.period.from.latest, $0.entry) < ($1.period.from.latest, $1.entry) }
      .compactMap { version in
        guard let id = version.source.source else { return nil }
        let source = snapshot.nearest(Source.self, of: id)?.fact
        let digest = snapshot.nearest(Original.self, of: id)?.fact.digest.hex ?? ""
        return row(
          "Lookup from \(version.period.from.written)", id.text, source?.title ?? id.text,
          source?.publisher ?? "",
          digest, visit)
      }
  }

  private static func register(_ visit: Visit) -> Table.Row {
    .init([
      "Bodies, codes and what became of them",
      .init("The register of this record", link: visit.address.at(.sources).link),
      "many publishers", .init(visit.snapshot.archive.head.digest.short),
    ])
  }

  private static func row(
    _ what: String, _ id: String, _ title: String, _ publisher: String, _ digest: String, _ visit: Visit
  ) -> Table.Row {
    .init([
      .init(what), .init(title, link: visit.address.at(.source(id)).link), .init(publisher),
      .init(digest.isEmpty ? "no file kept" : String(digest.prefix(16)) + "…"),
    ])
  }
}
