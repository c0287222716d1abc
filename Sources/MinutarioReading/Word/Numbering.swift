// The list labels that Word computes and never stores: definitions of a numbering part, and the
// counters that run through a document.

internal import MinutarioModel

/// The numbering definitions of a document.
struct Numbering: Sendable {
  /// Levels of a list, by ilvl.
  typealias Levels = [Int: Level]

  /// How one level of a list is labelled.
  struct Level: Sendable {
    var start = 1
    var format = NumberFormat.decimal
    /// Digits of a decimal number at least: `001` has three.
    var digits = 1
    /// `w:lvlText`: the label with `%1` to `%9` for the numbers of the levels.
    var pattern: [UInt8] = []
    /// All numbers in decimal (`w:isLgl`).
    var isLegal = false
    /// `w:lvlRestart`: the level, from 1, after which this one starts again; 0 for never.
    var restart: Int?
    /// The paragraph style that stands for this level.
    var style: String?
    /// Whether the label counts but is not shown.
    var isHidden = false
    /// Whether the label is set in a font of signs, where a letter's code is no letter.
    var isSymbolFont = false
  }

  /// An abstract definition: its counters are shared by all lists that refer to it.
  struct Abstract: Sendable {
    var levels: Levels = [:]
    var styleLink: String?
    var numberingStyleLink: String?
  }

  /// A list: an abstract definition with changes of its own.
  struct List: Sendable {
    var abstract: Int
    var starts: [Int: Int] = [:]
    var levels: Levels = [:]
  }

  var abstracts: [Int: Abstract] = [:]
  var lists: [Int: List] = [:]

  init() {}

  /// Reads a numbering part; of a damaged one, what stands before the damage.
  init(part bytes: [UInt8], name: String, limits: Limits) throws(DocumentError) {
    var reader = NumberingReader()
    if XMLParser.read(bytes, into: &reader, limits: limits) == .documentType {
      throw DocumentError(.xmlDTD, arguments: [name])
    }
    self.init(reader)
  }

  /// What a reader has found.
  init(_ reader: NumberingReader) {
    self = reader.numbering
    followStyleLinks()
  }

  /// A definition that only names a list style has the levels of the definition which is that style.
  private mutating func followStyleLinks() {
    var byStyle: [String: Levels] = [:]
    for abstract in abstracts.values {
      if let style = abstract.styleLink { byStyle[style] = abstract.levels }
    }
    for (id, abstract) in abstracts where abstract.levels.isEmpty {
      if let style = abstract.numberingStyleLink, let levels = byStyle[style] {
        abstracts[id]?.levels = levels
      }
    }
  }

  /// A list with all that it takes from its abstract definition.
  fileprivate func resolved(_ id: Int) -> ResolvedList? {
    guard let list = lists[id] else { return nil }
    let indices = 0..<ListCounters.levels
    let abstract = abstracts[list.abstract]
    return ResolvedList(
      abstract: list.abstract, starts: indices.map { list.starts[$0] },
      levels: indices.map { list.levels[$0] ?? abstract?.levels[$0] })
  }
}

/// A list as it is counted: what it states, by level.
private struct ResolvedList {
  var abstract: Int
  /// The list's own starts, which take effect once.
  var starts: [Int?]
  var levels: [Numbering.Level?]
}

/// The counters of a document's lists, advanced paragraph by paragraph.
struct ListCounters {
  private let numbering: Numbering
  /// The lists that were met, by `w:numId`.
  private var lists: [Int: ResolvedList] = [:]
  /// Numbers by abstract definition and level; nil where a level has not begun.
  private var counts: [Int: [Int?]] = [:]

  init(_ numbering: Numbering) { self.numbering = numbering }

  fileprivate static let levels = 9

  /// The level of a list that stands for a paragraph style.
  mutating func level(ofStyle style: String, in list: Int) -> Int? {
    meet(list)
    return lists[list]?.levels.firstIndex { $0?.style == style }
  }

  private mutating func meet(_ list: Int) {
    if lists[list] == nil { lists[list] = numbering.resolved(list) }
  }

  /// Counts the next paragraph of a list.
  /// - Parameters:
  ///   - id: the list's `w:numId`.
  ///   - level: its `w:ilvl`.
  /// - Returns: its label; nil when there is no such list or level.
  mutating func next(list id: Int, level: Int) -> ListLabel? {
    meet(id)
    guard (0..<ListCounters.levels).contains(level), let list = lists[id],
      let definition = list.levels[level]
    else { return nil }
    if counts[list.abstract] == nil {
      counts[list.abstract] = Array(repeating: nil, count: ListCounters.levels)
    }
    let start = list.starts[level]
    if start != nil { lists[id]?.starts[level] = nil }
    advance(list, level, start: start, first: definition.start)
    if definition.isHidden { return ListLabel(text: "", level: level, isBullet: false) }
    if definition.format == .bullet {
      return ListLabel(text: bullet(definition), level: level, isBullet: true)
    }
    let text = label(definition, list, counts[list.abstract] ?? [])
    return ListLabel(text: text, level: level, isBullet: false)
  }

  /// Counts on in a level, and lets the deeper ones begin anew.
  private mutating func advance(_ list: ResolvedList, _ level: Int, start: Int?, first: Int) {
    counts[list.abstract]?.withUnsafeMutableBufferPointer { numbers in
      numbers[level] = start ?? numbers[level].map { $0 &+ 1 } ?? first
      for deeper in level + 1..<max(level + 1, ListCounters.levels) where numbers[deeper] != nil {
        let restart = list.levels[deeper]?.restart
        if restart.map({ level < $0 }) ?? true { numbers[deeper] = nil }
      }
    }
  }

  private func label(_ definition: Numbering.Level, _ list: ResolvedList, _ numbers: [Int?])
    -> String
  {
    var text: [UInt8] = []
    var rest = definition.pattern[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), let digit = rest.first,
        (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit)
      else {
        text.append(byte)
        continue
      }
      rest.removeFirst()
      let index = Int(digit - UInt8(ascii: "1"))
      let level = list.levels[index] ?? Numbering.Level()
      let format =
        definition.isLegal && level.format != .none ? NumberFormat.decimal : level.format
      let number = format.text(numbers[index] ?? level.start).utf8
      if format == .decimal {
        text += repeatElement(UInt8(ascii: "0"), count: max(0, level.digits - number.count))
      }
      text += number
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The sign of a bullet; signs that only a font of signs shows become the common one.
  private func bullet(_ definition: Numbering.Level) -> String {
    let text = String(decoding: definition.pattern, as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return "" }
    let isPrivate = (0xE000...0xF8FF).contains(scalar.value)
    return isPrivate || definition.isSymbolFont ? "•" : text
  }
}
