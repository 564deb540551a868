internal import Chronicle

/// The text that explains an exported folder to whoever finds it. The same for every record, so that equal records
/// give equal folders.
enum Readme {
  static let firstLine = "# A Concordat record as text\n"

  static var tables: String {
    let kinds = Kinds.all.filter { !$0.isOfJournal }.sorted { $0.kind.file < $1.kind.file }
      .map { "| `\($0.kind.file)` | \($0.kind.meaning) | \($0.kind.columns.joined(separator: ", ")) |\n" }
      .joined()
    return firstLine + """

      Each `.tsv` file holds one kind of fact: a header line and a line for each row, fields parted by tabs, UTF-8 in
      normalisation form C, lines ended by a line feed. Inside a field a tab, a line feed, a carriage return and a
      backslash are written `\\t`, `\\n`, `\\r` and `\\\\`. Rows are sorted by the bytes of their subject, their start and
      the line itself.

      Every row begins with the same columns: the kind of fact with its version; the first day it is true and the first
      day it is no longer (empty: always, not ended; `2017`, `2017-06`, `<2017-06`, `>2019` and `?` are dates known in
      part); who may see it; how sure it is; the source it was taken from, with the place in it after `#`; and what it
      is about.

      `blocks/` holds tables of figures and of correspondences, each under the SHA-256 of its bytes.

      `concordat diff RECORD FOLDER` shows how a folder differs from a record, `concordat apply RECORD FOLDER` brings the
      record up to it.

      | file | what a row says | its own columns |
      |---|---|---|

      """ + kinds
  }

  static let journal =
    firstLine + """

      `journal.txt` holds the record's journal, transaction by transaction. A line `transaction` gives number, time,
      who, why, the count of entries, the digest of the transaction before and its own digest. Each line `entry` gives
      its number, its digest, its salt and the line recorded; or, instead of salt and line, `withheld` (it is not
      public) or `redacted` (it was lawfully erased).

      Anyone can check it: an entry's digest is `printf %s "$salt$line" | sha256sum`; a transaction's is that of its
      line without its own digest at the end, followed by, for each entry in turn, a line feed and the entry's digest.

      `blocks/` holds tables of figures and of correspondences, each under the SHA-256 of its bytes.

      `concordat apply RECORD FOLDER` replays the journal into an empty record, which then has the same head.

      """
}
