// From blocks to one canonical text: what `extract --text` prints and all offsets count in.
// Characters stay as in the file; only the composition of letters (NFC) and line breaks (LF) are
// made uniform. What the file does not contain but a reader sees (list labels, the borders of
// cells and paragraphs) is added and known as generated: no line's `range` covers it.

public import MinutarioModel

/// Makes the canonical text of a document, with its matching view and its way back to the source.
public struct Normalizer: Sendable {
  public init() {}

  /// The canonical text: body first, then the other stories, each block on a line of its own; the
  /// cells of a table row stand on one line, a tab between them.
  public func normalize(_ source: SourceDocument) -> NormalizedText {
    var writer = CanonicalWriter(
      capacity: source.text.count + source.text.count / 8, runs: source.runs)
    for story in source.stories {
      var previous: CellPlace?
      for block in story.blocks {
        writer.separate(from: previous, to: block.cell)
        writer.write(block, of: source.text, in: story)
        previous = block.cell
      }
    }
    writer.finish()
    var lines = writer.lines
    let isText = source.encoding != nil
    let lengths = isText ? HardWrapping.lengths(of: lines, in: writer.bytes) : []
    if isText { HardWrapping.mark(&lines, lengths: lengths, in: writer.bytes) }
    var tokenizer = Tokenizer(expecting: writer.bytes.count)
    for index in lines.indices {
      let first = tokenizer.tokens.count
      tokenizer.append(writer.bytes, in: lines[index].range)
      let tokens = first..<tokenizer.tokens.count
      lines[index].tokens = tokens
      lines[index].typedLabel = TypedLabel.read(tokenizer.tokens, tokens, folded: tokenizer.folded)
      if lines[index].typedLabel != nil { lines[index].continuesPrevious = false }
    }
    if isText { HardWrapping.markHanging(&lines, lengths: lengths, tokens: tokenizer.tokens) }
    return NormalizedText(
      bytes: writer.bytes, lines: lines, tokens: tokenizer.tokens, folded: tokenizer.folded,
      origins: writer.origins, codePointMarks: Self.codePointMarks(writer.bytes),
      map: writer.map)
  }

  private static func codePointMarks(_ bytes: [UInt8]) -> [Int32] {
    var marks: [Int32] = []
    let spacing = NormalizedText.markSpacing
    marks.reserveCapacity(bytes.count / spacing + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var count: Int32 = 0
      for start in stride(from: 0, through: bytes.count, by: spacing) {
        marks.append(count)
        let block = UnsafeBufferPointer(rebasing: bytes[start..<min(start + spacing, bytes.count)])
        // In a byte and without a branch, all of a block are counted at once.
        count &+= Int32(block.reduce(UInt8(0)) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) })
      }
    }
    return marks
  }
}
