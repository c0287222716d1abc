// The record of one document as a line of JSON: what `extract` prints. The shape is fixed by
// minutes.schema.json; keys that the schema does not name stand behind those it does.

public import MinutarioModel

/// Writes records as JSON Lines.
public struct RecordJSON: Sendable {
  private let messages: MessageCatalogue

  /// - Parameter messages: the sentences for `issues[].message`, in the language of the output.
  public init(messages: MessageCatalogue) {
    self.messages = messages
  }

  /// One record as one line of UTF-8, LF at its end.
  public func line(for record: MinutesRecord) -> [UInt8] {
    var bytes: [UInt8] = []
    append(record, to: &bytes)
    return bytes
  }

  /// Appends one record as one line of UTF-8, LF at its end.
  public func append(_ record: MinutesRecord, to bytes: inout [UInt8]) {
    var json = JSONWriter()
    swap(&json.bytes, &bytes)
    write(record, to: &json)
    json.lineBreak()
    swap(&json.bytes, &bytes)
  }

  /// Writes one record as one JSON object.
  public func write(_ record: MinutesRecord, to json: inout JSONWriter) {
    json.object { json in
      json.field("schema", "minutes/1")
      json.field("outcome", record.outcome.rawValue)
      json.field("document") { $0.write(record.document) }
      json.field("minutes") { $0.write(record.minutes) }
      json.field("meeting") { $0.write(record.meeting) }
      json.field("sections") { json in json.array(record.sections) { $0.write($1) } }
      json.field("attendances") { json in json.array(record.attendances) { $0.write($1) } }
      json.field("mentions") { json in json.array(record.mentions) { $0.write($1) } }
      json.field("topics") { json in json.array(record.topics) { $0.write($1) } }
      json.field("agreements") { json in json.array(record.agreements) { $0.write($1) } }
      json.field("issues") { json in
        json.array(record.issues) { $0.write($1, message: messages.sentence(for: $1)) }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ document: DocumentFacts) {
    object { json in
      json.field("path", document.path)
      json.field("sha256", document.sha256)
      json.field("bytes", document.bytes)
      json.field("format", document.format)
      json.field("encoding", document.encoding)
      json.field("title", document.title)
      json.field("language", document.language)
      json.field("issued_place", document.issuedPlace)
      json.field("issued_date", document.issuedDate?.description)
      json.field("tracked_changes", document.trackedChanges?.rawValue)
      json.field("coverage") { json in
        if let coverage = document.coverage {
          json.decimal(coverage, places: 4)
        } else {
          json.null()
        }
      }
      json.field("encoding_source", document.encodingSource?.rawValue)
      json.field("has_comments", document.hasComments)
      json.field("text_chars", document.textCharacters)
      json.field("text_of", document.textOf)
    }
  }

  fileprivate mutating func write(_ span: MinutesSpan) {
    object { json in
      json.field("index", span.index)
      json.field("count", span.count)
      json.field("start", span.start)
      json.field("end", span.end)
    }
  }

  fileprivate mutating func write(_ meeting: Meeting) {
    object { json in
      json.field("name", meeting.name)
      json.field("date", meeting.date?.description)
      json.field("start_time", meeting.startTime?.description)
      json.field("end_time", meeting.endTime?.description)
      json.field("place", meeting.place)
      json.field("mode", meeting.mode.rawValue)
      json.field("follow_up") { json in
        if let followUp = meeting.followUp { json.write(followUp) } else { json.null() }
      }
      json.field("evidence") { json in json.object { $0.writeFields(meeting.evidence) } }
      json.field("classification", meeting.classification.rawValue)
      json.field("number", meeting.number)
      json.field("attendees_stated", meeting.statedAttendees)
      json.field("quorum", meeting.quorum)
    }
  }

  fileprivate mutating func write(_ followUp: FollowUp) {
    object { json in
      json.field("date", followUp.date?.description)
      json.field("start_time", followUp.startTime?.description)
      json.field("evidence") { $0.write(followUp.evidence) }
      json.field("raw", followUp.raw)
      json.field("derived", followUp.derived)
    }
  }

  fileprivate mutating func write(_ section: RecordSection) {
    object { json in
      json.field("kind", section.kind.rawValue)
      json.field("heading", section.heading)
      json.field("start", section.start)
      json.field("end", section.end)
    }
  }

  fileprivate mutating func write(_ attendance: Attendance) {
    object { json in
      json.field("name", attendance.name)
      json.field("title", attendance.title)
      json.field("position", attendance.position)
      json.field("role", attendance.role)
      json.field("unit", attendance.unit)
      json.field("institution") { $0.write(attendance.institution) }
      json.field("presence", attendance.presence.rawValue)
      json.field("capacity", attendance.capacity?.rawValue)
      json.field("represents_person", attendance.representsPerson)
      json.field("group", attendance.group)
      json.field("confidence") { $0.decimal(attendance.confidence.held, places: 2) }
      json.field("evidence") { $0.write(attendance.evidence) }
      json.field("derived", attendance.derived)
      json.field("mode", attendance.mode.rawValue)
    }
  }

  fileprivate mutating func write(_ institution: InstitutionReference?) {
    guard let institution else { return null() }
    object { json in
      json.field("name", institution.name)
      json.field("acronym", institution.acronym)
      json.field("full_name", institution.fullName)
    }
  }

  fileprivate mutating func write(_ mention: Mention) {
    object { json in
      json.field("kind", mention.kind.rawValue)
      json.field("text", mention.text)
      json.field("name", mention.name)
      json.field("position", mention.position)
      json.field("institution") { $0.write(mention.institution) }
      json.field("evidence") { $0.write(mention.evidence) }
      json.field("derived", mention.derived)
    }
  }

  fileprivate mutating func write(_ topic: Topic) {
    object { json in
      json.field("label", topic.label)
      json.field("text", topic.text)
      json.field("parent", topic.parent)
      json.field("evidence") { $0.write(topic.evidence) }
      json.field("derived", topic.derived)
    }
  }

  fileprivate mutating func write(_ agreement: Agreement) {
    object { json in
      json.field("label", agreement.label)
      json.field("text", agreement.text)
      json.field("parent", agreement.parent)
      json.field("responsibles") { json in
        json.array(agreement.responsibles) { $0.write($1) }
      }
      json.field("due_date", agreement.dueDate?.description)
      json.field("due_basis", agreement.dueBasis.rawValue)
      json.field("status", agreement.status.rawValue)
      json.field("evidence") { $0.write(agreement.evidence) }
      json.field("derived", agreement.derived)
    }
  }

  fileprivate mutating func write(_ responsible: Responsible) {
    object { json in
      json.field("text", responsible.text)
      json.field("name", responsible.name)
      json.field("institution") { $0.write(responsible.institution) }
      json.field("resolution", responsible.resolution.rawValue)
      json.field("evidence") { $0.write(responsible.evidence) }
    }
  }

  fileprivate mutating func write(_ issue: Issue, message: String) {
    object { json in
      json.field("code", issue.code.rawValue)
      json.field("severity", issue.severity.rawValue)
      json.field("message", message)
      json.field("field", issue.field)
      json.field("evidence") { $0.write(issue.evidence) }
    }
  }

  fileprivate mutating func write(_ evidence: FieldEvidence) {
    object { json in
      json.field("entry") { $0.write(evidence.entry) }
      json.writeFields(evidence)
    }
  }

  /// The spans field by field; `entry` is a key of its own and can be no field.
  private mutating func writeFields(_ evidence: FieldEvidence) {
    for field in evidence.fields where field.name != "entry" {
      self.field(field.name) { json in json.array(field.spans) { $0.write($1) } }
    }
  }

  private mutating func write(_ evidence: Evidence?) {
    guard let evidence else { return null() }
    object { json in
      json.field("start", evidence.start)
      json.field("end", evidence.end)
      json.field("quote", evidence.quote)
      if let part = evidence.part { json.field("part", part) }
      if let paragraph = evidence.paragraph { json.field("paragraph", paragraph) }
      json.field("cell", evidence.cell)
    }
  }
}

extension Double {
  /// Held between 0 and 1; what is no number counts as 0, the least confidence.
  fileprivate var held: Double { isNaN ? 0 : Swift.min(1, Swift.max(0, self)) }
}
