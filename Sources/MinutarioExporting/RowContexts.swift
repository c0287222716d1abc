// What the rows of the tables are made from: each points into the archive and copies nothing.

import MinutarioModel

/// A row that tells one thing of a meeting. A class, because every row of the meeting's lists points
/// to it: copies of the record for each row cost more than writing it.
final class MeetingRow {
  let document: ArchivedDocument
  let minutes: ArchivedMinutes
  let meeting: ArchivedMeeting

  init(document: ArchivedDocument, minutes: ArchivedMinutes, meeting: ArchivedMeeting) {
    self.document = document
    self.minutes = minutes
    self.meeting = meeting
  }

  var record: MinutesRecord { minutes.record }
}

/// One spelling of a person or an institution.
struct NameRow {
  let ownerID: String
  let use: NameUse
}

/// One path of a document.
struct PathRow {
  let documentID: String
  let path: String
}

/// The canonical text of a document.
struct TextRow {
  let documentID: String
  let utf8: [UInt8]
}

struct SectionRow {
  let id: String
  let documentID: String
  /// From 1, over all minutes of the document.
  let order: Int
  let section: RecordSection
}

struct AttendanceRow {
  let context: MeetingRow
  let index: Int

  var attendance: Attendance { context.record.attendances[index] }
  var links: AttendanceLinks { context.meeting.attendances[index] }
  var id: String {
    context.document.rowID(.attendance, context.minutes.rowsBefore.attendances + index + 1)
  }
}

struct TopicRow {
  let context: MeetingRow
  let index: Int

  var topic: Topic { context.record.topics[index] }
  var id: String { id(of: index) }
  var parentID: String? {
    topic.parent.flatMap { context.record.topics.indices.contains($0) ? id(of: $0) : nil }
  }
  /// What the section says that the topic stands in.
  var kind: String? {
    switch topic.evidence.entry.flatMap({ context.record.section(at: $0.start)?.section.kind }) {
    case .agenda: "agenda"
    case .topics, .discussion: "discussed"
    default: nil
    }
  }

  private func id(of index: Int) -> String {
    context.document.rowID(.topic, context.minutes.rowsBefore.topics + index + 1)
  }
}

struct MentionRow {
  let context: MeetingRow
  let index: Int

  var mention: Mention { context.record.mentions[index] }
  var links: MentionLinks { context.meeting.mentions[index] }
  var id: String {
    context.document.rowID(.mention, context.minutes.rowsBefore.mentions + index + 1)
  }
  var sectionID: String? {
    guard let start = mention.evidence.entry?.start,
      let (index, _) = context.record.section(at: start)
    else { return nil }
    return context.document.rowID(.section, context.minutes.rowsBefore.sections + index + 1)
  }
}

struct AgreementRow {
  let context: MeetingRow
  let index: Int

  var agreement: Agreement { context.record.agreements[index] }
  var id: String { context.meeting.agreements[index].id }
  var parentID: String? {
    agreement.parent.flatMap {
      context.meeting.agreements.indices.contains($0) ? context.meeting.agreements[$0].id : nil
    }
  }
}

struct PartyRow {
  let agreement: AgreementRow
  /// From 1.
  let sequence: Int

  var party: Responsible { agreement.agreement.responsibles[sequence - 1] }
  var links: MentionLinks {
    agreement.context.meeting.agreements[agreement.index].responsibles[sequence - 1]
  }
  var id: String { Self.id(agreement: agreement.id, sequence: sequence) }

  /// How other tables name a row whose key has two columns.
  static func id(agreement: String, sequence: Int) -> String { "\(agreement)|\(sequence)" }
}

struct EvidenceRow {
  let id: String
  let documentID: String
  let span: Evidence
  let quote: String
}

struct FactEvidenceRow {
  let table: String
  let rowID: String
  let field: String
  let sequence: Int
  let evidenceID: String
}

struct IssueRow {
  let id: String
  let documentID: String?
  let issue: Issue
  let message: String
  let table: String?
  let rowID: String?
  let field: String?
  let evidenceID: String?
}

/// One line of the flat table.
struct FlatRow {
  let row: AttendanceRow
  let body: String?
  let institution: String?
  let represents: String?
  /// Why a person should look at the line; empty when nobody needs to.
  let reasons: [String]
}

extension MinutesRecord {
  /// The section that holds a place of the text, with its index.
  func section(at place: Int) -> (index: Int, section: RecordSection)? {
    guard let index = sections.firstIndex(where: { $0.start <= place && place < $0.end }) else {
      return nil
    }
    return (index, sections[index])
  }
}
