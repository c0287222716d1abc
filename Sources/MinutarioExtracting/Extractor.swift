// From sections to facts: one rule set for each kind of content.

public import MinutarioLexicon
public import MinutarioModel

/// Reads people, meeting data, topics, agreements and mentions out of a segmented text.
public struct Extractor: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The record of one document. `facts` are completed (language, place and date of issue, coverage).
  public func record(
    of text: NormalizedText, sections: [Section], facts: DocumentFacts, issues: [Issue]
  ) -> MinutesRecord {
    MinutesRecord(outcome: .read, document: facts, issues: issues)
  }
}
