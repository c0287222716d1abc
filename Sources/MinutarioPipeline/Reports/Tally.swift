// What a run counts while documents go by: how they ended, why, and a few examples of each reason.

public import MinutarioModel

/// How one document ended, in short.
public struct DocumentOutcome: Sendable {
  public let path: String
  public let sha256: String
  public let bytes: Int
  public let outcome: Outcome
  /// Why it was not read whole; nil for documents that were.
  public let reason: Issue?
  /// The reason as a sentence.
  public private(set) var sentence: String

  /// A file with all its minutes, which end alike. `messages` are the sentences of the language in
  /// which people are told.
  public init(_ document: ProcessedDocument, messages: MessageCatalogue) {
    self.init(document.records[0], messages: messages)
  }

  /// `messages` are the sentences of the language in which people are told.
  public init(_ record: MinutesRecord, messages: MessageCatalogue) {
    path = record.document.path
    sha256 = record.document.sha256
    bytes = record.document.bytes
    outcome = record.outcome
    reason = record.outcome == .read ? nil : Self.reason(of: record)
    sentence = reason.map(messages.sentence) ?? ""
  }

  /// The same with its reason told in another language.
  public func told(in messages: MessageCatalogue) -> DocumentOutcome {
    var told = self
    told.sentence = reason.map(messages.sentence) ?? ""
    return told
  }

  /// An error, else what cut the reading short, else the first finding.
  private static func reason(of record: MinutesRecord) -> Issue? {
    let cuts: Set<Issue.Code> = [.truncated, .limitReached, .tooDeep, .damaged, .noText]
    return record.issues.first { $0.severity == .error }
      ?? record.issues.first { cuts.contains($0.code) } ?? record.issues.first
  }
}

/// Counts over a run.
public struct Tally: Sendable {
  public private(set) var counts: [Outcome: Int] = [:]
  /// In the order in which they first occurred.
  public private(set) var reasons: [Reason] = []
  /// Examples that are kept of each reason.
  public static let exampleLimit = 5

  /// The documents that ended alike for the same reason.
  public struct Reason: Sendable {
    public let outcome: Outcome
    /// The issue's code; `unknown` when a document has no issue.
    public let code: String
    public internal(set) var count: Int
    public internal(set) var examples: [(path: String, sentence: String)]
  }

  public init() {}

  public mutating func add(_ document: DocumentOutcome) {
    counts[document.outcome, default: 0] += 1
    guard document.outcome != .read else { return }
    let code = document.reason?.code.rawValue ?? "unknown"
    let index =
      reasons.firstIndex { $0.outcome == document.outcome && $0.code == code } ?? reasons.count
    if index == reasons.count {
      reasons.append(Reason(outcome: document.outcome, code: code, count: 0, examples: []))
    }
    reasons[index].count += 1
    if reasons[index].examples.count < Self.exampleLimit {
      reasons[index].examples.append((document.path, document.sentence))
    }
  }

  public subscript(outcome: Outcome) -> Int { counts[outcome] ?? 0 }

  /// All documents.
  public var total: Int { counts.values.reduce(0, +) }
}
