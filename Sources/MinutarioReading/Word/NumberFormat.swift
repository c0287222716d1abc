// How Word writes the number of a list item (ST_NumberFormat): the formats that Spanish documents
// use; any other is written in decimal.

/// A way to write a number.
enum NumberFormat: String, Sendable {
  case decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman
  case ordinal, ordinalText, cardinalText, numberInDash, decimalEnclosedCircle, bullet, none

  /// The format behind a number code of Word 2003.
  init?(code: Int) {
    switch code {
    case 0: self = .decimal
    case 1: self = .upperRoman
    case 2: self = .lowerRoman
    case 3: self = .upperLetter
    case 4: self = .lowerLetter
    case 5: self = .ordinal
    case 6: self = .cardinalText
    case 7: self = .ordinalText
    case 22: self = .decimalZero
    case 23: self = .bullet
    case 255: self = .none
    default: return nil
    }
  }

  /// The number in this format. Numbers that a format has no form for are written in decimal.
  func text(_ number: Int) -> String {
    switch self {
    case .bullet, .none: ""
    case .decimal: "\(number)"
    case .decimalZero: (0...9).contains(number) ? "0\(number)" : "\(number)"
    case .lowerLetter: NumberFormat.letters(number)?.lowercased() ?? "\(number)"
    case .upperLetter: NumberFormat.letters(number) ?? "\(number)"
    case .lowerRoman: NumberFormat.roman(number)?.lowercased() ?? "\(number)"
    case .upperRoman: NumberFormat.roman(number) ?? "\(number)"
    case .numberInDash: "- \(number) -"
    case .decimalEnclosedCircle: NumberFormat.circled(number) ?? "\(number)"
    case .ordinal: "\(number)\u{ba}"
    case .ordinalText: NumberFormat.ordinalText(number) ?? "\(number)\u{ba}"
    case .cardinalText: NumberFormat.cardinalText(number) ?? "\(number)"
    }
  }

  /// A to Z, then AA, BB …, as Word counts.
  private static func letters(_ number: Int) -> String? {
    guard (1...780).contains(number) else { return nil }
    let letter = UInt8(ascii: "A") + UInt8((number - 1) % 26)
    return String(repeating: Character(UnicodeScalar(letter)), count: (number - 1) / 26 + 1)
  }

  private static func circled(_ number: Int) -> String? {
    guard (1...20).contains(number) else { return nil }
    return Unicode.Scalar(0x245F + UInt32(number)).map { String(Character($0)) }
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3_999).contains(number) else { return nil }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, digits) in steps {
      while rest >= value {
        text += digits
        rest -= value
      }
    }
    return text
  }

  // The forms below are part of the format, as Word's Spanish version prints them; they are not a
  // vocabulary that texts are searched for.
  private static let ordinalUnits = [
    "", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo",
    "noveno",
  ]
  private static let ordinalTens = [
    "", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo",
    "septuagésimo", "octogésimo", "nonagésimo",
  ]

  private static func ordinalText(_ number: Int) -> String? {
    guard (1...99).contains(number) else { return nil }
    let words = [ordinalTens[number / 10], ordinalUnits[number % 10]].filter { !$0.isEmpty }
    return capitalized(words.joined(separator: " "))
  }

  private static let cardinals = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro",
    "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let cardinalTens = [
    "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]

  private static func cardinalText(_ number: Int) -> String? {
    guard (0...99).contains(number) else { return nil }
    if number < cardinals.count { return capitalized(cardinals[number]) }
    let unit = number % 10
    let tens = cardinalTens[number / 10]
    return capitalized(unit == 0 ? tens : "\(tens) y \(cardinals[unit])")
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
