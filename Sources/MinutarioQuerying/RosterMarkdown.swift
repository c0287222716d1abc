// The roster as Markdown, to be pasted into a page or a message: the groups of the terminal's table,
// each with a table of its own.

import MinutarioModel

extension Roster {
  /// Markdown as GitHub reads it, in Spanish; LF at the end of each line. Nothing in a cell is taken
  /// for markup.
  public var markdown: String {
    guard !groups.isEmpty else { return "Nadie cumple lo que se pide.\n" }
    return groups.map { group in
      let title = MarkdownTable.escaped(group.title)
      let lines =
        ["## \(title) (\(Self.counted(group, by: grouping)))", ""]
        + MarkdownTable.lines(shownHeadings, group.rows.map(shownCells))
      return lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// What stands above the cells that are shown.
  private var shownHeadings: [String] {
    switch grouping {
    case .institution: ["Nombre", "Cargo", "Fecha", "Asistencia", "Origen"]
    case .person: ["Fecha", "Reunión", "Cargo", "Institución", "Asistencia"]
    case .meeting: ["Nombre", "Cargo", "Institución", "Asistencia"]
    }
  }
}
