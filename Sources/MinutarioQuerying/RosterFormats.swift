// The roster as text: an aligned table for reading, CSV for spreadsheets, JSON for programs. Markdown and
// the workbook have files of their own.

import MinutarioModel

extension Roster {
  /// An aligned table in Spanish: each group with its number of people and the rows under it. LF at
  /// the end of each line; holds no character that steers a terminal, but for what `heading` puts
  /// around the title of a group.
  public func table(heading: (String) -> String = { $0 }) -> String {
    guard !groups.isEmpty else { return "Nadie cumple lo que se pide.\n" }
    let cells = groups.flatMap { $0.rows.map(shownCells) }
    let lines = TextTable.lines(cells)
    var text = ""
    var next = 0
    for group in groups {
      if next > 0 { text += "\n" }
      let title = TextTable.printable(group.title)
      text += heading("\(title)  (\(Self.counted(group, by: grouping)))") + "\n"
      for line in lines[next..<next + group.rows.count] { text += "  \(line)\n" }
      next += group.rows.count
    }
    return text
  }

  /// `3 personas`, or `2 asistencias` of one person.
  static func counted(_ group: Group, by grouping: Grouping) -> String {
    if grouping == .person {
      return group.rows.count == 1 ? "1 asistencia" : "\(group.rows.count) asistencias"
    }
    return group.people == 1 ? "1 persona" : "\(group.people) personas"
  }

  /// The cells of one row in the table; what the group's title says is left out.
  func shownCells(_ row: RosterRow) -> [String] {
    let name = [row.title, row.name].compactMap { $0 }.joined(separator: " ")
    let mark = row.isDerived ? " (derivada)" : ""
    let institution = row.institution.map { ($0.acronym ?? $0.name) + mark } ?? ""
    let date = row.date ?? "sin fecha"
    let position = row.position ?? ""
    let presence = row.presence.spanish
    switch grouping {
    case .institution:
      // The institution stands above; only that it was derived is told here.
      return [name, position, date, presence, row.isDerived ? "(derivada)" : ""]
    case .person: return [date, row.meetingName ?? "", position, institution, presence]
    case .meeting: return [name, position, institution, presence]
    }
  }

  /// CSV with a header, UTF-8 with a byte order mark, LF; a row an attendance, in the order of the
  /// groups. Cells that look like formulas are guarded.
  public var csv: [UInt8] {
    var bytes = CSV.byteOrderMark
    CSV.appendLine(RosterColumn.all.map(\.name), guarding: false, to: &bytes)
    for row in groups.lazy.flatMap(\.rows) {
      CSV.appendLine(RosterColumn.all.map { $0.value(row) }, guarding: true, to: &bytes)
    }
    return bytes
  }

  /// One JSON object on one line, LF at the end: `by`, `count`, and `groups` with `id`, `title`,
  /// `people` and `rows`. Codes, not Spanish words.
  public var json: [UInt8] {
    JSONWriter.list(by: grouping.rawValue, count: count, groups) { json, group in
      json.field("id", group.id)
      json.field("title", group.title)
      json.field("people", group.people)
      json.field("rows") { json in json.array(group.rows) { $0.write($1) } }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ row: RosterRow) {
    object { json in
      json.field("meeting_id", row.meetingID)
      json.field("meeting", row.meetingName)
      json.field("date", row.date)
      json.field("person_id", row.personID)
      json.field("name", row.name)
      json.field("title", row.title)
      json.field("position", row.position)
      json.field("unit", row.unit)
      json.field("institution_id", row.institution?.id)
      json.field("institution", row.institution?.name)
      json.field("acronym", row.institution?.acronym)
      json.field("institution_derived", row.isDerived)
      json.field("presence", row.presence.rawValue)
      json.field("capacity", row.capacity?.rawValue)
      json.field("path", row.path)
    }
  }
}
