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
      try PersonalData.check(file)
      if case .almost(let why) = try reader.recognise(file) {
        throw DeskError.refused("\(file.name) cannot be read as \(format): \(why)")
      }
      return reader
    }
    return try Readers.recognise(file, among: options.readers)
  }
}
