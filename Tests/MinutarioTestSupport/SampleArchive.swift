// A small archive of records by hand, of invented people and bodies, with everything that the
// tables can hold.

public import MinutarioModel

extension [MinutesRecord] {
  /// Two sessions of one committee (the first under two paths), a working meeting of no body, and
  /// a document that could not be read.
  public static var sampleArchive: [MinutesRecord] {
    [
      .thirdSession(path: "2021/acta 3.docx"), .thirdSession(path: "copias/acta 3.docx"),
      .fourthSession, .workingMeeting, .unreadable,
    ]
  }
}

extension MinutesRecord {
  fileprivate static func thirdSession(path: String) -> MinutesRecord {
    .sample(
      path: path, content: "acta 3", name: "Tercera sesión del Comité de Riego",
      date: PartialDate(year: 2021, month: 3, day: 4)
    ) { record in
      record.document.coverage = 0.875
      record.meeting.startTime = ClockTime(hour: 9, minute: 30)
      record.meeting.mode = .inPerson
      let place = Evidence(start: 900, end: 910, quote: "-Sala Nova", part: "word/document.xml")
      record.meeting.place = "-Sala Nova"
      record.meeting.evidence.add("place", place)
      record.meeting.followUp = FollowUp(
        date: PartialDate(year: 2021, month: 4), startTime: nil, raw: "abril",
        evidence: Evidence(start: 950, end: 955, quote: "abril"))
      record.sections = [
        RecordSection(kind: .heading, heading: nil, start: 0, end: 10),
        RecordSection(kind: .agenda, heading: "ORDEN DEL DÍA", start: 10, end: 800),
        RecordSection(kind: .agreements, heading: "ACUERDOS", start: 800, end: 1_000),
      ]
      let water = InstitutionReference(
        name: "INR", acronym: "INR", fullName: "Instituto Novense de Riego")
      record.attend(
        "Inés Robledo Quiroga", title: "Lic.", role: "Directora General",
        unit: "Dirección General", at: water)
      record.attend("Tadeo Luna Bárcena", role: "Jefe", at: InstitutionReference(name: "INR"))
      record.attend("Abril Sotomayor de la Vega", role: "Representante", presence: .excused)
      record.attend(
        "Ciro Anaya", role: "Suplente", presence: .present, represents: "Olga Prieto Lara")
      record.topics = [
        Topic(label: "I", text: "Lista", parent: nil, evidence: .at(20, "Lista")),
        Topic(label: "-", text: "Pozos", parent: 0, evidence: .at(30, "Pozos")),
      ]
      var task = Agreement(
        label: "1", text: "El INR entregará el padrón", parent: nil,
        evidence: .at(820, "El INR entregará el padrón"))
      task.evidence.add("due_date", Evidence(start: 850, end: 859, quote: "en abril"))
      task.dueDate = PartialDate(year: 2021, month: 4)
      task.dueBasis = .followUpMeeting
      task.status = .open
      task.responsibles = [
        Responsible(
          text: "El INR", institution: InstitutionReference(name: "INR"),
          resolution: .institutionOnly,
          evidence: Evidence(start: 820, end: 826, quote: "El INR")),
        Responsible(
          text: "su Directora General", name: "Inés Robledo Quiroga",
          resolution: .roleInSameMeeting),
      ]
      record.agreements = [
        task,
        Agreement(label: "*", text: "=Nota", parent: 0, evidence: .at(870, "=Nota")),
      ]
      var mention = Mention(
        kind: .person, text: "Mtro. Ulises Prado Ibarra",
        evidence: .at(830, "Mtro. Ulises Prado Ibarra"))
      mention.name = "Ulises Prado Ibarra"
      record.mentions = [mention]
      record.issues = [
        Issue(
          .roleUnknown, .warning, arguments: ["Suplente"], field: "attendances[3].role",
          evidence: Evidence(start: 300, end: 310, quote: "Ciro Anaya")),
        Issue(.lowCoverage, .info, field: "document.coverage"),
        Issue(.dueUnresolved, .info, field: "agreements[0].responsibles[1].name"),
      ]
    }
  }

  fileprivate static var fourthSession: MinutesRecord {
    .sample(
      path: "2021/acta 4.docx", name: "Cuarta sesión del Comité de Riego",
      date: PartialDate(year: 2021, month: 4, day: 8)
    ) { record in
      record.attend(
        "INÉS ROBLEDO QUIROGA", title: "Mtra.", role: "Directora General",
        at: InstitutionReference(name: "Instituto Novense de Riego"))
      record.attend(
        "Abril Sotomayor de la Vega", role: "Representante",
        at: InstitutionReference(name: "Agua Clara, A. C."))
    }
  }

  fileprivate static var workingMeeting: MinutesRecord {
    .sample(path: "2021/nota, «breve».txt", name: "Reunión de trabajo") { record in
      record.outcome = .partial
      record.attend(
        "Ulises Prado Ibarra", role: "Secretario",
        at: InstitutionReference(name: "Agua Clara AC"))
      record.attend("Noé Quintal Paz")
    }
  }

  fileprivate static var unreadable: MinutesRecord {
    var record = MinutesRecord.sample(path: "roto.docx")
    record.outcome = .failed
    record.document.sha256 = ""
    record.issues = [Issue(.damaged, .error)]
    return record
  }
}

extension FieldEvidence {
  fileprivate static func at(_ start: Int, _ quote: String) -> FieldEvidence {
    FieldEvidence(
      entry: Evidence(start: start, end: start + quote.unicodeScalars.count, quote: quote))
  }
}
