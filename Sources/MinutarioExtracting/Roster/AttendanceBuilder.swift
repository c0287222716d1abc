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
    evidence.add("title", entry.title.map { text.evidence($0) })
    var attendance = Attendance(
      name: entry.nameText, presence: entry.presence, confidence: 0, evidence: evidence)
    attendance.title = entry.title.map { text.string($0).joinedLines() }
    let position = entry.charge.position ?? entry.distantPosition
    if let position {
      attendance.position = text.string(position).joinedLines()
      attendance.evidence.add("position", text.evidence(position))
    }
    if let role = entry.charge.role {
      let written = text.string(role).joinedLines()
      attendance.role = entry.charge.repairedRole ?? written
      attendance.evidence.add("role", text.evidence(role))
      if let repaired = entry.charge.repairedRole {
        attendance.derived.append("role")
        issues.append(
          Issue(
            .typoRepaired, .info, arguments: [written, repaired],
            field: "attendances[\(index)].role", evidence: text.evidence(role)))
      }
    } else if let group = entry.distantPosition, entry.charge.position == nil {
      attendance.role = text.string(group).joinedLines()
      attendance.evidence.add("role", text.evidence(group))
    } else if let position = entry.charge.position {
      issues.append(
        Issue(
          .roleUnknown, .info, arguments: [text.string(position).joinedLines()],
          field: "attendances[\(index)].role", evidence: text.evidence(position)))
    }
    if let unit = entry.charge.unit {
      attendance.unit = text.string(unit).joinedLines()
      attendance.evidence.add("unit", text.evidence(unit))
    }
    if let institution = entry.charge.institution ?? entry.distantInstitution {
      var reference = institutions.reference(institution)
      reference.name = reference.name.joinedLines()
      attendance.institution = reference
      attendance.evidence.add("institution", text.evidence(institution))
    }
    attendance.evidence.add("presence", entry.presenceSpan.map { text.evidence($0) })
    attendance.capacity = entry.capacity ?? office(entry)
    attendance.representsPerson = entry.represents.map { text.string($0).joinedLines() }
    attendance.evidence.add("represents_person", entry.represents.map { text.evidence($0) })
    attendance.evidence.add("group", entry.group.map { text.evidence($0) })
    attendance.evidence.add("columns", entry.columns.map { text.evidence($0) })
    attendance.group = entry.group.map { text.string($0).joinedLines() }
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
