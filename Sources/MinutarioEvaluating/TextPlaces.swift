// Where the words of a value stand in a document: what was missed has no evidence of its own.

import MinutarioModel

/// The lines of one document, ready to be searched.
struct TextPlaces {
  private let lines: [(place: String, text: String)]

  init(_ text: NormalizedText) {
    lines = text.lines.map { line in
      (text.place(of: line), ComparisonForm.plain(text.string(line.range)) ?? "")
    }
  }

  /// Words of a long value that are looked for; a value may run over several lines.
  private static let words = 5

  /// The first line that has the beginning of a value; nil when none has.
  func place(of value: String) -> String? {
    guard let plain = ComparisonForm.plain(value) else { return nil }
    let start = plain.split(separator: " ").prefix(Self.words).joined(separator: " ")
    return lines.first { $0.text.contains(start) }?.place
  }
}
