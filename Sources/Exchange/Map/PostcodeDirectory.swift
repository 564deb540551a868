/// stub
struct PostcodeDirectoryReader { static func hasPostcodes(_ h: Headings) -> Bool { false } }
struct DeprivationReader { static func hasRanks(_ h: Headings) -> Bool { false } }
