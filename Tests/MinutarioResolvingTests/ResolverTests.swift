// Who is the same person, and what is the same institution, over several documents.

import MinutarioLexicon
import MinutarioModel
import MinutarioResolving
import MinutarioTestSupport
import Testing

@Suite struct ResolverTests {
  private let resolver = Resolver(vocabulary: .sample)

  private func resolve(_ records: MinutesRecord...) -> Archive { resolver.resolve(records) }

  private func record(
    _ path: String, year: Int = 2020, name: String? = nil,
    _ change: (inout MinutesRecord) -> Void
  ) -> MinutesRecord {
    .sample(path: path, name: name, date: PartialDate(year: year, month: 5, day: 6), change)
  }

  @Test func oneFoldedNameIsOnePersonOverDocuments() throws {
    let archive = resolve(
      record("a.docx") { $0.attend("Inés Robledo Quiroga", title: "Lic.", role: "Directora") },
      record("b.docx", year: 2021) { $0.attend("LIC. INES  ROBLEDO QUIROGA", role: "Director") })
    let person = try #require(archive.people.first)
    #expect(archive.people.count == 1)
    #expect(person.id == "p-ines-robledo-quiroga-2020-05-06-1")
    #expect(person.displayName == "Inés Robledo Quiroga")
    #expect(person.meetings == 2)
    #expect(person.gender == .mixed)
    #expect(person.seen.first?.year == 2020 && person.seen.last?.year == 2021)
    #expect(person.names.count == 2)
    #expect(
      person.parts
        == Person.NameParts(givenNames: "Inés", surname1: "Robledo", surname2: "Quiroga"))
  }

  @Test func twoRolesOfOnePersonInAMeetingAreNumbered() {
    let archive = resolve(
      record("a.docx") {
        $0.attend("Noé Quintal Paz", role: "Secretario")
        $0.attend("Noé Quintal Paz", role: "Representante")
      })
    let links = archive.documents[0].minutes[0].meeting?.attendances ?? []
    #expect(links.map(\.sequence) == [1, 2])
    #expect(Set(links.map(\.personID)).count == 1)
    #expect(archive.people[0].meetings == 1)
  }

  @Test(arguments: [
    ("Ana Cruz", "Ana", "Cruz", nil),
    ("María de la Luz Pérez Ruiz", "María de la Luz", "Pérez", "Ruiz"),
    ("Juan Soto de la Vega", "Juan", "Soto", "de la Vega"),
    ("Ana María Cruz", "Ana María", "Cruz", nil),
  ])
  func namesFallIntoPartsWhereTheirShapeIsClear(
    name: String, given: String, first: String, second: String?
  ) {
    let archive = resolve(record("a.docx") { $0.attend(name) })
    #expect(
      archive.people.first?.parts
        == Person.NameParts(givenNames: given, surname1: first, surname2: second))
  }

  @Test(arguments: [
    "Ana", "Ana María", "A. Cruz", "Cruz, Ana", "uno dos tres cuatro cinco", "de la",
  ])
  func namesWithoutAClearShapeStayWhole(name: String) {
    let archive = resolve(record("a.docx") { $0.attend(name) })
    #expect(archive.people.first?.parts == nil)
  }

  @Test func anAcronymAndItsFullNameAreOneInstitution() throws {
    let archive = resolve(
      record("a.docx") {
        $0.attend(
          "Ana Cruz Gil",
          at: InstitutionReference(
            name: "INR", acronym: "INR", fullName: "Instituto Novense de Riego"))
      },
      record("b.docx") { $0.attend("Ada Paz Rey", at: InstitutionReference(name: "el I.N.R.")) },
      record("c.docx") {
        $0.attend("Eva Sol Mar", at: InstitutionReference(name: "INSTITUTO NOVENSE DE RIEGO"))
      })
    let institution = try #require(archive.institutions.first)
    #expect(archive.institutions.count == 1)
    #expect(institution.displayName == "Instituto Novense de Riego")
    #expect(institution.acronym == "INR")
    #expect(institution.id == "i-inr-2020-05-06-1")
    #expect(institution.names.map(\.kind) == [.acronym, .official, .acronym])
    #expect(archive.memberships.count == 3)
  }

  @Test func theLexiconExplainsAnAcronymThatNoDocumentExplains() {
    let archive = resolve(
      record("a.docx") { $0.attend("Ana Cruz Gil", at: InstitutionReference(name: "Celnova")) },
      record("b.docx") {
        $0.attend("Ana Cruz Gil", at: InstitutionReference(name: "Centro de Letras de Nova"))
      })
    #expect(archive.institutions.map(\.displayName) == ["Centro de Letras de Nova"])
    #expect(archive.institutions.map(\.acronym) == ["Celnova"])
  }

  @Test func anAcronymWithTwoMeaningsMergesNothingAcrossDocuments() {
    func defined(_ path: String, _ full: String, bare: Bool) -> MinutesRecord {
      record(path) {
        $0.attend(
          "Ana \(path)", at: InstitutionReference(name: "CR", acronym: "CR", fullName: full))
        if bare { $0.attend("Eva \(path)", at: InstitutionReference(name: "CR")) }
      }
    }
    let archive = resolve(
      defined("a.docx", "Consejo de Riego", bare: true),
      defined("b.docx", "Centro Rural", bare: false),
      record("c.docx") { $0.attend("Leo Mar", at: InstitutionReference(name: "CR")) })
    #expect(
      Set(archive.institutions.map(\.displayName)) == ["Consejo de Riego", "Centro Rural", "CR"])
    let found = archive.issues.filter { $0.issue.code == .acronymUnresolved }
    #expect(found.count == 1)
    #expect(found.first?.issue.arguments == ["CR"])
    #expect(archive.institutions.contains { $0.id == found.first?.rowID && $0.displayName == "CR" })
    let inA = archive.documents.first { $0.paths == ["a.docx"] }?.minutes[0].meeting
    #expect(Set(inA?.attendances.map(\.institutionID) ?? []).count == 1)
  }

  @Test func aShorterSpellingOfTheSameFullNameIsTheSame() {
    let archive = resolve(
      record("a.docx") {
        $0.attend(
          "Ana Cruz",
          at: InstitutionReference(name: "CR", acronym: "CR", fullName: "Consejo de Riego"))
        $0.attend(
          "Eva Cruz",
          at: InstitutionReference(
            name: "CR", acronym: "CR", fullName: "Consejo de Riego del Valle de Nova"))
      })
    #expect(archive.institutions.count == 1)
  }

  @Test func aNameThatFitsTwoFullNamesStaysAlone() {
    let archive = resolve(
      record("a.docx") {
        for full in ["Consejo de Riego", "Consejo de Riego de Nova", "Consejo de Riego de Alba"] {
          $0.attend(
            "Ana \(full)", at: InstitutionReference(name: "CR", acronym: "CR", fullName: full))
        }
      })
    #expect(archive.institutions.count == 3)
  }

  @Test func anAttendeeWithoutInstitutionStandsUnderTheBodyThatMet() throws {
    let archive = resolve(
      record("a.docx", name: "Tercera sesión del Comité de Riego") {
        $0.attend("Ana Cruz Gil", role: "Representante")
        $0.attend("Eva Paz Rey", at: InstitutionReference(name: "Agua Clara, A. C."))
      })
    let meeting = try #require(archive.documents[0].minutes[0].meeting)
    let body = try #require(archive.institutions.first { $0.id == meeting.bodyID })
    #expect(body.displayName == "Comité de Riego")
    #expect(body.kind == .body)
    #expect(meeting.attendances[0].institutionID == body.id)
    #expect(meeting.attendances.map(\.institutionOrigin) == [.meetingBody, .list])
    #expect(meeting.attendances[1].institutionID != body.id)
  }

  @Test(arguments: [
    ("Tercera sesión ordinaria del Comité de Riego", "Comité de Riego"),
    ("Comité de Riego – Tercera Sesión Ordinaria de 2020", "Comité de Riego"),
    ("COMITÉ DE RIEGO, SESIÓN 3", "COMITÉ DE RIEGO"), ("Comité de Riego (CR)", "Comité de Riego"),
    ("Comité de Riego, Pozos y Presas", "Comité de Riego, Pozos y Presas"),
    ("Mesa del Instituto Novense", "Instituto Novense"),
  ])
  func theBodyIsCutOutOfTheNameOfTheMeeting(name: String, body: String) {
    let archive = resolve(record("a.docx", name: name) { $0.attend("Ana Cruz") })
    #expect(archive.institutions.map(\.displayName) == [body])
  }

  @Test func anAcronymInBracketsBehindAFullNameDefinesIt() {
    let archive = resolve(
      record("a.docx") {
        $0.attend("Ana Cruz", at: InstitutionReference(name: "Instituto Novense de Riego (INR)"))
      },
      record("b.docx") { $0.attend("Eva Paz", at: InstitutionReference(name: "INR")) },
      record("c.docx") { $0.attend("Leo Paz", at: InstitutionReference(name: "Nova (Norte)")) })
    #expect(archive.institutions.map(\.acronym) == ["INR", nil])
    #expect(
      archive.institutions.map(\.displayName) == ["Instituto Novense de Riego", "Nova (Norte)"])
  }

  @Test func aWordThatOpensManyNamesMeansItsInstitutionInItsDocumentOnly() {
    let archive = resolve(
      record("a.docx") {
        $0.attend(
          "Ana Cruz",
          at: InstitutionReference(name: "Instituto", fullName: "Instituto Novense de Riego"))
        $0.attend("Eva Cruz", at: InstitutionReference(name: "el Instituto"))
      },
      record("b.docx") { $0.attend("Leo Paz", at: InstitutionReference(name: "Instituto")) })
    #expect(
      Set(archive.institutions.map(\.displayName)) == ["Instituto", "Instituto Novense de Riego"])
    #expect(archive.institutions.allSatisfy { $0.acronym == nil })
    #expect(archive.memberships.count == 3)
  }

  @Test func aMeetingThatNamesNoBodyGivesNoInstitution() {
    let archive = resolve(record("a.docx", name: "Reunión de trabajo") { $0.attend("Ana Cruz") })
    #expect(archive.institutions.isEmpty && archive.memberships.isEmpty)
    #expect(archive.documents[0].minutes[0].meeting?.attendances[0].institutionOrigin == nil)
  }

  @Test func theOriginOfAnInstitutionIsToldByItsEvidence() {
    let archive = resolve(
      record("a.docx") { record in
        for _ in 0..<2 { record.attend("Ana Cruz", at: InstitutionReference(name: "INR")) }
        record.attendances[0].evidence.add(
          "institution", Evidence(start: 5_000, end: 5_003, quote: "INR"))
        record.attendances[1].derived = ["institution"]
      })
    let links = archive.documents[0].minutes[0].meeting?.attendances ?? []
    #expect(links.map(\.institutionOrigin) == [.group, .document])
  }

  @Test func aMentionLeadsToAPersonListedElsewhereAndIsNoAttendance() {
    let archive = resolve(
      record("a.docx") { record in
        record.mentions = [
          Mention(kind: .person, text: "Ana Cruz Gil", evidence: FieldEvidence(entry: nil)),
          Mention(kind: .person, text: "Pilar", evidence: FieldEvidence(entry: nil)),
        ]
      },
      record("b.docx") { $0.attend("Ana Cruz Gil") })
    #expect(archive.people.map(\.displayName) == ["Ana Cruz Gil"])
    #expect(archive.people[0].meetings == 1)
    let mentions = archive.documents.first { $0.paths == ["a.docx"] }?.minutes[0].meeting?.mentions
    #expect(mentions?.map(\.personID) == [archive.people[0].id, nil])
  }

  @Test func aMembershipSpansItsMeetings() throws {
    let water = InstitutionReference(name: "INR")
    let archive = resolve(
      record("b.docx", year: 2021) { $0.attend("Ana Cruz", role: "Directora", at: water) },
      record("a.docx", year: 2019) { $0.attend("Ana Cruz", role: "Director", at: water) },
      record("c.docx", year: 2020) { $0.attend("Ana Cruz", role: "Vocal", at: water) })
    #expect(archive.memberships.count == 2)
    let directing = try #require(archive.memberships.first { $0.roleKey == "director" })
    #expect(directing.meetings == 2)
    #expect(directing.role == "Director")
    #expect(directing.seen.first?.year == 2019 && directing.seen.last?.year == 2021)
    let first = archive.documents.first { $0.paths == ["a.docx"] }
    #expect(directing.id == "\(first?.id ?? "")-b000001")
  }

  @Test func theSameNameAtTwoInstitutionsIsReported() {
    let archive = resolve(
      record("a.docx") { $0.attend("Ana Cruz", at: InstitutionReference(name: "INR")) },
      record("b.docx") { $0.attend("Ana Cruz", at: InstitutionReference(name: "Celnova")) })
    #expect(archive.issues.map(\.issue.code) == [.personHomonym])
    #expect(archive.issues.first?.rowID == archive.people.first?.id)
  }

  @Test func copiesOfOneContentAreOneDocument() {
    let archive = resolver.resolve(.sampleArchive)
    #expect(archive.documents.count == 4)
    #expect(
      archive.documents.contains { $0.paths == ["2021/acta 3.docx", "copias/acta 3.docx"] })
    #expect(archive.documents.allSatisfy { $0.id.utf8.count == 16 || $0.id.hasPrefix("x") })
  }

  @Test func severalMinutesOfOneFileAreSeveralMeetings() {
    var second = record("a.docx", name: "Comité de Pozos") { $0.attend("Eva Paz Rey") }
    second.minutes.index = 1
    let archive = resolve(second, record("a.docx") { $0.attend("Ana Cruz Gil") })
    #expect(archive.documents.count == 1)
    #expect(archive.documents[0].minutes.map(\.rowsBefore.attendances) == [0, 1])
    #expect(Set(archive.documents[0].minutes.compactMap(\.meeting?.id)).count == 2)
  }

  @Test func aDocumentThatCouldNotBeReadIsADocumentWithoutMeeting() {
    let archive = resolver.resolve(.sampleArchive)
    let failed = archive.documents.filter { $0.outcome == .failed }
    #expect(failed.map(\.paths) == [["roto.docx"]])
    #expect(failed.first?.minutes.first?.meeting == nil)
  }

  @Test func theOrderOfTheRecordsChangesNothing() {
    let records = [MinutesRecord].sampleArchive
    let expected = String(reflecting: resolver.resolve(records))
    for rotation in 1..<records.count {
      let turned = Array(records[rotation...] + records[..<rotation])
      #expect(String(reflecting: resolver.resolve(turned)) == expected)
      #expect(String(reflecting: resolver.resolve(turned.reversed())) == expected)
    }
  }

  @Test func idsStayReadableShortAndDistinctWhateverTheName() {
    let long = String(repeating: "abc ", count: 10_000)
    let archive = resolve(
      record("a.docx") { record in
        for name in [long + "x", long + "y", "王小明", "Ωμέγα", "…", "", "\u{0}"] {
          record.attend(name, at: InstitutionReference(name: name))
        }
      })
    #expect(archive.people.count == 4)
    let ids = archive.people.map(\.id) + archive.institutions.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.utf8.count < 80 && $0.utf8.allSatisfy { $0 < 0x80 } })
  }
}

extension ResolvingVocabulary {
  /// A few terms, enough for the invented names of these tests.
  fileprivate static var sample: ResolvingVocabulary {
    var vocabulary = ResolvingVocabulary()
    func table(_ lines: String) -> PhraseTable { PhraseTable(parsing: lines.utf8) }
    vocabulary.honorifics = table("Lic.\nMtra.\tf\n")
    vocabulary.nameParticles = table("de\nla\nel\ndel\ny\n")
    vocabulary.givenNames = table("Ana\nMaría\nInés\n")
    vocabulary.surnames = table("Cruz\nRobledo\n")
    vocabulary.roles = table(
      "Directora\tdirector\tf\nDirector\tdirector\tm\nRepresentante\trepresentante\n")
    vocabulary.institutions = table("Celnova\tCentro de Letras de Nova\n")
    vocabulary.institutionWords = table("Instituto\tinstitution\nDirección\tunit\n")
    vocabulary.bodies = table("Comité\nConsejo\n")
    vocabulary.sessions = table("Sesión\notra\nOrdinaria\tordinaria\n")
    return vocabulary
  }
}
