// The record as JSON: one line, the keys of the schema, every character kept.

import Foundation
import MinutarioExporting
import MinutarioModel
import MinutarioTestSupport
import Testing

@Suite struct RecordJSONTests {
  private let writer = RecordJSON(
    messages: MessageCatalogue([.roleUnknown: "No se conoce el cargo «%1»."]))

  private func parsed(_ record: MinutesRecord) throws -> [String: Any] {
    let line = writer.line(for: record)
    #expect(line.last == 0x0A)
    #expect(line.dropLast().contains(0x0A) == false)
    return try #require(
      JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }

  /// The keys that minutes.schema.json requires, object by object.
  private let requiredKeys: [String: Set<String>] = [
    "": [
      "schema", "document", "minutes", "outcome", "meeting", "sections", "attendances", "mentions",
      "topics", "agreements", "issues",
    ],
    "document": ["path", "sha256", "bytes", "format"],
    "minutes": ["index", "count", "start", "end"],
    "meeting": ["name", "date", "start_time", "end_time", "place", "mode", "follow_up"],
    "sections": ["kind", "heading", "start", "end"],
    "attendances": [
      "name", "title", "position", "role", "unit", "institution", "presence", "capacity",
      "represents_person", "confidence", "evidence",
    ],
    "mentions": ["kind", "text", "evidence"],
    "topics": ["label", "text", "parent", "evidence"],
    "agreements": [
      "label", "text", "parent", "responsibles", "due_date", "due_basis", "status", "evidence",
    ],
    "issues": ["code", "severity", "message"],
  ]

  @Test func hasEveryRequiredKeyInEveryObject() throws {
    let json = try parsed(.full)
    for (name, keys) in requiredKeys {
      let objects: [[String: Any]]
      switch name.isEmpty ? json : json[name] {
      case let object as [String: Any]: objects = [object]
      case let list as [[String: Any]]: objects = list
      default: objects = []
      }
      #expect(!objects.isEmpty, "\(name) is missing")
      for object in objects {
        #expect(keys.isSubset(of: Set(object.keys)), "\(name): \(keys.subtracting(object.keys))")
      }
    }
  }

  @Test func aFailedRecordHasAllKeysAndEmptyLists() throws {
    var record = MinutesRecord.sample(path: "roto.docx")
    record.outcome = .failed
    let json = try parsed(record)
    #expect(requiredKeys[""]?.isSubset(of: Set(json.keys)) == true)
    for list in ["sections", "attendances", "mentions", "topics", "agreements", "issues"] {
      #expect((json[list] as? [Any])?.isEmpty == true)
    }
    #expect((json["meeting"] as? [String: Any])?["name"] is NSNull)
  }

  @Test func evidenceHasAnEntryAndSpansByField() throws {
    let json = try parsed(.full)
    let attendance = try #require((json["attendances"] as? [[String: Any]])?.first)
    let evidence = try #require(attendance["evidence"] as? [String: Any])
    let entry = try #require(evidence["entry"] as? [String: Any])
    #expect(entry["quote"] as? String == "Inés Robledo Quiroga")
    #expect(entry["part"] as? String == "word/document.xml")
    #expect(entry["paragraph"] as? Int == 0)
    #expect(entry["cell"] is NSNull)
    #expect((evidence["name"] as? [[String: Any]])?.first?["end"] as? Int == 20)
    #expect(attendance["capacity"] is NSNull)
    #expect(attendance["confidence"] as? Double == 0.9)
  }

  @Test func absentPlacesOfEvidenceAreLeftOutBecauseTheSchemaKnowsNoNullThere() throws {
    var record = MinutesRecord.sample(path: "a.txt")
    record.topics = [
      Topic(
        label: nil, text: "Varios", parent: nil,
        evidence: FieldEvidence(entry: Evidence(start: 0, end: 6, quote: "Varios"))),
      Topic(label: "1", text: "Otro", parent: 0, evidence: FieldEvidence(entry: nil)),
    ]
    let topics = try #require(try parsed(record)["topics"] as? [[String: Any]])
    let entry = (topics[0]["evidence"] as? [String: Any])?["entry"] as? [String: Any]
    #expect(Set(entry?.keys ?? [:].keys) == ["start", "end", "quote", "cell"])
    #expect((topics[1]["evidence"] as? [String: Any])?["entry"] is NSNull)
    #expect(topics[1]["parent"] as? Int == 0)
  }

