// Memberships: a person in a role at an institution, over all meetings that show it.

import MinutarioModel

/// Makes the memberships of an archive from its attendances.
struct MembershipRegister {
  private struct Key: Hashable {
    let person: String
    let institution: String
    let role: String?
  }

  private struct Entry {
    var membership: Membership
    var lastMeeting: String
  }

  private var entries: [Key: Entry] = [:]
  private var minted: [String: Int] = [:]
  private var roles = Memo<String, String?>()
  private var heads = Memo<String, String?>()

  /// Finds the memberships, notes them in the attendances, and gives them sorted by id. A
  /// membership carries the id of the document of its earliest meeting.
  mutating func link(_ documents: inout [ArchivedDocument], keys: NameKeys) -> [Membership] {
    for place in Self.chronological(documents) {
      guard var meeting = documents[place.document].minutes[place.minutes].meeting else { continue }
      let record = documents[place.document].minutes[place.minutes].record
      for (index, attendance) in record.attendances.enumerated() {
        meeting.attendances[index].membershipID = add(
          attendance, links: meeting.attendances[index], meeting: meeting.id,
          date: record.meeting.date, document: documents[place.document].id, keys: keys)
      }
      documents[place.document].minutes[place.minutes].meeting = meeting
    }
    return entries.values.map(\.membership).sorted { $0.id.precedesBytewise($1.id) }
  }

  /// Every record of the archive, by the date of its meeting; undated ones last.
  private static func chronological(
    _ documents: [ArchivedDocument]
  ) -> [(document: Int, minutes: Int)] {
    var places: [(date: PartialDate?, document: Int, minutes: Int)] = []
    for (index, document) in documents.enumerated() {
      for (position, minutes) in document.minutes.enumerated() {
        places.append((minutes.record.meeting.date, index, position))
      }
    }
    places.sort { a, b in
      switch (a.date, b.date) {
      case (let first?, let second?) where first != second: first < second
      case (nil, .some): false
      case (.some, nil): true
      default: (a.document, a.minutes) < (b.document, b.minutes)
      }
    }
    return places.map { ($0.document, $0.minutes) }
  }

  private mutating func add(
    _ attendance: Attendance, links: AttendanceLinks, meeting: String, date: PartialDate?,
    document: String, keys: NameKeys
  ) -> String? {
    guard let person = links.personID, let institution = links.institutionID else { return nil }
    let role =
      attendance.role.map { roles.value($0, keys.key(ofRole:)) }
      ?? attendance.position.map { heads.value($0, keys.key(ofRoleOpening:)) } ?? nil
    let key = Key(person: person, institution: institution, role: role)
    if entries[key] == nil {
      minted[document, default: 0] += 1
      let membership = Membership(
        id: RowID(document: document, .membership, minted[document] ?? 0).description,
        personID: person,
        institutionID: institution, unit: attendance.unit, role: attendance.role, roleKey: role,
        seen: SeenSpan(), meetings: 0, confidence: 0)
      entries[key] = Entry(membership: membership, lastMeeting: "")
    }
    entries[key]?.membership.seen.include(date)
    if let confidence = entries[key]?.membership.confidence, attendance.confidence > confidence {
      entries[key]?.membership.confidence = attendance.confidence
    }
    if entries[key]?.lastMeeting != meeting {
      entries[key]?.lastMeeting = meeting
      entries[key]?.membership.meetings += 1
    }
    return entries[key]?.membership.id
  }
}
