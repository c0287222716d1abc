// Where a value stands in the source. Nothing is extracted without it.

/// One span of the canonical text. The slice [start, end) of the text equals `quote`.
public struct Evidence: Sendable, Hashable {
  /// Code points of the canonical text, half-open.
  public var start: Int
  public var end: Int
  public var quote: String
  /// `text` for a text file, else the package part.
  public var part: String?
  /// Index of the paragraph within the part.
  public var paragraph: Int?
  /// `t2r3c1`, or nil outside tables.
  public var cell: String?

  public init(
    start: Int, end: Int, quote: String, part: String? = nil, paragraph: Int? = nil,
    cell: String? = nil
  ) {
    self.start = start
    self.end = end
    self.quote = quote
    self.part = part
    self.paragraph = paragraph
    self.cell = cell
  }
}

/// Where the values of one row were read: the whole entry, and field by field.
public struct FieldEvidence: Sendable, Equatable {
  /// The whole line, cell or item.
  public var entry: Evidence?
  /// Spans by field name, in the order in which the fields were added.
  public private(set) var fields: [Field]

  public init(entry: Evidence?) {
    self.entry = entry
    fields = []
  }

  /// The spans of one field.
  public struct Field: Sendable, Equatable {
    public var name: String
    public var spans: [Evidence]
  }

  /// Adds a span to a field; nil adds nothing.
  public mutating func add(_ name: String, _ span: Evidence?) {
    guard let span else { return }
    if let index = fields.firstIndex(where: { $0.name == name }) {
      fields[index].spans.append(span)
    } else {
      fields.append(Field(name: name, spans: [span]))
    }
  }

  /// The spans of a field; empty when it has none.
  public func spans(_ name: String) -> [Evidence] {
    fields.first { $0.name == name }?.spans ?? []
  }
}