  @Test func messagesComeFromTheCatalogue() throws {
    let issues = try #require(try parsed(.full)["issues"] as? [[String: Any]])
    #expect(issues[0]["message"] as? String == "No se conoce el cargo «Vocalía».")
    #expect(issues[1]["message"] as? String == "date_missing")
  }

  @Test(arguments: [
    "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}\u{85}", "comillas \" y \\ y /", "ñ é \u{301} ü",
    "\u{2028}x\u{2029}", "𐐷🧑🏽‍⚖️", "x\u{FEFF}\u{FFFD}\u{FFFF}\u{10FFFF}", "",
  ])
  func everyCharacterSurvives(text: String) throws {
    var record = MinutesRecord.sample(path: "a.docx")
    record.meeting.name = text
    let meeting = try parsed(record)["meeting"] as? [String: Any]
    let name = try #require(meeting?["name"] as? String)
    #expect(Array(name.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func noCharacterThatSomeReaderTakesForALineBreakIsWrittenRaw() {
    var record = MinutesRecord.sample(path: "a.docx")
    record.meeting.name = "a\u{85}b\u{2028}c\u{2029}d\u{B}e\u{C}f\u{1C}g"
    let line = String(decoding: writer.line(for: record).dropLast(), as: UTF8.self)
    #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(line.contains(#"a\u0085b\u2028c\u2029d\u000be\ff\u001cg"#))
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.8549, "0.85"), (0.995, "1"), (0.05, "0.05"),
    (-3, "0"), (7, "1"), (Double.nan, "0"), (.infinity, "1"),
  ])
  func confidenceIsANumberBetweenZeroAndOneWithTwoDecimals(value: Double, text: String) {
    var record = MinutesRecord.sample(path: "a.docx") { $0.attend("Inés Robledo Quiroga") }
    record.attendances[0].confidence = value
    let line = String(decoding: writer.line(for: record), as: UTF8.self)
    #expect(line.contains("\"confidence\":\(text),"))
  }

  @Test func appendingKeepsWhatStandsBefore() {
    var bytes = Array("x\n".utf8)
    writer.append(.full, to: &bytes)
    #expect(bytes == Array("x\n".utf8) + writer.line(for: .full))
  }
}

extension MinutesRecord {
  /// A record with something in every list.
  static let full = MinutesRecord.sample(
    path: "2021/acta 7.docx", name: "Comité de Riego", date: PartialDate(year: 2021, month: 3)
  ) { record in
    let span = Evidence(
      start: 3, end: 9, quote: "Varios", part: "text", paragraph: 2, cell: "t1r2c3")
    let infra = InstitutionReference(
      name: "INR", acronym: "INR", fullName: "Instituto Novense de Riego")
    record.document.coverage = 0.87654
    record.meeting.evidence.add("name", span)
    record.meeting.startTime = ClockTime(hour: 9, minute: 5)
    record.meeting.followUp = FollowUp(
      date: PartialDate(year: 2021, month: 4, day: 2), startTime: nil, raw: "2 de abril",
      evidence: span)
    record.sections = [RecordSection(kind: .attendees, heading: "ASISTENTES", start: 0, end: 40)]
    record.attend("Inés Robledo Quiroga", title: "Lic.", role: "Directora", at: infra)
    var mention = Mention(kind: .person, text: "Lic. Pío Baz", evidence: FieldEvidence(entry: span))
    mention.name = "Pío Baz"
    record.mentions = [mention]
    record.topics = [
      Topic(label: "I", text: "Varios", parent: nil, evidence: FieldEvidence(entry: span))
    ]
    var agreement = Agreement(
      label: "1", text: "Se aprueba", parent: nil, evidence: FieldEvidence(entry: span))
    agreement.responsibles = [
      Responsible(text: "el INR", institution: infra, resolution: .institutionOnly, evidence: span)
    ]
    record.agreements = [agreement]
    record.issues = [
      Issue(.roleUnknown, .warning, arguments: ["Vocalía"], field: "attendances[0].role"),
      Issue(.dateMissing, .info, evidence: span),
    ]
  }
}
