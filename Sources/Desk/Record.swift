public import Chronicle
internal import Store
internal import Synchronization
public import Vocabulary

/// An open record: its journal on disk, and in memory the archive of all it says.
///
/// Safe for any number of threads, and for several processes on one file: every answer begins by comparing the head
/// of the journal with that of the archive held, so another process's commit is seen by the next question.
///
/// One file of this folder for each thing that can be done with it.
public final class Record: Sendable {
  /// The path of its file.
  public let path: String
  /// The clock, the salts, and who is at work.
  public let world: World

  let journal: Journal
  let shelf = BlockShelf(capacity: 256 << 20)
  private let held = Mutex<Archive?>(nil)
  /// Taken while the archive is read anew, so that of many questions only one does the reading.
  private let reading = Mutex<Void>(())

  init(_ journal: Journal, world: World) {
    path = journal.path
    self.journal = journal
    self.world = world
  }

  /// Opens a record. Nothing is read until something is asked.
  ///
  /// Throws `StoreError` when the file is missing or is no record.
  public static func open(_ path: String, world: World) throws -> Record {
    Record(try Journal(path: path), world: world)
  }

  /// Everything recorded up to now. O(1) while nothing is new, O(bytes of the journal) after a commit.
  public func archive() throws -> Archive {
    let head = try journal.head()
    if let archive = held.withLock({ $0 }), archive.head == head { return archive }
    return try reading.withLock { _ in
      if let archive = held.withLock({ $0 }), archive.head == head { return archive }
      let archive = try journal.archive()
      try shelf.keep(only: Set(journal.contents()))
      held.withLock { $0 = archive }
      return archive
    }
  }

  /// A lens on the record: true on a day, today in London unless another is given.
  public func snapshot(
    on day: Day? = nil, known: Knowledge = .latest, audience: Audience = .public
  ) throws -> Snapshot {
    Snapshot(try archive(), trueOn: day ?? world.today, known: known, audience: audience)
  }

  /// How far the record has come.
  public func head() throws -> Head { try journal.head() }

  /// Fetches blocks by digest, decoded once and kept while there is room.
  public var blocks: Blocks {
    { digest in
      try self.shelf.block(digest) {
        guard let bytes = try self.journal.content(digest) else {
          throw DeskError.refused(
            "the figures \(digest.short) are not in this record: they were erased, or never came with it")
        }
        return try Block(decoding: bytes)
      }
    }
  }

  /// The bytes kept under a digest, an original file for example; nil when they are not kept or were erased.
  public func content(_ digest: Digest) throws -> [UInt8]? { try journal.content(digest) }
}
