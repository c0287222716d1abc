// Meetings as minutes of different hands state them. All bodies, towns and people are invented.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

@Suite struct MeetingTests {
  private let reader = MeetingReader(lexicon: .standard)

  /// Reads a text whose sections start at the given lines.
  private func read(_ string: String, _ starts: [(kind: Section.Kind, line: String)] = [])
    -> MeetingReading
  {
    let text = NormalizedText(lines: string)
    return reader.read(text, sections: sections(of: text, starts))
  }

  private func sections(of text: NormalizedText, _ starts: [(kind: Section.Kind, line: String)])
    -> [Section]
  {
    var sections: [Section] = []
    var start = 0
    var kind = Section.Kind.heading
    for line in text.lines {
      guard let next = starts.first(where: { text.string(line.range) == $0.line }) else { continue }
      let range = start..<line.range.lowerBound
      sections.append(Section(kind: kind, heading: nil, range: range, content: range))
      (start, kind) = (line.range.lowerBound, next.kind)
    }
    let range = start..<text.bytes.count
    return sections + [Section(kind: kind, heading: nil, range: range, content: range)]
  }

  @Test func readsFieldsOnLinesOfTheirOwn() {
    let meeting = read(
      """
      Comité de Archivo de Villa Serena
      Acta No. 14
      Fecha: 3 de marzo de 2021
      Hora de inicio: 9:30 a.m.
      Hora de finalización: 11:00 a.m.
      Lugar: Sala de juntas, piso 4
      """
    ).meeting
    #expect(meeting.name == "Comité de Archivo de Villa Serena")
    #expect(meeting.number == "14")
    #expect(meeting.date == PartialDate(year: 2021, month: 3, day: 3))
    #expect(meeting.startTime == ClockTime(hour: 9, minute: 30))
    #expect(meeting.endTime == ClockTime(hour: 11, minute: 0))
    #expect(meeting.place == "Sala de juntas, piso 4")
    #expect(meeting.mode == .inPerson)
    #expect(meeting.evidence.spans("date").first?.quote == "3 de marzo de 2021")
  }

  @Test func readsSeveralFieldsOfOneLine() {
    let meeting = read(
      "FECHA: 26 de febrero de 2020     HORA: 9:15 PM     LUGAR: Salón Azul, planta baja"
    ).meeting
    #expect(meeting.date == PartialDate(year: 2020, month: 2, day: 26))
    #expect(meeting.startTime == ClockTime(hour: 21, minute: 15))
    #expect(meeting.place == "Salón Azul, planta baja")
  }

  @Test func readsALabelAboveItsValue() {
    let meeting = read(
      """
      FECHA
      20 de abril de 2018
      HORARIO
      17:00 a 19:10 horas
      SEDE
      Parque La Noria, aula 2
      """
    ).meeting
    #expect(meeting.date == PartialDate(year: 2018, month: 4, day: 20))
    #expect(meeting.startTime == ClockTime(hour: 17, minute: 0))
    #expect(meeting.endTime == ClockTime(hour: 19, minute: 10))
    #expect(meeting.place == "Parque La Noria, aula 2")
  }

  @Test func readsTheSentenceThatOpensTheMinutes() {
    let meeting = read(
      """
      ACTA DE LA CUARTA SESIÓN ORDINARIA DEL CONSEJO RECTOR DE RÍO HONDO
      En la ciudad de Río Hondo, siendo las diez horas con cinco minutos del día doce de mayo de \
      dos mil diecisiete, reunidos en la Sala de Cabildos del Palacio Municipal, previa \
      convocatoria de fecha cinco de mayo del año en curso, los integrantes del Consejo celebran \
      su sesión.
      """
    ).meeting
    #expect(meeting.name == "CUARTA SESIÓN ORDINARIA DEL CONSEJO RECTOR DE RÍO HONDO")
    #expect(meeting.classification == .ordinary)
    #expect(meeting.date == PartialDate(year: 2017, month: 5, day: 12))
    #expect(meeting.startTime == ClockTime(hour: 10, minute: 5))
    #expect(meeting.place == "Sala de Cabildos del Palacio Municipal")
    #expect(meeting.mode == .inPerson)
  }

  @Test func endsTheBodyWhereAClauseBegins() {
    let meeting = read(
      """
      Acta del 4 de marzo de 2014

      Reunidos por teléfono, el día 4 de marzo de 2014, a las 20:00 horas la junta de la \
      hermandad y estando presentes:
      """
    ).meeting
    #expect(meeting.name == "junta de la hermandad")
  }

