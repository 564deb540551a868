#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ByteSource {
  /// A regular file, opened for reading and closed when the last copy of the source is gone.
  ///
  /// - Throws: `unreadable` when the path is missing, forbidden, a folder or a device.
  public static func file(_ path: String, name: String? = nil) throws(FormatError) -> ByteSource {
    let part = name ?? path.split(separator: "/").last.map(String.init) ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(part, "cannot be opened") }
    return try .descriptor(OpenFile(descriptor), name: part)
  }

  private static func descriptor(_ file: OpenFile, name: String) throws(FormatError) -> ByteSource {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw .system(name, "cannot be examined") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FormatError(
        .unreadable, at: .init(part: name), "this is not a regular file", remedy: "Give the path of a file")
    }
    return ByteSource(name: name, size: Int(status.st_size)) { (offset, buffer) throws(FormatError) -> Int in
      while true {
        let count = pread(file.descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        if count >= 0 { return count }
        if errno != EINTR { throw .system(name, "cannot be read") }
      }
    }
  }
}

/// Owns a file descriptor.
private final class OpenFile: Sendable {
  let descriptor: Int32
  init(_ descriptor: Int32) { self.descriptor = descriptor }
  deinit { close(descriptor) }
}

extension FormatError {
  fileprivate static func system(_ name: String, _ what: String) -> FormatError {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return FormatError(
      .unreadable, at: .init(part: name), "the file \(what) (\(reason))",
      remedy: "Check the path and its permissions")
  }
}
