internal import Foundation

/// What went wrong with a record's file, and what to do.
public enum StoreError: Error, Hashable, CustomStringConvertible {
  /// There is no file.
  case notThere(String)
  /// There is a file already.
  case alreadyThere(String)
  /// The file is not a record.
  case noRecord(String)
  /// The record holds something already.
  case notEmpty(String)
  /// The file was made by a later version.
  case newer(String)
  /// The file cannot be used.
  case unreadable(String, String)
  /// What was erased may still stand in the log, because another process holds it.
  case lingering(String)
  /// A file was written to while it was being read.
  case changed(String)
  /// A part of the file is not what was stored.
  case damaged(String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notThere(let path): "there is no record at \(path): make one with `concordat init \(path)`"
    case .alreadyThere(let path):
      "there is a file at \(path) already: choose another name, or move it away first"
    case .noRecord(let path): "\(path) is not a Concordat record: nothing was read or changed"
    case .notEmpty(let path):
      "\(path) holds a record already: a journal is replayed only into an empty one, made with `concordat init --empty`"
    case .newer(let path): "\(path) was made by a later version of Concordat: use that version"
    case .unreadable(let path, let why): "\(path) cannot be used: \(why)"
    case .lingering(let path):
      "the entry was erased, but another process keeps the log of \(path) open and may show it still: stop that process; "
        + "the log is emptied when the record is next opened and closed and no other process holds it"
    case .changed(let name):
      "\(name) changed while it was being read: wait until it is completely written, then try again"
    case .damaged(let what): "\(what) is damaged: restore a backup, and check it with `concordat verify`"
    }
  }
}

extension StoreError {
  /// What an error of the database says, without the statement it was said of.
  public static func plain(_ error: any Error) -> String {
    let text = "\(error)"
    guard let cut = text.range(of: " - while executing") else { return text }
    return String(text[..<cut.lowerBound])
  }
}
