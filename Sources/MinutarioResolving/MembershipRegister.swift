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

    mutating func add(_ confidence: Double, meeting: String, date: PartialDate?) {
      membership.seen.include(date)
      membership.confidence = max(membership.confidence, confidence)
      guard lastMeeting != meeting else { return }
      lastMeeting = meeting
      membership.meetings += 1
    }
  }

  private var entries: [Entry] = []
  private var places: [Key: Int] = [:]
  private var minted: [String: Int] = [:]
  private var roles = Memo<String, String?>()
  private var heads = Memo<String, String?>()

  /// Finds the memberships, notes them in the attendances, and gives them sorted by id. A
  /// membership carries the id of the document of its earliest meeting.
  mutating func link(_ documents: inout [ArchivedDocument], keys: NameKeys) -> [Membership] {
    for place in Self.chronological(documents) {
      guard let meeting = documents[place.document].minutes[place.minutes].meeting else { continue }
      let record = documents[place.document].minutes[place.minutes].record
      let document = documents[place.document].id
      let ids = record.attendances.indices.map { index in
        add(
          record.attendances[index], links: meeting.attendances[index], meeting: meeting.id,
          date: record.meeting.date, document: document, keys: keys)
      }
      for (index, id) in ids.enumerated() {
        documents[place.document].minutes[place.minutes].meeting?.attendances[index].membershipID =
          id
      }
    }
    return entries.map(\.membership).sorted { $0.id.precedesBytewise($1.id) }
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
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      minted[document, default: 0] += 1
      place = entries.count
      places[key] = place
      let membership = Membership(
        id: RowID(document: document, .membership, minted[document] ?? 0).description,
        personID: person,
        institutionID: institution, unit: attendance.unit, role: attendance.role, roleKey: role,
        seen: SeenSpan(), meetings: 0, confidence: 0)
      entries.append(Entry(membership: membership, lastMeeting: ""))
    }
    entries[place].add(attendance.confidence, meeting: meeting, date: date)
    return entries[place].membership.id
  }
}
