// Where a value stands in the source. Nothing is extracted without it. A document of three pages has
// more than a hundred spans, and a run holds those of all documents: so they are kept small.

/// One span of the canonical text. The slice [start, end) of the text equals `quote`.
public struct Evidence: Sendable, Hashable {
  private var compactStart: UInt32
  private var compactEnd: UInt32
  /// The paragraph plus one; 0 for none.
  private var compactParagraph: UInt32
  /// Empty once dropped: the offsets and the text give it back.
  public private(set) var quote: String
  /// `text` for a text file, else the package part.
  public var part: String?
  /// `t2r3c1`, or nil outside tables.
  public var cell: String?

  public init(
    start: Int, end: Int, quote: String, part: String? = nil, paragraph: Int? = nil,
    cell: String? = nil
  ) {
    compactStart = UInt32(clamping: start)
    compactEnd = UInt32(clamping: end)
    compactParagraph = paragraph.map { UInt32(clamping: $0 + 1) } ?? 0
    self.quote = quote
    self.part = part
    self.cell = cell
  }

  /// Code points of the canonical text, half-open.
  public var start: Int { Int(compactStart) }
  public var end: Int { Int(compactEnd) }
  /// Index of the paragraph within the part.
  public var paragraph: Int? { compactParagraph == 0 ? nil : Int(compactParagraph) - 1 }

  /// Leaves the quote to whoever has the text.
  mutating func dropQuote() { quote = "" }
}

/// Where the values of one row were read: the whole entry, and field by field.
public struct FieldEvidence: Sendable, Equatable {
  /// The whole line, cell or item.
  public var entry: Evidence?
  /// The spans of fields; those of one field stand next to each other.
  private var named: [Named] = []

  private struct Named: Sendable, Equatable {
    let name: String
    var span: Evidence
  }

  public init(entry: Evidence?) { self.entry = entry }

  /// The spans of one field.
  public struct Field: Sendable, Equatable {
    public var name: String
    public var spans: [Evidence]
  }

  /// Spans by field name, in the order in which the fields were added.
  public var fields: [Field] {
    var fields: [Field] = []
    for named in named {
      if fields.last?.name == named.name {
        fields[fields.count - 1].spans.append(named.span)
      } else {
        fields.append(Field(name: named.name, spans: [named.span]))
      }
    }
    return fields
  }

  /// The entry and the spans of all fields, in the order of the fields.
  public var all: [Evidence] {
    var spans: [Evidence] = []
    spans.reserveCapacity(named.count + 1)
    if let entry { spans.append(entry) }
    for named in named { spans.append(named.span) }
    return spans
  }

  /// Adds a span to a field; nil adds nothing.
  public mutating func add(_ name: String, _ span: Evidence?) {
    guard let span else { return }
    let place = named.lastIndex { $0.name == name }.map { $0 + 1 } ?? named.count
    named.insert(Named(name: name, span: span), at: place)
  }

  /// The spans of a field; empty when it has none.
  public func spans(_ name: String) -> [Evidence] {
    named.filter { $0.name == name }.map(\.span)
  }

  /// Leaves the quotes to whoever has the text, but for those of some fields. Gives back what room
  /// there is for more spans: none are added any more.
  mutating func dropQuotes(except kept: String? = nil) {
    entry?.dropQuote()
    named = named.map { named in
      var named = named
      if named.name != kept { named.span.dropQuote() }
      return named
    }
  }
}
