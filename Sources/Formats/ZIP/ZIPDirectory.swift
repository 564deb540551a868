/// The central directory of an archive: finds it, reads it, and refuses what cannot be trusted.
struct ZIPDirectory {
  private let source: ByteSource
  private let limits: ZIPArchive.Limits

  init(_ source: ByteSource, limits: ZIPArchive.Limits) {
    self.source = source
    self.limits = limits
  }

  /// Every entry, checked.
  func entries() throws(FormatError) -> [ZIPArchive.Entry] {
    let end = try endRecord()
    guard end.count <= limits.entries else {
      throw FormatError(
        .tooLarge, "the archive has \(end.count) entries where at most \(limits.entries) are accepted",
        remedy: "Check that this is the right file, or raise the limit")
    }
    guard end.size <= limits.directoryBytes else {
      throw FormatError(
        .tooLarge, "the directory of the archive is \(end.size) bytes long",
        remedy: "Check that this is the right file, or raise the limit")
    }
    guard end.offset <= end.position, end.offset + end.size == end.position else {
      throw .damagedZip("the directory is not where the end of the archive says")
    }
    let bytes = try source.read(at: end.offset, count: end.size)
    var entries: [ZIPArchive.Entry] = []
    entries.reserveCapacity(end.count)
    var at = 0
    for number in 1...Swift.max(end.count, 1) where end.count > 0 {
      entries.append(try entry(bytes, at: &at, number: number))
    }
    guard at == bytes.count else { throw .damagedZip("the directory is longer than its entries") }
    try check(entries, directoryOffset: end.offset)
    return entries
  }
}

// MARK: - The end of the archive

extension ZIPDirectory {
  private struct End {
    var count: Int
    var size: Int
    var offset: Int
    /// Where the first end record starts, which is where the directory must stop.
    var position: Int
  }

  private func endRecord() throws(FormatError) -> End {
    guard source.size >= 22 else {
      throw FormatError(
        source.size == 0 ? .empty : .truncated, "this is too short to be a ZIP archive",
        remedy: "Download the file again")
    }
    let tailStart = Swift.max(0, source.size - 22 - 65_535)
    let tail = try source.read(at: tailStart, count: source.size - tailStart)
    var at = tail.count - 22
    while at >= 0 {
      if tail[at] == 0x50, tail.u32(at) == 0x0605_4B50, at + 22 + tail.u16(at + 20) == tail.count { break }
      at -= 1
    }
    guard at >= 0 else {
      let head = try source.read(at: 0, count: 4)
      throw head.u32(0) == 0x0403_4B50
        ? FormatError(
          .truncated, "the archive has no directory at its end, so its last part is missing",
          remedy: "Download the file again")
        : FormatError(
          .malformed, "this is not a ZIP archive", remedy: "Check that this is the right file")
    }
    var end = End(
      count: tail.u16(at + 10), size: tail.u32(at + 12), offset: tail.u32(at + 16), position: tailStart + at)
    var disks = (tail.u16(at + 4), tail.u16(at + 6), tail.u16(at + 8) == end.count)
    if end.count == 0xFFFF || end.size == 0xFFFF_FFFF || end.offset == 0xFFFF_FFFF, end.position >= 20 {
      let locator = try source.read(at: end.position - 20, count: 20)
      if locator.u32(0) == 0x0706_4B50 {
        let position = locator.u64(8)
        guard position <= end.position - 76 else {
          throw .damagedZip("the zip64 end record is not where it should be")
        }
        let record = try source.read(at: position, count: 56)
        guard record.u32(0) == 0x0606_4B50, record.u64(4) >= 44, record.u64(4) < 1 << 20,
          position + 12 + record.u64(4) == end.position - 20
        else { throw .damagedZip("the zip64 end record is not where it should be") }
        end = End(
          count: record.u64(32), size: record.u64(40), offset: record.u64(48), position: position)
        disks = (record.u32(16), record.u32(20), record.u64(24) == end.count)
      }
    }
    guard disks == (0, 0, true) else {
      throw FormatError(
        .unsupported, "the archive is split over several files", remedy: "Join the parts into one archive")
    }
    guard end.size <= source.size, end.offset <= source.size else {
      throw FormatError(
        .truncated, "the directory lies beyond the end of the file", remedy: "Download the file again")
    }
    return end
  }
}

// MARK: - One entry

