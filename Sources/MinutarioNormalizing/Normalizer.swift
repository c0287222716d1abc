// From blocks to one canonical text.

public import MinutarioModel

/// Makes the canonical text of a document, with its matching view and its way back to the source.
public struct Normalizer: Sendable {
  public init() {}

  /// The canonical text: body first, then the other stories.
  public func normalize(_ source: SourceDocument) -> NormalizedText {
    NormalizedText(
      bytes: [], lines: [], tokens: [], folded: [], origins: [], codePointMarks: [0])
  }
}