  @Test(arguments: [
    "Se levantó la sesión a las 14:25 horas.",
    "Siendo las 2:25 p.m. se levanta la sesión.",
    "A las catorce horas con veinticinco minutos del mismo día se dio por terminada la sesión.",
    "Sin más asuntos, se da por concluida la reunión a las 14:25 horas del día de su inicio.",
    "Hora de cierre: 14:25 horas.",
    "TERMINA 2:25 PM",
  ])
  func readsTheEndFromTheClosing(sentence: String) {
    let meeting = read("Fecha: 3 de marzo de 2021\nHora de inicio: 9:30\n\(sentence)").meeting
    #expect(meeting.endTime == ClockTime(hour: 14, minute: 25))
    #expect(meeting.startTime == ClockTime(hour: 9, minute: 30))
  }

  @Test(arguments: [
    "Próxima sesión: 5 de enero, 10:00 horas.",
    "La siguiente reunión será el 5 de enero a las 10:00 horas.",
    "Se cita a la próxima el martes 5 de enero a las 10:00 horas.",
    "El presidente levantó la sesión a las 12:00, citando a la siguiente para el 5 de enero a la misma hora.",
    "La Segunda Sesión Ordinaria queda programada para el 5 de enero, a las 10:00 horas.",
    "Sig. reunión: 5 de enero, 10:00 hrs.",
  ])
  func readsTheNextMeetingInTheYearThatFollows(sentence: String) throws {
    let reading = read("Fecha: 10 de diciembre de 2020\nHora: 10:00\n\(sentence)")
    let next = try #require(reading.meeting.followUp)
    #expect(next.date == PartialDate(year: 2021, month: 1, day: 5))
    #expect(next.startTime == ClockTime(hour: 10, minute: 0))
    #expect(next.derived.contains("date"))
    #expect(reading.issues.contains { $0.code == .yearInferred && $0.severity == .info })
  }

  @Test func takesNoDeadlineForTheNextMeeting() {
    let meeting = read(
      """
      Fecha: 10 de diciembre de 2020
      La Secretaría entregará el informe antes de la próxima reunión.
      El Comité revisará en la próxima sesión los avances del programa anual de mejora que la \
      Contraloría debe remitir con todos sus anexos el 5 de enero.
      """
    ).meeting
    #expect(meeting.followUp == nil)
  }

  @Test func keepsTheDateOfIssueApart() {
    let reading = read(
      """
      Valle Verde, a 12 de marzo de 2021.
      Fecha: 10 de marzo de 2021
      """)
    #expect(reading.issuedPlace == "Valle Verde")
    #expect(reading.issuedDate == PartialDate(year: 2021, month: 3, day: 12))
    #expect(reading.meeting.date == PartialDate(year: 2021, month: 3, day: 10))
    #expect(reading.issues.isEmpty)
  }

