// What --quiet, --verbose and --lang do is the same for every command that reads documents.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct CommonOptionsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Acta de la reunión\n\nAsistentes:\n- Renata Olmos\n", to: "actas/a.txt")
    for number in 0..<9 { try folder.write("x", to: "actas/\(number).pdf") }
  }

  /// Each command with what it needs to read the folder.
  static let readers = [
    ["run", "actas", "-o", "datos"], ["extract", "actas"], ["roster", "actas"],
  ]

  private func errors(_ arguments: [String]) throws -> String {
    let answer = try BuiltBinary.run(arguments, in: folder.path)
    #expect(answer.code == 0)
    return answer.errors
  }

  @Test(arguments: readers)
  func aSummaryHasAFewExamplesAndVerboseHasAll(arguments: [String]) throws {
    let usual = try errors(arguments)
    #expect(usual.contains("    4.pdf\n    … and 4 more\n"))
    #expect(!usual.contains("8.pdf"))
    let verbose = try errors(arguments + ["--verbose"])
    #expect(verbose.contains("    8.pdf\n"))
    #expect(!verbose.contains("more"))
  }

  @Test(arguments: readers)
  func quietSaysNothingButErrors(arguments: [String]) throws {
    #expect(try errors(arguments + ["--quiet"]) == "")
    let wrong = try BuiltBinary.run([arguments[0], "no-hay", "--quiet"] + arguments.dropFirst(2))
    #expect(wrong.errors.hasPrefix("minutario: no-hay: there is no such file or folder"))
    #expect(wrong.code == 2)
  }

  @Test(arguments: readers)
  func messagesFollowLangBeforeTheLocale(arguments: [String]) throws {
    #expect(try errors(arguments + ["--lang", "es"]).contains("1 documento: 1 leído"))
    #expect(try errors(arguments + ["--lang=es"]).contains("1 documento: 1 leído"))
    #expect(try errors(arguments).contains("1 document: 1 read"))
  }

  @Test(arguments: [
    (["LC_ALL": "es_PE.UTF-8"], true), (["LC_MESSAGES": "es_PE.UTF-8"], true),
    (["LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "es_PE.UTF-8"], false),
    (["LC_ALL": "", "LC_MESSAGES": "es"], true), ([:], false),
  ])
  func theFirstVariableThatIsSetDecidesTheLanguage(
    environment: [String: String], isSpanish: Bool
  ) throws {
    let answer = try BuiltBinary.run(
      ["extract", "actas"], in: folder.path, language: "en_US.UTF-8", environment: environment)
    #expect(answer.errors.contains("1 documento: ") == isSpanish)
  }

  @Test func quietAndVerboseExcludeEachOther() throws {
    for arguments in Self.readers {
      #expect(try BuiltBinary.run(arguments + ["-q", "-v"], in: folder.path).code == 64)
    }
  }
}
