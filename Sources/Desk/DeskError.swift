/// Why something was not done, and what to do. Nothing was changed.
public enum DeskError: Error, Hashable, CustomStringConvertible {
  /// What was asked for makes no sense here.
  case misused(String)
  /// What was handed in cannot be used.
  case refused(String)
  /// A file or folder could not be read or written.
  case blocked(String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .misused(let message), .refused(let message), .blocked(let message): message
    }
  }
}
