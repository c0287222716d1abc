// Records built by hand, of invented people and bodies: what Resolving, Exporting and Querying are
// tested with, whatever extraction can do at the time.

public import MinutarioModel

extension MinutesRecord {
  /// An empty, well read record; the hash stands for the content, so it is made from it.
  public static func sample(
    path: String, content: String? = nil, name: String? = nil, date: PartialDate? = nil,
    _ change: (inout MinutesRecord) -> Void = { _ in }
  ) -> MinutesRecord {
    let seed = content ?? path
    var document = DocumentFacts(
      path: path, sha256: sampleHash(seed), bytes: 1_000 + seed.utf8.count, format: "docx")
    document.language = "es"
    document.trackedChanges = SourceDocument.TrackedChanges.none
    var record = MinutesRecord(outcome: .read, document: document)
    record.meeting.name = name
    record.meeting.date = date
    change(&record)
    return record
  }

  /// Adds an attendance; `at` is where its entry stands, in code points.
  public mutating func attend(
    _ name: String, title: String? = nil, role: String? = nil, position: String? = nil,
    unit: String? = nil, at institution: InstitutionReference? = nil,
    presence: Attendance.Presence = .present, represents: String? = nil
  ) {
    let start = attendances.count * 100
    let entry = Evidence(
      start: start, end: start + name.unicodeScalars.count, quote: name, part: "word/document.xml",
      paragraph: attendances.count)
    var evidence = FieldEvidence(entry: entry)
    evidence.add("name", entry)
    var attendance = Attendance(
      name: name, presence: presence, confidence: 0.9, evidence: evidence)
    attendance.title = title
    attendance.role = role
    attendance.position = position ?? role
    attendance.unit = unit
    attendance.institution = institution
    attendance.representsPerson = represents
    attendances.append(attendance)
  }
}

/// 64 hexadecimal digits that depend on the text only.
private func sampleHash(_ text: String) -> String {
  (0..<4).map { part in
    let digits = String(wordHash(Array("\(part)\(text)".utf8)), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}
