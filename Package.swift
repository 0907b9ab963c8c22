// swift-tools-version: 6.2
import PackageDescription

/// What every room is compiled with, declared once.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

/// A room of the house, and whom it may import.
///
/// What it embeds stands in the program itself, so that it needs no files beside it.
func room(
  _ name: String, imports: [Target.Dependency] = [], embedding files: [String] = []
) -> Target {
  .target(
    name: name, dependencies: imports, resources: files.map { .embedInCode($0) },
    swiftSettings: house)
}

/// The tests of one room, with the fixtures all of them share.
func tests(
  of name: String, with others: [Target.Dependency] = [], reading files: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + others,
    exclude: files, swiftSettings: house)
}

let package = Package(
  name: "roundtable",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    room("SessionModel"),
    room("Commands", imports: ["SessionModel"]),
    room(
      "Sealing",
      imports: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    room("SessionStore", imports: ["SessionModel", "Sealing"]),
    room("HostFiles"),
    room("TerminalUI", imports: ["HostFiles"]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTermGuard"),
    .target(
      name: "CLibxml2", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
      linkerSettings: ["xml2", "z", "lzma", "m"].map { .linkedLibrary($0) }),
    room("CursesDriver", imports: ["TerminalUI", "CNcurses", "CTermGuard"]),
    room("Screens", imports: ["SessionModel", "Commands", "TerminalUI"]),
    room("Reports", imports: ["SessionModel", "HostFiles"], embedding: ["Forms"]),
    room("Importers", imports: ["SessionModel", "CLibxml2"]),
    .executableTarget(
      name: "roundtable",
      dependencies: [
        "SessionModel", "Commands", "Sealing", "SessionStore", "TerminalUI", "CursesDriver",
        "Screens", "Reports", "Importers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["start.order"], swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["SessionModel", "TerminalUI"], path: "Tests/TestSupport",
      swiftSettings: house),
    tests(of: "SessionModel"),
    tests(of: "Commands", with: ["SessionModel"]),
    tests(of: "Sealing"),
    tests(of: "SessionStore", with: ["SessionModel", "Sealing"]),
    tests(of: "TerminalUI"),
    tests(of: "CursesDriver", with: ["TerminalUI"]),
    tests(
      of: "Screens", with: ["SessionModel", "Commands", "TerminalUI"], reading: ["Golden"]),
    tests(
      of: "Reports", with: ["SessionModel", "SessionStore"], reading: ["Golden"]),
    tests(of: "Importers", with: ["SessionModel", "Reports"], reading: ["Fixtures"]),
  ]
)
