// Aligned columns for reading on a terminal: the readable record and the roster use them.

/// Lays cells out in columns of equal width.
public enum TextTable {
  /// The lines of a table, cells padded to the widest of their column, two blanks between; no
  /// blanks at line ends. Rows may have different numbers of cells. A cell wider than `limit` is cut,
  /// with `…` at the cut; nothing is cut in the last column.
  public static func lines(_ rows: [[String]], limit: Int = 60) -> [String] {
    let shown = rows.map { row in
      row.enumerated().map { index, cell in
        let plain = printable(cell)
        return index == row.count - 1 ? plain : cut(plain, to: limit)
      }
    }
    var widths: [Int] = []
    for row in shown {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], width(cell))
      }
    }
    return shown.map { row in
      var line = ""
      for (index, cell) in row.enumerated() {
        line += cell
        if index < row.count - 1 {
          line += String(repeating: " ", count: widths[index] - width(cell) + 2)
        }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The text on one line, without characters that steer a terminal or turn its direction.
  public static func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: shown.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// The lines of a text that is broken at blanks, none wider than `width` (at least 1); a word that
  /// is wider is broken too. One line when the width is nil.
  public static func wrapped(_ text: String, to width: Int?) -> [String] {
    let plain = printable(text)
    guard let width, width > 0, plain.count > width else { return [plain] }
    var lines: [String] = []
    var line = ""
    for word in plain.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = word
      while rest.count > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      line = String(rest)
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Columns that a text takes: its characters, which is right for Latin letters.
  private static func width(_ text: String) -> Int { text.count }

  /// The text when it is not wider than `limit` (at least 1), else its beginning with `…` at the cut.
  public static func cut(_ text: String, to limit: Int) -> String {
    guard limit > 0, text.count > limit else { return text }
    return text.prefix(limit - 1) + "…"
  }
}
