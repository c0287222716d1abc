// The rows of the sheets for readers: the archive with its references written out.

import MinutarioModel

/// Makes the rows of the workbook's sheets.
struct SheetRows {
  private let archive: Archive
  private let people: [String: String]
  private let institutions: [String: String]

  init(_ archive: Archive) {
    self.archive = archive
    people = Dictionary(
      archive.people.map { ($0.id, $0.displayName) }, uniquingKeysWith: { first, _ in first })
    institutions = Dictionary(
      archive.institutions.map { ($0.id, $0.displayName) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of an institution.
  func institution(_ id: String?) -> String? { id.flatMap { institutions[$0] } }

  /// By name.
  var personRows: [PersonSheetRow] {
    let offices = Dictionary(grouping: archive.memberships, by: \.personID)
    return archive.people.map { person in
      PersonSheetRow(person: person, offices: (offices[person.id] ?? []).inOrder.map(office))
    }.sorted(byName: \.person.displayName, id: \.person.id)
  }

  private func office(_ membership: Membership) -> String {
    [membership.role ?? membership.unit, institution(membership.institutionID)]
      .compactMap { $0 }.joined(separator: ", ")
  }

  /// By name.
  var institutionRows: [InstitutionSheetRow] {
    var people: [String: Set<String>] = [:]
    for membership in archive.memberships {
      people[membership.institutionID, default: []].insert(membership.personID)
    }
    var meetings: [String: Int] = [:]
    for meeting in archive.documents.lazy.flatMap(\.minutes).compactMap(\.meeting) {
      let present = Set(meeting.attendances.compactMap(\.institutionID))
      for id in present.union([meeting.bodyID].compactMap { $0 }) { meetings[id, default: 0] += 1 }
    }
    return archive.institutions.map {
      InstitutionSheetRow(
        institution: $0, people: people[$0.id]?.count ?? 0, meetings: meetings[$0.id] ?? 0)
    }.sorted(byName: \.institution.displayName, id: \.institution.id)
  }

  func meetingRow(_ row: MeetingRow) -> MeetingSheetRow {
    MeetingSheetRow(row: row, body: institution(row.meeting.bodyID))
  }

  func agreementRows(of meeting: MeetingRow) -> [AgreementSheetRow] {
    let body = institution(meeting.meeting.bodyID)
    return meeting.record.agreements.indices.map { index in
      let row = AgreementRow(context: meeting, index: index)
      let parties = row.parties.map { party in
        party.links.personID.flatMap { people[$0] }
          ?? institution(party.links.institutionID) ?? party.party.text
      }
      return AgreementSheetRow(row: row, body: body, parties: parties)
    }
  }
}

extension Array {
  /// By name, accents and case aside, then by id.
  fileprivate func sorted(byName name: KeyPath<Element, String>, id: KeyPath<Element, String>)
    -> [Element]
  {
    map { (key: Tokenizer.foldedKey($0[keyPath: name]), row: $0) }.sorted { a, b in
      a.key == b.key
        ? a.row[keyPath: id].precedesBytewise(b.row[keyPath: id]) : a.key.precedesBytewise(b.key)
    }.map(\.row)
  }
}

extension [Membership] {
  /// By the date they were first seen, undated ones last.
  fileprivate var inOrder: [Membership] {
    sorted { a, b in
      switch (a.seen.first, b.seen.first) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: a.id.precedesBytewise(b.id)
      }
    }
  }
}

extension AgreementRow {
  /// The agreement's parties in order.
  var parties: [PartyRow] {
    agreement.responsibles.indices.map { PartyRow(agreement: self, sequence: $0 + 1) }
  }
}
