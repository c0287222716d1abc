// How records are kept while those of a whole archive are gathered: small. The same names stand in
// document after document, and the quotes stand in the texts.

/// Makes records small to keep.
public struct RecordKeeping: Sendable {
  private var texts: Set<String> = []
  private var places = Evidence.Places()
  /// What a string holds in itself: no sharing needed.
  private static let inlineBytes = 15

  public init() {}

  /// The record without the quotes of its spans, which the text of the document gives back, with
  /// the storage of its names shared with other records, and without room to grow. The words of a
  /// deadline and of the next meeting are values of their own and stay.
  public mutating func kept(_ record: MinutesRecord) -> MinutesRecord {
    var record = record
    record.meeting.name = shared(record.meeting.name)
    record.meeting.place = shared(record.meeting.place)
    record.meeting.evidence.dropQuotes(&places)
    record.sections = record.sections.map { section in
      var section = section
      section.heading = shared(section.heading)
      return section
    }
    record.attendances = record.attendances.map { kept($0) }
    record.mentions = record.mentions.map { kept($0) }
    record.topics = record.topics.map { topic in
      var topic = topic
      topic.text = shared(topic.text)
      topic.evidence.dropQuotes(&places)
      return topic
    }
    record.agreements = record.agreements.map { kept($0) }
    for index in record.issues.indices { record.issues[index].evidence?.dropQuote(&places) }
    return record
  }

  private mutating func kept(_ attendance: Attendance) -> Attendance {
    var attendance = attendance
    attendance.name = shared(attendance.name)
    attendance.position = shared(attendance.position)
    attendance.role = shared(attendance.role)
    attendance.unit = shared(attendance.unit)
    attendance.group = shared(attendance.group)
    attendance.institution = shared(attendance.institution)
    attendance.evidence.dropQuotes(&places)
    return attendance
  }

  private mutating func kept(_ mention: Mention) -> Mention {
    var mention = mention
    mention.text = shared(mention.text)
    mention.name = shared(mention.name)
    mention.position = shared(mention.position)
    mention.institution = shared(mention.institution)
    mention.evidence.dropQuotes(&places)
    return mention
  }

  private mutating func kept(_ agreement: Agreement) -> Agreement {
    var agreement = agreement
    agreement.evidence.dropQuotes(except: "due_date", &places)
    agreement.responsibles = agreement.responsibles.map { party in
      var party = party
      party.text = shared(party.text)
      party.name = shared(party.name)
      party.institution = shared(party.institution)
      party.evidence?.dropQuote(&places)
      return party
    }
    return agreement
  }

  private mutating func shared(_ reference: InstitutionReference?) -> InstitutionReference? {
    reference.map {
      InstitutionReference(
        name: shared($0.name), acronym: shared($0.acronym), fullName: shared($0.fullName))
    }
  }

  private mutating func shared(_ text: String?) -> String? { text.map { shared($0) } }

  private mutating func shared(_ text: String) -> String {
    guard text.utf8.count > Self.inlineBytes else { return text }
    let known = texts.insert(text).memberAfterInsert
    // Strings that are equal to Swift may still be written with other bytes.
    return known.utf8.elementsEqual(text.utf8) ? known : text
  }
}
