// Provenance over whole files: each character of the canonical text is, at its place, a character
// of what the reader gave.

import Foundation
import MinutarioModel
import MinutarioNormalizing
import MinutarioReading
import Testing

@Suite struct PlacesTests {
  /// Checks every character of a document; those of letters that were composed only stand near.
  private func check(_ source: SourceDocument, _ note: String) {
    let text = Normalizer().normalize(source)
    let blocks = source.stories.flatMap(\.blocks)
    var known = 0
    for line in text.lines {
      let block = blocks[line.block]
      for offset in line.range {
        guard let place = text.place(at: offset) else {
          Testing.Issue.record("no place for byte \(offset): \(note)")
          return
        }
        guard place.paragraph == block.paragraph, place.cell == block.cell?.name,
          (0..<max(1, block.range.count)).contains(place.offset)
        else {
          Testing.Issue.record("wrong place for byte \(offset): \(place), \(note)")
          return
        }
        if text.bytes[offset] < 0x80 {
          known += 1
          if source.text[block.range.lowerBound + place.offset] != text.bytes[offset] {
            Testing.Issue.record("another character at \(place), \(note)")
            return
          }
        }
      }
      let runs = text.runs(of: line)
      #expect(runs.map(\.count).reduce(0, +) == line.range.count, "runs leave a gap: \(note)")
      #expect(
        runs.allSatisfy { String(validating: text.bytes[$0], as: UTF8.self) != nil },
        "a run splits a letter: \(note)")
    }
    #expect(known > 0 || text.bytes.allSatisfy { $0 >= 0x80 || isBlank($0) }, "\(note)")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  @Test func leadBackThroughRunsTablesBoxesAndLabels() throws {
    let box =
      "<w:r><v:textbox><w:txbxContent>\(p(r("caja ") + r("dos")))</w:txbxContent></v:textbox></w:r>"
    let source = try WordFixture(
      p(r("Se") + r("sio\u{301}n ", "<w:b/>") + box + r("última"))
        + tbl(tr(tc("a"), "<w:tc>\(p(r("b") + r("c")))</w:tc>")) + p(r("fin"))
    ).read()
    check(source, "fixture")
    let text = Normalizer().normalize(source)
    #expect(
      text.lines.flatMap { line in
        text.runs(of: line).map { range in
          let place = text.place(at: range.lowerBound)
          return "\(place?.paragraph ?? -1):\(place?.run ?? -1):\(text.string(range))"
        }
      } == [
        "0:1:Se", "0:2:sión ", "0:4:última", "1:1:caja ", "1:2:dos", "2:1:a", "3:1:b", "3:2:c",
        "4:1:fin",
      ])
  }

  @Test func knowNoRunsOfBreaksAtTheEnd() throws {
    let document = try WordFixture(p(r("a") + "<w:r><w:br/></w:r>") + p(r("b"))).read()
    #expect(document.texts() == ["a", "b"])
    #expect(document.runs == [RunStart(offset: 0, run: 1), RunStart(offset: 1, run: 1)])
  }

  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpus")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: PlacesTests.corpus.path),
      "the corpus is not beside the package"),
    arguments: ["seed", "authored", "real", "docx-quirks"])
  func leadBackOverTheCorpus(_ name: String) throws {
    let reader = SourceReader()
    let folder = Self.corpus.appending(path: name)
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
      let file = folder.appending(path: path)
      guard !file.hasDirectoryPath, let data = try? Data(contentsOf: file), data.count < 400_000,
        let source = try? reader.read([UInt8](data), name: path)
      else { continue }
      count += 1
      check(source, path)
    }
    #expect(count > 0)
  }
}
