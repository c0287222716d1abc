// The second and third columns hold what the rules understand.

import MinutarioLexicon
import MinutarioModel
import Testing

/// What the second column of a kind may hold; nil where it is free.
private func allowedValues(_ kind: Vocabulary) -> Set<String>? {
  switch kind {
  case .headings, .closings: Set(Section.Kind.allCases.map(\.rawValue))
  case .fieldLabels:
    [
      "date", "start_time", "end_time", "time", "date_time", "place", "place_date_time", "mode",
      "name", "number", "kind", "follow_up", "convener", "author", "addressee", "objective",
      "other_date", "link", "code",
    ]
  case .columnHeaders:
    [
      "name", "given_names", "surnames", "honorific", "position", "institution", "unit",
      "position_or_unit",
      "email", "phone", "signature", "ordinal", "attended", "yes", "no", "capacity", "vote",
      "total", "task",
      "responsible", "due", "status", "label", "topic", "notes",
    ]
  case .honorifics, .givenNames: ["f", "m", ""]
  case .institutionWords: ["institution", "unit", "sector", "legal_form"]
  case .assignments: ["label", "after", "before", "not"]
  case .deadlines: ["explicit", "relative", "next_meeting", "standing"]
  case .surnames: [""]
  case .nameParticles: ["", "saint"]
  case .bodies: ["", "standing"]
  case .months: Set((1...12).map(String.init))
  case .weekdays: Set((1...7).map(String.init))
  case .presence: ["present", "absent", "excused", "represented"]
  case .modes: ["remote", "in_person", "hybrid"]
  default: nil
  }
}

@Suite struct ValuesTests {
  @Test(arguments: VocabularyFile.vocabularies)
  func valuesBelongToTheirKind(_ file: VocabularyFile) throws {
    let kind = try #require(file.kind)
    guard let allowed = allowedValues(kind) else { return }
    for row in file.rows {
      let value = row.count > 1 ? row[1] : ""
      #expect(allowed.contains(value), "“\(row[0])” has the value “\(value)”")
    }
  }

  @Test func statesOfTheModelAreReadable() {
    for row in rows(.capacities) {
      #expect(Attendance.Capacity(rawValue: row[1]) != nil || row[1] == "none", "\(row)")
    }
    for row in rows(.presence) { #expect(Attendance.Presence(rawValue: row[1]) != nil, "\(row)") }
    for row in rows(.modes) { #expect(Meeting.Mode(rawValue: row[1]) != nil, "\(row)") }
    for row in rows(.sessions) {
      #expect(Meeting.Classification(rawValue: row[1]) != nil, "\(row)")
    }
    for row in rows(.statuses) { #expect(Agreement.Status(rawValue: row[1]) != nil, "\(row)") }
  }

  @Test func rolesHaveAFoldedKeyAndAGender() {
    for row in rows(.roles) {
      #expect(row[1] == Tokenizer.foldedKey(row[1]) && !row[1].isEmpty, "\(row)")
      #expect(row.count == 2 || ["f", "m", "p"].contains(row[2]), "\(row)")
    }
  }

  @Test func gendersOfARoleShareTheirKey() throws {
    let roles = Lexicon.standard[.roles]
    for (feminine, masculine) in [
      ("Directora General", "Director General"), ("Jefa", "Jefe"), ("Alcaldesa", "Alcalde"),
      ("Jueza", "Juez"), ("Regidora Propietaria", "Regidor Propietario"), ("Capitana", "Capitán"),
    ] {
      let f = try #require(roles.entry(for: feminine))
      let m = try #require(roles.entry(for: masculine))
      #expect(f.value == m.value)
      #expect((f.note, m.note) == ("f", "m"))
    }
  }

  @Test func numbersAreThoseTheyName() throws {
    let numbers = Lexicon.standard[.numbers]
    for row in rows(.numbers) { #expect(Int(row[1]) != nil, "\(row)") }
    for (words, value) in [
      ("cero", 0), ("dieciséis", 16), ("veintiún", 21), ("treinta y uno", 31),
      ("noventa y nueve", 99), ("quinientas", 500), ("mil", 1000),
    ] {
      #expect(try #require(numbers.entry(for: words)).value == String(value))
    }
  }

  @Test func everyNumberBelowOneHundredHasAName() {
    let named = Set(rows(.numbers).compactMap { Int($0[1]) })
    #expect((0..<100).filter { !named.contains($0) } == [])
  }

  @Test func acronymsHaveAFullName() {
    for file in VocabularyFile.vocabularies where file.kind == .institutions {
      for row in file.rows { #expect(row.count == 2 && row[1].count > row[0].count, "\(row)") }
    }
  }

  /// Files whose values are classes of their own say in their heads what the classes mean.
  @Test(arguments: [Vocabulary.functionWords, .meetingCues, .placeWords, .timeWords, .assignments])
  func classesAreExplainedInTheHead(_ kind: Vocabulary) {
    for file in VocabularyFile.vocabularies where file.kind == kind {
      let head = file.comments.joined(separator: "\n")
      for row in file.rows {
        let value = row[1].prefix { $0 != ":" }
        #expect(head.contains(value), "“\(value)” of “\(row[0])”")
      }
    }
  }

  private func rows(_ kind: Vocabulary) -> [[String]] {
    VocabularyFile.vocabularies.filter { $0.kind == kind }.flatMap(\.rows)
  }
}
