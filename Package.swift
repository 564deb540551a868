// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One room of the house, and the rooms below it that it may see.
func room(_ name: String, sees below: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: below, swiftSettings: strict)
}

/// The specification of one room.
func specification(
  of name: String, with more: [Target.Dependency] = [], leaving files: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + more, exclude: files,
    swiftSettings: strict)
}

let package = Package(
  name: "concordat",
  platforms: [.macOS(.v15)],
  products: [],
  dependencies: [
  ],
  targets: [
    // Floor 0: values and bytes.
    room("Vocabulary"),
    room("Formats", sees: ["CZlib"]),
    // Floor 8: what people see.
    room("Pages", sees: ["Vocabulary"]),

    // What the server hands out, embedded by the C compiler.
    .target(name: "Assets", exclude: ["style.css"]),

    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    specification(of: "Vocabulary"),
    specification(of: "Formats"),
    specification(of: "Pages", with: ["Assets"], leaving: ["Fixtures", "Golden"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
