import Testing

@testable import Formats

@Suite("An archive is opened without trusting it")
struct ZIPTests {
  static func archive(_ files: [(String, [UInt8])], _ method: ZIPArchive.Entry.Method = .deflated) throws
    -> [UInt8]
  {
    var writer = ZIPWriter()
    for (name, bytes) in files { try writer.add(name, bytes, method: method) }
    return writer.finish()
  }

  static let hello = Array("hello, hello, hello, hello\n".utf8)

  /// Replaces every occurrence of one run of bytes by another of the same length.
  static func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    replacing(bytes, Array(old.utf8), Array(new.utf8))
  }

  static func replacing(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    var copy = bytes
    for at in 0...(bytes.count - old.count) where Array(bytes[at..<at + old.count]) == old {
      copy.replaceSubrange(at..<at + old.count, with: new)
    }
    return copy
  }

  @Test(
    "stored and deflated files come back as they went in",
    arguments: [ZIPArchive.Entry.Method.stored, .deflated])
  func roundTrip(method: ZIPArchive.Entry.Method) throws {
    var random = Seeded(7)
    let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let files: [(String, [UInt8])] = [("a.csv", Self.hello), ("folder/empty", []), ("noise é", noise)]
    let archive = try ZIPArchive(ByteSource(try Self.archive(files, method)))
    #expect(archive.entries.map(\.path) == files.map(\.0))
    for (name, bytes) in files {
      let entry = try #require(archive[path: name])
      #expect(entry.size == bytes.count)
      #expect(try archive.bytes(of: entry, atMost: 1 << 20) == bytes)
    }
    #expect(archive[path: "A.CSV"] == nil)
  }

  @Test("the same files give the same archive") func deterministic() throws {
    #expect(try Self.archive([("a", Self.hello)]) == Self.archive([("a", Self.hello)]))
  }

  @Test("zip64 records are read") func zip64() throws {
    var writer = ZIPWriter(wide: true)
    try writer.add("a", Self.hello)
    try writer.add("b", [], method: .stored)
    let archive = try ZIPArchive(ByteSource(writer.finish()))
    let entry = try #require(archive[path: "a"])
    #expect(try archive.bytes(of: entry, atMost: 100) == Self.hello)
    #expect(archive.entries.count == 2)
  }

  @Test("an archive may be empty and may carry a comment") func emptyAndComment() throws {
    #expect(try ZIPArchive(ByteSource(ZIPWriter().finish())).entries.isEmpty)
    var bytes = try Self.archive([("a", Self.hello)])
    bytes.replaceSubrange(bytes.count - 2..<bytes.count, with: [5, 0] + Array("PK\u{5}\u{6}!".utf8))
    #expect(try ZIPArchive(ByteSource(bytes)).entries.count == 1)
  }

  @Test("what an archiver adds for itself is listed and marked") func metadata() throws {
    let archive = try ZIPArchive(
      ByteSource(
        try Self.archive([("x.csv", []), ("__MACOSX/._x.csv", []), (".DS_Store", []), ("f/", [])], .stored)))
    #expect(archive.entries.map(\.isMetadata) == [false, true, true, false])
    #expect(archive.files.map(\.path) == ["x.csv"])
    let folder = try #require(archive[path: "f/"])
    #expect(failure { _ = try archive.stream(folder) }?.problem == "this is a folder")
  }

  @Test("an old name that is not UTF-8 is read in the character set of its day") func oldNames() throws {
    var bytes = try Self.archive([("xyz.csv", [])], .stored)
    bytes = Self.replacing(bytes, Array("xyz.csv".utf8), [0x9C] + Array("yz.csv".utf8))
    #expect(failure { _ = try ZIPArchive(ByteSource(bytes)) }?.kind == .encoding)
    bytes = Self.replacing(bytes, [0x00, 0x08, 0x00, 0x00], [0, 0, 0, 0])
    #expect(try ZIPArchive(ByteSource(bytes)).entries.map(\.path) == ["£yz.csv"])
  }

  @Test(
    "a path that could reach outside its folder is refused",
    arguments: [
      ("../etc/passwd", "climbs out of its folder"), ("a/../../b/cccc", "climbs out of its folder"),
      ("/etc/passwd12", "has an absolute path"), ("C:/windows/sy", "has an absolute path"),
      ("a\\..\\b\\c\\dddd", "has a backslash in its name"), ("a\0b.csvxxxxxx", "has a NUL in its name"),
      ("a\nb.csvxxxxxx", "has a control character in its name"),
    ])
  func paths(_ path: String, _ fault: String) throws {
    let harmless = String(repeating: "z", count: path.utf8.count)
    let bytes = Self.replacing(try Self.archive([(harmless, Self.hello)]), harmless, path)
    let error = try #require(failure { _ = try ZIPArchive(ByteSource(bytes, name: "evil.zip")) })
    #expect(error.kind == .unsafe)
    #expect(error.description.hasPrefix("evil.zip: entry 1, “"))
    #expect(error.problem.hasSuffix(fault))
    #expect(
      failure {
        var writer = ZIPWriter(); try writer.add(path, [])
      }?.kind == .unsafe)
  }

  /// Changes one archive of two small stored files, and the message that follows.
  struct Spoiling: CustomTestStringConvertible, Sendable {
    let message: String
    let spoil: @Sendable (inout [UInt8]) -> Void
    init(_ message: String, _ spoil: @escaping @Sendable (inout [UInt8]) -> Void) {
      (self.message, self.spoil) = (message, spoil)
    }
    var testDescription: String { message }
  }

  /// Offsets in that archive: two local headers of 31 bytes with 27 bytes of data, then two entries of 47 bytes.
  static let first = 116
  static let second = 163
  static let end = 210

  static let spoilings = [
    Spoiling("t.zip, a: the file is encrypted. Make the archive again without a password.") {
      $0[first + 8] |= 1
    },
    Spoiling(
      "t.zip, a: the file is packed by method 14. Make the archive again with the ordinary method, deflate."
    ) {
      $0[first + 10] = 14
    },
    Spoiling("t.zip, a: this is a symbolic link. Put the file itself into the archive.") {
      $0[first + 41] = 0xA1
    },
    Spoiling("t.zip, b: two files in the archive have this name. Make the archive again.") {
      $0[first + 46] = UInt8(ascii: "b")
      $0[30] = UInt8(ascii: "b")
    },
    Spoiling(
      "t.zip, b: the file shares bytes with another file in the archive. "
        + "Do not trust this archive; get it again from its publisher."
    ) {
      $0[first + 20] = 40
      $0[first + 24] = 40
    },
    Spoiling(
      "t.zip, a: the file and the directory disagree about its name or method. "
        + "Do not trust this archive; get it again from its publisher."
    ) { $0[30] = UInt8(ascii: "q") },
    Spoiling("t.zip, a: a stored file has two sizes. The archive is damaged; download it again.") {
      $0[first + 24] = 99
    },
    Spoiling("t.zip, a: the file is not where the directory says. The archive is damaged; download it again.") {
      $0[first + 42] = 1
    },
    Spoiling("t.zip, a: the file lies beyond the end of the archive. Download the archive again.") {
      $0[first + 44] = 1
    },
    Spoiling("t.zip, b: the file runs into the directory of the archive. Download the archive again.") {
      $0[second + 20] = 200
      $0[second + 24] = 200
    },
    Spoiling("t.zip: entry 1 of the directory is not an entry. The archive is damaged; download it again.") {
      $0[first] = 0
    },
    Spoiling("t.zip: entry 2 of the directory is cut short. The archive is damaged; download it again.") {
      $0[second + 32] = 9
    },
    Spoiling("t.zip: the directory is longer than its entries. The archive is damaged; download it again.") {
      $0[end + 8] = 1
      $0[end + 10] = 1
    },
    Spoiling("t.zip: the archive is split over several files. Join the parts into one archive.") {
      $0[end + 4] = 1
    },
    Spoiling(
      "t.zip: the directory is not where the end of the archive says. The archive is damaged; download it again."
    ) {
      $0[end + 16] = 0
    },
    Spoiling(
      "t.zip: the archive has no directory at its end, so its last part is missing. Download the file again."
    ) { $0.removeLast() },
    Spoiling("t.zip: this is too short to be a ZIP archive. Download the file again.") {
      $0.removeLast($0.count - 9)
    },
    Spoiling("t.zip: this is not a ZIP archive. Check that this is the right file.") {
      $0 = Array("code,name\nQHL,Birmingham and Solihull\n".utf8)
    },
  ]

  @Test("damage and tricks are refused, each in its own words", arguments: spoilings)
  func refuses(_ spoiling: Spoiling) throws {
    var bytes = try Self.archive([("a", Self.hello), ("b", Self.hello)], .stored)
    #expect(bytes.count == Self.end + 22)
    spoiling.spoil(&bytes)
    #expect(failure { _ = try ZIPArchive(ByteSource(bytes, name: "t.zip")) }?.description == spoiling.message)
  }

  @Test("limits hold for entries, one file, all files and the ratio") func limits() throws {
    let bytes = try Self.archive([("a", [UInt8](repeating: 0, count: 2 << 20)), ("b", Self.hello)])
    func problem(_ change: (inout ZIPArchive.Limits) -> Void) -> String? {
      var limits = ZIPArchive.Limits()
      limits.ratio = 5000
      change(&limits)
      return failure { _ = try ZIPArchive(ByteSource(bytes), limits: limits) }?.problem
    }
    #expect(problem { _ in } == nil)
    #expect(problem { $0.ratio = 250 } == "the file unpacks to more than 250 times its packed size")
    #expect(problem { $0.entries = 1 } == "the archive has 2 entries where at most 1 are accepted")
    #expect(
      problem { $0.entryBytes = 100 } == "the file unpacks to 2097152 bytes where at most 100 are accepted")
    #expect(problem { $0.totalBytes = 2 << 20 } == "the archive unpacks to more than 2097152 bytes")
    #expect(problem { $0.directoryBytes = 20 } == "the directory of the archive is 94 bytes long")
    let archive = try ZIPArchive(ByteSource(try Self.archive([("b", Self.hello)])))
    #expect(failure { _ = try archive.bytes(of: archive.entries[0], atMost: 5) }?.kind == .tooLarge)
  }

  @Test("a file whose bytes changed is found out by its checksum") func checksum() throws {
    var bytes = try Self.archive([("a", Self.hello)], .stored)
    bytes[40] ^= 1
    let archive = try ZIPArchive(ByteSource(bytes, name: "t.zip"))
    #expect(
      failure { _ = try archive.bytes(of: archive.entries[0], atMost: 100) }?.description
        == "t.zip, a: the bytes do not match their checksum (CRC-32). Download the archive again.")
  }

  @Test(
    "a lie about the unpacked size is found out while reading, in both directions",
    arguments: [
      (9, "the file unpacks to more than the 9 bytes the archive promises"),
      (99, "the file unpacks to less than the 99 bytes the archive promises"),
    ])
  func sizeLies(_ claim: UInt8, _ problem: String) throws {
    var bytes = try Self.archive([("a", Self.hello)])
    let directory = bytes.u32(bytes.count - 6)
    bytes[directory + 24] = claim
    let archive = try ZIPArchive(ByteSource(bytes))
    #expect(failure { _ = try archive.bytes(of: archive.entries[0], atMost: 100) }?.problem == problem)
  }

  @Test("packed data that is broken, short or long is refused") func brokenDeflate() throws {
    let whole = try Self.archive([("a", Self.hello)])
    let directory = whole.u32(whole.count - 6)
    var broken = whole
    broken[31] = 0xFF
    var short = whole
    short[directory + 20] -= 3
    for (bytes, problem) in [
      (broken, "the packed data cannot be unpacked"), (short, "the packed data ends before it is complete"),
    ] {
      let archive = try ZIPArchive(ByteSource(bytes))
      #expect(failure { _ = try archive.bytes(of: archive.entries[0], atMost: 100) }?.problem == problem)
    }
  }

  @Test("a source that shrinks while it is read is reported, not believed") func shrinking() throws {
    let bytes = try Self.archive([("a", Self.hello)], .stored)
    let liar = ByteSource(name: "liar.zip", size: bytes.count + 50) {
      (offset, buffer) throws(FormatError) -> Int in
      let count = min(buffer.count, max(bytes.count - offset, 0))
      for index in 0..<count { buffer[index] = bytes[offset + index] }
      return count
    }
    #expect(
      failure { _ = try ZIPArchive(liar) }?.problem == "the file became shorter while it was being read")
  }

  @Test("a file that is missing, a folder or a device is refused with the reason") func files() {
    #expect(
      failure { _ = try ByteSource.file("/no/such/file.csv") }?.description
        == "file.csv: the file cannot be opened (No such file or directory). Check the path and its permissions."
    )
    #expect(failure { _ = try ByteSource.file("/") }?.kind == .unreadable)
    #expect(failure { _ = try ByteSource.file("/dev/zero") }?.problem == "this is not a regular file")
  }
}
