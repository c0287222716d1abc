// docs/READING.md says what of a Word document is read. Its tables are run here: each example is
// read, each test that it names is there, and the names are those that the reader knows.

import Foundation
import MinutarioModel
import Testing

@testable import MinutarioReading

/// A row of a table of elements.
private struct Row: CustomTestStringConvertible {
  var elements: [String]
  /// XML, or the name of a test.
  var example: String
  var text: String
  var isIgnored: Bool

  var testDescription: String { elements.joined(separator: " ") }
}

private enum Page {
  static let text =
    (try? String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/READING.md"), encoding: .utf8)) ?? ""

  /// The rows whose first cell names elements.
  static let rows: [Row] = {
    var rows: [Row] = []
    var section = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") { section = String(line) }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5,
        cells[1].contains("`w:") || cells[1].contains("`m:") || cells[1].contains("`mc:")
      else { continue }
      rows.append(
        Row(
          elements: quoted(cells[1]), example: quoted(cells[2]).first ?? "",
          text: quoted(cells[3]).first ?? "", isIgnored: section == "### Ignored"))
    }
    return rows
  }()

  static func quoted(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  static let examples = rows.filter { $0.example.hasPrefix("<") }
}

@Suite struct ReadingPageTests {
  @Test(arguments: Page.examples)
  fileprivate func readsTheExample(_ row: Row) throws {
    let isWhole = row.example.contains("<w:p>") || row.example.contains("<w:p/>")
    let document = try WordFixture(isWhole ? row.example : p(row.example)).read()
    let shown = document.texts().joined(separator: "¶").replacing("\t", with: "⇥")
      .replacing("\n", with: "↵")
    #expect(shown == row.text)
    document.checkInvariants()
  }

  @Test func hasExamplesOfEveryKind() {
    #expect(Page.examples.count >= 25)
    #expect(Page.rows.filter(\.isIgnored).count >= 5)
  }

  @Test func namesTestsThatAreThere() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    for row in Page.rows where !row.example.hasPrefix("<") {
      #expect(
        sources.contains("func \(row.example)(") || sources.contains("struct \(row.example) "),
        "\(row.testDescription): \(row.example)")
    }
  }

  @Test func namesAllElementsThatTheReaderKnowsAndNoOther() {
    let read = Set(Page.rows.filter { !$0.isIgnored }.flatMap(\.elements))
    let prefixes: [XMLNamespace: String] = [.word: "w", .mathematics: "m", .compatibility: "mc"]
    var known: Set<String> = []
    for (space, names) in Element.names {
      guard let prefix = prefixes[space] else { continue }
      for name in names.keys { known.insert("\(prefix):\(name)") }
    }
    #expect(known.subtracting(read).sorted() == [], "read, but not on the page")
    #expect(read.subtracting(known).sorted() == [], "on the page, but not read")
    let ignored = Set(Page.rows.filter(\.isIgnored).flatMap(\.elements))
    #expect(ignored.intersection(known).sorted() == [], "said to be ignored, but read")
  }

  @Test func explainsEveryCodeOfReading() {
    let rows = Page.text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let codes = Set(rows.compactMap { Page.quoted(String($0)).first })
    let reading: [MinutarioModel.Issue.Code] = [
      .encrypted, .lockFile, .oldWordFile, .htmlFile, .rtfFile, .notADocument, .emptyFile, .damaged,
      .truncated, .zipRatio, .zipEntryLimit, .xmlDTD, .tooLarge, .tooDeep, .limitReached, .noText,
      .unreadableFile, .encodingGuessed, .encodingMixed, .mojibakeRepaired, .undecodableBytes,
      .hiddenText, .trackedChangesPresent, .commentsPresent,
    ]
    for code in reading { #expect(codes.contains(code.rawValue), "\(code.rawValue)") }
  }
}
