// The roster: groups, filters, what people read; the same from an archive and from its dataset.

import Foundation
import MinutarioExporting
import MinutarioLexicon
import MinutarioModel
import MinutarioQuerying
import MinutarioResolving
import MinutarioTestSupport
import Testing

@Suite struct RosterTests {
  private let archive: Archive
  private let rows: [RosterRow]

  init() {
    archive = Self.archive(.sampleArchive)
    rows = RosterRow.rows(of: archive)
  }

  static func archive(_ records: [MinutesRecord]) -> Archive {
    var vocabulary = ResolvingVocabulary()
    vocabulary.bodies = PhraseTable(parsing: "Comité\n".utf8)
    return Resolver(vocabulary: vocabulary).resolve(records)
  }

  private func names(_ filter: Roster.Filter) -> [String] {
    Roster(rows, by: .meeting, where: filter).groups.flatMap { $0.rows.map(\.name) }
  }

  @Test func anInstitutionIsOneGroupWhateverItsSpelling() throws {
    let roster = Roster(rows, by: .institution)
    let groups = roster.groups.map { "\($0.title): \($0.people) de \($0.rows.count)" }
    #expect(
      groups == [
        "Agua Clara AC: 2 de 2", "Comité de Riego: 2 de 2",
        "INR · Instituto Novense de Riego: 2 de 3", "Sin institución: 1 de 1",
      ])
    #expect(roster.count == 8)
  }

  @Test func aDerivedInstitutionIsMarked() {
    let table = Roster(rows, by: .institution).table()
    let marked = table.split(separator: "\n").filter { $0.hasSuffix("(derivada)") }
    #expect(marked.count == 2)
    #expect(marked.allSatisfy { $0.contains("Sotomayor") || $0.contains("Ciro") })
  }

  @Test func aPersonIsOneGroupOverMeetings() throws {
    let roster = Roster(rows, by: .person)
    #expect(
      roster.groups.map(\.title) == [
        "Abril Sotomayor de la Vega", "Ciro Anaya", "Inés Robledo Quiroga", "Noé Quintal Paz",
        "Tadeo Luna Bárcena", "Ulises Prado Ibarra",
      ])
    let director = try #require(roster.groups.first { $0.title.hasPrefix("Inés") })
    #expect(director.rows.map(\.date) == ["2021-03-04", "2021-04-08"])
  }

  @Test func meetingsStandByDateUndatedLast() {
    let roster = Roster(rows, by: .meeting)
    #expect(
      roster.groups.map(\.title) == [
        "2021-03-04  Tercera sesión del Comité de Riego",
        "2021-04-08  Cuarta sesión del Comité de Riego", "sin fecha  Reunión de trabajo",
      ])
  }

  @Test(arguments: ["inr", "INR", "novense", "Instituto Novense"])
  func institutionsAreFoundByPartAcronymOrSpelling(text: String) {
    #expect(
      names(Roster.Filter(institution: text)) == [
        "Inés Robledo Quiroga", "Tadeo Luna Bárcena", "INÉS ROBLEDO QUIROGA",
      ])
  }

  @Test(arguments: [
    ("2021-03-05", "", 2), ("2021-03-04", "", 6), ("2021-03", "2021-03", 4), ("", "2021", 6),
    ("2021-04", "2021-04-07", 0), ("2022", "", 0), ("", "2021-03-04", 4),
  ])
  func datesBoundTheMeetings(from: String, to: String, count: Int) throws {
    let filter = Roster.Filter(from: try date(from), to: try date(to))
    #expect(names(filter).count == count)
  }

  /// The date that a text writes; nil for the empty text.
  private func date(_ text: String) throws -> PartialDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    return try #require(
      PartialDate(
        year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil))
  }

  @Test func aMeetingKnownToTheMonthPassesWhenADayOfItDoes() {
    let records = [
      MinutesRecord.sample(path: "a.docx", date: PartialDate(year: 2021, month: 3)) {
        $0.attend("Ana Cruz")
      }
    ]
    let rows = RosterRow.rows(of: Self.archive(records))
    let inside = Roster.Filter(from: PartialDate(year: 2021, month: 3, day: 20))
    let outside = Roster.Filter(from: PartialDate(year: 2021, month: 4, day: 1))
    #expect(Roster(rows, by: .person, where: inside).count == 1)
    #expect(Roster(rows, by: .person, where: outside).count == 0)
  }

  @Test func markdownHasATableForEachGroupAndMarksDerivedInstitutions() throws {
    let markdown = Roster(rows, by: .institution).markdown
    #expect(markdown.contains("## INR · Instituto Novense de Riego (2 personas)\n\n| Nombre |"))
    let group = try #require(markdown.components(separatedBy: "## Comité de Riego (").last)
    #expect(
      group.contains(
        "| Abril Sotomayor de la Vega | Representante | 2021-03-04 | con justificación | (derivada) |"
      ))
    for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.split(separator: "|").count == 5)
    }
  }

  @Test func nothingInMarkdownIsMarkup() {
    let record = MinutesRecord.sample(path: "a|b.docx", name: "x") {
      $0.attend("a|b\\c\n<script>&[d](e)*_`")
    }
    let markdown = Roster(RosterRow.rows(of: Self.archive([record])), by: .meeting).markdown
    #expect(markdown.contains(#"| a\|b\\c &lt;script&gt;&amp;\[d\](e)\*\_\` |"#))
  }

  @Test func theWorkbookHasTheRowsOfTheCSV() throws {
    let sheet = try Roster(rows, by: .institution).workbook.sheetXML()
    #expect(sheet.components(separatedBy: "<row ").count - 1 == rows.count + 1)
    #expect(sheet.contains("<t>derivada del órgano que sesiona</t>"))
    // 44259 is 2021-03-04 in Excel's count of days.
    #expect(sheet.contains("<v>44259</v>"))
  }

  @Test func presenceFilters() {
    #expect(names(Roster.Filter(presence: [.excused])) == ["Abril Sotomayor de la Vega"])
    #expect(names(Roster.Filter(presence: [])) == [])
  }

  @Test func theDatasetGivesTheSameRowsAsTheArchive() throws {
    let writer = DelimitedWriter(to: MemorySink())
    try ArchiveTables(archive: archive, messages: MessageCatalogue([:]), text: { _ in nil })
      .write(to: [writer])
    let sink = writer.sink
    var asked: Set<String> = []
    let read = try RosterRow.rows(ofDataset: { name in
      asked.insert(name)
      return sink[name]
    })
    #expect(read == rows)
    #expect(asked == Set(RosterRow.datasetFiles))
  }

  @Test func aDatasetThatCannotBeReadSaysWhichFileAndWhy() {
    #expect(throws: TableError(file: "meetings.csv", problem: .missing)) {
      try RosterRow.rows(ofDataset: { _ in nil })
    }
    let missing = TableError(
      file: "meetings.csv", problem: .missingColumn("meeting_id"))
    #expect(throws: missing) { try RosterRow.rows(ofDataset: { _ in Array("a,b\n1,2\n".utf8) }) }
    let count = TableError(
      file: "meetings.csv", problem: .wrongCellCount(row: 2))
    #expect(throws: count) { try RosterRow.rows(ofDataset: { _ in Array("a,b\n1\n".utf8) }) }
    let quote = TableError(
      file: "meetings.csv", problem: .malformed(.openQuote(at: 2)))
    #expect(throws: quote) { try RosterRow.rows(ofDataset: { _ in Array("a,\"".utf8) }) }
  }

  @Test func csvHasARowForEachAttendance() throws {
    var reader = CSVReader(Roster(rows, by: .institution).csv)
    let header = try #require(try reader.nextLine())
    var lines: [[String]] = []
    while let line = try reader.nextLine() { lines.append(line) }
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { $0.count == header.count })
    #expect(lines[0][0] == "Agua Clara AC")
  }

  @Test func jsonIsOneObjectWithItsGroups() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(Roster(rows, by: .institution).json))
        as? [String: Any])
    #expect(json["by"] as? String == "institution")
    #expect(json["count"] as? Int == 8)
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.map { $0["people"] as? Int } == [2, 2, 2, 1])
    #expect(groups.last?["id"] is NSNull)
  }

  @Test func nothingInTheTableSteersATerminal() {
    let records = [
      MinutesRecord.sample(path: "a.docx") { record in
        record.attend("Ana\u{1B}[2J\nCruz", at: InstitutionReference(name: "X\u{202E}\u{7}Y"))
      }
    ]
    let table = Roster(RosterRow.rows(of: Self.archive(records)), by: .institution).table()
    #expect(!table.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!table.unicodeScalars.contains("\u{202E}"))
    #expect(table.split(separator: "\n").count == 2)
  }

  @Test(.enabled(if: GoldRecords.isAvailable, "no corpus beside the package"))
  func theAnnotatedSeedGivesItsInstitutionsAndTheirPeople() throws {
    let rows = RosterRow.rows(of: Self.archive(try GoldRecords.records(in: "seed")))
    let roster = Roster(rows, by: .institution)
    #expect(roster.groups.map(\.people) == [4, 3, 2, 2])
    #expect(roster.groups.allSatisfy { $0.id != nil })
  }

  @Test func anEmptyRosterSaysSo() {
    let roster = Roster([], by: .person)
    #expect(roster.table() == "Nadie cumple lo que se pide.\n")
    #expect(roster.groups.isEmpty)
  }
}

@Suite struct CSVTests {
  @Test(arguments: [
    "a", "", "a,b", "a\"b", "\"", "a\nb", "a\r\nb", "=1", "'=1", "''", "ñ", "\u{0}", " x ", "＝1",
  ])
  func whatIsWrittenIsReadBack(text: String) throws {
    var bytes: [UInt8] = []
    CSV.appendLine([text, "x"], guarding: true, to: &bytes)
    var reader = CSVReader(bytes)
    let cells = try #require(try reader.nextLine())
    #expect(cells.map(CSV.unguarded) == [text, "x"])
    #expect(try reader.nextLine() == nil)
  }

  @Test(arguments: ["=", "+1", "-a", "@x", "\tx", "\rx", "＝", "＋", "－", "＠", "'=x"])
  func formulasAreGuarded(text: String) {
    var bytes: [UInt8] = []
    CSV.appendLine([text], guarding: true, to: &bytes)
    #expect(bytes.first == UInt8(ascii: "'") || bytes.starts(with: Array("\"'".utf8)))
  }
}
