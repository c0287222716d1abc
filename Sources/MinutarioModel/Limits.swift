// Every bound on the work that one document can cause, in one place. The figures and where they
// come from: docs/LIMITS.md.

/// Bounds per document. Reaching a content bound keeps what was read and ends as `partial`;
/// reaching a package bound refuses the document.
public struct Limits: Sendable, Equatable {
  /// Bytes of an input file.
  public var fileBytes = 64 << 20
  /// Members of a zip package.
  public var zipEntries = 1_000
  /// Bytes of one inflated part.
  public var partBytes = 64 << 20
  /// Bytes of all inflated parts of a document.
  public var inflatedBytes = 128 << 20
  /// Inflated over deflated bytes, once `inflationGrace` bytes were produced.
  public var inflationRatio = 100
  /// Bytes that may be produced before the ratio counts.
  public var inflationGrace = 100 << 10
  /// Nesting of XML elements.
  public var xmlDepth = 256
  /// Attributes of one XML element.
  public var xmlAttributes = 128
  /// Cells of all tables of a document.
  public var tableCells = 100_000
  /// Blocks of a document: paragraphs, lines, cells.
  public var blocks = 1_000_000
  /// Characters of the text; counted in bytes of UTF-8.
  public var textBytes = 10_000_000
  /// Bytes of one line of a text file; a longer line is cut into pieces.
  public var lineBytes = 65_536

  public init() {}
}
