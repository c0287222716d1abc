// One attendance of the record from one entry: strings, evidence field by field, what was derived.

import MinutarioModel

/// Builds attendances.
struct AttendanceBuilder {
  let text: NormalizedText
  let institutions: InstitutionFinder

  /// The attendance at a place of the record's list, and the issues about it.
  func build(_ entry: RosterEntry, at index: Int) -> (attendance: Attendance, issues: [Issue]) {
    var issues: [Issue] = []
    var evidence = FieldEvidence(entry: text.evidence(text.trimmed(entry.entry)))
    evidence.add("name", text.evidence(entry.name))
    let title = entry.title.map { text.evidence($0) }
    evidence.add("title", title)
    var attendance = Attendance(
      name: entry.nameText, presence: entry.presence, confidence: 0, evidence: evidence)
    attendance.title = title?.quote.joinedLines()
    let position = entry.charge.position ?? entry.distantPosition
    if let position {
      let span = text.evidence(position)
      attendance.position = span.quote.joinedLines()
      attendance.evidence.add("position", span)
    }
    if let role = entry.charge.role {
      let span = text.evidence(role)
      let written = span.quote.joinedLines()
      attendance.role = entry.charge.repairedRole ?? written
      attendance.evidence.add("role", span)
      if let repaired = entry.charge.repairedRole {
        attendance.derived.append("role")
        issues.append(
          Issue(
            .typoRepaired, .info, arguments: [written, repaired],
            field: "attendances[\(index)].role", evidence: span))
      }
    } else if let group = entry.distantPosition, entry.charge.position == nil {
      let span = text.evidence(group)
      attendance.role = span.quote.joinedLines()
      attendance.evidence.add("role", span)
    } else if let position = entry.charge.position {
      let span = text.evidence(position)
      issues.append(
        Issue(
          .roleUnknown, .info, arguments: [span.quote.joinedLines()],
          field: "attendances[\(index)].role", evidence: span))
    }
    if let unit = entry.charge.unit {
      let span = text.evidence(unit)
      attendance.unit = span.quote.joinedLines()
      attendance.evidence.add("unit", span)
    }
    if let institution = entry.charge.institution ?? entry.distantInstitution {
      var reference = institutions.reference(institution)
      reference.name = reference.name.joinedLines()
      attendance.institution = reference
      attendance.evidence.add("institution", text.evidence(institution))
    }
    attendance.evidence.add("presence", entry.presenceSpan.map { text.evidence($0) })
    attendance.capacity = entry.capacity ?? office(entry)
    let represented = entry.represents.map { text.evidence($0) }
    attendance.representsPerson = represented?.quote.joinedLines()
    attendance.evidence.add("represents_person", represented)
    let group = entry.group.map { text.evidence($0) }
    attendance.group = group?.quote.joinedLines()
    attendance.evidence.add("group", group)
    attendance.evidence.add("columns", entry.columns.map { text.evidence($0) })
    attendance.mode = entry.mode
    return (attendance, issues)
  }

  /// The chair and the secretary of the meeting, as far as the position itself says so.
  private func office(_ entry: RosterEntry) -> Attendance.Capacity? {
    guard entry.charge.institution == nil, entry.presence == .present,
      let key = entry.charge.roleKey
    else { return nil }
    if key.hasPrefix("presidente") { return .presidencia }
    if key == "secretario" || key == "secretario tecnico" { return .secretaria }
    return nil
  }
}
