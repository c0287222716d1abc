// Tables in Markdown (GitHub's dialect): for pages, messages and anything that renders them.

/// Writes Markdown.
public enum MarkdownTable {
  /// The lines of a table: its heading, the rule and the rows. Cells are escaped.
  public static func lines(_ heading: [String], _ rows: [[String]]) -> [String] {
    [line(heading), line(heading.map { _ in "---" }, isEscaped: true)] + rows.map { line($0) }
  }

  private static func line(_ cells: [String], isEscaped: Bool = false) -> String {
    "| " + cells.map { isEscaped ? $0 : escaped($0) }.joined(separator: " | ") + " |"
  }

  /// The text on one line, without markup of Markdown or HTML: what a document says must not become a
  /// link, a picture or a part of the page.
  public static func escaped(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in TextTable.printable(text).unicodeScalars {
      switch scalar {
      case "&": shown.append(contentsOf: "&amp;".unicodeScalars)
      case "<": shown.append(contentsOf: "&lt;".unicodeScalars)
      case ">": shown.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "#", "!", "~", "$":
        shown.append(contentsOf: ["\\", scalar])
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
