// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// For the rooms every other stands on: in release their generic code is compiled for the types of the rooms that use it.
let foundation = strict + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// One room of the house, and the rooms below it that it may see.
func room(
  _ name: String, sees below: [Target.Dependency] = [], leaving folders: [String] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: below, exclude: folders, swiftSettings: settings)
}

/// The specification of one room.
func specification(
  of name: String, with more: [Target.Dependency] = [], leaving folders: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + more, exclude: folders, swiftSettings: strict)
}

let package = Package(
  name: "concordat",
  platforms: [.macOS(.v15)],
  products: [],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Floor 0: values, and bytes to rows.
    room("Vocabulary", settings: foundation),
    room("Statistics"),
    room("Formats", sees: ["CZlib"]),
    // Floor 1: facts, entries, transactions, the archive and its snapshots.
    room("Chronicle", sees: ["Vocabulary", "CSodium"], settings: foundation),
    // Floor 2: bodies and how they stand to one another.
    room("Register", sees: ["Vocabulary", "Chronicle"], settings: foundation),
    // Floor 3: figures of one footprint on another.
    room("Recast", sees: ["Vocabulary", "Statistics", "Chronicle", "Register"]),
    room("Governance", sees: ["Vocabulary", "Chronicle", "Register"]),
    // Floor 4: figures.
    room("Measures", sees: ["Vocabulary", "Chronicle", "Register"]),
    // Floor 4: fair shares, budgets, contracts and duties.
    room(
      "Money", sees: ["Vocabulary", "Statistics", "Chronicle", "Register", "Recast", "CAllocation"], leaving: ["data"]),
    // Floor 5: frameworks of oversight, scores, segments and support.
    room(
      "Oversight", sees: ["Vocabulary", "Statistics", "Formats", "Chronicle", "Register", "CFrameworks"],
      leaving: ["data"]),
    // Floor 5: the law and local rules, as code.
    room(
      "Rulebook", sees: ["Vocabulary", "Chronicle", "Register", "Governance", "CRulebook"], leaving: ["data"]),
    // Floor 6: one file for each question.
    room(
      "Answers",
      sees: [
        "Vocabulary", "Statistics", "Chronicle", "Register", "Recast", "Governance", "Measures", "Money", "Oversight",
        "Rulebook",
      ]),
    // Floor 7: the edges where the record meets disk and file.
    room("Exchange", sees: ["Vocabulary", "Formats", "Chronicle", "Register", "Measures", "Money", "Oversight"]),
    room(
      "Store",
      sees: [
        "Vocabulary", "Chronicle", "CSodium", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // The register that ships with the program, and the record it is put in.
    room("Reference", sees: ["CReference"], leaving: ["record"]),
    // Floor 8: what people see; the open record.
    room(
      "Pages",
      sees: [
        "Vocabulary", "Statistics", "Formats", "Chronicle", "Register", "Recast", "Governance", "Measures", "Answers",
      ]),
    room(
      "Desk",
      sees: [
        "Vocabulary", "Formats", "Chronicle", "Register", "Recast", "Governance", "Measures", "Money", "Oversight",
        "Exchange", "Store",
        "Reference",
      ]),
    // The month's report in every form it is printed in.
    room("Pack", sees: ["Vocabulary", "Formats", "Answers", "Pages"]),
    // Floor 9: the site on a port, the command line, and the program.
    room(
      "Server",
      sees: [
        "Vocabulary", "Chronicle", "Answers", "Pages", "Desk", "Assets",
        .product(name: "Hummingbird", package: "hummingbird"),
      ]),
    room(
      "Commands",
      sees: [
        "Vocabulary", "Formats", "Chronicle", "Register", "Recast", "Governance", "Measures", "Money", "Rulebook",
        "Answers", "Exchange", "Store", "Desk", "Assets", "Oversight", "Pack", "Pages", "Server", "Statistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "concordat", dependencies: ["Commands"], swiftSettings: strict),

    .executableTarget(
      name: "concordat-bench",
      dependencies: [
        "Vocabulary", "Statistics", "Chronicle", "Register", "Recast", "Measures", "Answers", "Store", "Exchange",
        "Desk", "Pages", "Pack", "Server", "Assets",
      ],
      path: "Benchmarks"),

    // What is carried inside the binary, and the C libraries of the system.
    .target(name: "Assets", exclude: ["style.css"]),
    .target(name: "CReference"),
    .target(name: "CFrameworks"),
    .target(name: "CRulebook"),
    .target(name: "CAllocation"),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    specification(of: "Vocabulary"),
    specification(of: "Formats"),
    specification(of: "Statistics", with: ["Formats"]),
    specification(of: "Chronicle"),
    specification(
      of: "Answers",
      with: [
        "Vocabulary", "Statistics", "Formats", "Chronicle", "Register", "Recast", "Measures", "Oversight", "Exchange",
      ]),
    specification(of: "Exchange", with: ["Chronicle", "Formats", "Measures", "Register", "Vocabulary"]),
    specification(of: "Register"),
    specification(of: "Governance", with: ["Vocabulary", "Chronicle", "Register"]),
    specification(of: "Rulebook", with: ["Vocabulary", "Chronicle", "Register", "Governance"]),
    specification(of: "Recast", with: ["Vocabulary", "Chronicle", "Register"]),
    specification(of: "Measures", with: ["Vocabulary", "Chronicle"]),
    specification(of: "Money", with: ["Vocabulary", "Statistics", "Formats", "Chronicle", "Register"]),
    specification(of: "Store", with: ["Chronicle"]),
    specification(of: "Reference"),
    specification(of: "Oversight", with: ["Vocabulary", "Formats", "Chronicle", "Register"]),
    specification(
      of: "Desk", with: ["Chronicle", "Exchange", "Formats", "Measures", "Register", "Store", "Vocabulary"]),
    specification(
      of: "Commands", with: ["Chronicle", "Desk", "Formats", "Pages", "Server", "Store", "Vocabulary"]),
    .executableTarget(
      name: "crash-writer", dependencies: ["Vocabulary", "Chronicle", "Store"], path: "Tests/CrashWriter",
      swiftSettings: strict),
    .testTarget(
      name: "CrashTests", dependencies: ["crash-writer", "Vocabulary", "Chronicle", "Store"], swiftSettings: strict),
    specification(
      of: "Server",
      with: [
        "Vocabulary", "Formats", "Chronicle", "Register", "Measures", "Exchange", "Pages", "Desk",
      ]),
    specification(
      of: "Pages",
      with: [
        "Assets", "Statistics", "Vocabulary", "Formats", "Chronicle", "Register", "Recast", "Governance", "Measures",
        "Answers", "Exchange",
      ],
      leaving: ["Fixtures", "Golden"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
