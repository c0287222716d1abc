// What a careful person reads in one document, as a file beside it says: `acta.docx.gold.json`
// beside `acta.docx`. docs/GOLD.md tells how such a file is written.

/// The annotation of one document.
public struct GoldDocument: Sendable, Decodable {
  /// The lists that hold everything there is; only what is named here is compared.
  let complete: Set<String>
  /// Lists whose entries are right but may be too few: nothing that was read beside them is wrong.
  let partial: Set<String>
  /// False where the annotator took accents and honorifics off: names and presence alone count.
  let isAsWritten: Bool
  let attendees: [Attendee]
  let mentions: [Mention]
  let meeting: Meeting
  let nextMeeting: NextMeeting
  let topics: [Item]
  let agreements: [Item]

  /// The ending of a gold file's name, behind the whole name of its document.
  public static let fileEnding = ".gold.json"

  /// The lists that `complete` and `partial` can name.
  enum List: String, CaseIterable {
    case attendees, mentions, meeting, topics, agreements
    case nextMeeting = "next_meeting"
  }

  func isComplete(_ list: List) -> Bool { complete.contains(list.rawValue) }

  /// Whether anything is compared at all.
  public var isCompared: Bool {
    List.allCases.contains { isComplete($0) } || partial.contains(List.attendees.rawValue)
  }

  struct Attendee: Decodable {
    let name: String
    let title: String?
    let position: String?
    let institution: Forms?
    let presence: String?
    let capacity: String?
    let representsPerson: String?

    enum CodingKeys: String, CodingKey {
      case name, title, position, institution, presence, capacity
      case representsPerson = "represents_person"
    }
  }

  struct Mention: Decodable {
    let name: String
  }

  /// A field that the file does not name is not compared; one that is null must not be read.
  struct Meeting: Decodable {
    private(set) var fields: [FigureName: Forms] = [:]

    init() {}

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      for (key, figure) in Self.figures where container.contains(key) {
        fields[figure] = try container.decodeIfPresent(Forms.self, forKey: key) ?? Forms()
      }
    }

    enum Key: String, CodingKey {
      case name, date, place, mode
      case startTime = "start_time"
      case endTime = "end_time"
    }

    /// In the order in which differences are told.
    static let figures: [(key: Key, figure: FigureName)] = [
      (.date, .meetingDate), (.startTime, .meetingStartTime), (.endTime, .meetingEndTime),
      (.mode, .meetingMode), (.name, .meetingName), (.place, .meetingPlace),
    ]
  }

  struct NextMeeting: Decodable {
    var date: String?
    var startTime: String?

    enum CodingKeys: String, CodingKey {
      case date
      case startTime = "start_time"
    }
  }

  /// A topic or an agreement.
  struct Item: Decodable {
    let text: String?
    let label: String?
    let responsibles: [String]?
    let dueDate: String?

    enum CodingKeys: String, CodingKey {
      case text, label, responsibles
      case dueDate = "due_date"
    }
  }

  /// The spellings of a value that are right: a text, a list of texts, or none.
  struct Forms: Decodable {
    let values: [String]

    init() { values = [] }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(String.self) {
        values = [value]
      } else {
        values = try container.decode([String?].self).compactMap(\.self)
      }
    }

    /// As a difference tells them; nil for none.
    var told: String? { values.isEmpty ? nil : values.joined(separator: " | ") }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func list<Value: Decodable>(_ key: Key) throws -> [Value] {
      try container.decodeIfPresent([Value].self, forKey: key) ?? []
    }
    complete = Set(try list(.complete))
    partial = Set(try list(.partial))
    isAsWritten = try container.decodeIfPresent(Bool.self, forKey: .asWritten) ?? true
    attendees = try list(.attendees)
    mentions = try list(.mentions)
    meeting = try container.decodeIfPresent(Meeting.self, forKey: .meeting) ?? Meeting()
    nextMeeting =
      try container.decodeIfPresent(NextMeeting.self, forKey: .nextMeeting) ?? NextMeeting()
    topics = try list(.topics)
    agreements = try list(.agreements)
  }

  private enum Key: String, CodingKey {
    case complete, partial, attendees, mentions, meeting, topics, agreements
    case asWritten = "as_written"
    case nextMeeting = "next_meeting"
  }
}
