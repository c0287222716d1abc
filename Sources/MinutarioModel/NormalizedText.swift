// The canonical text that all offsets count in, and beside it the matching view that rules read:
// tokens with their case, accents, dashes and quotes folded. Offsets are UTF-8 bytes here; they
// become code points only in the evidence of a record.

/// One canonical text with a way back to the source for every position.
///
/// Example: the paragraph `Acta Nº 3` with the automatic label `I.` becomes the bytes of
/// `I. Acta Nº 3\n`; the line's `content` starts behind the label, which is *generated*, and its
/// tokens fold to `acta`, `n`, ordinal sign, `3`.
public struct NormalizedText: Sendable {
  /// Canonical UTF-8: NFC, LF.
  public var bytes: [UInt8]
  /// The bytes that are to be read: all, or those of one of several minutes (`part`).
  public var extent: Range<Int>
  /// In the order of the text. Lines do not overlap; what lies between two lines is generated.
  public var lines: [Line]
  /// Words, numbers and signs of all lines, in order; blanks are not tokens.
  public var tokens: [Token]
  /// The folded spelling of all word tokens, one after the other; see `Token.folded`.
  public var folded: [UInt8]
  /// Where each block came from; `Line.block` leads here.
  public var origins: [Origin]
  /// Code points before every 16th byte, for `codePoint(at:)`.
  public var codePointMarks: [Int32]
  /// The way back to the source's own text.
  public var map: SourceMap

  public init(
    bytes: [UInt8], lines: [Line], tokens: [Token], folded: [UInt8], origins: [Origin],
    codePointMarks: [Int32], map: SourceMap = SourceMap()
  ) {
    self.bytes = bytes
    extent = 0..<bytes.count
    self.lines = lines
    self.tokens = tokens
    self.folded = folded
    self.origins = origins
    self.codePointMarks = codePointMarks
    self.map = map
  }

  /// The source of a block: a part and a paragraph in it.
  public struct Origin: Sendable, Equatable {
    public var story: Story.Kind
    public var part: String
    public var paragraph: Int

    public init(story: Story.Kind, part: String, paragraph: Int) {
      self.story = story
      self.part = part
      self.paragraph = paragraph
    }
  }

  /// The kind of the story that a line stands in.
  public func story(ofLine index: Int) -> Story.Kind { origins[lines[index].block].story }

  /// Where a line comes from, for people: `word/document.xml:12:t1r2c3`, part, paragraph and cell.
  public func place(of line: Line) -> String {
    let origin = origins[line.block]
    return "\(origin.part):\(origin.paragraph)" + (line.cell.map { ":\($0.name)" } ?? "")
  }

  /// The text of a byte range.
  public func string(_ range: Range<Int>) -> String {
    // The check of UTF-8 is faster over a buffer than over a slice.
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// The range without blanks, tabs and line breaks at its ends.
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, let length = blankLength(at: start, before: end) { start += length }
    while end > start {
      var character = end - 1
      while character > start, bytes[character] & 0xC0 == 0x80 { character -= 1 }
      guard blankLength(at: character, before: end) == end - character else { break }
      end = character
    }
    return start..<end
  }

