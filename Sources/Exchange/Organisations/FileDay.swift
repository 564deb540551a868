internal import Vocabulary

/// The day or days for which a register file shows how things stand, gathered from what is known of it.
struct FileDay {
  /// The days on which every pair of codes in the file was valid together.
  private(set) var earliest = Day.distantPast
  private(set) var latest = Day.distantFuture
  /// The last day the file speaks of as past.
  private var lastEvent = Day.distantPast
  private(set) var isContradictory = false

  /// Takes in that the file could be of any day in one of these periods; none says nothing.
  mutating func admit(_ periods: [Period]) {
    guard let first = periods.map(\.from.earliest).min(), let last = periods.map(\.until.latest).max() else {
      return
    }
    earliest = max(earliest, first)
    latest = min(latest, last.advanced(by: -1))
    if earliest > latest { isContradictory = true }
  }

  /// Takes in that something has happened on a day.
  mutating func saw(_ event: Day?) { if let event { lastEvent = max(lastEvent, event) } }

  /// The file's date: what it says itself, else what a person stated, else what its codes and its name allow.
  ///
  /// An open end is closed by `today`, the day of the lens the file is read with: no file shows a day to come.
  func settled(inside: Moment? = nil, _ file: InputFile, today: Day) -> (asAt: Moment, note: String) {
    if let inside { return (inside, "The file says it shows \(inside.written).") }
    if let stated = file.statedPublication {
      return (stated, "Taken to show \(stated.written), as stated on import.")
    }
    var codes = isContradictory ? Moment.unknown : Moment(between: earliest, and: latest)
    if codes.latest == .distantFuture, codes.earliest <= today {
      codes = Moment(between: codes.earliest, and: today)
    }
    let events = lastEvent > codes.earliest && lastEvent <= codes.latest
    let narrowed = events ? Moment(between: lastEvent, and: codes.latest) : codes
    let reason =
      isContradictory
      ? "The codes in the file were never all valid together, so they do not tell its date."
      : "The codes in the file were valid together in the range \(codes)."
    if let named = WrittenDate.inName(file.name) {
      if let both = named.common(with: narrowed) ?? named.common(with: codes) {
        return (both, "\(reason) With the date in the file's name it is taken to show \(both.written).")
      }
      return (narrowed, "\(reason) The date in the file's name does not agree and was not used.")
    }
    if narrowed == .unknown { return (.unknown, "\(reason) State its publication date on import.") }
    return (narrowed, "\(reason) The file does not say its date: it is taken to be \(narrowed).")
  }
}

extension Moment {
  /// The days in both ranges, or nil when there are none.
  func common(with other: Moment) -> Moment? {
    let first = max(earliest, other.earliest)
    let last = min(latest, other.latest)
    return first <= last ? Moment(between: first, and: last) : nil
  }
}
