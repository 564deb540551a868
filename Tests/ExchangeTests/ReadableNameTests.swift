import Testing

@testable import Exchange

@Suite("Names in capitals are made readable")
struct ReadableNameTests {
  static let cases: [(String, String)] = [
    ("FRIMLEY HEALTH NHS FOUNDATION TRUST", "Frimley Health NHS Foundation Trust"),
    ("THE ONLINE NHS TRUST", "The Online NHS Trust"),
    (
      "EAST SUFFOLK AND NORTH ESSEX NHS FOUNDATION TRUST", "East Suffolk and North Essex NHS Foundation Trust"
    ),
    ("GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust"),
    ("BARTS HEALTH NHS TRUST", "Barts Health NHS Trust"),
    (
      "ST. GEORGE'S UNIVERSITY HOSPITALS NHS FOUNDATION TRUST",
      "St. George's University Hospitals NHS Foundation Trust"
    ),
    ("ST.MARY'S SURGERY", "St.Mary's Surgery"),
    ("DR N.J. MCDONALD", "Dr N.J. McDonald"),
    ("MCH HEALTH", "MCH Health"),
    ("DR O'RIORDAN & PARTNERS", "Dr O'Riordan & Partners"),
    ("GROSVENOR HOUSE SURGERY (W)", "Grosvenor House Surgery (W)"),
    ("GROBY ROAD MEDICAL CENTRE (ID PATCHETT)", "Groby Road Medical Centre (ID Patchett)"),
    ("FLAGG COURT (DR N WIN)", "Flagg Court (Dr N Win)"),
    ("108 RAWLING ROAD(RAWLING ROAD PRACTICE)", "108 Rawling Road(Rawling Road Practice)"),
    ("HAWTHORN SURGERY (THE OLD MILL)", "Hawthorn Surgery (The Old Mill)"),
    ("CHESTER-LE-STREET PCN", "Chester-le-Street PCN"),
    ("STOW-ON-THE-WOLD SURGERY", "Stow-on-the-Wold Surgery"),
    ("WESTCOTES GP SURGERY (ONE)", "Westcotes GP Surgery (One)"),
    ("ALL GPS TOGETHER LTD", "All GPs Together Ltd"),
    ("PHOENIX @ PANACEA NEL PCN", "Phoenix @ Panacea NEL PCN"),
    ("WELWYN GARDEN CITY AND VILLAGES PCN", "Welwyn Garden City and Villages PCN"),
    ("HEALTH CENTRE II", "Health Centre II"), ("JUBILEE SURGERY VIII", "Jubilee Surgery VIII"),
    ("4TH FLOOR PRACTICE", "4th Floor Practice"), ("E12 MEDICAL CENTRE", "E12 Medical Centre"),
    ("NHS FRIMLEY ICB - D4U1Y", "NHS Frimley ICB - D4U1Y"),
    ("B'HAM HEALTH P'SHIP", "B'ham Health P'ship"),
    ("THE SURGERY AT THE PARK", "The Surgery at the Park"),
    ("BETTER   HEALTH  FOR  ALL", "Better Health for All"),
    ("Already readable NHS Trust", "Already readable NHS Trust"),
    ("FAM.MED.PRAC", "Fam.Med.Prac"), ("SMITH/JONES", "Smith/Jones"), ("", ""),
    ("A&E AND GP HUB", "A&E and GP Hub"), ("DRS SHAH & NG", "Drs Shah & Ng"),
    ("D'ARCY HOUSE", "D'Arcy House"), ("KING’S COLLEGE", "King’s College"),
  ]

  @Test("words, abbreviations, saints, brackets, numerals", arguments: cases)
  func readable(official: String, expected: String) { #expect(ReadableName.of(official) == expected) }

  @Test("a readable name stays as it is", arguments: cases)
  func stable(official: String, expected: String) { #expect(ReadableName.of(expected) == expected) }
}
