// Fields (page numbers, links, references): the result is text, the instruction is not.

/// The complex fields around the place being read.
struct FieldNesting {
  private struct Field {
    var isInstruction = true
    var instruction: [UInt8] = []
    var form = FormField()
  }

  private var fields: [Field] = []
  private var instructions = 0

  /// Longest instruction that is kept for its link.
  private static let longestInstruction = 4_096

  /// Whether text here belongs to an instruction.
  var isInstruction: Bool { instructions > 0 }

  mutating func begin() {
    fields.append(Field())
    instructions += 1
  }

  /// The result begins.
  /// - Returns: the instruction.
  mutating func separate() -> [UInt8]? {
    guard let last = fields.indices.last, fields[last].isInstruction else { return nil }
    fields[last].isInstruction = false
    instructions -= 1
    return fields[last].instruction
  }

  /// The field ends.
  /// - Returns: what a form field shows.
  mutating func end() -> [UInt8]? {
    guard let field = fields.popLast() else { return nil }
    if field.isInstruction { instructions -= 1 }
    return field.form.text
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard let last = fields.indices.last, fields[last].isInstruction else { return }
    let room = FieldNesting.longestInstruction - fields[last].instruction.count
    fields[last].instruction.append(contentsOf: text.prefix(room))
  }

  /// What the field at hand is as a form field.
  mutating func readForm(_ element: Element, _ attributes: XMLAttributes) {
    guard let last = fields.indices.last else { return }
    fields[last].form.read(element, attributes)
  }

  /// At the end of a paragraph: an instruction that goes on would swallow the rest of the
  /// document, so what follows counts as result.
  mutating func endInstructions() {
    guard instructions > 0 else { return }
    for index in fields.indices { fields[index].isInstruction = false }
    instructions = 0
  }

  /// The target of a `HYPERLINK` instruction.
  static func linkTarget(of instruction: [UInt8]) -> String? {
    let words = instruction.split(whereSeparator: isBlank)
    guard let first = words.first, first.elementsEqual("HYPERLINK".utf8), words.count > 1 else {
      return nil
    }
    guard words[1].first == UInt8(ascii: "\"") else {
      return words[1].first == UInt8(ascii: "\\") ? nil : String(decoding: words[1], as: UTF8.self)
    }
    let quoted = instruction.split(
      separator: UInt8(ascii: "\""), maxSplits: 2, omittingEmptySubsequences: false)
    return quoted.count > 1 && !quoted[1].isEmpty ? String(decoding: quoted[1], as: UTF8.self) : nil
  }
}
