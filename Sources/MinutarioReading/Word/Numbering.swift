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

  /// The level of a list that stands for a paragraph style.
  func level(ofStyle style: String, in list: Int) -> Int? {
    guard let list = lists[list] else { return nil }
    let levels = (abstracts[list.abstract]?.levels ?? [:]).merging(list.levels) { $1 }
    return levels.filter { $0.value.style == style }.keys.min()
  }

  fileprivate func level(_ level: Int, of list: List) -> Level? {
    list.levels[level] ?? abstracts[list.abstract]?.levels[level]
  }
}

/// The counters of a document's lists, advanced paragraph by paragraph.
struct ListCounters {
  private let numbering: Numbering
  /// Numbers by abstract definition and level; nil where a level has not begun.
  private var counts: [Int: [Int?]] = [:]
  private var started: Set<Start> = []

  /// A list's own start of a level, which takes effect once.
  private struct Start: Hashable {
    var list: Int
    var level: Int
  }

  init(_ numbering: Numbering) { self.numbering = numbering }

  private static let levels = 9

  /// The level of a list that stands for a paragraph style.
  func level(ofStyle style: String, in list: Int) -> Int? {
    numbering.level(ofStyle: style, in: list)
  }

  /// Counts the next paragraph of a list.
  /// - Parameters:
  ///   - id: the list's `w:numId`.
  ///   - level: its `w:ilvl`.
  /// - Returns: its label; nil when there is no such list or level.
  mutating func next(list id: Int, level: Int) -> ListLabel? {
    guard (0..<ListCounters.levels).contains(level), let list = numbering.lists[id],
      let definition = numbering.level(level, of: list)
    else { return nil }
    var numbers = counts[list.abstract] ?? Array(repeating: nil, count: ListCounters.levels)
    if let start = list.starts[level],
      started.insert(Start(list: id, level: level)).inserted
    {
      numbers[level] = start
    } else {
      numbers[level] = numbers[level].map { $0 &+ 1 } ?? definition.start
    }
    for deeper in level + 1..<max(level + 1, ListCounters.levels) {
      let restart = numbering.level(deeper, of: list)?.restart
      if restart.map({ level < $0 }) ?? true { numbers[deeper] = nil }
    }
    counts[list.abstract] = numbers
    if definition.format == .bullet {
      return ListLabel(text: bullet(definition), level: level, isBullet: true)
    }
    return ListLabel(text: label(definition, list, numbers), level: level, isBullet: false)
  }

  private func label(_ definition: Numbering.Level, _ list: Numbering.List, _ numbers: [Int?])
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
      let level = numbering.level(index, of: list) ?? Numbering.Level()
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
