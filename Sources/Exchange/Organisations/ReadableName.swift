/// A name from a register that writes everything in capitals, as a reader would write it.
///
/// Done by rules, so it can be wrong for a name that looks like an abbreviation; the official name is kept beside it.
/// A name with a small letter in it is left as it is.
enum ReadableName {
  /// `ST MARY'S MEDICAL CENTRE (DR O'NEILL)` becomes `St Mary's Medical Centre (Dr O'Neill)`.
  static func of(_ official: String) -> String {
    let name = official.singleSpaced
    if name.unicodeScalars.contains(where: {
      $0.isASCII ? ("a"..."z").contains($0) : $0.properties.isLowercase
    }) {
      return name
    }
    var out = ""
    var word = ""
    var state = State()
    for character in name {
      if character.isLetter || character.isNumber || isApostrophe(character) {
        word.append(character)
        continue
      }
      out += state.write(word, before: character)
      word = ""
      out.append(character)
      state.pass(character)
    }
    return out + state.write(word, before: nil)
  }

  /// What has gone before a word.
  private struct State {
    private var begins = true
    private var inBracket = false
    private var firstInBracket = false
    private var hyphenated = false

    mutating func pass(_ mark: Character) {
      switch mark {
      case "(", "[":
        (inBracket, firstInBracket, begins, hyphenated) = (true, true, true, false)
      case ")", "]": (inBracket, begins, hyphenated) = (false, false, false)
      case ":", "/": begins = true
      case "-": if !hyphenated { hyphenated = true }
      case " ": hyphenated = false
      default: hyphenated = false
      }
    }

    mutating func write(_ word: String, before next: Character?) -> String {
      guard !word.isEmpty else { return "" }
      defer { (begins, firstInBracket) = (false, false) }
      let isInitials = firstInBracket && word.count <= 2 && next == " " && !Words.titles.contains(word)
      if isInitials, !Words.small.contains(word) || word.count == 1 { return word }
      if Words.small.contains(word), !begins, next != "." { return word.lowercased() }
      return ReadableName.word(word)
    }
  }

  /// One word, standing alone.
  private static func word(_ word: String) -> String {
    if let known = Words.known[word] { return known }
    if word.count == 1 || Words.capitals.contains(word) || Words.numerals.contains(word) { return word }
    if word.contains(where: \.isNumber) { return Words.ordinal(word) ?? word }
    if let mark = word.firstIndex(where: isApostrophe) {
      let before = String(word[..<mark])
      let after = word[word.index(after: mark)...]
      let rest =
        ["O", "D", "L"].contains(before) && after.count > 2 ? capitalised(after) : after.lowercased()
      return (before.isEmpty ? "" : self.word(before)) + String(word[mark]) + rest
    }
    let hasVowel = word.contains { "AEIOUY".contains($0) }
    if !hasVowel, word.count <= 4, !Words.titles.contains(word) { return word }
    if word.hasPrefix("MC"), word.count > 4 { return "Mc" + capitalised(word.dropFirst(2)) }
    return capitalised(word)
  }

  private static func capitalised(_ word: some StringProtocol) -> String {
    word.prefix(1) + word.dropFirst().lowercased()
  }

  private static func isApostrophe(_ character: Character) -> Bool { character == "'" || character == "’" }
}

/// Words with a case of their own.
private enum Words {
  /// Small inside a name.
  static let small: Set<String> = [
    "A", "AN", "AND", "AT", "BY", "CUM", "DE", "EN", "FOR", "FROM", "IN", "LA", "LE", "NEXT", "NEAR", "OF",
    "ON", "OR",
    "OVER", "THE", "TO", "UNDER", "UPON", "WITH",
  ]
  /// Without a vowel and yet no initials.
  static let titles: Set<String> = [
    "BLDG", "BLVD", "CNT", "CNTR", "CT", "CTR", "CWM", "DR", "DRS", "FLR", "GLN", "GRP", "GRV", "GT", "HLTH",
    "HTH",
    "JNR", "JR", "LN", "LTD", "LTL", "MR", "MRS", "MS", "MT", "NG", "PK", "PRK", "PRT", "PTNR", "PTNS", "RD",
    "SCH", "SN",
    "SNR", "SQ", "SR", "ST", "STN", "STR", "STS", "WLK",
  ]
  /// Abbreviations with a vowel in them.
  static let capitals: Set<String> = [
    "AE", "APMS", "AWC", "BHF", "BUPA", "CAMHS", "CIC", "GP", "HIV", "HMP", "HMYOI", "ICB", "ICS", "IT",
    "LLP", "MOD",
    "NEL", "NHS", "OOH", "PCN", "PMS", "RAF", "SEL", "UCC", "UCL", "UEA", "UHB", "UK", "UTC", "WIC",
  ]
  /// Written neither way.
  static let known = [
    "GPS": "GPs", "PCNS": "PCNs", "ICBS": "ICBs", "DRS": "Drs", "DR'S": "Dr's", "GP'S": "GP's",
  ]
  /// One to twenty.
  static let numerals: Set<String> = [
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII",
    "XIX", "XX",
  ]

  /// `4TH` as `4th`.
  static func ordinal(_ word: String) -> String? {
    guard word.count > 2, word.dropLast(2).allSatisfy(\.isNumber),
      ["ST", "ND", "RD", "TH"].contains(word.suffix(2))
    else { return nil }
    return word.lowercased()
  }
}
