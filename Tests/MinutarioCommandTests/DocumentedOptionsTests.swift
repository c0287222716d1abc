// The documents and the tool know the same options: each option that a document names exists, and
// the guide explains each that exists.

import Foundation
import MinutarioTestSupport
import Testing

/// The text of a document for people, and the options of this program that it names.
private struct Document {
  let name: String
  let text: String

  init(_ name: String) throws {
    self.name = name
    text = try String(contentsOf: Repository.root.appending(path: name), encoding: .utf8)
  }

  /// Every document of the top folder and of docs/.
  static func all() throws -> [Document] {
    try ["", "docs/"].flatMap { folder in
      try FileManager.default
        .contentsOfDirectory(atPath: Repository.root.appending(path: folder).path)
        .filter { $0.hasSuffix(".md") }.sorted().map { try Document(folder + $0) }
    }
  }

  /// What is set in code: lines of blocks and spans within lines.
  private var code: [Substring] {
    text.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part in
        index % 2 == 1
          ? part.split(separator: "\n")
          : part.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .compactMap { $0 % 2 == 1 ? $1 : nil }
      }
  }

  /// Commands with the options that stand behind them; the command is empty for an option that
  /// stands by itself. Other programs than this one are passed over.
  var mentions: [(command: String, options: Set<String>)] {
    code.flatMap { $0.split(separator: "|") }.compactMap { line in
      let words = line.prefix { $0 != "#" }.split(separator: " ").drop { $0 == "$" }
      let options = words.filter { $0.hasPrefix("--") && $0.dropFirst(2).first?.isLetter == true }
        .map { String($0.prefix { $0 != "=" && $0 != "," }) }
      guard let first = words.first, !options.isEmpty else { return nil }
      if first.hasPrefix("-") { return ("", Set(options)) }
      guard first == "minutario" || first.hasSuffix("/minutario") else { return nil }
      return (words.dropFirst().first.map(String.init) ?? "", Set(options))
    }
  }

  /// The part below a heading, up to the next of its kind.
  func section(_ heading: String) -> Substring? {
    guard let start = text.range(of: "\n## \(heading)\n") else { return nil }
    let rest = text[start.upperBound...]
    return rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
  }
}

@Suite struct DocumentedOptionsTests {
  /// What ArgumentParser takes beside the options that help shows.
  private static let hidden: Set<String> = [
    "--generate-completion-script", "--experimental-dump-help",
  ]

  @Test func everyOptionThatADocumentNamesExists() throws {
    let tool = try #require(ToolInfo.tool)
    let all = tool.subcommands.reduce(tool.options.union(Self.hidden)) { $0.union($1.options) }
    var count = 0
    for document in try Document.all() {
      for (command, options) in document.mentions {
        let known = tool.subcommands.first { $0.name == command }?.options ?? all
        #expect(options.subtracting(known) == [], "\(document.name): minutario \(command)")
        count += options.count
      }
    }
    #expect(count > 20, "the documents name options")
  }

  @Test func bothReadmesTellOfTheGuideWhereEveryOptionStands() throws {
    #expect(try Document("README.md").text.contains("(docs/GUIDE.md)"))
    #expect(try Document("README.es.md").text.contains("(docs/GUIA.md)"))
  }

  @Test func everyLinkOfADocumentLeadsToAFile() throws {
    for document in try Document.all() {
      let folder = Repository.root.appending(path: document.name).deletingLastPathComponent()
      for link in document.text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
        let file = folder.appending(path: String(link.1)).path
        #expect(FileManager.default.fileExists(atPath: file), "\(document.name): \(link.1)")
      }
    }
  }

  @Test(
    arguments: HelpTests.commands.dropFirst(),
    [
      ["docs/GUIDE.md", "Options of all commands"],
      ["docs/GUIA.md", "Opciones de todos los comandos"],
    ])
  func theGuidesExplainEveryOptionOfACommandAndNoOther(command: String, guide: [String]) throws {
    let (document, shared) = (try Document(guide[0]), guide[1])
    let section = try #require(document.section("minutario \(command)"), "no section in it")
    let common = try #require(document.section(shared))
    let info = try #require(ToolInfo.tool?.subcommands.first { $0.name == command })
    let explained = options(section).union(options(common))
    #expect(explained == info.options)
  }

  /// The options that the rows of tables name in their first cells.
  private func options(_ section: Substring) -> Set<String> {
    let cells = section.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { $0.dropFirst().split(separator: "|").first }
    return Set(cells.flatMap { $0.matches(of: /--[a-z-]+/).map { String($0.output) } })
  }
}
