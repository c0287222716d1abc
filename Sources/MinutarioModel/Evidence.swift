// Where a value stands in the source. Nothing is extracted without it. A document of three pages has
// more than a hundred spans, and a run holds those of all documents: so they are kept small.

/// One span of the canonical text. The slice [start, end) of the text equals `quote`.
public struct Evidence: Sendable, Hashable {
  private var compactStart: UInt32
  private var compactEnd: UInt32
  /// The paragraph plus one; 0 for none.
  private var compactParagraph: UInt32
  private var words: Words

  /// What is no number. An object, so that a span is small, and so that spans without a quote can
  /// share one with all others of their part and cell.
  fileprivate final class Words: Sendable, Hashable {
    let quote: String
    let part: String?
    let cell: String?

    init(quote: String, part: String?, cell: String?) {
      self.quote = quote
      self.part = part
      self.cell = cell
    }

    static func == (a: Words, b: Words) -> Bool {
      a === b || (a.quote == b.quote && a.part == b.part && a.cell == b.cell)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(quote)
      hasher.combine(part)
      hasher.combine(cell)
    }
  }

  public init(
    start: Int, end: Int, quote: String, part: String? = nil, paragraph: Int? = nil,
    cell: String? = nil
  ) {
    compactStart = UInt32(clamping: start)
    compactEnd = UInt32(clamping: end)
    compactParagraph = paragraph.map { UInt32(clamping: $0 + 1) } ?? 0
    words = Words(quote: quote, part: part, cell: cell)
  }

  /// Code points of the canonical text, half-open.
  public var start: Int { Int(compactStart) }
  public var end: Int { Int(compactEnd) }
  /// Index of the paragraph within the part.
  public var paragraph: Int? { compactParagraph == 0 ? nil : Int(compactParagraph) - 1 }
  /// Empty once dropped: the offsets and the text give it back.
  public var quote: String { words.quote }
  /// `text` for a text file, else the package part.
  public var part: String? { words.part }
  /// `t2r3c1`, or nil outside tables.
  public var cell: String? { words.cell }

  /// Leaves the quote to whoever has the text.
  mutating func dropQuote(_ places: inout Places) {
    words = places.shared(words.part, words.cell)
  }

  /// The parts and cells of spans without quotes, each once.
  struct Places {
    private var known: Set<Words> = []
    /// Spans that follow each other mostly stand in one place.
    private var last: Words?

    fileprivate mutating func shared(_ part: String?, _ cell: String?) -> Words {
      if let last, last.part == part, last.cell == cell { return last }
      let shared = known.insert(Words(quote: "", part: part, cell: cell)).memberAfterInsert
      last = shared
      return shared
    }
  }
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

  /// Calls the body with the entry, which has no name, and with the spans of all fields in their order.
  public func forEach(_ body: (_ name: String?, _ span: Evidence) -> Void) {
    if let entry { body(nil, entry) }
    for named in named { body(named.name, named.span) }
  }

  /// Adds a span to a field; nil adds nothing.
  public mutating func add(_ name: String, _ span: Evidence?) {
    guard let span else { return }
    if named.isEmpty { named.reserveCapacity(4) }
    let last = named.lastIndex { $0.name == name } ?? named.count - 1
    if last == named.count - 1 {
      named.append(Named(name: name, span: span))
    } else {
      named.insert(Named(name: name, span: span), at: last + 1)
    }
  }

  /// The spans of a field; empty when it has none.
  public func spans(_ name: String) -> [Evidence] {
    named.filter { $0.name == name }.map(\.span)
  }

  /// Leaves the quotes to whoever has the text, but for those of some fields. Gives back what room
  /// there is for more spans: none are added any more.
  mutating func dropQuotes(except kept: String? = nil, _ places: inout Evidence.Places) {
    entry?.dropQuote(&places)
    named = named.map { named in
      var named = named
      if named.name != kept { named.span.dropQuote(&places) }
      return named
    }
  }
}
