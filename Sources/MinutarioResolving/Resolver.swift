// From the records of single documents to one archive: the same people, institutions and
// memberships wherever they appear. First cut, provisional: names decide, and nothing is guessed
// beyond them.

public import MinutarioLexicon
public import MinutarioModel

/// Resolves records into an archive.
///
/// The result depends on the records only, not on their order: documents are taken in the order of
/// their content's hash, meetings that give a "first" in the order of their dates.
public struct Resolver: Sendable {
  private let vocabulary: ResolvingVocabulary

  public init(lexicon: Lexicon) {
    self.init(vocabulary: ResolvingVocabulary(lexicon))
  }

  public init(vocabulary: ResolvingVocabulary) {
    self.vocabulary = vocabulary
  }

  /// The documents of all records, sorted by id. Records of one content under several paths are one
  /// document. Nothing is resolved yet: no minutes have their meeting.
  public func documents(of records: [MinutesRecord]) -> [ArchivedDocument] {
    DocumentCollation.documents(from: records)
  }

  /// The archive of all records.
  public func resolve(_ records: [MinutesRecord]) -> Archive { resolve(documents(of: records)) }

  /// The archive of documents that `documents(of:)` gave.
  public func resolve(_ documents: [ArchivedDocument]) -> Archive {
    var resolution = Resolution(documents: documents, vocabulary: vocabulary)
    resolution.gather()
    return resolution.archive()
  }
}

/// One resolution under way. Links hold keys while names are gathered, ids at the end.
private struct Resolution {
  private var documents: [ArchivedDocument]
  private let keys: NameKeys
  /// The bodies by the names of their meetings.
  private let bodies: [String: InstitutionReference]
  private var personKeys = Memo<String, String?>()
  private var genders = Memo<String, Person.Gender?>()
  private let aliases: InstitutionAliases
  private var people: PeopleRegister
  private var institutions: InstitutionRegister
  private var issues: [ArchiveIssue] = []
  private var reportedAcronyms: Set<String> = []
  private var meetings = 0

  init(documents: [ArchivedDocument], vocabulary: ResolvingVocabulary) {
    self.documents = documents
    keys = NameKeys(vocabulary: vocabulary)
    let body = MeetingBody(vocabulary: vocabulary)
    people = PeopleRegister(keys: keys)
    institutions = InstitutionRegister(keys: keys)
    var bodyNames = Memo<String, String?>()
    var bodies: [String: InstitutionReference] = [:]
    for document in documents {
      for minutes in document.minutes where minutes.record.tellsOfMeeting {
        guard let name = minutes.record.meeting.name else { continue }
        if let body = bodyNames.value(name, body.name) {
          bodies[name] = InstitutionReference(name: body)
        }
      }
    }
    self.bodies = bodies
    aliases = InstitutionAliases(
      keys: keys,
      references: documents.lazy.flatMap { document in
        document.minutes.lazy.filter { $0.record.tellsOfMeeting }.flatMap { minutes in
          let named = minutes.record.meeting.name.flatMap { bodies[$0] }
          let references = minutes.record.institutionReferences + [named].compactMap { $0 }
          return references.map { (document: document.id, reference: $0.separatingAcronym) }
        }
      })
  }

  /// Reads all names and links them by key: first the attendees of all meetings, because a mention
  /// may mean somebody whom another document lists.
  mutating func gather() {
    for index in documents.indices {
      for position in documents[index].minutes.indices {
        let record = documents[index].minutes[position].record
        guard record.tellsOfMeeting else { continue }
        documents[index].minutes[position].meeting = attended(record, in: documents[index].id)
        meetings += 1
      }
    }
    for index in documents.indices {
      for position in documents[index].minutes.indices {
        guard let meeting = documents[index].minutes[position].meeting else { continue }
        documents[index].minutes[position].meeting = mentioning(
          documents[index].minutes[position].record, meeting, in: documents[index].id)
      }
    }
  }

