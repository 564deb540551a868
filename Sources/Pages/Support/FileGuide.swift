/// Which official files light up which figures: what a reader is told when there is nothing to show.
enum FileGuide {
  /// One sort of file.
  struct Entry: Encodable {
    let file: String
    let publisher: String
    let gives: String
    let measures: [String]
  }

  /// What is to be typed.
  static let command = "concordat import RECORD FILE"

  static let entries: [Entry] = [
    Entry(
      file: "Practice-level weighted populations (CSV), with each allocation round", publisher: "NHS England",
      gives: "People registered with each practice", measures: ["population.registered"]),
    Entry(
      file: "Small-area population estimates by age (CSV)",
      publisher: "Office for National Statistics", gives: "People where they live, by age",
      measures: ["population.resident"]),
    Entry(
      file: "Referral to treatment, the full extract of a month (zipped CSV)", publisher: "NHS England",
      gives: "People waiting for hospital treatment", measures: ["waiting-list.incomplete"]),
    Entry(
      file: "A&E attendances and emergency admissions, a month by provider (CSV)", publisher: "NHS England",
      gives: "Visits to accident and emergency (A&E), and those over four hours",
      measures: ["ae.attendances", "ae.over-four-hours"]),
    Entry(
      file: "Indices of Deprivation 2019 or 2025, by small area (CSV)",
      publisher: "Ministry of Housing, Communities and Local Government",
      gives: "Neighbourhoods in the most deprived fifth", measures: ["deprivation.most-deprived-fifth"]),
    Entry(
      file: "A lookup from small areas to sub-ICB locations (CSV)",
      publisher: "Office for National Statistics", gives: "Where each small area lies", measures: []),
    Entry(
      file: "The practice register, epraccur (CSV), and the network register, ePCN (workbook)",
      publisher: "NHS Organisation Data Service", gives: "Where each practice and network belongs",
      measures: []),
    Entry(
      file: "The trust register, etr (CSV)", publisher: "NHS Organisation Data Service",
      gives: "Which board each trust belongs to", measures: []),
  ]

  static var table: Table {
    Table(
      id: "files", caption: "Official files and what each lights up",
      columns: [.words("File"), .words("Published by"), .words("What it gives")],
      rows: entries.map { .init([.init($0.file), .init($0.publisher), .init($0.gives)]) })
  }

  /// That nothing is loaded, and what to do about it.
  static func write(what: String, to html: inout HTML) {
    html.add(
      Emptiness(
        what,
        because:
          "This copy of the record has only the register that ships with it. Official files are free to "
          + "download. Whoever keeps this record can add one with one command:"))
    html.sample(command, label: "The command that adds a file")
    html(.p) { html in
      html.text("RECORD is the name of this record’s file, FILE the name of the file to add. ")
      html(.code, "concordat formats")
      html.text(" lists every format that is read.")
    }
    html.add(table)
  }
}
