internal import Exchange
internal import Formats

/// Finds the one reader a file is for.
struct Recogniser {
  private let options: ImportOptions

  init(_ options: ImportOptions) { self.options = options }

  /// The reader that knows the file, or an error that says what the file looks like and what it lacks.
  func reader(of file: InputFile) throws -> any Reader {
    if let format = options.format {
      guard let reader = options.readers.first(where: { $0.format == format }) else {
        throw DeskError.misused("no format is called '\(format)': `concordat formats` lists them")
      }
      if case .almost(let why) = try reader.recognise(file) {
        throw DeskError.refused("\(file.name) cannot be read as \(format): \(why)")
      }
      return reader
    }
    var found: [any Reader] = []
    var almost: [String] = []
    var broken: (any Error)?
    for reader in options.readers {
      do {
        switch try reader.recognise(file) {
        case .yes: found.append(reader)
        case .almost(let why): almost.append("as \(reader.format): \(why)")
        case .no: break
        }
      } catch {
        // One reader's stumble says nothing while another knows the file.
        broken = broken ?? error
      }
    }
    if let reader = found.first, found.count == 1 { return reader }
    if found.count > 1 {
      let names = found.map(\.format).joined(separator: " or ")
      throw DeskError.refused("\(file.name) could be \(names): say which with --format")
    }
    if !almost.isEmpty {
      throw DeskError.refused("\(file.name) cannot be used \(almost.joined(separator: "; nor "))")
    }
    if let broken { throw broken }
    throw DeskError.refused(
      "\(file.name) is in no format Concordat reads: `concordat formats` lists them; a table of figures of your own can "
        + "be given as tidy CSV")
  }
}
