// From text to sections.

public import MinutarioLexicon
public import MinutarioModel

/// Cuts a text into sections by its headings.
public struct Segmenter: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Sections in order; they cover the text without overlap.
  public func sections(of text: NormalizedText) -> [Section] {
    []
  }
}
