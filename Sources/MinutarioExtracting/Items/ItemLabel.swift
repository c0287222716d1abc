// What numbers an item of a list, whether the word processor counts it or the author typed it.

import MinutarioModel

/// The label of one item.
struct ItemLabel: Equatable {
  /// The system that the label counts in.
  enum Kind: Equatable {
    case number, roman, letter, decimal, ordinal, code, bullet
  }

  var kind: Kind
  /// Place in its sequence, from 1; nil for bullets and codes.
  var value: Int?
  /// All numbers of a decimal label: 4, 3, 1 for `4.3.1`.
  var path: [Int] = []
  /// Bytes of the label as printed, without its punctuation.
  var range: Range<Int>
  /// Where the item's own text begins.
  var end: Int
  /// Nesting of an automatic label, from 0; nil for a typed one.
  var level: Int?
  /// Hash of the word that announces a code ("Acuerdo 3"); nil when there is none.
  var announcedBy: UInt64?

  /// Whether the label may come right after another one in the same list.
  func follows(_ previous: ItemLabel) -> Bool {
    if let value = place(in: previous.kind), let last = previous.value { return value == last + 1 }
    return false
  }

  /// The value of the label when it is read in another system: `i` is the first roman number and
  /// the ninth letter.
  private func place(in other: Kind) -> Int? {
    if other == kind { return value }
    return other == .letter ? letterValue : nil
  }

  /// Place in the alphabet of a single letter.
  var letterValue: Int?
}

/// Tells the system and the place of a label from its characters.
enum LabelNotation {
  /// Kind, value and path of a label without its punctuation.
  static func classify(_ bytes: ArraySlice<UInt8>) -> (
    kind: ItemLabel.Kind, value: Int?, path: [Int], letter: Int?
  ) {
    let core = bytes.filter { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: ".") }
    guard core.contains(where: { isLetter($0) || isDigit($0) }) else {
      return (.bullet, nil, [], nil)
    }
    if core.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) {
      let path = core.split(separator: UInt8(ascii: ".")).map(number)
      return path.count > 1
        ? (.decimal, path.last, path, nil) : (.number, path.first, path, nil)
    }
    guard core.allSatisfy(isLetter) else { return (.code, nil, [], nil) }
    let letters = core.map { $0 | 0x20 }
    let letter = letters.count == 1 ? Int(letters[0]) - 0x60 : nil
    if letters.allSatisfy({ "ivxlc".utf8.contains($0) }), letters != [0x6C], letters != [0x63] {
      return (.roman, roman(letters), [], letter)
    }
    if let letter { return (.letter, letter, [], letter) }
    return (.code, nil, [], nil)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func roman(_ letters: [UInt8]) -> Int {
    var total = 0
    var last = 0
    for letter in letters.reversed() {
      let value =
        switch letter {
        case UInt8(ascii: "i"): 1
        case UInt8(ascii: "v"): 5
        case UInt8(ascii: "x"): 10
        case UInt8(ascii: "l"): 50
        default: 100
        }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total
  }
}
