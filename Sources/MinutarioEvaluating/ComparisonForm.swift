// When two values count as the same. Who annotates a document and who reads it by rules write
// bullets, quotes, dashes and legal forms differently; none of that is a mistake. Accents are.

@_spi(_Unicode) import Swift

/// Forms in which values are compared. Each is nil or empty where nothing is left to compare.
enum ComparisonForm {
  /// NFC, one kind of quote and dash, one blank, small letters, outer punctuation off.
  static func plain(_ value: String?) -> String? {
    guard let value else { return nil }
    var text = strippedEnds(folded(value))[...]
    if let comma = commaBeforeLegalForm(text) { text.remove(at: comma) }
    return text.isEmpty ? nil : string(text)
  }

  /// A list label without the word that announces it: `ACUERDO CT/01/2021` is `CT/01/2021`.
  static func label(_ value: String?) -> String? {
    guard let plain = plain(value) else { return nil }
    let text = Array(plain.unicodeScalars)
    for word in announcing where text.starts(with: word) {
      let behind = text[word.count...]
      let sign = behind.firstIndex { !between.contains($0) } ?? behind.endIndex
      // What ends in signs only keeps the last that is no blank.
      let start = sign == text.endIndex ? sign - 1 : sign
      guard start > behind.startIndex, text[start] != " " else { continue }
      let rest = strippedEnds(Array(text[start...]))
      return rest.isEmpty ? nil : string(rest[...])
    }
    return plain
  }

  /// An institution without its article, the dots of abbreviations, and `(ACRONYM)` at its end.
  static func institution(_ value: String?) -> String? {
    guard let plain = plain(value) else { return nil }
    var text = withoutArticle(Array(plain.unicodeScalars))
    if let open = text.lastIndex(of: "("), (2...14).contains(text.endIndex - open - 1),
      !text[open...].contains(")")
    {
      text = text[..<(open > text.startIndex && text[open - 1] == " " ? open - 1 : open)]
    }
    let bare = strippedEnds(text.filter { $0 != "." })
    return bare.isEmpty ? nil : string(bare[...])
  }

  /// A name as the bag of its words, so that `Pérez López, Juan` is `Juan Pérez López`.
  static func name(_ value: String?) -> String {
    let text = withoutArticle(Array((plain(value) ?? "").unicodeScalars))
    let inner: Set<Unicode.Scalar> = [".", "-", "'"]
    return text.split { !isWordScalar($0) && !inner.contains($0) }
      .map { string(trimmed($0) { inner.contains($0) }) }
      .filter { !$0.isEmpty }.sorted().joined(separator: " ")
  }

  /// The text without accents.
  static func withoutAccents(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in text._nfd where scalar.properties.canonicalCombiningClass == .notReordered {
      bare.append(scalar)
    }
    return String(bare)
  }

  /// The words of a text with their numbers.
  struct Words {
    private let counts: [String: Int]
    private let total: Int

    init(_ value: String?) {
      let words = Array((plain(value) ?? "").unicodeScalars).split { !isWordScalar($0) }
      counts = words.reduce(into: [:]) { $0[string($1), default: 0] += 1 }
      total = words.count
    }

    /// How many words two texts share, as F1: 0 to 1; 1 where neither has any.
    func overlap(_ other: Words) -> Double {
      guard total + other.total > 0 else { return 1 }
      let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
      return Double(2 * shared) / Double(total + other.total)
    }
  }

  // MARK: Scalars

  /// Blanks and signs that stand around a value, and around a label.
  private static let outer = Set(
    " \t\n\r.,;:·•●○◦▪■►✓✔→➢➤\u{F0B7}*-–—\"“”«»'’()[]".unicodeScalars)
  private static let between: Set<Unicode.Scalar> = [" ", ".", "º", ":", "-"]
  private static let announcing = [
    "acuerdo", "artículo", "punto", "resolución", "compromiso", "núm", "n",
  ].map { Array($0.unicodeScalars) }
  private static let articles = ["el ", "la ", "los ", "las "].map { Array($0.unicodeScalars) }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func folded(_ value: String) -> [Unicode.Scalar] {
    var unified = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "°": unified.append("º")
      case "“", "”", "«", "»": unified.append("\"")
      case "’", "´", "‘": unified.append("'")
      case "–", "—", "‐": unified.append("-")
      case "\u{AD}", "\u{200B}": break
      default: unified.append(isBlank(scalar) ? " " : scalar)
      }
    }
    var folded: [Unicode.Scalar] = []
    for scalar in String(unified)._nfc {
      if scalar == " ", folded.last == " " { continue }
      // `1.º` is `1º`.
      if scalar == "º" || scalar == "ª", folded.last == "." { folded.removeLast() }
      switch scalar {
      case "ß", "ẞ": folded += ["s", "s"]
      case "ς": folded.append("σ")
      default: folded += scalar.properties.lowercaseMapping.unicodeScalars
      }
    }
    return folded
  }

  private static func trimmed(
    _ scalars: ArraySlice<Unicode.Scalar>, of isOuter: (Unicode.Scalar) -> Bool
  ) -> ArraySlice<Unicode.Scalar> {
    var rest = scalars
    while let first = rest.first, isOuter(first) { rest.removeFirst() }
    while let last = rest.last, isOuter(last) { rest.removeLast() }
    return rest
  }

  private static func strippedEnds(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    Array(trimmed(Array(scalars)[...]) { outer.contains($0) })
  }

  private static func withoutArticle(_ text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    text.dropFirst(articles.first { text.starts(with: $0) }?.count ?? 0)
  }

  /// The comma of `Puentes, A.C.`: before two or three single letters at the end.
  private static func commaBeforeLegalForm(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let comma = text.lastIndex(of: ","), text[(comma + 1)...].first == " " else { return nil }
    var letters = 0
    var rest = text[(comma + 2)...]
    while let letter = rest.first, ("a"..."z").contains(letter) {
      letters += 1
      rest.removeFirst()
      if rest.first == "." { rest.removeFirst() }
      if rest.first == " ", rest.count > 1 { rest.removeFirst() }
    }
    return rest.isEmpty && (2...3).contains(letters) ? comma : nil
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// Letters, digits and numbers of any script, and `_`.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_" || scalar.properties.numericType != nil
    }
  }
}
