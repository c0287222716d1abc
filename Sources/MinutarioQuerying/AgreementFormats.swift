// The follow-up as text: a list for reading, CSV for spreadsheets, Markdown for pages, JSON for
// programs. What people read is Spanish, as the documents are.

import MinutarioModel

extension AgreementList {
  /// A list for reading: each group with its number of agreements; of each agreement a line of facts,
  /// aligned, below it the text and, where the group is no meeting, where it stands.
  /// - Parameters:
  ///   - width: columns of the terminal: lines of facts are cut there and texts are broken; nil
  ///     leaves both whole.
  ///   - heading: how the line above a group is shown.
  /// - Returns: lines with LF at their ends. Nothing in them steers a terminal but what `heading` adds.
  public func table(width: Int? = nil, heading: (String) -> String = { $0 }) -> String {
    guard !groups.isEmpty else { return "Ningún acuerdo cumple lo que se pide.\n" }
    var factLines = TextTable.lines(
      groups.flatMap { $0.rows.map(facts) }, limit: width.map { max(16, $0 / 3) } ?? 60)[...]
    var text = ""
    for group in groups {
      if !text.isEmpty { text += "\n" }
      let count = group.rows.count == 1 ? "1 acuerdo" : "\(group.rows.count) acuerdos"
      let title = TextTable.printable("\(group.title)  (\(count))\(file(of: group))")
      text += heading(fitted(title, to: width)) + "\n"
      for row in group.rows {
        text += "  " + fitted(factLines.popFirst() ?? "", to: width.map { $0 - 2 }) + "\n"
        for paragraph in [row.text] + origin(of: row) {
          for line in TextTable.wrapped(paragraph, to: width.map { max(20, $0 - 6) }) {
            text += "      \(line)\n"
          }
        }
      }
    }
    return text
  }

  private func fitted(_ line: String, to width: Int?) -> String {
    width.map { TextTable.cut(line, to: max(1, $0)) } ?? line
  }

  /// The file of a meeting stands in the line above its agreements, so that they need not name it.
  private func file(of group: Group) -> String {
    guard grouping == .meeting, let path = group.rows.first?.path, !path.isEmpty else { return "" }
    return "  \(path)"
  }

  /// The facts of one agreement; what the group's title says is left out.
  private func facts(of row: AgreementRow) -> [String] {
    let due = row.dueDate.map { "vence \($0)" } ?? row.dueRaw.map { "«\($0)»" } ?? "sin plazo"
    let parties = row.responsibles.map(\.name).joined(separator: "; ")
    switch grouping {
    case .meeting: return [row.label ?? "–", due, row.status.spanish, parties]
    case .responsible: return [due, row.status.spanish]
    case .due: return [due, row.status.spanish, parties]
    }
  }

  /// Meeting, label and file of one agreement, unless they stand above it.
  private func origin(of row: AgreementRow) -> [String] {
    guard grouping != .meeting else { return [] }
    let place = [row.meetingTitle, row.label.map { "(\($0))" }, row.path].compactMap { $0 }
    return ["— " + place.joined(separator: "  ")]
  }

  /// CSV with a header, UTF-8 with a byte order mark, LF; a row an agreement, in the order of the
  /// groups. Cells that look like formulas are guarded.
  public var csv: [UInt8] {
    var bytes = CSV.byteOrderMark
    CSV.appendLine(AgreementColumn.all.map(\.name), guarding: false, to: &bytes)
    for group in groups {
      for row in group.rows {
        CSV.appendLine(AgreementColumn.all.map { $0.value(row, group) }, guarding: true, to: &bytes)
      }
    }
    return bytes
  }

  /// Markdown: each group under a heading, with a table of its agreements.
  public var markdown: String {
    guard !groups.isEmpty else { return "Ningún acuerdo cumple lo que se pide.\n" }
    let columns = AgreementColumn.all.filter { column in
      switch column.use {
      case .everywhere: true
      case .meeting: grouping != .meeting
      case .sheets: false
      }
    }
    return groups.map { group in
      let rows = group.rows.map { row in columns.map { $0.value(row, group) } }
      let lines =
        ["## \(MarkdownTable.escaped(group.title))", ""]
        + MarkdownTable.lines(columns.map(\.heading), rows)
      return lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  // MARK: JSON

  /// One JSON object on one line, LF at the end: `by`, `count`, and `groups` with `id`, `title` and
  /// `rows`. Codes, not Spanish words.
  public var json: [UInt8] {
    JSONWriter.list(by: grouping.rawValue, count: count, groups) { json, group in
      json.field("id", group.id)
      json.field("title", group.title)
      json.field("rows") { json in json.array(group.rows) { $0.write($1) } }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ row: AgreementRow) {
    object { json in
      json.field("agreement_id", row.id)
      json.field("meeting_id", row.meetingID)
      json.field("meeting", row.meetingName)
      json.field("date", row.date)
      json.field("body_institution_id", row.body?.id)
      json.field("body", row.body?.name)
      json.field("order", row.order)
      json.field("label", row.label)
      json.field("text", row.text)
      json.field("responsibles") { json in
        json.array(row.responsibles) { json, party in
          json.object { json in
            json.field("text", party.text)
            json.field("person_id", party.personID)
            json.field("person", party.personName)
            json.field("institution_id", party.institution?.id)
            json.field("institution", party.institution?.name)
            json.field("acronym", party.institution?.acronym)
          }
        }
      }
      json.field("due_raw", row.dueRaw)
      json.field("due_date", row.dueDate)
      json.field("status", row.status.rawValue)
      json.field("status_as_of", row.statusAsOf)
      json.field("path", row.path)
    }
  }
}
