// Every character of the canonical text leads back to the place in the file that it comes from.

import MinutarioModel
import MinutarioNormalizing
import MinutarioTestSupport
import Testing

@Suite struct SourceMapTests {
  private func document(_ blocks: [(String, [RunStart])]) -> SourceDocument {
    var document = SourceDocument(format: "docx")
    var story = Story(kind: .body, part: "word/document.xml")
    for (index, (text, runs)) in blocks.enumerated() {
      let start = document.text.count
      document.text += text.utf8
      document.runs += runs.map { RunStart(offset: $0.offset + start, run: $0.run) }
      story.blocks.append(Block(range: start..<document.text.count, paragraph: index * 2))
    }
    document.stories = [story]
    return document
  }

  private func shown(_ place: SourcePlace?) -> String {
    guard let place else { return "-" }
    return "\(place.part) \(place.paragraph) r\(place.run ?? 0) \(place.offset)"
  }

  @Test func leadsToParagraphRunAndByte() throws {
    var source = document([
      ("Acta 3", [RunStart(offset: 0, run: 1), RunStart(offset: 5, run: 4)]), ("", []),
      ("uno\ndos", [RunStart(offset: 0, run: 1), RunStart(offset: 4, run: 2)]),
    ])
    source.stories[0].blocks[0].label = ListLabel(text: "I.", level: 0, isBullet: false)
    let text = Normalizer().normalize(source)
    #expect(text.string(0..<text.bytes.count) == "I. Acta 3\n\nuno\ndos\n")
    #expect(text.place(at: 0) == nil)
    #expect(text.place(at: 2) == nil)
    #expect(shown(text.place(at: 3)) == "word/document.xml 0 r1 0")
    #expect(shown(text.place(at: 8)) == "word/document.xml 0 r4 5")
    #expect(text.place(at: 9) == nil)
    #expect(shown(text.place(at: 16)) == "word/document.xml 4 r2 5")
    #expect(text.runs(of: text.lines[0]) == [3..<8, 8..<9])
  }

  @Test func leadsBackThroughComposedLetters() throws {
    // "á" and "ñ" as letter and accent: two bytes each instead of three.
    let source = document([
      (
        "Sesio\u{301}n del an\u{303}o X",
        [RunStart(offset: 0, run: 1), RunStart(offset: 17, run: 2)]
      )
    ])
    let text = Normalizer().normalize(source)
    let line = text.lines[0]
    #expect(text.string(line.range) == "Sesión del año X")
    for offset in line.range where text.bytes[offset] & 0xC0 != 0x80 && text.bytes[offset] < 0x80 {
      let place = try #require(text.place(at: offset))
      #expect(source.text[place.offset] == text.bytes[offset], "byte \(offset)")
    }
    #expect(text.runs(of: line).map(text.string) == ["Sesión del añ", "o X"])
  }

  @Test func splitsNoLetterThatTwoRunsMake() throws {
    let source = document([
      ("o\u{301}n", [RunStart(offset: 0, run: 1), RunStart(offset: 1, run: 2)])
    ])
    let text = Normalizer().normalize(source)
    #expect(text.runs(of: text.lines[0]).map(text.string) == ["ó", "n"])
  }
}