extension ZIPDirectory {
  private func entry(_ bytes: [UInt8], at: inout Int, number: Int) throws(FormatError) -> ZIPArchive.Entry {
    guard at + 46 <= bytes.count, bytes.u32(at) == 0x0201_4B50 else {
      throw .damagedZip("entry \(number) of the directory is not an entry")
    }
    let flags = bytes.u16(at + 8)
    let methodNumber = bytes.u16(at + 10)
    let crc32 = UInt32(truncatingIfNeeded: bytes.u32(at + 16))
    var packedSize = bytes.u32(at + 20)
    var size = bytes.u32(at + 24)
    let nameLength = bytes.u16(at + 28)
    let extraLength = bytes.u16(at + 30)
    let commentLength = bytes.u16(at + 32)
    let disk = bytes.u16(at + 34)
    let fileType = bytes.u32(at + 38) >> 28 & 0xF
    var headerOffset = bytes.u32(at + 42)
    let next = at + 46 + nameLength + extraLength + commentLength
    guard next <= bytes.count else { throw .damagedZip("entry \(number) of the directory is cut short") }

    let rawName = Array(bytes[at + 46..<at + 46 + nameLength])
    let path = try ZIPName.checked(rawName, isUTF8: flags & 0x800 != 0, number: number)
    let place = FormatError.Place(part: "\(source.name), \(Excerpt.clip(path))")

    // Zip64: eight-byte values in this order, each present only when its four-byte field is full.
    let extra = Array(bytes[at + 46 + nameLength..<at + 46 + nameLength + extraLength])
    var wide = try ZIPDirectory.wideFields(extra, at: place)
    func widened(_ value: Int) throws(FormatError) -> Int {
      guard value == 0xFFFF_FFFF else { return value }
      guard wide.count >= 8 else { return value }
      defer { wide.removeFirst(8) }
      return wide.u64(0)
    }
    size = try widened(size)
    packedSize = try widened(packedSize)
    headerOffset = try widened(headerOffset)
    at = next

    guard flags & 0x2041 == 0 else {
      throw FormatError(
        .unsupported, at: place, "the file is encrypted", remedy: "Make the archive again without a password")
    }
    guard disk == 0 || disk == 0xFFFF else {
      throw FormatError(
        .unsupported, at: place, "the archive is split over several files",
        remedy: "Join the parts into one archive")
    }
    guard fileType != 0xA else {
      throw FormatError(
        .unsafe, at: place, "this is a symbolic link", remedy: "Put the file itself into the archive")
    }
    guard let method = ZIPArchive.Entry.Method(rawValue: methodNumber) else {
      throw FormatError(
        .unsupported, at: place, "the file is packed by method \(methodNumber)",
        remedy: "Make the archive again with the ordinary method, deflate")
    }
    guard method == .deflated || size == packedSize else {
      throw .damagedZip("a stored file has two sizes", at: place)
    }
    guard size <= limits.entryBytes else {
      throw FormatError(
        .tooLarge, at: place,
        "the file unpacks to \(size) bytes where at most \(limits.entryBytes) are accepted",
        remedy: "Check that this is the right file, or raise the limit")
    }
    if size >= 1 << 20, size / Swift.max(packedSize, 1) >= limits.ratio {
      throw FormatError(
        .unsafe, at: place, "the file unpacks to more than \(limits.ratio) times its packed size",
        remedy: "Do not trust this archive; if it is genuine, unpack it yourself and give the file")
    }
    let dataOffset = try localDataOffset(headerOffset, rawName: rawName, method: methodNumber, place: place)
    return ZIPArchive.Entry(
      path: path, method: method, packedSize: packedSize, size: size, crc32: crc32,
      headerOffset: headerOffset, dataOffset: dataOffset)
  }

  /// The payload of the zip64 extra field, empty when there is none.
  private static func wideFields(
    _ extra: [UInt8], at place: FormatError.Place
  ) throws(FormatError) -> [UInt8] {
    var at = 0
    while at + 4 <= extra.count {
      let length = extra.u16(at + 2)
      guard at + 4 + length <= extra.count else { return [] }
      if extra.u16(at) == 1 { return Array(extra[at + 4..<at + 4 + length]) }
      at += 4 + length
    }
    return []
  }

  /// Where the packed bytes start, from the local header, which must tell the same story as the directory.
  private func localDataOffset(
    _ offset: Int, rawName: [UInt8], method: Int, place: FormatError.Place
  ) throws(FormatError) -> Int {
    guard offset <= source.size - 30 else {
      throw FormatError(
        .truncated, at: place, "the file lies beyond the end of the archive",
        remedy: "Download the archive again")
    }
    let header = try source.read(at: offset, count: 30)
    guard header.u32(0) == 0x0403_4B50 else {
      throw .damagedZip("the file is not where the directory says", at: place)
    }
    let nameLength = header.u16(26)
    guard nameLength == rawName.count, header.u16(8) == method,
      try source.read(at: offset + 30, count: nameLength) == rawName
    else {
      throw FormatError(
        .unsafe, at: place, "the file and the directory disagree about its name or method",
        remedy: "Do not trust this archive; get it again from its publisher")
    }
    return offset + 30 + nameLength + header.u16(28)
  }

  /// Checks the entries against each other.
  private func check(_ entries: [ZIPArchive.Entry], directoryOffset: Int) throws(FormatError) {
    var seen: Set<String> = []
    var total = 0
    for entry in entries {
      let place = FormatError.Place(part: "\(source.name), \(Excerpt.clip(entry.path))")
      guard seen.insert(entry.path).inserted else {
        throw FormatError(
          .unsafe, at: place, "two files in the archive have this name", remedy: "Make the archive again")
      }
      total += entry.size
      guard total <= limits.totalBytes else {
        throw FormatError(
          .tooLarge, at: place, "the archive unpacks to more than \(limits.totalBytes) bytes",
          remedy: "Check that this is the right file, or raise the limit")
      }
    }
    var free = 0
    for entry in entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
      let place = FormatError.Place(part: "\(source.name), \(Excerpt.clip(entry.path))")
      guard entry.headerOffset >= free else {
        throw FormatError(
          .unsafe, at: place, "the file shares bytes with another file in the archive",
          remedy: "Do not trust this archive; get it again from its publisher")
      }
      guard entry.packedSize <= directoryOffset - entry.dataOffset else {
        throw FormatError(
          .truncated, at: place, "the file runs into the directory of the archive",
          remedy: "Download the archive again")
      }
      free = entry.dataOffset + entry.packedSize
    }
  }
}

extension FormatError {
  static func damagedZip(_ problem: String, at place: Place = Place()) -> FormatError {
    FormatError(.malformed, at: place, problem, remedy: "The archive is damaged; download it again")
  }
}
