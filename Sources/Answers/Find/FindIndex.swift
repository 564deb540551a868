internal import Chronicle
internal import Register
internal import Vocabulary

/// Every name and code any body ever had, by the words in it. Made once per archive in O(text log words).
struct FindIndex: Sendable {
  /// A name or a code of a body.
  struct Entry: Sendable {
    /// The body, as a position in `bodies`.
    let body: Int32
    /// The version, as a position in the table of names or of codes.
    let position: Int32
    let isCode: Bool
    /// Whether everyone may see it in the record as it stands now; otherwise the snapshot is asked.
    let isPlain: Bool
  }

  /// A body and what its place in a list of findings depends on.
  struct Found: Sendable {
    let id: ID<Body>
    let rank: UInt8
    /// From this day until the other it surely exists.
    let from: Int32
    let until: Int32
  }

  private(set) var bodies: [Found] = []
  private(set) var entries: [Entry] = []
  /// The folded text of each entry, end to end, and where each begins.
  private var keyBytes: [UInt8] = []
  private var keyStarts: [Int] = [0]
  /// The words, sorted by their bytes, end to end, and where each begins.
  private var wordBytes: [UInt8] = []
  private var wordStarts: [Int] = [0]
  /// The entries each word stands in, end to end, and where each word's begin.
  private var postingStarts: [Int] = [0]
  private var postings: [Int32] = []

  init(_ archive: Archive) {
    var positions: [ID<Body>: Int32] = [:]
    for version in archive.table(Body.self).versions {
      let found = Found(
        id: version.fact.subject, rank: UInt8(clamping: Kinds.rank(version.fact.bodyKind)),
        from: version.period.from.latest.number, until: version.period.until.earliest.number)
      // Of several stretches of one life the last counts.
      if let position = positions[version.fact.subject] {
        bodies[Int(position)] = found
      } else {
        positions[version.fact.subject] = Int32(bodies.count)
        bodies.append(found)
      }
    }
    var words = WordTable()
    func isPlain<F>(_ version: Version<F>) -> Bool {
      version.retracted == .max && version.audience == .public
    }
    for (position, version) in archive.table(Name.self).versions.enumerated() {
      guard let body = positions[version.fact.subject] else { continue }
      let entry = Entry(body: body, position: Int32(position), isCode: false, isPlain: isPlain(version))
      add(entry, Folding.bytes(version.fact.text), &words)
    }
    for (position, version) in archive.table(Code.self).versions.enumerated() {
      guard let body = positions[version.fact.subject] else { continue }
      let entry = Entry(body: body, position: Int32(position), isCode: true, isPlain: isPlain(version))
      add(entry, Folding.bytes(version.fact.text), &words)
    }
    for (word, entries) in words.sorted() {
      wordBytes += word
      wordStarts.append(wordBytes.count)
      postings += entries
      postingStarts.append(postings.count)
    }
  }

  private mutating func add(_ entry: Entry, _ key: [UInt8], _ words: inout WordTable) {
    let number = Int32(entries.count)
    entries.append(entry)
    keyBytes += key
    keyStarts.append(keyBytes.count)
    for word in key.split(separator: 32) { words.add(word, number) }
  }

  /// How an entry answers to the words asked for, best first.
  enum Fit: UInt8, Sendable {
    case code
    case name
    case beginning
    case words
    case beginningsOfWords
  }

  /// One body found, by the entry that answers best.
  struct Match: Sendable {
    let entry: Int
    let fit: Fit
    let order: UInt64
  }

  /// The bodies that answer to a folded text, best first, at most `limit` of them, and how many there are in all.
  ///
  /// O(names that have one of the words), with a small constant.
  func matches(_ query: String, on day: Day, limit: Int, isVisible: (Entry) -> Bool) -> (
    best: [Match], count: Int
  ) {
    let asked = Set(query.split(separator: " ").map(String.init)).sorted { $0.utf8.count > $1.utf8.count }
    guard !asked.isEmpty, asked.count < 64 else { return ([], 0) }
    var stage = [UInt8](repeating: 0, count: entries.count)
    var wholeWords = [UInt8](repeating: 0, count: entries.count)
    var candidates: [Int32] = []
    for (round, word) in asked.enumerated() {
      candidates.removeAll(keepingCapacity: true)
      let word = Array(word.utf8)
      var index = lowerBound(word)
      while index < wordStarts.count - 1, begins(index, with: word) {
        let isWhole = wordStarts[index + 1] - wordStarts[index] == word.count
        for posting in postings[postingStarts[index]..<postingStarts[index + 1]] {
          let entry = Int(posting)
          guard Int(stage[entry]) >= round else { continue }
          if isWhole { wholeWords[entry] += 1 }
          if Int(stage[entry]) == round {
            stage[entry] = UInt8(round + 1)
            candidates.append(posting)
          }
        }
        index += 1
      }
      if candidates.isEmpty { return ([], 0) }
    }
    return best(
      of: candidates, query: Array(query.utf8), words: asked.count, wholeWords, on: day, limit, isVisible)
  }

