// What is counted as right, extra and missed, which differences are told, and what has changed since
// an earlier evaluation.

import Testing

@testable import MinutarioEvaluating

@Suite struct EvaluationTests {
  private static let gold = """
    {"complete": ["attendees", "mentions", "meeting", "next_meeting", "topics", "agreements"],
     "attendees": [
       {"name": "Ana Ruiz", "title": "Lic.", "position": "Jefa", "institution": ["IP", "Parques"],
        "presence": "present"},
       {"name": "Luis Olmos", "title": null, "position": null, "institution": [],
        "presence": "absent", "capacity": "suplente"},
       {"name": "Eva Paz", "presence": "present"}],
     "mentions": [{"name": "Rosa Gil"}],
     "meeting": {"date": "2021-05-04", "start_time": null, "place": ["Sala Norte", "Sala N"]},
     "next_meeting": {"date": "2021-06-01"},
     "topics": [{"label": "1", "text": "Lectura del acta anterior"}],
     "agreements": [
       {"label": "Acuerdo 1", "text": "Podar los fresnos de la plaza", "due_date": "2021-06-01",
        "responsibles": ["Ana Ruiz", "IP"]}]}
    """

  private static let record = """
    {"document": {"path": "a.txt"},
     "attendances": [
       {"name": "RUIZ, Ana", "title": "Lic.", "position": "Jefa", "presence": "present",
        "institution": {"name": "Instituto", "acronym": "I.P.", "full_name": null},
        "confidence": 0.95},
       {"name": "Luis Olmos", "title": null, "position": "Vocal", "institution": null,
        "presence": "absent", "capacity": "suplente", "confidence": 0.75,
        "evidence": {"entry": {"part": "text", "paragraph": 7, "cell": null}}},
       {"name": "San Pedro", "presence": "present", "confidence": 0.4}],
     "mentions": [{"kind": "person", "name": "Ana Ruiz"}, {"kind": "person", "text": "Rosa Gil"},
       {"kind": "institution", "text": "Parques"}],
     "meeting": {"date": "2021-05-04", "start_time": "10:00", "place": "Sala N",
       "follow_up": {"date": "2021-06-01", "start_time": null}},
     "topics": [{"label": "1", "text": "Lectura del acta anterior."}],
     "agreements": [
       {"label": "1", "text": "Podar los fresnos de la plaza", "due_date": null,
        "responsibles": [{"text": "la jefa", "name": "Ana Ruiz"},
          {"text": "el vocal", "institution": null}]}]}
    """

  private static func evaluation(_ record: String) throws -> Evaluation {
    let gold = try GoldDocument(json: Array(gold.utf8))
    let line = record.replacing("\n", with: " ")
    return Evaluation([
      DocumentEvaluation(
        path: "a.txt", gold: gold, records: try ReadRecord.records(jsonLines: Array(line.utf8)))
    ])
  }

  private func counts(_ evaluation: Evaluation, _ name: FigureName) -> [Int] {
    evaluation[name].map { [$0.counts.right, $0.counts.extra, $0.counts.missed] } ?? []
  }

  @Test func everyValueIsCountedOnce() throws {
    let evaluation = try Self.evaluation(Self.record)
    #expect(counts(evaluation, .attendeeName) == [2, 1, 1])
    #expect(counts(evaluation, .attendeeRow) == [1, 2, 2])
    #expect(counts(evaluation, .attendeePosition) == [1, 1, 2])
    #expect(counts(evaluation, .attendeeInstitution) == [2, 0, 1])
    #expect(counts(evaluation, .attendeeCapacity) == [1, 0, 0])
    #expect(counts(evaluation, .mentionPerson) == [1, 0, 0])
    #expect(counts(evaluation, .meetingDate) == [1, 0, 0])
    #expect(counts(evaluation, .meetingStartTime) == [0, 1, 1])
    #expect(counts(evaluation, .meetingPlace) == [1, 0, 0])
    #expect(counts(evaluation, .nextMeeting) == [1, 0, 0])
    #expect(counts(evaluation, .topicLabel) == [1, 0, 0])
    #expect(counts(evaluation, .agreementLabel) == [1, 0, 0])
    #expect(counts(evaluation, .agreementDueDate) == [0, 0, 1])
    #expect(counts(evaluation, .agreementResponsible) == [1, 1, 1])
    #expect(evaluation[.meetingName] == nil, "the gold does not name it")
  }