  /// The meeting of a record with its body and attendees.
  private mutating func attended(_ record: MinutesRecord, in document: String) -> ArchivedMeeting {
    let date = record.meeting.date
    var meeting = ArchivedMeeting(id: "")
    if let body = record.meeting.name.flatMap({ bodies[$0] }) {
      meeting.bodyID = institution(body, in: document, date: date)
      if let key = meeting.bodyID { institutions.markBody(key) }
    }
    var sequences: [String: Int] = [:]
    meeting.attendances = record.attendances.map { attendance in
      var links = attendanceLinks(attendance, body: meeting.bodyID, in: document, date: date)
      if let person = links.personID {
        sequences[person, default: 0] += 1
        links.sequence = sequences[person] ?? 1
      }
      return links
    }
    return meeting
  }

  /// The meeting with everybody else whom the record names.
  private mutating func mentioning(
    _ record: MinutesRecord, _ meeting: ArchivedMeeting, in document: String
  ) -> ArchivedMeeting {
    let date = record.meeting.date
    var meeting = meeting
    for (index, attendance) in record.attendances.enumerated() {
      meeting.attendances[index].representsID = attendance.representsPerson.flatMap {
        named($0, isWhole: true, date: date)
      }
    }
    meeting.mentions = record.mentions.map { mention in
      let isPerson = mention.kind == .person
      let name = mention.name ?? (isPerson ? mention.text : nil)
      return MentionLinks(
        personID: name.flatMap { named($0, isWhole: isPerson, date: date) },
        institutionID: mentionedInstitution(mention, in: document, date: date))
    }
    meeting.agreements = record.agreements.map { agreement in
      let parties = agreement.responsibles.map { party in
        MentionLinks(
          personID: party.name.flatMap { named($0, isWhole: true, date: date) },
          institutionID: party.institution.flatMap { institution($0, in: document, date: date) })
      }
      return AgreementLinks(id: "", responsibles: parties)
    }
    return meeting
  }

  private mutating func attendanceLinks(
    _ attendance: Attendance, body: String?, in document: String, date: PartialDate?
  ) -> AttendanceLinks {
    var links = AttendanceLinks()
    let stated = attendance.institution.flatMap { institution($0, in: document, date: date) }
    links.institutionID = stated ?? body
    links.institutionOrigin = stated != nil ? attendance.origin : body != nil ? .meetingBody : nil
    if let key = personKey(attendance.name) {
      people.add(attendance.name, title: attendance.title, key: key, date: date)
      people.addAttendance(
        key: key, meeting: meetings, gender: gender(attendance), institution: stated)
      links.personID = key
    }
    return links
  }

  /// The key of a person whom the text names outside the list of attendees. `isWhole` tells whether
  /// the name stands for a person of its own; else it only leads to somebody who is known.
  private mutating func named(_ name: String, isWhole: Bool, date: PartialDate?) -> String? {
    guard let key = personKey(name) else { return nil }
    // A single word is too little to tell a new person by.
    guard people.contains(key) || (isWhole && key.contains(" ")) else { return nil }
    people.add(name, key: key, date: date)
    return key
  }

  private mutating func personKey(_ name: String) -> String? {
    personKeys.value(name, keys.person)
  }

  /// The gender that the role or position is marked with.
  private mutating func gender(_ attendance: Attendance) -> Person.Gender? {
    (attendance.role ?? attendance.position).flatMap { genders.value($0, keys.gender(ofRole:)) }
  }

  private mutating func mentionedInstitution(
    _ mention: Mention, in document: String, date: PartialDate?
  ) -> String? {
    if let reference = mention.institution {
      return institution(reference, in: document, date: date)
    }
    guard mention.kind == .institution else { return nil }
    return institution(InstitutionReference(name: mention.text), in: document, date: date)
  }

  /// The key of a reference's institution, which is counted.
  private mutating func institution(
    _ reference: InstitutionReference, in document: String, date: PartialDate?
  ) -> String? {
    let reference = reference.separatingAcronym
    let forms = aliases.forms(of: reference)
    guard let key = aliases.key(for: forms, in: document) else { return nil }
    institutions.add(reference, forms: forms, key: key, date: date)
    if aliases.isAmbiguous(forms, in: document),
      reportedAcronyms.insert("\(document) \(key)").inserted
    {
      issues.append(
        ArchiveIssue(
          Issue(.acronymUnresolved, .warning, arguments: [reference.name]), documentID: document,
          table: "institutions", rowID: key))
    }
    return key
  }
}

