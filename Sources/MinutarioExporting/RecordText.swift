// The record as a person would read it: what `extract --pretty` prints, in Spanish.

public import MinutarioModel

/// Writes records as readable text.
public struct RecordText: Sendable {
  private let messages: MessageCatalogue

  /// - Parameter messages: the sentences of the issues.
  public init(messages: MessageCatalogue) {
    self.messages = messages
  }

  /// One record as lines of text, LF at the end. Holds no character that steers a terminal.
  public func text(for record: MinutesRecord) -> String {
    var lines = heading(of: record)
    lines += section("Asistencia", attendances(of: record))
    lines += section("Temas", topics(of: record))
    lines += section("Acuerdos", agreements(of: record))
    lines += section(
      "Menciones",
      record.mentions.map { mention in
        let known = mention.name.flatMap { $0 == mention.text ? nil : " → \($0)" }
        return "  " + TextTable.printable(mention.text + (known ?? ""))
      })
    lines += section("Avisos", issues(of: record))
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines
  }

  private func heading(of record: MinutesRecord) -> [String] {
    let meeting = record.meeting
    let times = [meeting.startTime, meeting.endTime].compactMap { $0?.description }
    var parts = ""
    if record.minutes.count > 1 {
      parts = " (minuta \(record.minutes.index + 1) de \(record.minutes.count))"
    }
    let nextTime = meeting.followUp?.startTime.map { " \($0)" } ?? ""
    let next = meeting.followUp.map { ($0.date?.description ?? $0.raw ?? "") + nextTime }
    let fields: [(String, String?)] = [
      ("Reunión", meeting.name ?? "sin nombre"),
      ("Fecha", meeting.date?.description ?? "sin fecha"),
      ("Hora", times.isEmpty ? nil : times.joined(separator: " a ")),
      ("Lugar", meeting.place),
      ("Modalidad", meeting.mode == .unknown ? nil : meeting.mode.spanish),
      ("Sesión", meeting.classification == .unknown ? nil : meeting.classification.rawValue),
      ("Número", meeting.number),
      ("Quórum", meeting.quorum),
      ("Próxima reunión", next),
      ("Documento", record.document.path + parts),
      ("Lectura", record.outcome.spanish),
    ]
    return TextTable.lines(fields.compactMap { name, value in value.map { [name, $0] } })
  }

  /// Attendees in aligned columns, those present first.
  private func attendances(of record: MinutesRecord) -> [String] {
    let groups: [(Attendance.Presence, String)] = [
      (.present, "Presentes"), (.represented, "Representados"),
      (.excused, "Con justificación"), (.absent, "Ausentes"), (.unknown, "Sin dato"),
    ]
    var rows: [[String]] = []
    var titles: [Int: String] = [:]
    for (presence, title) in groups {
      let members = record.attendances.filter { $0.presence == presence }
      if members.isEmpty { continue }
      titles[rows.count] = "  \(title): \(members.count)"
      rows += members.map(row)
    }
    return TextTable.lines(rows).enumerated().flatMap { index, line in
      [titles[index], "    " + line].compactMap { $0 }
    }
  }

  private func row(_ attendance: Attendance) -> [String] {
    let name = [attendance.title, attendance.name].compactMap { $0 }.joined(separator: " ")
    var notes = [attendance.capacity?.spanish].compactMap { $0 }
    if let represented = attendance.representsPerson {
      notes.append("en representación de \(represented)")
    }
    return [
      name, attendance.position ?? attendance.role ?? "", attendance.institution?.name ?? "",
      notes.joined(separator: ", "),
    ]
  }

  private func topics(of record: MinutesRecord) -> [String] {
    record.topics.enumerated().map { index, topic in
      let depth = Self.depth(of: index) { record.topics[$0].parent }
      return item(topic.label, topic.text, depth: depth)
    }
  }

  private func agreements(of record: MinutesRecord) -> [String] {
    record.agreements.enumerated().flatMap { index, agreement in
      let depth = Self.depth(of: index) { record.agreements[$0].parent }
      var lines = [item(agreement.label, agreement.text, depth: depth)]
      let margin = String(repeating: "  ", count: depth + 3)
      let parties = agreement.responsibles.map { party in
        party.name.flatMap { $0 == party.text ? nil : "\(party.text) (\($0))" } ?? party.text
      }
      if !parties.isEmpty {
        lines.append(
          margin + "Responsable: " + TextTable.printable(parties.joined(separator: "; ")))
      }
      if let due = agreement.dueDate { lines.append(margin + "Plazo: \(due)") }
      if agreement.status != .unknown {
        lines.append(margin + "Estado: " + agreement.status.spanish)
      }
      return lines
    }
  }

  private func item(_ label: String?, _ text: String, depth: Int) -> String {
    String(repeating: "  ", count: depth + 1)
      + TextTable.printable([label, text].compactMap { $0 }.joined(separator: "  "))
  }

  /// How deep an item is nested. Parents stand before their children; anything else ends the walk.
  private static func depth(of index: Int, parent: (Int) -> Int?) -> Int {
    var depth = 0
    var index = index
    while let above = parent(index), above >= 0, above < index, depth < 8 {
      depth += 1
      index = above
    }
    return depth
  }

  private func issues(of record: MinutesRecord) -> [String] {
    record.issues.map { issue in
      let place = issue.field.map { " [\($0)]" } ?? ""
      return "  "
        + TextTable.printable(
          "\(issue.severity.spanish): \(messages.sentence(for: issue))\(place)")
    }
  }
}
