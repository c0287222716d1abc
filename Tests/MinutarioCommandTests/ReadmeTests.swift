// The two READMEs say the same, in two languages, and what they say is what the program does.

import Foundation
import MinutarioTestSupport
import Testing

@testable import MinutarioWording

/// A README part by part.
private struct Readme {
  /// The text before the first heading, then each section with its heading.
  let parts: [Substring]

  init(_ language: Language) throws {
    let name = language == .spanish ? "README.es.md" : "README.md"
    let text = try String(contentsOf: Repository.root.appending(path: name), encoding: .utf8)
    parts = text.replacing("\n## ", with: "\u{0}").split(separator: "\u{0}")
  }

  /// The lines of code blocks.
  static func code(_ part: Substring) -> [Substring] {
    part.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .flatMap { $0 % 2 == 1 ? $1.split(separator: "\n") : [] }
  }

  /// What is typed, without the comment beside it.
  static func commands(_ part: Substring) -> [String] {
    code(part).filter { $0.hasPrefix("minutario") || $0.hasPrefix("$") || $0.hasPrefix("scripts") }
      .map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
  }

  /// The pages that the links lead to, but for the other README; both guides are one page here.
  static func links(_ part: Substring) -> [String] {
    part.matches(of: /\]\(([^)#]*)/).map { String($0.1).replacing("GUIA", with: "GUIDE") }
      .filter { !$0.hasPrefix("README") }
  }

  static func lines(_ part: Substring, startingWith sign: String) -> Int {
    part.split(separator: "\n").count { $0.hasPrefix(sign) }
  }

  /// Commands of the example with what they answer; `…` stands for what is left out.
  var examples: [(command: [String], answer: [Substring])] {
    var examples: [(command: [String], answer: [Substring])] = []
    for line in parts.flatMap(Self.code) {
      if line.hasPrefix("$ ") {
        let quoted = line.dropFirst(2).split(separator: "\"", omittingEmptySubsequences: false)
        let words = quoted.enumerated().flatMap { index, text in
          index % 2 == 1 ? [String(text)] : text.split(separator: " ").map(String.init)
        }
        examples.append((words, []))
      } else if !examples.isEmpty, line != "…", !line.hasPrefix("minutario") {
        examples[examples.count - 1].answer.append(line)
      }
    }
    return examples
  }
}

@Suite struct ReadmeTests {
  @Test func bothHaveTheSamePartsWithTheSameContent() throws {
    let (spanish, english) = (try Readme(.spanish).parts, try Readme(.english).parts)
    #expect(spanish.count == english.count)
    for (spanish, english) in zip(spanish, english) {
      let title = english.prefix { $0 != "\n" }
      #expect(Readme.commands(spanish) == Readme.commands(english), "\(title)")
      #expect(Readme.links(spanish) == Readme.links(english), "\(title)")
      for sign in ["* ", "|"] {
        #expect(
          Readme.lines(spanish, startingWith: sign) == Readme.lines(english, startingWith: sign),
          "\(title): \(sign)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func theExamplesAnswerWhatTheReadmeShows(language: Language) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("fixtures"), withDestinationPath: Repository.path("fixtures"))
    let examples = try Readme(language).examples
    #expect(examples.count > 1)
    for (command, answer) in examples {
      #expect(command.first == "minutario")
      let said = try BuiltBinary.run(
        Array(command.dropFirst()), in: folder.path, language: language.rawValue)
      let lines = (said.output + said.errors).split(separator: "\n")
      #expect(!answer.isEmpty)
      for line in answer { #expect(lines.contains(line), "\(command): \(line)") }
    }
  }

  @Test(arguments: Language.allCases)
  func everyMessageThatIsExplainedIsOneThatIsSaid(language: Language) throws {
    let texts = TextCatalogue.embedded(language).entries.map {
      $0.text.replacing("\n", with: " ")
    }
    let rows = try Readme(language).parts.flatMap { $0.matches(of: /\n\| `([^`]*)` \|/) }
    #expect(rows.count > 5)
    for row in rows {
      #expect(texts.contains { $0.contains(row.1) }, "\(row.1)")
    }
  }
}