extension Resolution {
  /// Mints the ids and puts them in the place of keys.
  consuming func archive() -> Archive {
    var mint = IdentifierMint()
    let (personList, personIDs, homonyms) = people.people(mint: &mint)
    let (institutionList, institutionIDs) = institutions.institutions(
      lexiconNames: aliases.lexiconNames, mint: &mint)
    var documents = documents
    for index in documents.indices {
      for position in documents[index].minutes.indices {
        documents[index].minutes[position].replaceKeys(
          people: personIDs, institutions: institutionIDs)
        documents[index].minutes[position].mintIDs(with: &mint)
      }
    }
    var memberships = MembershipRegister()
    let membershipList = memberships.link(&documents, keys: keys)
    let found = issues.map { found in
      var found = found
      found.rowID = found.rowID.flatMap { institutionIDs[$0] }
      return found
    }
    return Archive(
      documents: documents, people: personList, institutions: institutionList,
      memberships: membershipList, issues: found + homonyms)
  }
}

extension ArchivedMinutes {
  fileprivate mutating func replaceKeys(people: [String: String], institutions: [String: String]) {
    meeting?.replaceKeys(people: people, institutions: institutions)
  }

  fileprivate mutating func mintIDs(with mint: inout IdentifierMint) {
    guard meeting != nil else { return }
    let date = record.meeting.date
    let name = record.meeting.name.map(Tokenizer.foldedKey) ?? ""
    meeting?.id = mint.mint(.meeting, key: name.isEmpty ? "reunion" : name, date: date)
    for index in record.agreements.indices {
      let key = Tokenizer.foldedKey(record.agreements[index].text)
      meeting?.agreements[index].id = mint.mint(.agreement, key: key, date: date)
    }
  }
}

extension ArchivedMeeting {
  fileprivate mutating func replaceKeys(people: [String: String], institutions: [String: String]) {
    bodyID = bodyID.flatMap { institutions[$0] }
    for index in attendances.indices {
      attendances[index].replaceKeys(people: people, institutions: institutions)
    }
    for index in mentions.indices {
      mentions[index].replaceKeys(people: people, institutions: institutions)
    }
    for index in agreements.indices {
      for party in agreements[index].responsibles.indices {
        agreements[index].responsibles[party].replaceKeys(
          people: people, institutions: institutions)
      }
    }
  }
}

extension AttendanceLinks {
  fileprivate mutating func replaceKeys(people: [String: String], institutions: [String: String]) {
    personID = personID.flatMap { people[$0] }
    institutionID = institutionID.flatMap { institutions[$0] }
    representsID = representsID.flatMap { people[$0] }
  }
}

extension MentionLinks {
  fileprivate mutating func replaceKeys(people: [String: String], institutions: [String: String]) {
    personID = personID.flatMap { people[$0] }
    institutionID = institutionID.flatMap { institutions[$0] }
  }
}

extension MinutesRecord {
  /// Every institution that the record refers to, in its order.
  fileprivate var institutionReferences: [InstitutionReference] {
    attendances.compactMap(\.institution) + mentions.compactMap(\.institution)
      + mentions.filter { $0.kind == .institution && $0.institution == nil }
      .map { InstitutionReference(name: $0.text) }
      + agreements.flatMap { $0.responsibles.compactMap(\.institution) }
  }
}

extension Attendance {
  /// Where the institution was read, told by where its evidence stands.
  fileprivate var origin: AttendanceLinks.InstitutionOrigin {
    if derived.contains("institution") { return .document }
    guard let entry = evidence.entry, let span = evidence.spans("institution").first else {
      return .list
    }
    return span.start >= entry.start && span.end <= entry.end ? .list : .group
  }
}
