// The readable record: what stands where, and nothing that harms a terminal.

import MinutarioExporting
import MinutarioModel
import MinutarioTestSupport
import Testing

@Suite struct RecordTextTests {
  private let writer = RecordText(
    messages: MessageCatalogue([.roleUnknown: "No se conoce el cargo «%1»."]))

  @Test func attendeesStandInColumnsByPresence() {
    let text = writer.text(for: [MinutesRecord].sampleArchive[0])
    #expect(
      text.contains(
        """
        Asistencia
          Presentes: 3
            Lic. Inés Robledo Quiroga   Directora General  INR
            Tadeo Luna Bárcena          Jefe               INR
            Ciro Anaya                  Suplente                en representación de Olga Prieto Lara
          Con justificación: 1
            Abril Sotomayor de la Vega  Representante
        """))
  }

  @Test func agreementsShowWhoAndWhen() {
    let text = writer.text(for: [MinutesRecord].sampleArchive[0])
    #expect(
      text.contains(
        """
        Acuerdos
          1  El INR entregará el padrón
              Responsable: El INR; su Directora General (Inés Robledo Quiroga)
              Plazo: 2021-04
              Estado: pendiente
            *  =Nota
        """))
  }

  @Test func topicsAreNestedAndIssuesSpeakSpanish() {
    let text = writer.text(for: [MinutesRecord].sampleArchive[0])
    #expect(text.contains("Temas\n  I  Lista\n    -  Pozos\n"))
    #expect(
      text.contains("advertencia: No se conoce el cargo «Suplente». [attendances[3].role]\n"))
    #expect(text.hasPrefix("Reunión          Tercera sesión del Comité de Riego\n"))
  }

  @Test func aFailedRecordSaysSoAndHasNoEmptySections() {
    var record = MinutesRecord.sample(path: "roto.docx")
    record.outcome = .failed
    let text = writer.text(for: record)
    #expect(text.contains("no se pudo leer"))
    #expect(!text.contains("Asistencia") && !text.contains("Temas"))
  }

  @Test func hostileTextAndNestingDoNoHarm() {
    var record = MinutesRecord.sample(path: "\u{1B}[31m")
    record.meeting.name = "a\u{7}\nb\u{202E}"
    record.attend("\u{9B}x", title: "\r")
    record.topics = (0..<50).map {
      Topic(label: nil, text: "\u{0}t", parent: $0 - 1, evidence: FieldEvidence(entry: nil))
    }
    record.topics.append(
      Topic(label: nil, text: "self", parent: 50, evidence: FieldEvidence(entry: nil)))
    let text = writer.text(for: record)
    #expect(
      !text.unicodeScalars.contains {
        $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) || $0 == "\u{202E}"
      })
    #expect(text.contains("\n  self\n"))
  }
}
