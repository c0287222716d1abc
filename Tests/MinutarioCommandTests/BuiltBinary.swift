// The program as users run it: the executable that this build has made, in a process of its own.

import Foundation

/// The built `minutario`.
enum BuiltBinary {
  /// Beside the bundle of the tests that run now.
  static let url: URL? = {
    let own = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let places =
      [URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(), own]
      .map { $0.deletingLastPathComponent() }
      + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
      .map { URL(filePath: $0).deletingLastPathComponent() }
    return places.map { $0.appending(path: "minutario") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// What one run has said.
  struct Answer {
    let output: String
    let errors: String
    /// The exit code, or 128 and the signal.
    let code: Int32
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., in folder: String? = nil, language: String = "en_US.UTF-8"
  ) throws -> Answer {
    try run(arguments, in: folder, language: language)
  }

  static func run(
    _ arguments: [String], in folder: String? = nil, language: String = "en_US.UTF-8",
    environment: [String: String] = [:]
  ) throws -> Answer {
    let process = Process()
    process.executableURL = try located()
    process.arguments = arguments
    process.environment = environment.merging(["LANG": language]) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "minutario-answer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: nothing can fill up while nobody reads.
    let output = scratch.appending(path: "output")
    let errors = scratch.appending(path: "errors")
    for file in [output, errors] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Answer(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      code: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }

  static func located() throws -> URL {
    struct NotBuilt: Error {}
    guard let url else { throw NotBuilt() }
    return url
  }
}
