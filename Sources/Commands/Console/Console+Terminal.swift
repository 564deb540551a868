internal import Desk

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Console {
  /// The process's own streams, clock and user.
  static func terminal() -> Console {
    Console(
      out: { text in try write(text, to: STDOUT_FILENO) },
      err: { text in try? write(text, to: STDERR_FILENO) },
      width: isatty(STDOUT_FILENO) == 1 ? terminalWidth() : nil, showsProgress: isatty(STDERR_FILENO) == 1,
      world: .live(who: userName()))
  }

  private static func write(_ text: String, to descriptor: Int32) throws {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        UnsafeRawBufferPointer(rebasing: buffer[done...]).withMemoryRebound(to: UInt8.self) {
          #if canImport(Darwin)
            Darwin.write(descriptor, $0.baseAddress, $0.count)
          #elseif canImport(Musl)
            Musl.write(descriptor, $0.baseAddress, $0.count)
          #else
            Glibc.write(descriptor, $0.baseAddress, $0.count)
          #endif
        }
      }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw DeskError.blocked(
          "the output cannot be written (\(strerror(errno).map { String(cString: $0) } ?? "error \(errno)"))")
      }
    }
  }

  private static func terminalWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return nil }
    return Int(size.ws_col)
  }

  /// Who is at work, as the journal will say: `CONCORDAT_WHO` where it is set, else the name of the login.
  private static func userName() -> String {
    for variable in ["CONCORDAT_WHO", "USER", "LOGNAME"] {
      if let value = getenv(variable), value.pointee != 0 { return String(cString: value) }
    }
    return "user \(getuid())"
  }
}
