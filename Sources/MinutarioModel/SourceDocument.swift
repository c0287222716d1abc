// What a reader hands on: the blocks of a file as the file had them, each with its place. Nothing
// is interpreted here beyond what the format itself states (styles, list labels, table cells).

/// One file, read: its stories, and what the format says about the file as a whole.
public struct SourceDocument: Sendable, Equatable {
  /// `txt`, `docx`, …: the value of `document.format` in the record.
  public var format: String
  /// IANA name of the character encoding of a text file; nil for package formats.
  public var encoding: String?
  /// How the encoding became known; nil for package formats.
  public var encodingSource: EncodingSource?
  /// Title in the file's own metadata, if any.
  public var title: String?
  /// Which revisions the text shows, when the format records them.
  public var trackedChanges: TrackedChanges
  /// Whether the file carries reviewers' comments.
  public var hasComments: Bool
  /// UTF-8 of all blocks. Always valid UTF-8; line breaks within a block are LF.
  public var text: [UInt8]
  /// The body first, then headers, footers, notes and comments in reading order.
  public var stories: [Story]
  /// Where the text of each run begins, by offset in `text`; empty for formats without runs.
  public var runs: [RunStart]
  /// Who changed what, as the format records it, in the order of the text.
  public var revisions: [Revision]
  /// What the reader noticed: guessed encodings, tracked changes, damage.
  public var issues: [Issue]
  /// True when damage or a limit cut the reading short: the outcome is then `partial`.
  public var isTruncated: Bool

  /// An empty document of the given format; readers fill it.
  public init(format: String) {
    self.format = format
    trackedChanges = .none
    hasComments = false
    text = []
    stories = []
    runs = []
    revisions = []
    issues = []
    isTruncated = false
  }

  /// How a text file's encoding became known.
  public enum EncodingSource: String, Sendable {
    case bom, declared, detected, configured
  }

  /// Which of a document's recorded revisions the text shows.
  public enum TrackedChanges: String, Sendable {
    case none, accepted, rejected, both
  }
}

/// Which of a document's recorded changes its text is to show.
public enum RevisionPolicy: String, Sendable, CaseIterable {
  /// As if all changes were accepted.
  case accepted
  /// As if all were rejected: what the document was before.
  case rejected
  /// What was inserted and what was deleted. Text that was moved stands where it was moved to.
  case both
}

/// A change that an author recorded.
public struct Revision: Sendable, Equatable {
  public var kind: Kind
  /// Empty when the document does not say.
  public var author: String
  /// As the document writes it, such as `2024-05-03T10:00:00Z`.
  public var date: String?
  /// The paragraph within its part.
  public var paragraph: Int

  public init(kind: Kind, author: String, date: String?, paragraph: Int) {
    self.kind = kind
    self.author = author
    self.date = date
    self.paragraph = paragraph
  }

  public enum Kind: String, Sendable {
    case inserted, deleted, moved
  }
}

/// Where the text of a run begins.
public struct RunStart: Sendable, Equatable {
  /// UTF-8 offset.
  public var offset: Int
  /// Ordinal of the run in its paragraph, from 1; 0 for text outside of runs.
  public var run: Int

  public init(offset: Int, run: Int) {
    self.offset = offset
    self.run = run
  }
}

/// A run of blocks that reads on its own: the body, a header, a note.
public struct Story: Sendable, Equatable {
  public var kind: Kind
  /// `text` for a text file, else the package part, such as `word/document.xml`.
  public var part: String
  public var blocks: [Block]

  public init(kind: Kind, part: String, blocks: [Block] = []) {
    self.kind = kind
    self.part = part
    self.blocks = blocks
  }

  /// What a story is in the document.
  public enum Kind: String, Sendable {
    case body, header, footer, footnote, endnote, comment, linkTarget
  }
}

/// A paragraph of a word processor document, or a line of a text file.
public struct Block: Sendable, Equatable {
  /// UTF-8 offsets in `SourceDocument.text`, half-open; may be empty. No line break at its end.
  public var range: Range<Int>
  /// Index of the paragraph (of the line, in a text file) within the part, from 0.
  public var paragraph: Int
  /// The innermost table cell that holds the block.
  public var cell: CellPlace?
  /// The label that the format computes for a list item; it is not part of `range`.
  public var label: ListLabel?
  /// Outline level from the style, 1 to 9; a title counts as 1.
  public var headingLevel: Int?
  /// Leading bytes of `range` that are bold; the whole length when all visible text is.
  public var boldPrefix: Int
  /// True for a paragraph inside a text box, which stands behind the paragraph that anchors it.
  public var inTextBox: Bool
  /// What the format says of the block's look and the text does not show.
  public var look: Look

  public init(
    range: Range<Int>, paragraph: Int, cell: CellPlace? = nil, label: ListLabel? = nil,
    headingLevel: Int? = nil, boldPrefix: Int = 0, inTextBox: Bool = false, look: Look = []
  ) {
    self.range = range
    self.paragraph = paragraph
    self.cell = cell
    self.label = label
    self.headingLevel = headingLevel
    self.boldPrefix = boldPrefix
    self.inTextBox = inTextBox
    self.look = look
  }

  /// How a block looks as a whole.
  public struct Look: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let centred = Look(rawValue: 1)
    /// Shown in capitals, however it is typed.
    public static let capitals = Look(rawValue: 2)
  }

  /// Whether all of the block's text is bold.
  public var isBold: Bool { boldPrefix > 0 && boldPrefix == range.count }
}

/// The place of a cell in a table: ordinals from 1, columns counted on the table's grid.
public struct CellPlace: Sendable, Hashable {
  /// Ordinal of the table within the part, in reading order; a table in a table has its own.
  public var table: Int
  public var row: Int
  public var column: Int
  /// Grid columns that the cell covers, at least 1.
  public var columnSpan: Int
  /// True when the cell continues the one above it (a vertical merge).
  public var continuesAbove: Bool
  /// Tables around this one: 0 for a table of the body.
  public var depth: Int
  /// True in a row that the format says heads its columns.
  public var isHeader: Bool

  public init(
    table: Int, row: Int, column: Int, columnSpan: Int = 1, continuesAbove: Bool = false,
    depth: Int = 0, isHeader: Bool = false
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.columnSpan = columnSpan
    self.continuesAbove = continuesAbove
    self.depth = depth
    self.isHeader = isHeader
  }

  /// The form that evidence shows: `t2r3c1`.
  public var name: String { "t\(table)r\(row)c\(column)" }
}

/// The label of an automatic list item, as a reader of the page sees it.
public struct ListLabel: Sendable, Equatable {
  /// `I.`, `1.1`, `a)`, `•`; empty when the level shows none.
  public var text: String
  /// Nesting from 0.
  public var level: Int
  public var isBullet: Bool

  public init(text: String, level: Int, isBullet: Bool) {
    self.text = text
    self.level = level
    self.isBullet = isBullet
  }
}
