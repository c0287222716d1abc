// The acceptance example twice: as the text file of the corpus, and with the same words as a Word
// document whose headings and values stand in a two-column table and whose lists are automatic.

import Foundation
import MinutarioModel
import MinutarioPipeline
import Testing

@Suite struct SeedTwinTests {
  static let seed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpus/seed/minuta-2020-10-01.txt")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: seed.path),
      "needs ../shared/corpus/seed, which is not here"))
  func theSameMinutesAsATableOfWordGiveTheSameRows() throws {
    let bytes = try [UInt8](Data(contentsOf: Self.seed))
    let text = Pipeline().document(bytes, path: "seed.txt").records[0]
    let word = Pipeline().document(
      twin(of: String(decoding: bytes, as: UTF8.self)).bytes(), path: "seed.docx"
    ).records[0]
    #expect(word.outcome == .read)
    #expect(text.attendances.count == 11)
    #expect(rows(word) == rows(text))
    #expect(meeting(word) == meeting(text))
    #expect(topics(word) == topics(text))
    #expect(agreements(word) == agreements(text))
  }

  private func rows(_ record: MinutesRecord) -> [[String]] {
    record.attendances.map {
      [
        $0.name, $0.title ?? "", $0.position ?? "", $0.role ?? "", $0.unit ?? "",
        $0.institution?.name ?? "", $0.presence.rawValue,
      ]
    }
  }

  private func meeting(_ record: MinutesRecord) -> [String] {
    let meeting = record.meeting
    return [
      meeting.name ?? "", "\(meeting.date?.description ?? "")", meeting.place ?? "",
      meeting.startTime?.description ?? "", meeting.mode.rawValue,
      meeting.followUp?.date?.description ?? "", meeting.followUp?.startTime?.description ?? "",
    ]
  }

  private func topics(_ record: MinutesRecord) -> [[String]] {
    record.topics.map { [$0.label ?? "", $0.text, $0.parent.map(String.init) ?? ""] }
  }

  private func agreements(_ record: MinutesRecord) -> [[String]] {
    record.agreements.map {
      [$0.label ?? "", $0.text, $0.dueDate?.description ?? ""]
        + $0.responsibles.map { $0.name ?? $0.institution?.name ?? $0.text }
    }
  }

  // MARK: The twin

  /// A row for each heading, its lines beside it; what stands before the first heading, above.
  private func twin(of text: String) -> WordFixture {
    var head = ""
    var rows: [(heading: String, lines: [String])] = []
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      let isHeading = line.count > 3 && line == line.uppercased()
      if isHeading {
        rows.append((line, []))
      } else if rows.isEmpty {
        head += p(r(escaped(line)))
      } else if !line.isEmpty {
        rows[rows.count - 1].lines.append(line)
      }
    }
    let table = rows.enumerated().map { index, row in
      "<w:tr>\(tc(row.heading))<w:tc>\(row.lines.map { paragraph($0, list: index + 10) }.joined())</w:tc></w:tr>"
    }
    return WordFixture(
      head + "<w:tbl>\(table.joined())</w:tbl>",
      parts: ["numbering.xml": root("numbering", numbering(rows.indices.map { $0 + 10 }))])
  }

  private func paragraph(_ line: String, list: Int) -> String {
    if line.hasPrefix("· ") {
      return item(String(line.dropFirst(2)), "<w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>")
    }
    if let dot = line.firstIndex(of: "."), line[..<dot].allSatisfy({ "IVX".contains($0) }),
      dot > line.startIndex
    {
      let words = line[line.index(after: dot)...].trimmingCharacters(in: .whitespaces)
      return item(words, "<w:ilvl w:val=\"0\"/><w:numId w:val=\"\(list)\"/>")
    }
    return p(r(escaped(line)))
  }

  private func item(_ words: String, _ list: String) -> String {
    p(r(escaped(words)), "<w:numPr>\(list)</w:numPr>")
  }

  /// One bullet list, and a list in Roman numbers for each row.
  private func numbering(_ lists: [Int]) -> String {
    let bullet =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"·\"/></w:lvl></w:abstractNum>"
    let roman = lists.map {
      "<w:abstractNum w:abstractNumId=\"\($0)\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
    }
    let numbers = ([1] + lists).map {
      "<w:num w:numId=\"\($0)\"><w:abstractNumId w:val=\"\($0)\"/></w:num>"
    }
    return bullet + roman.joined() + numbers.joined()
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
