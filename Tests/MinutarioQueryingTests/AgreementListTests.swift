// The follow-up of agreements: groups, filters, forms; the same from an archive and its dataset.

import Foundation
import MinutarioExporting
import MinutarioLexicon
import MinutarioModel
import MinutarioQuerying
import MinutarioTestSupport
import Testing

@Suite struct AgreementListTests {
  private let archive: Archive
  private let rows: [AgreementRow]

  init() {
    archive = RosterTests.archive(.followedUp)
    rows = AgreementRow.rows(of: archive)
  }

  private func texts(_ change: (inout AgreementList.Filter) -> Void) -> [String] {
    var filter = AgreementList.Filter()
    change(&filter)
    return AgreementList(rows, by: .meeting, where: filter).groups.flatMap { $0.rows.map(\.text) }
  }

  private func day(_ text: String) throws -> PartialDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(
      PartialDate(
        year: parts[0], month: parts.count > 1 ? parts[1] : nil,
        day: parts.count > 2 ? parts[2] : nil
      ))
  }

  @Test func theDatasetGivesTheSameRowsAsTheArchive() throws {
    let writer = DelimitedWriter(to: MemorySink())
    try ArchiveTables(archive: archive, messages: MessageCatalogue([:]), text: { _ in nil })
      .write(to: [writer])
    let sink = writer.sink
    var asked: Set<String> = []
    let read = try AgreementRow.rows(ofDataset: { name in
      asked.insert(name)
      return sink[name]
    })
    #expect(read == rows)
    #expect(rows.count == 5)
    #expect(asked == Set(AgreementRow.datasetFiles))
  }

  @Test func aTableThatLacksAColumnIsNamed() {
    let wrong = TableError(file: "agreements.csv", problem: .missingColumn("agreement_id"))
    #expect(throws: wrong) {
      try AgreementRow.rows(ofDataset: { name in
        Array((name == "agreements.csv" ? "x\n" : everyColumn).utf8)
      })
    }
  }
  private let everyColumn =
    "meeting_id,document_id,path,is_primary,person_id,institution_id,agreement_id,party_raw\n"

  @Test func meetingsStandByDateAndAgreementsInListOrder() {
    let list = AgreementList(rows, by: .meeting)
    #expect(
      list.groups.map(\.title) == [
        "2021-03-04  Comité de Riego", "2021-05-06  Comité de Riego",
        "sin fecha  Reunión de trabajo",
      ])
    #expect(list.groups.map { $0.rows.map(\.label) } == [["1", "2", "*"], ["1"], [nil]])
  }

  @Test func anAgreementOfTwoStandsUnderBothAndCountsOnce() {
    let list = AgreementList(rows, by: .responsible)
    #expect(
      list.groups.map { "\($0.title): \($0.rows.count)" } == [
        "Inés Robledo Quiroga: 2", "INR · Instituto Novense de Riego: 2", "la vocalía: 1",
        "Sin responsable: 1",
      ])
    #expect(list.count == 5)
    // The first due first, whatever the meeting.
    #expect(list.groups[0].rows.map(\.dueDate) == ["2021-04", "2021-06-10"])
  }

  @Test func askingForOneResponsibleShowsNoGroupOfAnother() {
    var filter = AgreementList.Filter()
    filter.responsible = "novense"
    let list = AgreementList(rows, by: .responsible, where: filter)
    #expect(list.groups.map(\.title) == ["INR · Instituto Novense de Riego"])
    #expect(list.count == 2)
  }

  @Test func dueMonthsStandInOrderUndatedLast() {
    let list = AgreementList(rows, by: .due)
    #expect(list.groups.map(\.id) == ["2021-03", "2021-04", "2021-06", nil])
    #expect(list.groups.map(\.rows.count) == [1, 1, 1, 2])
  }

  @Test(arguments: ["ines", "ROBLEDO quiroga", "directora general"])
  func responsiblesAreFoundByNameOrByWhatIsWritten(part: String) {
    #expect(texts { $0.responsible = part }.count == 2)
  }

  @Test func anInstitutionIsResponsibleOrTheBodyThatMet() {
    #expect(texts { $0.institution = "inr" } == ["El INR entregará el padrón", "Limpiar el canal"])
    #expect(texts { $0.institution = "comité de riego" }.count == 4)
  }

  @Test(arguments: [
    ("2021-03-31", []), ("2021-04-01", ["Limpiar el canal"]),
    // April is not over on its last day; what is fulfilled is never overdue.
    ("2021-04-30", ["Limpiar el canal"]),
    ("2021-05-01", ["El INR entregará el padrón", "Limpiar el canal"]),
    // A year begins with its first day.
    ("2022", ["El INR entregará el padrón", "Limpiar el canal"]),
  ])
  func overdueIsWhatIsNotKnownToBeDone(on date: String, expected: [String]) throws {
    let date = try day(date)
    #expect(texts { $0.overdueOn = date }.sorted() == expected)
  }

  @Test func statusesAndDatesNarrow() throws {
    #expect(texts { $0.statuses = [.fulfilled] } == ["Revisar el reglamento"])
    #expect(texts { $0.statuses = [.open, .partial] }.count == 2)
    let may = try day("2021-05")
    #expect(texts { $0.met = DateBounds(from: may) } == ["Revisar el reglamento"])
    #expect(texts { $0.met = DateBounds(to: may) }.count == 4)
    #expect(texts { $0.due = DateBounds(from: may) } == ["Revisar el reglamento"])
    let april = try day("2021-04-15")
    #expect(
      texts { $0.due = DateBounds(to: april) }
        == ["El INR entregará el padrón", "Limpiar el canal"])
  }

  @Test func theListIsWholeWithoutAWidthAndFitsOneThatIsGiven() throws {
    let list = AgreementList(rows, by: .due)
    let whole = list.table().split(separator: "\n")
    #expect(whole.contains("      El INR entregará el padrón"))
    #expect(whole.contains("  vence 2021-06-10  cumplido           Inés Robledo Quiroga"))
    #expect(whole.contains("      — 2021-05-06  Comité de Riego  (1)  2021/acta 5.docx"))
    for width in [24, 40, 80] {
      let lines = list.table(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= max(width, 26) }, "\(width)")
    }
    #expect(list.table(width: 24).contains("      El INR entregará el\n      padrón\n"))
  }

  @Test func headingsAreMarkedAsAsked() {
    let table = AgreementList(rows, by: .due).table { "<\($0)>" }
    #expect(table.hasPrefix("<Vence en 2021-03  (1 acuerdo)>\n"))
    #expect(table.split(separator: "\n").filter { $0.hasPrefix("<") }.count == 4)
  }

  @Test func csvIsForExcelAndGuardsFormulas() throws {
    let csv = AgreementList(rows, by: .meeting).csv
    #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
    var reader = CSVReader(csv)
    let header = try #require(try reader.nextLine())
    #expect(header.first == "grupo" && header.last == "clave")
    var lines: [[String]] = []
    while let line = try reader.nextLine() { lines.append(line) }
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.count == header.count })
    #expect(lines[2][4] == "'=Nota")
    #expect(
      lines[0][5...7] == [
        "El INR; su Directora General", "Inés Robledo Quiroga", "Instituto Novense de Riego",
      ])
  }

  @Test func markdownHoldsATableForEachGroupAndNoMarkupOfADocument() {
    let markdown = AgreementList(rows, by: .meeting).markdown
    #expect(
      markdown.hasPrefix(
        "## 2021-03-04  Comité de Riego\n\n| Numeral | Acuerdo | Responsable | Plazo |"))
    #expect(markdown.contains("| \\* | =Nota |"))
    #expect(markdown.contains("\\[Pozos\\](x) \\| norte"))
  }

  @Test func theWorkbookHasTheRowsOfTheCSV() throws {
    let list = AgreementList(rows, by: .responsible)
    let sheet = try list.workbook.sheetXML()
    let lines = String(decoding: list.csv, as: UTF8.self).split(separator: "\n").count
    #expect(sheet.components(separatedBy: "<row ").count - 1 == lines)
    #expect(sheet.contains("<t>=Nota</t>"))
    // 44259 is 2021-03-04 in Excel's count of days.
    #expect(sheet.contains("<v>44259</v>"))
  }

  @Test func jsonHoldsCodesAndParties() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(AgreementList(rows, by: .responsible).json))
        as? [String: Any])
    #expect(json["count"] as? Int == 5)
    let groups = try #require(json["groups"] as? [[String: Any]])
    let rows = groups.flatMap { $0["rows"] as? [[String: Any]] ?? [] }
    #expect(rows.count == 6)
    #expect(rows.first?["status"] as? String == "open")
    let parties = try #require(rows.first?["responsibles"] as? [[String: Any]])
    #expect(parties.map { $0["acronym"] as? String } == ["INR", nil])
  }

  @Test func anEmptyListSaysSo() {
    let list = AgreementList([], by: .due)
    #expect(list.table() == "Ningún acuerdo cumple lo que se pide.\n")
    #expect(list.markdown == list.table())
    #expect(String(decoding: list.json, as: UTF8.self).contains("\"groups\":[]"))
  }
}

