// swift-tools-version: 6.2
// What reading alone costs. A package beside the one that makes archives, because this one builds
// the reader.
import PackageDescription

let package = Package(
  name: "reading-benchmark",
  products: [.executable(name: "reading-speed", targets: ["ReadingSpeed"])],
  dependencies: [
    .package(name: "minutario", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "ReadingSpeed",
      dependencies: [
        .product(name: "MinutarioReading", package: "minutario"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
