// What --help says is held in fixtures/help, and the guide explains the same options.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct HelpTests {
  static let commands = ["", "run", "extract", "roster", "agreements"]

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

  /// `--name`s in a text.
  private func options(_ text: Substring) -> Set<String> {
    var options: Set<String> = []
    for word in text.split(whereSeparator: { !($0.isLetter || $0 == "-") })
    where word.hasPrefix("--") && word.contains(where: \.isLetter) {
      options.insert(String(word))
    }
    return options
  }

  @Test(arguments: commands.dropFirst())
  func theGuideAndTheHelpKnowTheSameOptions(command: String) throws {
    let help = try BuiltBinary.run(command, "--help").output
    let guide = try String(
      contentsOf: Repository.root.appending(path: "docs/GUIDE.md"), encoding: .utf8)
    let start = try #require(guide.range(of: "## minutario \(command)\n"))
    let section = guide[start.upperBound...]
    let end = section.range(of: "\n## ")?.lowerBound ?? section.endIndex
    let common = try #require(guide.range(of: "## Options of all commands\n"))
    let shared = guide[common.upperBound...]
    let sharedEnd = shared.range(of: "\n## ")?.lowerBound ?? shared.endIndex
    #expect(
      options(section[..<end]).union(options(shared[..<sharedEnd])) == options(help[...]))
  }
}
