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

  /// The text on one line, with a backslash before each sign that could mean something: what a
  /// document says must not become a link, a picture or markup of the page.
  public static func escaped(_ text: String) -> String {
    var shown = ""
    for character in TextTable.printable(text) {
      if "\\`*_{}[]<>|#!~&$".contains(character) { shown.append("\\") }
      shown.append(character)
    }
    return shown
  }
}
