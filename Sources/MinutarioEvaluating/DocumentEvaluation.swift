// One document compared: what was counted and what differs.

public import MinutarioModel

/// How one document was read.
public struct DocumentEvaluation: Sendable {
  /// Of the gold file, below its folder, without `.gold.json`.
  public let path: String
  /// Whether there is no record at all: everything counts as missed.
  public let isMissing: Bool
  public let counts: [FigureName: Counts]
  /// In the order in which documents mostly have them: attendees, meeting, topics, agreements.
  public let differences: [Difference]
  let rows: [JudgedRow]

  /// Compares what was read from a document with its gold. There are several records where its file
  /// holds several minutes, none where it was not read. What was missed is looked for in the text of
  /// the document, where that is at hand.
  public init(
    path: String, gold: GoldDocument, records: [ReadRecord], text: NormalizedText? = nil
  ) {
    self.path = path
    isMissing = records.isEmpty
    var read = records.first ?? ReadRecord(missing: path)
    for record in records.dropFirst() { read.join(record) }
    let comparison = Comparison(of: read, with: gold, text: text)
    counts = comparison.counts
    differences = comparison.differences
    rows = comparison.rows
  }

  /// Mean F1 of the figures that the document has anything for, 0 to 1; 1 where it has none.
  public var score: Double {
    let scored = counts.values.filter { !$0.isEmpty }
    guard !scored.isEmpty else { return 1 }
    // In a fixed order: sums of decimals hang on it.
    return scored.map(\.f1).sorted().reduce(0, +) / Double(scored.count)
  }
}

/// A roster row that was read, and whether it is right.
struct JudgedRow: Sendable, Equatable {
  /// 0 to 1, as the record has it.
  let confidence: Double
  /// Whether the person, the position, the institution and the presence are right.
  let isRight: Bool
}

/// Rows of one range of confidence.
public struct ConfidenceBand: Sendable, Equatable {
  /// The range: from the lower bound to below the upper one, the last band up to 1.
  public let from: Double
  public let to: Double
  public let rows: Int
  public let right: Int

  /// Lower bounds of the bands, the highest first.
  static let bounds = [0.9, 0.8, 0.7, 0]

  /// Share of the rows that are right; nil where there are none.
  public var share: Double? { rows > 0 ? Double(right) / Double(rows) : nil }

  static func bands(of rows: [JudgedRow]) -> [ConfidenceBand] {
    zip(bounds, [.infinity] + bounds).map { from, to in
      let inside = rows.filter { from <= $0.confidence && $0.confidence < to }
      return ConfidenceBand(
        from: from, to: min(1, to), rows: inside.count, right: inside.count(where: \.isRight))
    }
  }
}
