internal import GRDB

/// The tables of a record, and the triggers that keep them append-only.
enum Schema {
  /// "CncD" in the file header: SQLite's application identifier.
  static let applicationIdentifier: [UInt8] = Array("CncD".utf8)

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("createJournal") { db in
      try db.execute(
        sql: """
          PRAGMA application_id = \(applicationIdentifier.reduce(0) { $0 << 8 | Int($1) });
          CREATE TABLE journalTransaction (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            at INTEGER NOT NULL,
            who TEXT NOT NULL CHECK (length(who) > 0),
            why TEXT NOT NULL,
            count INTEGER NOT NULL,
            previous TEXT NOT NULL,
            digest TEXT NOT NULL UNIQUE
          ) STRICT;
          CREATE TABLE entry (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            journalTransaction INTEGER NOT NULL REFERENCES journalTransaction (number),
            salt TEXT,
            line TEXT,
            digest TEXT NOT NULL,
            absence TEXT CHECK (absence IN ('redacted', 'withheld')),
            CHECK ((line IS NULL) = (absence IS NOT NULL)),
            CHECK ((line IS NULL) = (salt IS NULL))
          ) STRICT;
          CREATE INDEX entryOfTransaction ON entry (journalTransaction);
          CREATE TABLE content (
            digest TEXT PRIMARY KEY,
            size INTEGER NOT NULL,
            deflated BLOB
          ) STRICT;
          """)
      for table in ["journalTransaction", "entry", "content"] {
        try db.execute(
          sql: """
            CREATE TRIGGER \(table)IsNeverDeleted BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'a record is never deleted from'); END;
            """)
      }
      try db.execute(
        sql: """
          CREATE TRIGGER journalTransactionIsNeverChanged BEFORE UPDATE ON journalTransaction
          BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
          -- The one exception: a lawful redaction blanks a line and its salt and keeps all else.
          CREATE TRIGGER entryIsNeverChanged BEFORE UPDATE ON entry
          WHEN NOT (NEW.number = OLD.number AND NEW.journalTransaction = OLD.journalTransaction
            AND NEW.digest = OLD.digest AND NEW.line IS NULL AND NEW.salt IS NULL AND NEW.absence = 'redacted')
          BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
          CREATE TRIGGER contentIsNeverChanged BEFORE UPDATE ON content
          WHEN NOT (NEW.digest = OLD.digest AND NEW.size = OLD.size AND NEW.deflated IS NULL)
          BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
          """)
    }
    return migrator
  }
}