  /// Byte length of the blank at an offset, or nil when something visible stands there. Blanks are
  /// ASCII space and controls, no-break space, the spaces of U+2000–U+200B, and U+FEFF.
  private func blankLength(at offset: Int, before end: Int) -> Int? {
    switch bytes[offset] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xA0: return 2
    case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80:
      return (0x80...0x8B).contains(bytes[offset + 2]) || bytes[offset + 2] == 0xAF ? 3 : nil
    case 0xEF where offset + 2 < end && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF:
      return 3
    default: return nil
    }
  }

  /// Notes with every token what the lexicon knows of it: of its hash, and of that with the hash of
  /// the token that follows it on its line, dots left out; nil where none does.
  @inlinable
  public mutating func mark(_ marks: (_ word: UInt64, _ next: UInt64?) -> UInt64) {
    for line in lines.indices {
      var next: UInt64?
      for index in lines[line].tokens.reversed() {
        tokens[index].marks = marks(tokens[index].hash, next)
        if !tokens[index].isSign(UInt8(ascii: ".")) { next = tokens[index].hash }
      }
    }
  }

  /// Bytes between two marks.
  public static let markSpacing = 16

  /// Code points before a byte offset.
  public func codePoint(at offset: Int) -> Int {
    var count = Int(codePointMarks[offset / Self.markSpacing])
    var index = offset / Self.markSpacing * Self.markSpacing
    while index < offset {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// The index of the line that holds the offset, or the last line that starts before it.
  public func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The tokens that start in a byte range, as indices.
  public func tokenIndices(in range: Range<Int>) -> Range<Int> {
    let first = firstToken(from: range.lowerBound)
    // Most ranges hold few tokens: their end is looked for in steps that grow.
    var step = 4
    var behind = first
    while behind < tokens.count, tokens[behind].start < range.upperBound {
      behind = min(behind + step, tokens.count)
      step *= 2
    }
    return first..<max(first, firstToken(from: range.upperBound, among: first..<behind))
  }

  /// The tokens of a line within a byte range: where that holds all of the line, they are known.
  public func tokenIndices(of line: Line, in range: Range<Int>) -> Range<Int> {
    let own = line.range.clamped(to: range)
    return own == line.range ? line.tokens : tokenIndices(in: own)
  }

  private func firstToken(from offset: Int) -> Int {
    firstToken(from: offset, among: tokens.indices)
  }

  /// The first of some tokens that does not start before an offset; the end of them where none does.
  private func firstToken(from offset: Int, among places: Range<Int>) -> Int {
    var low = places.lowerBound
    var high = places.upperBound
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes that a run of tokens covers, from the first one's start to the last one's end.
  /// An empty run gives an empty range at its place.
  @inlinable
  public func range(ofTokens indices: Range<Int>) -> Range<Int> {
    guard let last = indices.last else {
      let place =
        indices.lowerBound < tokens.count ? tokens[indices.lowerBound].start : bytes.count
      return place..<place
    }
    return tokens[indices.lowerBound].start..<tokens[last].end
  }

  /// Whether a byte stands between a token and the one before it.
  @inlinable
  public func gap(before token: Int, holds byte: UInt8) -> Bool {
    var index = tokens[token - 1].end
    let end = tokens[token].start
    while index < end {
      if bytes[index] == byte { return true }
      index += 1
    }
    return false
  }

  /// The folded spelling of a token: small letters, no accents. Empty for signs.
  @inlinable
  public func folded(_ token: Token) -> ArraySlice<UInt8> { folded[token.folded] }

  /// The evidence for a byte range: offsets in code points, the quote, and the place in the source.
  public func evidence(_ range: Range<Int>) -> Evidence {
    let start = codePoint(at: range.lowerBound)
    let end = codePoint(at: range.upperBound)
    guard !lines.isEmpty else { return Evidence(start: start, end: end, quote: string(range)) }
    // In place: a line holds strings, which a copy of it would retain.
    let index = lineIndex(at: range.lowerBound)
    let origin = lines[index].block
    return Evidence(
      start: start, end: end, quote: string(range), part: origins[origin].part,
      paragraph: origins[origin].paragraph, cell: lines[index].cell?.name)
  }
}

/// A line of one block. Blocks hold more than one only where the author broke the line by hand.
public struct Line: Sendable, Equatable {
  /// The line's own characters, without its list label and without the line break.
  public var range: Range<Int>
  /// The generated list label before `range`, in the canonical text.
  public var labelRange: Range<Int>?
  public var label: ListLabel?
  /// Index in `NormalizedText.origins`.
  public var block: Int
  public var cell: CellPlace?
  public var headingLevel: Int?
  /// Bytes at the start of `range` that are bold.
  public var boldPrefix: Int
  /// Indices in `NormalizedText.tokens`.
  public var tokens: Range<Int>
  /// Columns of blank before the first visible character; a tab counts to the next multiple of 8.
  public var indent: Int
  /// True when the line only continues the one before: a hard-wrapped text file.
  public var continuesPrevious: Bool
  public var inTextBox: Bool
  /// What the format says of the look of the line's block.
  public var look: Block.Look
  /// The list label that the author typed at the start of the line, as indices of tokens.
  public var typedLabel: Range<Int>?

  public init(
    range: Range<Int>, labelRange: Range<Int>? = nil, label: ListLabel? = nil, block: Int,
    cell: CellPlace? = nil, headingLevel: Int? = nil, boldPrefix: Int = 0,
    tokens: Range<Int> = 0..<0, indent: Int = 0, continuesPrevious: Bool = false,
    inTextBox: Bool = false, look: Block.Look = []
  ) {
    self.range = range
    self.labelRange = labelRange
    self.label = label
    self.block = block
    self.cell = cell
    self.headingLevel = headingLevel
    self.boldPrefix = boldPrefix
    self.tokens = tokens
    self.indent = indent
    self.continuesPrevious = continuesPrevious
    self.inTextBox = inTextBox
    self.look = look
  }

  /// The line's tokens behind a typed label.
  public var body: Range<Int> { (typedLabel?.upperBound ?? tokens.lowerBound)..<tokens.upperBound }
  /// Whether the line opens a list item, by a typed or an automatic label.
  public var isListItem: Bool { typedLabel != nil || label != nil }
  /// Whether the line shows nothing.
  public var isEmpty: Bool { tokens.isEmpty }
  /// Whether all of the line is bold.
  public var isBold: Bool { boldPrefix > 0 && boldPrefix == range.count }
  /// The line with its generated label.
  public var rangeWithLabel: Range<Int> {
    (labelRange?.lowerBound ?? range.lowerBound)..<range.upperBound
  }
}

/// A word, a number or a sign of the canonical text.
public struct Token: Sendable, Equatable {
  /// All tokens of a text are walked many times: offsets are kept in 32 bits, which a text never
  /// exceeds (`Limits`), so that more of them lie near.
  @usableFromInline var start32: UInt32
  @usableFromInline var end32: UInt32
  @usableFromInline var foldedStart32: UInt32
  @usableFromInline var foldedEnd32: UInt32
  /// FNV-1a, 64 bits, of the folded spelling: what phrases are compared by. For a sign, its `sign`.
  public var hash: UInt64
  public var kind: Kind
  public var shape: Shape
  /// For `.sign`: the ASCII character that stands for it (all dashes are `-`, all quotes `"` or
  /// `'`, all bullets `Token.bullet`, º and ° are `Token.ordinal`), else 0 for a sign of no class.
  public var sign: UInt8
  /// Whether blank, or the line's start, stands before the token.
  public var spaceBefore: Bool
  /// What the lexicon knows of the token, one bit for each vocabulary; 0 where nobody has asked it.
  /// The lower half tells where a term may begin with it, the upper half where it is a term by itself.
  public var marks: UInt64 = 0

  @inlinable
  public init(
    start: Int, end: Int, folded: Range<Int>, hash: UInt64, kind: Kind, shape: Shape, sign: UInt8,
    spaceBefore: Bool
  ) {
    start32 = UInt32(start)
    end32 = UInt32(end)
    foldedStart32 = UInt32(folded.lowerBound)
    foldedEnd32 = UInt32(folded.upperBound)
    self.hash = hash
    self.kind = kind
    self.shape = shape
    self.sign = sign
    self.spaceBefore = spaceBefore
  }

  /// Byte offsets in the canonical text.
  @inlinable public var start: Int { Int(start32) }
  @inlinable public var end: Int { Int(end32) }
  @inlinable public var range: Range<Int> { start..<end }
  /// Offsets of the folded spelling in `NormalizedText.folded`; empty for signs.
  @inlinable public var folded: Range<Int> { Int(foldedStart32)..<Int(foldedEnd32) }

  /// Words have letters only (with inner apostrophes and hyphens); a token that starts with a digit
  /// is a number as long as it has digits only.
  public enum Kind: UInt8, Sendable { case word, number, sign }

  /// How a word is written.
  public struct Shape: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    // Asked of every token by every rule, from other modules: computed, they cost no call.
    /// The first letter is a capital.
    @inlinable public static var capitalized: Shape { Shape(rawValue: 1) }
    /// Every letter is a capital (a single capital letter too).
    @inlinable public static var allCapitals: Shape { Shape(rawValue: 2) }
    /// One letter only.
    @inlinable public static var single: Shape { Shape(rawValue: 4) }
    /// Letters that were set apart (`A C U E R D O S`) and are read as one word.
    @inlinable public static var spacedOut: Shape { Shape(rawValue: 8) }
    /// Words grown together with a hyphen.
    @inlinable public static var hyphenated: Shape { Shape(rawValue: 16) }
  }

  /// Stands for every kind of bullet in `sign`.
  @inlinable public static var bullet: UInt8 { 0x01 }
  /// Stands for º, ª and ° in `sign`.
  @inlinable public static var ordinal: UInt8 { 0x02 }

  /// Whether the token is the given sign.
  @inlinable
  public func isSign(_ character: UInt8) -> Bool { kind == .sign && sign == character }
}

/// FNV-1a with 64 bits: steady over runs and machines, unlike Swift's own hashing.
@inlinable
public func wordHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash = wordHashSeed
  for byte in bytes { hash = wordHash(hash, byte) }
  return hash
}

/// The hash of no bytes.
@inlinable var wordHashSeed: UInt64 { 0xCBF2_9CE4_8422_2325 }

/// The hash of what was hashed so far and one byte more.
@inlinable func wordHash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
  (hash ^ UInt64(byte)) &* 0x100_0000_01B3
}
