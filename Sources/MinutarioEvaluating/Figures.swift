// What is counted: how often a value was read right, was read where none is, or was missed.

/// What a figure is about. The raw values are the names that `--min` takes and JSON writes.
public enum FigureName: String, Sendable, CaseIterable, Comparable, Hashable {
  case agreement
  case agreementDueDate = "agreement_due_date"
  case agreementLabel = "agreement_label"
  case agreementResponsible = "agreement_responsible"
  case attendeeCapacity = "attendee_capacity"
  case attendeeInstitution = "attendee_institution"
  case attendeeName = "attendee_name"
  case attendeePosition = "attendee_position"
  case attendeePresence = "attendee_presence"
  case attendeeRepresents = "attendee_represents_person"
  /// Name, position, institution and presence all right.
  case attendeeRow = "attendee_row"
  case attendeeTitle = "attendee_title"
  case meetingDate = "meeting_date"
  case meetingEndTime = "meeting_end_time"
  case meetingMode = "meeting_mode"
  case meetingName = "meeting_name"
  case meetingPlace = "meeting_place"
  case meetingStartTime = "meeting_start_time"
  case mentionPerson = "mention_person"
  case nextMeeting = "next_meeting"
  case topic
  case topicLabel = "topic_label"

  public static func < (a: FigureName, b: FigureName) -> Bool { a.rawValue < b.rawValue }
}

/// Counts of one figure. A value that is read wrong counts as extra and as missed.
public struct Counts: Sendable, Equatable {
  public private(set) var right: Int
  public private(set) var extra: Int
  public private(set) var missed: Int

  public init(right: Int = 0, extra: Int = 0, missed: Int = 0) {
    self.right = right
    self.extra = extra
    self.missed = missed
  }

  static func += (sum: inout Counts, more: Counts) {
    sum.right += more.right
    sum.extra += more.extra
    sum.missed += more.missed
  }

  /// Values that the gold holds.
  public var gold: Int { right + missed }
  var isEmpty: Bool { right + extra + missed == 0 }

  /// Share of what was read that is right; 1 where nothing was read.
  public var precision: Double { Self.share(right, of: right + extra) }
  /// Share of what is there that was read; 1 where nothing is there.
  public var recall: Double { Self.share(right, of: gold) }
  /// The harmonic mean of the two.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 1
  }
}

/// One figure over many documents.
public struct Figure: Sendable, Equatable {
  public let counts: Counts
  /// Mean of the documents' own F1; nil where no document has anything to count.
  public let macroF1: Double?
  /// Documents that have something to count.
  public let documents: Int

  /// What can be asked of a figure.
  public enum Measure: String, Sendable, CaseIterable {
    case precision, recall, f1
    case macroF1 = "macro_f1"
  }

  public subscript(measure: Measure) -> Double? {
    switch measure {
    case .precision: counts.precision
    case .recall: counts.recall
    case .f1: counts.f1
    case .macroF1: macroF1
    }
  }
}

/// One thing that was not read as the gold has it.
public struct Difference: Sendable, Equatable, Hashable {
  public let figure: FigureName
  public let kind: Kind
  /// Whose value it is: the name of an attendee, the beginning of an agreement; nil for a value that
  /// stands by itself.
  public let subject: String?
  /// What the gold holds; spellings that are equally right behind `|`.
  public let expected: String?
  public let found: String?
  /// Where in the document, as `extract --places` names places: where the value was read, or, for
  /// what was missed, the first place that has its words. Nil where that is not known.
  public let place: String?

  public enum Kind: String, Sendable {
    /// In the gold, not read.
    case missed
    /// Read, not in the gold.
    case extra
    /// Read with another value.
    case different
  }
}