  @Test func datesTheMeetingByTheIssueWhenNothingElseDoes() {
    #expect(
      read("Valle Verde, a 12 de marzo de 2021.\nSe trató lo siguiente.").meeting.date
        == PartialDate(year: 2021, month: 3, day: 12))
    #expect(
      read("Valle Verde, 1 de marzo de 2021\nEl día de ayer se reunió el Grupo Promotor.").meeting
        .date == PartialDate(year: 2021, month: 2, day: 28))
  }

  @Test(arguments: [
    "Vigencia: 03/04/2014", "Fecha de la convocatoria: 1 de mayo de 2013",
    "Aprobada en la sesión del 2 de junio de 2013", "Versión del 9 de mayo de 2013",
    "Se leyó el acta de la sesión anterior, celebrada el seis de junio de 2013",
  ])
  func leavesDatesOfOtherThingsAlone(line: String) {
    let reading = read("\(line)\nSe reunió el Comité de Obras.")
    #expect(reading.meeting.date == nil)
    #expect(reading.issues.map(\.code) == [.dateMissing])
  }

  @Test func reportsDatesThatContradictEachOther() {
    let reading = read(
      """
      Fecha: 10 de marzo de 2021
      Siendo las 10:00 horas del 11 de marzo de 2021 se reunieron los integrantes.
      """)
    #expect(reading.meeting.date == PartialDate(year: 2021, month: 3, day: 10))
    #expect(reading.issues.map(\.code) == [.dateConflict])
    #expect(read("Fecha: lunes 10 de marzo de 2021").issues.map(\.code) == [.weekdayMismatch])
  }

  @Test(arguments: [
    ("Lugar: Sala de juntas", Meeting.Mode.inPerson),
    ("Lugar: Sala virtual (Zoom)", .remote),
    ("Plataforma: Microsoft Teams", .remote),
    ("Lugar: Auditorio Central\nModalidad: híbrida", .hybrid),
    ("Lugar: Av. Robles 15, piso 2 / enlace Webex", .inPerson),
    ("Acta de la reunión virtual", .remote),
    ("Acta de la reunión", .unknown),
    ("Comisión Mixta de Higiene", .unknown),
  ])
  func tellsHowPeopleMet(lines: String, mode: Meeting.Mode) {
    #expect(read("Fecha: 10 de marzo de 2021\n\(lines)").meeting.mode == mode)
  }

  @Test func theTitleOfTheMinutesDatesTheMeeting() {
    let meeting = read(
      """
      Unión de Remeros del Valle
      Consejo Directivo
      Acta de la sesión celebrada el martes 9 de febrero de 2021, a las nueve horas, por el \
      Consejo Directivo en la sala de mapas.
      Se aprueba el acta de la reunión del 12/01/2021.
      """
    ).meeting
    #expect(meeting.date == PartialDate(year: 2021, month: 2, day: 9))
    #expect(meeting.name == "Consejo Directivo")
    #expect(meeting.place == "sala de mapas")
  }

  @Test func theHourOfTheConvocationIsNotTheStart() {
    let meeting = read(
      """
      Fecha: 27 de enero de 2025
      Convocados para las 10h00, la sesión se instala a las 10h20 en la casa comunal.
      """
    ).meeting
    #expect(meeting.startTime == ClockTime(hour: 10, minute: 20))
  }

  @Test(arguments: [
    "La Comisión se volverá a reunir el jueves 8 de abril a las 8:30 h.",
    "Se dio por terminada la reunión. La siguiente será el jueves 8 de abril a las 8:30 h.",
    "A las 15:35 se da por finalizada la reunión, quedando convocada la Comisión para el jueves "
      + "8 de abril a las 8:30 h.",
  ])
  func readsTheNextMeetingOfABody(sentence: String) {
    let next = read("Acta 4\nFecha: 10 de marzo de 2021\n\(sentence)").meeting.followUp
    #expect(next?.date == PartialDate(year: 2021, month: 4, day: 8))
    #expect(next?.startTime == ClockTime(hour: 8, minute: 30))
  }

  @Test(arguments: [
    ("Modalidad: virtual, a través de Google Meet", "Google Meet"),
    ("Se reúne el comité de manera virtual por Zoom.", "Zoom"),
  ])
  func namesThePlatformRatherThanTheMode(line: String, place: String) {
    let meeting = read("Fecha: 10 de marzo de 2021\n\(line)").meeting
    #expect(meeting.place == place)
    #expect(meeting.mode == .remote)
  }

  @Test func aGroupNamedMixtoTellsNoMode() {
    let meeting = read(
      "Acta 4\nGrupo Mixto\nEl 3 de mayo de 2021 se reúnen en el salón de plenos."
    ).meeting
    #expect(meeting.mode == .inPerson)
  }

  @Test func theFirstFieldOfAFormNamesTheBodyThoughItsLabelOpensTopics() {
    let meeting = read(
      "MINUTA\nAsunto: Comité de Riego de Villa Serena\nFecha: 6 de junio de 2019",
      [(.topics, "Asunto: Comité de Riego de Villa Serena")]
    ).meeting
    #expect(meeting.name == "Comité de Riego de Villa Serena")
  }

  @Test func isHybridWhenSomebodyJoinedFromAfar() {
    let meeting = read(
      """
      Lugar: Sala de juntas
      ASISTENTES
      Ing. Flor Quiroga, vocal (vía Webex)
      """, [(.attendees, "ASISTENTES")]
    ).meeting
    #expect(meeting.mode == .hybrid)
  }

  @Test func readsTheQuorumAndItsCount() {
    let meeting = read(
      "Acta\nSe verificó el quórum con seis de siete integrantes, por lo que se abrió la sesión."
    ).meeting
    #expect(meeting.statedAttendees == 6)
    #expect(meeting.quorum?.contains("seis de siete integrantes") == true)
  }

  @Test func everyEvidenceQuotesTheText() {
    let string =
      "Comité de Archivo\nFecha: lunes 8 de marzo de 2021, 10:00 horas\nLugar: Sala Ñandú\n"
      + "Se levantó la sesión a las 12:00 horas. Próxima reunión: 9 de abril, misma hora."
    let text = NormalizedText(lines: string)
    let reading = reader.read(text, sections: sections(of: text, []))
    let scalars = Array(string.unicodeScalars)
    var spans = reading.meeting.evidence.fields.flatMap(\.spans)
    spans += [reading.meeting.followUp?.evidence, reading.issues.first?.evidence].compactMap { $0 }
    #expect(spans.count >= 6)
    for span in spans {
      var quoted = String.UnicodeScalarView()
      quoted.append(contentsOf: scalars[span.start..<span.end])
      #expect(String(quoted) == span.quote)
    }
  }
}
