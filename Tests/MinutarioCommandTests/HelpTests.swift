// What --help says is held in fixtures/help.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct HelpTests {
  /// The empty name of the program itself, and every command that it has.
  static let commands: [String] = [""] + (ToolInfo.tool?.subcommands ?? []).map(\.name)

  @Test func theCommandsAreFoundInTheToolItself() {
    #expect(Self.commands.contains("run"))
    #expect(Self.commands.count > 3)
  }

  /// With UPDATE_GOLDENS=1 the file is written anew, and the test fails so that this cannot pass
  /// unseen.
  @Test(arguments: commands, ["en", "es"])
  func helpIsAsRecorded(command: String, language: String) throws {
    let answer = try BuiltBinary.run(
      (command.isEmpty ? [] : [command]) + ["--help"], language: language)
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    let name = "fixtures/help/\(command.isEmpty ? "minutario" : command).\(language).txt"
    let file = Repository.root.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(answer.output.utf8).write(to: file)
      Issue.record("\(name) was written; read it and run again without UPDATE_GOLDENS")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(answer.output == recorded, "renew with UPDATE_GOLDENS=1 swift test --filter HelpTests")
  }

  @Test func theVersionIsPrintedAlone() throws {
    let answer = try BuiltBinary.run("--version")
    #expect(answer.output.split(separator: ".").count == 3)
    #expect(answer.code == 0)
  }

  @Test(arguments: commands.dropFirst())
  func everyCommandTakesTheCommonOptions(command: String) throws {
    let info = try #require(ToolInfo.tool?.subcommands.first { $0.name == command })
    #expect(info.options.isSuperset(of: ["--quiet", "--verbose", "--lang", "--help", "--version"]))
  }
}