extension [MinutesRecord] {
  /// Two sessions of a committee and a meeting of no body, with agreements of all kinds.
  fileprivate static var followedUp: [MinutesRecord] {
    let march = MinutesRecord.sample(
      path: "2021/acta 3.docx", name: "Comité de Riego",
      date: PartialDate(year: 2021, month: 3, day: 4)
    ) { record in
      record.attend(
        "Inés Robledo Quiroga", role: "Directora General",
        at: InstitutionReference(
          name: "INR", acronym: "INR", fullName: "Instituto Novense de Riego"))
      let institute = InstitutionReference(name: "INR")
      record.agreements = [
        .task(
          "1", "El INR entregará el padrón", due: PartialDate(year: 2021, month: 4), "en abril",
          .open,
          [
            Responsible(text: "El INR", institution: institute, resolution: .institutionOnly),
            Responsible(
              text: "su Directora General", name: "Inés Robledo Quiroga",
              resolution: .roleInSameMeeting),
          ]),
        .task(
          "2", "Limpiar el canal", due: PartialDate(year: 2021, month: 3, day: 31), nil, .partial,
          [Responsible(text: "INR", institution: institute, resolution: .institutionOnly)]),
        .task("*", "=Nota", parent: 0, due: nil, nil, .unknown, []),
      ]
    }
    let may = MinutesRecord.sample(
      path: "2021/acta 5.docx", name: "Comité de Riego",
      date: PartialDate(year: 2021, month: 5, day: 6)
    ) { record in
      record.attend("Inés Robledo Quiroga", role: "Directora General")
      record.agreements = [
        .task(
          "1", "Revisar el reglamento", due: PartialDate(year: 2021, month: 6, day: 10), "10/06",
          .fulfilled,
          [
            Responsible(
              text: "La Directora General", name: "Inés Robledo Quiroga",
              resolution: .roleInSameMeeting)
          ])
      ]
    }
    let working = MinutesRecord.sample(path: "nota.txt", name: "Reunión de trabajo") { record in
      record.agreements = [
        .task(
          nil, "[Pozos](x) | norte", due: nil, "pronto", .cancelled,
          [Responsible(text: "la vocalía", resolution: .unresolved)])
      ]
    }
    return [march, may, working]
  }
}

extension Agreement {
  fileprivate static func task(
    _ label: String?, _ text: String, parent: Int? = nil, due: PartialDate?, _ raw: String?,
    _ status: Status, _ responsibles: [Responsible]
  ) -> Agreement {
    let entry = Evidence(start: 0, end: text.unicodeScalars.count, quote: text)
    var agreement = Agreement(
      label: label, text: text, parent: parent, evidence: FieldEvidence(entry: entry))
    agreement.dueDate = due
    agreement.evidence.add(
      "due_date", raw.map { Evidence(start: 0, end: $0.unicodeScalars.count, quote: $0) })
    agreement.status = status
    agreement.responsibles = responsibles
    return agreement
  }
}
