// Texts that no clerk wrote: the reader stays calm and linear.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

@Suite struct MeetingHostileTests {
  private static let pieces = [
    "Fecha: ", "FECHA", "\n", ". ", "(", ") ", "Próxima ", "sesión ", "siendo las ", "10:00 ", "a ",
    "8 de octubre ", "de 2020 ", "Acta ", "No. ", "Comité ", "de ", "la ", "en ", "Sala ", ", ",
    "Sig. ", "reunión", ": ", "Zoom ", "- ", "se levantó ", "quórum con ", "dos ", "ayer ", "\t",
    "primera ", "se reunió ", "por ", "“", "misma hora ", "y ", "/ ", "PROX. ", "REUNION ",
  ]

  @Test func survivesAnyOrderOfItsWords() {
    var random = SeededGenerator(seed: 42)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let reader = MeetingReader(lexicon: .standard)
    let kinds = Section.Kind.allCases
    for _ in 0..<600 {
      let string = (0..<(1 + next(60))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let text = NormalizedText(lines: string)
      let border = text.lines[next(text.lines.count)].range.lowerBound
      let ranges = [0..<border, border..<text.bytes.count].filter { !$0.isEmpty }
      let sections = ranges.map {
        Section(kind: kinds[next(kinds.count)], heading: nil, range: $0, content: $0)
      }
      let reading = reader.read(text, sections: sections)
      for span in reading.meeting.evidence.fields.flatMap(\.spans) {
        #expect(span.start <= span.end)
      }
    }
  }

  @Test func readsOneEndlessLine() {
    let reader = MeetingReader(lexicon: .standard)
    for piece in ["ley del 1 de mayo de 2020 ", "Fecha: ", "próxima sesión el ", "Comité de la "] {
      let text = NormalizedText(lines: String(repeating: piece, count: 5_000))
      _ = reader.read(text, sections: [])
    }
  }
}
