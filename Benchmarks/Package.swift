// swift-tools-version: 6.2
// Archives to measure with. A package of its own: nobody who builds the program builds this.
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "benchmarks",
  products: [.executable(name: "generate-archive", targets: ["GenerateArchive"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "GenerateArchive",
      dependencies: [
        "ArchiveGenerator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .target(
      name: "ArchiveGenerator", dependencies: ["CLibDeflate"],
      resources: [.embedInCode("Words")], swiftSettings: strict),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .testTarget(
      name: "ArchiveGeneratorTests", dependencies: ["ArchiveGenerator"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
