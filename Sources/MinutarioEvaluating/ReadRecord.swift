// What was read from one document, as far as it is compared: out of the line that `extract` writes,
// or of what another tool writes in that shape. Fields that are not there count as not read.

/// The record of one document.
public struct ReadRecord: Sendable, Decodable {
  /// Relative to the archive.
  public let path: String
  private(set) var attendances: [Attendance]
  private(set) var mentions: [Mention]
  let meeting: Meeting
  private(set) var topics: [Item]
  private(set) var agreements: [Item]

  /// Several minutes of one file are compared as one: their lists together, the first meeting.
  mutating func join(_ other: ReadRecord) {
    attendances += other.attendances
    mentions += other.mentions
    topics += other.topics
    agreements += other.agreements
  }

  /// What is compared for a document of which there is no record.
  init(missing path: String) {
    self.path = path
    attendances = []
    mentions = []
    meeting = Meeting()
    topics = []
    agreements = []
  }

  struct Attendance: Decodable {
    let name: String?
    let title: String?
    let position: String?
    let institution: Institution?
    let presence: String?
    let capacity: String?
    let representsPerson: String?
    let confidence: Double?
    let evidence: Evidence?

    enum CodingKeys: String, CodingKey {
      case name, title, position, institution, presence, capacity, confidence, evidence
      case representsPerson = "represents_person"
    }
  }

  struct Mention: Decodable {
    let kind: String?
    let name: String?
    let text: String?
    let evidence: Evidence?

    var called: String? { name.flatMap { $0.isEmpty ? nil : $0 } ?? text }
  }

  struct Meeting: Decodable {
    var name: String?
    var date: String?
    var startTime: String?
    var endTime: String?
    var place: String?
    var mode: String?
    var followUp: FollowUp?
    var evidence: [String: [Span]]?

    enum CodingKeys: String, CodingKey {
      case name, date, place, mode, evidence
      case startTime = "start_time"
      case endTime = "end_time"
      case followUp = "follow_up"
    }

    /// The value of a field, under the name that gold and record give it.
    func value(_ key: GoldDocument.Meeting.Key) -> String? {
      switch key {
      case .name: name
      case .date: date
      case .startTime: startTime
      case .endTime: endTime
      case .place: place
      case .mode: mode
      }
    }
  }

  struct FollowUp: Decodable {
    let date: String?
    let startTime: String?
    let evidence: Span?

    enum CodingKeys: String, CodingKey {
      case date, evidence
      case startTime = "start_time"
    }
  }

  /// A topic or an agreement.
  struct Item: Decodable {
    let text: String?
    let label: String?
    let responsibles: [Responsible]?
    let dueDate: String?
    let evidence: Evidence?

    enum CodingKeys: String, CodingKey {
      case text, label, responsibles, evidence
      case dueDate = "due_date"
    }
  }

  struct Responsible: Decodable {
    let name: String?
    let text: String?
    let institution: Institution?

    var called: String? { name.flatMap { $0.isEmpty ? nil : $0 } ?? text }
  }

  /// A text, or an object with the forms under which the document knows the institution.
  struct Institution: Decodable {
    let forms: [String]

    init(from decoder: any Decoder) throws {
      if let name = try? decoder.singleValueContainer().decode(String.self) {
        forms = [name]
      } else {
        let container = try decoder.container(keyedBy: Key.self)
        forms = try [Key.name, .acronym, .fullName]
          .compactMap { try container.decodeIfPresent(String.self, forKey: $0) }
      }
    }

    private enum Key: String, CodingKey {
      case name, acronym
      case fullName = "full_name"
    }

    var compared: Set<String> { Set(forms.compactMap(ComparisonForm.institution)) }
  }

  struct Evidence: Decodable {
    let entry: Span?
  }

  /// A place of the source.
  struct Span: Decodable {
    let part: String?
    let paragraph: Int?
    let cell: String?

    /// `word/document.xml:12:t1r2c3`, as `extract --places` writes it; nil where it is not told.
    var place: String? {
      guard let part, let paragraph else { return nil }
      return "\(part):\(paragraph)" + (cell.map { ":\($0)" } ?? "")
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func list<Value: Decodable>(_ key: Key) throws -> [Value] {
      try container.decodeIfPresent([Value].self, forKey: key) ?? []
    }
    path = try container.decode(Document.self, forKey: .document).path
    attendances = try list(.attendances)
    mentions = try list(.mentions)
    meeting = try container.decodeIfPresent(Meeting.self, forKey: .meeting) ?? Meeting()
    topics = try list(.topics)
    agreements = try list(.agreements)
  }

  private enum Key: String, CodingKey {
    case document, attendances, mentions, meeting, topics, agreements
  }

  private struct Document: Decodable {
    let path: String
  }
}