  @Test func everyDifferenceIsToldWithItsPlace() throws {
    let differences = try Self.evaluation(Self.record).documents[0].differences
    func told(_ figure: FigureName) -> [Difference] { differences.filter { $0.figure == figure } }
    #expect(
      told(.attendeeName).map(\.kind) == [.missed, .extra]
        && told(.attendeeName).map { $0.expected ?? $0.found } == ["Eva Paz", "San Pedro"])
    #expect(
      told(.attendeePosition) == [
        Difference(
          figure: .attendeePosition, kind: .extra, subject: "Luis Olmos", expected: nil,
          found: "Vocal", place: "text:7")
      ])
    #expect(told(.agreementResponsible).map { $0.expected ?? $0.found } == ["IP", "el vocal"])
    #expect(differences.count == 7)
  }

  @Test func aDocumentWithoutARecordMissesEverything() throws {
    let gold = try GoldDocument(json: Array(Self.gold.utf8))
    let evaluation = Evaluation([DocumentEvaluation(path: "a.txt", gold: gold, records: [])])
    #expect(evaluation.missing == ["a.txt"])
    #expect(counts(evaluation, .attendeeRow) == [0, 0, 3])
    #expect(counts(evaluation, .meetingDate) == [0, 1, 1])
    #expect(evaluation[.attendeeRow]?.counts.f1 == 0)
    #expect(evaluation.bands.allSatisfy { $0.rows == 0 && $0.share == nil })
  }

  @Test func rowsAreGatheredByConfidence() throws {
    let bands = try Self.evaluation(Self.record).bands
    #expect(bands.reduce(0) { $0 + $1.rows } == 3)
    #expect(bands.first == ConfidenceBand(from: 0.9, to: 1, rows: 1, right: 1))
    #expect(bands.last { $0.rows > 0 }?.right == 0)
  }

  @Test func severalMinutesOfOneFileAreComparedAsOne() throws {
    let lines = [Self.record, Self.record].map { $0.replacing("\n", with: " ") }
      .joined(separator: "\n")
    let gold = try GoldDocument(json: Array(Self.gold.utf8))
    let document = DocumentEvaluation(
      path: "a.txt", gold: gold, records: try ReadRecord.records(jsonLines: Array(lines.utf8)))
    #expect(document.counts[.attendeeName] == Counts(right: 2, extra: 4, missed: 1))
  }

  @Test func anEarlierEvaluationShowsWhatHasChanged() throws {
    let before = try Self.evaluation(Self.record)
    let now = try Self.evaluation(
      Self.record.replacing("\"Vocal\"", with: "null").replacing("Rosa Gil", with: "Rosa Gila"))
    let change = EvaluationChange(from: try EarlierEvaluation(json: before.json()), to: now)
    #expect(
      change.figures.map(\.name) == [.attendeePosition, .attendeeRow, .mentionPerson])
    let document = try #require(change.documents.first)
    #expect(document.better.map(\.found) == ["Vocal"])
    #expect(document.worse.map { $0.expected ?? $0.found } == ["Rosa Gil", "Rosa Gila"])
    #expect(change.onlyNow == [] && change.onlyBefore == [])
    let same = EvaluationChange(from: try EarlierEvaluation(json: before.json()), to: before)
    #expect(same.figures.isEmpty && same.documents.isEmpty)
  }

  @Test func aMistakeInAFileIsNamedWithItsPlace() {
    func mistake(_ json: String) -> MalformedJSON? {
      do throws(MalformedJSON) {
        _ = try GoldDocument(json: Array(json.utf8))
        return nil
      } catch {
        return error
      }
    }
    #expect(mistake("{") == MalformedJSON(line: nil, place: "", problem: .notJSON))
    #expect(
      mistake(#"{"attendees": [{"name": "A"}, {"title": "Lic."}]}"#)
        == MalformedJSON(line: nil, place: "attendees[1].name", problem: .missing))
    #expect(
      mistake(#"{"topics": [{"text": 3}]}"#)
        == MalformedJSON(line: nil, place: "topics[0].text", problem: .wrongType))
    #expect(mistake(#"{"note": 3}"#) == nil)
    #expect(throws: MalformedJSON(line: 2, place: "document", problem: .missing)) {
      try ReadRecord.records(jsonLines: Array("{\"document\":{\"path\":\"a\"}}\n{}\n".utf8))
    }
  }

  @Test func aGoldFileBelongsToTheOnlyDocumentThatEndsLikeIt() {
    let paths = DocumentPaths(["2020/a.txt", "2021/a.txt", "2021/b.txt"])
    #expect(paths.document(ofGold: "2021/a.txt") == "2021/a.txt")
    #expect(paths.document(ofGold: "b.txt") == "2021/b.txt")
    #expect(paths.document(ofGold: "a.txt") == nil)
    #expect(paths.document(ofGold: "actas/2020/a.txt") == "2020/a.txt")
  }
}
