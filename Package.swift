// swift-tools-version: 6.2
// The targets in the order in which a document flows through them. No stage imports another
// stage: what crosses a border is a value of MinutarioModel.
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Swift target of this package with the settings that all of them share.
func target(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target; all of them may use the test support.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["MinutarioModel", "MinutarioTestSupport"],
    swiftSettings: strict)
}

let package = Package(
  name: "minutario",
  products: [
    .executable(name: "minutario", targets: ["minutario"]),
    // What measures and fuzzes the reader alone builds this.
    .library(name: "MinutarioReading", targets: ["MinutarioReading", "MinutarioModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Values only, no input or output.
    target("MinutarioModel", []),

    // The stages, in order.
    target("MinutarioReading", ["MinutarioModel", "CLibXML2", "CLibDeflate", "CZlib"]),
    target("MinutarioNormalizing", ["MinutarioModel"]),
    target("MinutarioSegmenting", ["MinutarioModel", "MinutarioLexicon"]),
    target("MinutarioExtracting", ["MinutarioModel", "MinutarioLexicon"]),
    target("MinutarioResolving", ["MinutarioModel", "MinutarioLexicon"]),
    target("MinutarioExporting", ["MinutarioModel", "MinutarioSpreadsheet", "CSQLite"]),

    // What the stages look words up in.
    target("MinutarioLexicon", ["MinutarioModel", "CLexiconData"]),

    // The words in which people are told.
    target("MinutarioWording", ["CPrintedText"]),

    // What workbooks are written with.
    target("MinutarioSpreadsheet", ["CLibXLSXWriter"]),

    // What is asked of a finished dataset.
    target("MinutarioQuerying", ["MinutarioModel", "MinutarioSpreadsheet", "MinutarioWording"]),

    // How right what was read is, beside what people have read.
    target("MinutarioEvaluating", ["MinutarioModel"]),

    // What of an archive was not understood.
    target("MinutarioSurveying", ["MinutarioModel", "MinutarioLexicon"]),

    // The flow itself, and the command around it.
    target(
      "MinutarioPipeline",
      [
        "MinutarioModel", "MinutarioReading", "MinutarioNormalizing", "MinutarioSegmenting",
        "MinutarioExtracting", "MinutarioLexicon", "MinutarioResolving", "MinutarioExporting",
        "MinutarioSpreadsheet", "MinutarioWording", "CLibCrypto", "CDiskCalls", "CMalloc",
      ]),
    target(
      "MinutarioCommand",
      [
        "MinutarioModel", "MinutarioPipeline", "MinutarioQuerying", "MinutarioEvaluating",
        "MinutarioSurveying", "MinutarioSpreadsheet", "MinutarioWording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "minutario", dependencies: ["MinutarioCommand"], swiftSettings: strict),

    // Data and system libraries.
    .target(name: "CLexiconData", exclude: ["lexicon"]),
    .target(name: "CPrintedText", exclude: ["texts"]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CDiskCalls"),

    // Tests, one target for each target above that has behaviour.
    .target(
      name: "MinutarioTestSupport",
      dependencies: [
        "MinutarioModel", "MinutarioReading", "MinutarioNormalizing", "MinutarioSegmenting",
        "MinutarioExtracting", "MinutarioLexicon", "MinutarioExporting",
      ], path: "Tests/MinutarioTestSupport", swiftSettings: strict),
    tests(
      "MinutarioReadingTests", ["MinutarioReading", "MinutarioNormalizing", "MinutarioPipeline"]),
    tests("MinutarioNormalizingTests", ["MinutarioNormalizing"]),
    tests("MinutarioSpreadsheetTests", ["MinutarioSpreadsheet"]),
    tests("MinutarioLexiconTests", ["MinutarioLexicon"]),
    tests("MinutarioSegmentingTests", ["MinutarioSegmenting", "MinutarioLexicon"]),
    tests("MinutarioExtractingTests", ["MinutarioExtracting", "MinutarioLexicon"]),
    tests("MinutarioResolvingTests", ["MinutarioResolving", "MinutarioLexicon"]),
    tests(
      "MinutarioExportingTests",
      [
        "MinutarioExporting", "MinutarioResolving", "MinutarioLexicon", "MinutarioSpreadsheet",
        "CSQLite",
      ]),
    tests(
      "MinutarioQueryingTests",
      ["MinutarioQuerying", "MinutarioExporting", "MinutarioResolving", "MinutarioLexicon"]),
    tests("MinutarioEvaluatingTests", ["MinutarioEvaluating", "MinutarioPipeline"]),
    tests(
      "MinutarioSurveyingTests",
      ["MinutarioSurveying", "MinutarioPipeline", "MinutarioLexicon"]),
    tests("MinutarioWordingTests", ["MinutarioWording"]),
    tests("MinutarioPipelineTests", ["MinutarioPipeline", "MinutarioWording"]),
    tests(
      "MinutarioCommandTests",
      [
        "MinutarioCommand", "MinutarioPipeline", "MinutarioWording",
        .product(name: "Logging", package: "swift-log"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
