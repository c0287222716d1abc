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

  /// The id of a row of the meeting's document.
  func rowID(_ kind: ArchivedDocument.RowKind, _ ordinal: Int) -> RowID {
    RowID(document: document.id, kind, ordinal)
  }

  /// The ids of the rows of its lists, by their place in the record.
  func attendanceID(_ index: Int) -> RowID {
    rowID(.attendance, minutes.rowsBefore.attendances + index + 1)
  }
  func topicID(_ index: Int) -> RowID { rowID(.topic, minutes.rowsBefore.topics + index + 1) }
  func mentionID(_ index: Int) -> RowID { rowID(.mention, minutes.rowsBefore.mentions + index + 1) }

  /// How many of its attendances say that the person was there.
  var presentCount: Int {
    let attendances = minutes.record.attendances
    return attendances.indices.count { attendances[$0].presence == .present }
  }

  /// Index of the section that holds a place of the text.
  func section(at place: Int) -> Int? {
    minutes.record.sections.firstIndex { $0.start <= place && place < $0.end }
  }
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
  let id: RowID
  let documentID: String
  /// From 1, over all minutes of the document.
  let order: Int
  let section: RecordSection
}

extension ArchivedDocument {
  /// The sections of all its minutes.
  var sectionRows: [SectionRow] {
    minutes.flatMap { minutes in
      minutes.record.sections.enumerated().map { index, section in
        let order = minutes.rowsBefore.sections + index + 1
        return SectionRow(
          id: RowID(document: id, .section, order), documentID: id, order: order, section: section)
      }
    }
  }
}

// The rows of the long lists hold their entry itself: its columns would else each copy it anew.

struct AttendanceRow {
  let context: MeetingRow
  let index: Int
  let attendance: Attendance
  let links: AttendanceLinks

  init(context: MeetingRow, index: Int) {
    self.context = context
    self.index = index
    attendance = context.minutes.record.attendances[index]
    links = context.meeting.attendances[index]
  }

  var id: RowID { context.attendanceID(index) }
}

struct TopicRow {
  let context: MeetingRow
  let index: Int
  let topic: Topic

  init(context: MeetingRow, index: Int) {
    self.context = context
    self.index = index
    topic = context.minutes.record.topics[index]
  }

  var id: RowID { context.topicID(index) }
  var parentID: RowID? {
    topic.parent.flatMap { context.record.topics.indices.contains($0) ? context.topicID($0) : nil }
  }
  /// What the section says that the topic stands in.
  var kind: String? {
    switch topic.evidence.entry.flatMap({ context.section(at: $0.start) })
      .map({ context.minutes.record.sections[$0].kind })
    {
    case .agenda: "agenda"
    case .topics, .discussion: "discussed"
    default: nil
    }
  }
}

struct MentionRow {
  let context: MeetingRow
  let index: Int
  let mention: Mention
  let links: MentionLinks

  init(context: MeetingRow, index: Int) {
    self.context = context
    self.index = index
    mention = context.minutes.record.mentions[index]
    links = context.meeting.mentions[index]
  }

  var id: RowID { context.mentionID(index) }
  var sectionID: RowID? {
    mention.evidence.entry.flatMap { context.section(at: $0.start) }.map {
      context.rowID(.section, context.minutes.rowsBefore.sections + $0 + 1)
    }
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
  let id: RowID
  let documentID: String
  let span: Evidence
  /// UTF-8.
  let quote: ArraySlice<UInt8>
}

struct FactEvidenceRow {
  let table: String
  let rowID: String
  let field: String
  let sequence: Int
  let evidenceID: RowID
}

struct IssueRow {
  let id: String
  let documentID: String?
  let issue: Issue
  let message: String
  let table: String?
  let rowID: String?
  let field: String?
  let evidenceID: RowID?
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
