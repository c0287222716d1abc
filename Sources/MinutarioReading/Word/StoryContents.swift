// What a story holds besides paragraphs: what is noticed about it, where its links lead, what it
// includes.

internal import MinutarioModel

extension StoryReader {
  /// What the part contains besides text.
  struct Findings {
    var hasRevisions = false
    /// Characters of hidden text, blanks not counted.
    var hiddenCharacters = 0
  }

  /// Where a link leads, by the paragraph that holds it.
  struct Link: Equatable {
    var address: String
    var paragraph: Int
  }

  /// Content in another format that stands in the part (`altChunk`).
  struct Chunk {
    /// The relationship that leads to it.
    var id: String
    /// Blocks of the story before it.
    var block: Int
    var cell: CellPlace?
  }
}