  private func best(
    of candidates: [Int32], query: [UInt8], words: Int, _ wholeWords: [UInt8], on day: Day, _ limit: Int,
    _ isVisible: (Entry) -> Bool
  ) -> (best: [Match], count: Int) {
    var orders = [UInt64](repeating: .max, count: bodies.count)
    var chosen = [Int32](repeating: -1, count: bodies.count)
    var found: [Int32] = []
    for candidate in candidates {
      let entry = entries[Int(candidate)]
      guard isVisible(entry) else { continue }
      let length = keyStarts[Int(candidate) + 1] - keyStarts[Int(candidate)]
      let fit = fit(Int(candidate), entry, query, length, Int(wholeWords[Int(candidate)]) == words)
      let body = Int(entry.body)
      let order = order(fit, bodies[body], length, day) << 24 | UInt64(entry.body)
      if chosen[body] < 0 { found.append(entry.body) }
      if order < orders[body] {
        orders[body] = order
        chosen[body] = candidate
      }
    }
    var top: [UInt64] = []
    for body in found {
      let order = orders[Int(body)]
      if top.count == limit, let last = top.last, order >= last { continue }
      let place = top.firstIndex { order < $0 } ?? top.count
      top.insert(order, at: place)
      if top.count > limit { top.removeLast() }
    }
    let matches = top.map { order in
      let body = Int(order & 0xFF_FFFF)
      return Match(entry: Int(chosen[body]), fit: Fit(rawValue: UInt8(order >> 56)) ?? .words, order: order)
    }
    return (matches, found.count)
  }

  /// The fit, whether the body exists on the day, its kind, the length of the text; ties go by identifier, because
  /// bodies are in its order.
  private func order(_ fit: Fit, _ body: Found, _ length: Int, _ day: Day) -> UInt64 {
    let absent: UInt64 = day.number >= body.from && day.number < body.until ? 0 : 1
    return UInt64(fit.rawValue) << 32 | absent << 24 | UInt64(body.rank) << 16
      | UInt64(UInt16(clamping: length))
  }

  private func fit(_ number: Int, _ entry: Entry, _ query: [UInt8], _ length: Int, _ wholeWords: Bool) -> Fit {
    let start = keyStarts[number]
    var same = 0
    while same < query.count, same < length, keyBytes[start + same] == query[same] { same += 1 }
    if same == query.count {
      if same == length { return entry.isCode ? .code : .name }
      return .beginning
    }
    return wholeWords ? .words : .beginningsOfWords
  }

  /// Whether the word at an index begins with some bytes.
  private func begins(_ index: Int, with prefix: [UInt8]) -> Bool {
    let start = wordStarts[index]
    guard wordStarts[index + 1] - start >= prefix.count else { return false }
    for offset in prefix.indices where wordBytes[start + offset] != prefix[offset] { return false }
    return true
  }

  /// The first word that does not come before some bytes.
  private func lowerBound(_ word: [UInt8]) -> Int {
    var low = 0
    var high = wordStarts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if wordBytes[wordStarts[middle]..<wordStarts[middle + 1]].lexicographicallyPrecedes(word) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

/// Words and the entries they stand in, while an index is made.
private struct WordTable {
  private var numbers: [UInt64: Int] = [:]
  private var words: [[UInt8]] = []
  private var entries: [[Int32]] = []

  /// Adds an entry to a word; entries come in order, so one that has the word twice is seen at the end.
  mutating func add(_ word: ArraySlice<UInt8>, _ entry: Int32) {
    // FNV-1a; of two words with one hash the second takes the next free place.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    while true {
      guard let number = numbers[hash] else {
        numbers[hash] = words.count
        words.append(Array(word))
        entries.append([entry])
        return
      }
      if words[number].elementsEqual(word) {
        if entries[number].last != entry { entries[number].append(entry) }
        return
      }
      hash &+= 1
    }
  }

  /// The words in the order of their bytes, each with its entries.
  func sorted() -> [(word: [UInt8], entries: [Int32])] {
    zip(words, entries).sorted { $0.0.lexicographicallyPrecedes($1.0) }.map { (word: $0.0, entries: $0.1) }
  }
}
