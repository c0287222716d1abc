// What stands beside the body: page headers and footers, notes. And several minutes in one file.

import MinutarioExtracting
import MinutarioLexicon
import MinutarioModel
import MinutarioSegmenting
import MinutarioTestSupport
import Testing

@Suite struct StoriesTests {
  private static let segmenter = Segmenter(lexicon: .standard)
  private static let extractor = Extractor(lexicon: .standard)

  private static func records(
    _ text: NormalizedText, issues: [MinutarioModel.Issue] = []
  ) -> [MinutesRecord] {
    extractor.records(
      of: segmenter.minutes(of: text).map { ($0, segmenter.sections(of: $0)) },
      facts: DocumentFacts(path: "acta.docx", sha256: "x", bytes: 1, format: "docx"), issues: issues
    )
  }

  private static func minutes(_ number: Int, _ date: String) -> String {
    """
    ACTA N.º \(number)
    Siendo las 10:00 horas del \(date) se reunieron las personas siguientes:
    ASISTENTES
    Lic. Ana Ruiz Soto, Directora de Obras, Municipio de Lerma
    Ing. Luis Prado Mena, Jefe de Área, Secretaría de Obra Pública
    ACUERDOS
    1. Ana Ruiz Soto enviará el plano.
    """
  }

  private static func document(_ lines: String...) -> SourceDocument {
    var document = SourceDocument(format: "docx")
    for line in lines.joined(separator: "\n").split(separator: "\n") { document.add(String(line)) }
    return document
  }

  private static let header = """
    Comisión de Obras de Lerma
    Código: F-12 Versión: 03 Fecha: 12/03/2018 Hora: 8:00
    Lugar: Archivo General
    """

  // MARK: Headers, footers, notes

  @Test func formFieldsOfHeadersAndFootersDoNotDateOrPlaceTheMeeting() throws {
    var document = Self.document(Self.minutes(5, "4 de mayo de 2022"))
    document.add(.header, Self.header)
    document.add(.footer, "Fecha: 5 de enero de 2014")
    let record = try #require(Self.records(NormalizedText(document: document)).first)
    #expect(record.meeting.date == PartialDate(year: 2022, month: 5, day: 4))
    #expect(record.meeting.startTime == ClockTime(hour: 10, minute: 0))
    #expect(record.meeting.place != "Archivo General")
    #expect(!record.issues.contains { $0.code == .dateConflict })
  }

  @Test func aHeaderNamesTheBodyAndIsItsEvidence() throws {
    var document = Self.document(Self.minutes(5, "4 de mayo de 2022"))
    document.add(.header, Self.header)
    let text = NormalizedText(document: document)
    let record = try #require(Self.records(text).first)
    #expect(record.meeting.name == "Comisión de Obras de Lerma")
    let evidence = try #require(record.meeting.evidence.spans("name").first)
    #expect(evidence.part == "word/header.xml")
    #expect(evidence.paragraph == 0)
    #expect(evidence.quote == "Comisión de Obras de Lerma")
  }

  @Test func notesAreReadWhereTheyStand() throws {
    var document = Self.document(Self.minutes(5, "4 de mayo de 2022"))
    document.add(
      .footnote, "El Ing. Luis Prado Mena asistió en representación de la Arq. Inés Coto Luna.")
    document.add(.endnote, "Próxima reunión: 9 de junio de 2022 a las 9:00 horas.")
    let record = try #require(Self.records(NormalizedText(document: document)).first)
    let deputy = try #require(record.attendances.first { $0.name == "Luis Prado Mena" })
    #expect(deputy.representsPerson == "Inés Coto Luna")
    #expect(deputy.evidence.spans("represents_person").first?.part == "word/footnote.xml")
    #expect(record.meeting.followUp?.date == PartialDate(year: 2022, month: 6, day: 9))
    #expect(record.meeting.followUp?.evidence?.part == "word/endnote.xml")
  }

  @Test func theLastSectionOfTheBodyEndsWithTheBody() throws {
    var document = Self.document("MINUTA", "ASISTENTES", "Lic. Ana Ruiz Soto, Directora de Obras")
    document.add(.footer, "Gaceta Rosa Vela Cano")
    let record = try #require(Self.records(NormalizedText(document: document)).first)
    #expect(record.attendances.map(\.name) == ["Ana Ruiz Soto"])
    #expect(record.sections.map(\.kind) == [.heading, .attendees, .other])
  }

  // MARK: Several minutes

  @Test func eachMinutesIsARecordWhoseOffsetsCountInTheWholeText() throws {
    var document = Self.document(
      Self.minutes(5, "4 de mayo de 2022"), Self.minutes(6, "8 de junio de 2022"),
      Self.minutes(7, "6 de julio de 2022"))
    document.add(.header, Self.header)
    let text = NormalizedText(document: document)
    let records = Self.records(text)
    #expect(records.map(\.minutes.index) == [0, 1, 2])
    #expect(records.map(\.minutes.count) == [3, 3, 3])
    #expect(records.map(\.meeting.number) == ["5", "6", "7"])
    #expect(
      records.map { $0.meeting.date?.description } == ["2022-05-04", "2022-06-08", "2022-07-06"])
    // The header is on every page.
    #expect(records.allSatisfy { $0.meeting.name == "Comisión de Obras de Lerma" })
    let scalars = Array(text.string.unicodeScalars)
    #expect(records.first?.minutes.start == 0)
    #expect(records.last?.minutes.end == scalars.count)
    for (record, next) in zip(records, records.dropFirst()) {
      #expect(record.minutes.end == next.minutes.start)
    }
    for record in records {
      #expect(record.attendances.count == 2)
      #expect(record.agreements.count == 1)
      #expect(record.document.textCharacters == scalars.count)
      #expect(record.sections.first?.start == record.minutes.start)
      #expect(record.sections.last?.end == record.minutes.end)
      for evidence in record.attendances.compactMap(\.evidence.entry)
        + record.agreements.compactMap(\.evidence.entry)
      {
        #expect(evidence.start >= record.minutes.start && evidence.end <= record.minutes.end)
        let slice = scalars[evidence.start..<evidence.end]
        #expect(Array(evidence.quote.unicodeScalars) == Array(slice))
      }
    }
  }

  @Test func whatConcernsTheFileIsToldOnceAndCoverageIsOneFigure() {
    let text = NormalizedText(
      document: Self.document(
        Self.minutes(5, "4 de mayo de 2022"), Self.minutes(6, "8 de junio de 2022")))
    let records = Self.records(text, issues: [.init(.commentsPresent, .info)])
    #expect(records.map { $0.issues.count { $0.code == .commentsPresent } } == [1, 0])
    #expect(Set(records.map(\.document.coverage)).count == 1)
  }
}
