// What the tests of rosters share: the record of small minutes, and its attendances as rows.

import MinutarioExtracting
import MinutarioLexicon
import MinutarioModel
import MinutarioNormalizing
import MinutarioSegmenting
import MinutarioTestSupport

func record(_ lines: String) -> MinutesRecord {
  record(NormalizedText(lines: lines))
}

func record(_ text: NormalizedText) -> MinutesRecord {
  Extractor(lexicon: .standard).record(
    of: text, sections: Segmenter(lexicon: .standard).sections(of: text),
    facts: DocumentFacts(path: "acta.txt", sha256: "", bytes: 0, format: "txt"), issues: [])
}

/// name | title | position | institution | presence, one row a line; `-` for none.
func rows(_ record: MinutesRecord) -> [String] {
  record.attendances.map { person in
    [
      person.name, person.title ?? "-", person.position ?? "-", person.institution?.name ?? "-",
      person.presence.rawValue,
    ].joined(separator: " | ")
  }
}

/// A document of one table under the heading of a roster.
func table(_ rows: [[String]]) -> NormalizedText {
  var source = SourceDocument(format: "docx")
  source.add("LISTA DE ASISTENCIA", isBold: true)
  source.addTable(1, rows)
  return Normalizer().normalize(source)
}

extension SourceDocument {
  mutating func addTable(_ table: Int, _ rows: [[String]]) {
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        add(cell, cell: CellPlace(table: table, row: row + 1, column: column + 1))
      }
    }
  }
}
