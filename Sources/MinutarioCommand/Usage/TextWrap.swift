// Lines no wider than the terminal.

/// Breaks text between words.
struct TextWrap {
  let columns: Int

  /// The lines of one line of text; a word that is too long has a line of its own. Spaces at the
  /// beginning stay.
  func lines(_ text: String) -> [String] {
    guard text.count > columns else { return [text] }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var lines: [String] = []
    var line = words.first.map(String.init) ?? ""
    for word in words.dropFirst() {
      if line.count + 1 + word.count > columns, line.contains(where: { $0 != " " }) {
        lines.append(line)
        line = String(word)
      } else {
        line += " " + word
      }
    }
    return lines + [line]
  }
}
