// Documents for tests, written as the text they show.

public import MinutarioModel
import MinutarioNormalizing

extension SourceDocument {
  /// A text file with the given lines.
  public init(lines text: String) {
    self.init(format: "txt")
    encoding = "UTF-8"
    var blocks: [Block] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = self.text.count
      self.text += Array(line.utf8)
      blocks.append(Block(range: start..<self.text.count, paragraph: blocks.count))
    }
    stories = [Story(kind: .body, part: "text", blocks: blocks)]
  }

  /// Adds a block of its own to the body, as a word processor document has them.
  public mutating func add(
    _ text: String, label: ListLabel? = nil, cell: CellPlace? = nil, headingLevel: Int? = nil,
    isBold: Bool = false
  ) {
    if stories.isEmpty { stories = [Story(kind: .body, part: "word/document.xml")] }
    let start = self.text.count
    self.text += Array(text.utf8)
    let block = Block(
      range: start..<self.text.count, paragraph: stories[0].blocks.count, cell: cell, label: label,
      headingLevel: headingLevel, boldPrefix: isBold ? self.text.count - start : 0)
    stories[0].blocks.append(block)
  }
}

extension SourceDocument {
  /// Adds a story besides the body, a block for each line.
  public mutating func add(_ kind: Story.Kind, _ text: String) {
    var story = Story(kind: kind, part: "word/\(kind.rawValue).xml")
    for line in text.split(separator: "\n") {
      let start = self.text.count
      self.text += Array(line.utf8)
      story.blocks.append(Block(range: start..<self.text.count, paragraph: story.blocks.count))
    }
    stories.append(story)
  }
}

extension NormalizedText {
  /// The canonical text of a text file with the given lines.
  public init(lines text: String) {
    self = Normalizer().normalize(SourceDocument(lines: text))
  }

  /// The canonical text of a document built by hand.
  public init(document: SourceDocument) {
    self = Normalizer().normalize(document)
  }

  /// All of it as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The byte range of the first place where a string stands; empty at the end when it does not.
  public func range(of part: String) -> Range<Int> {
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return bytes.count..<bytes.count }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return bytes.count..<bytes.count
  }
}
