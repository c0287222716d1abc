// Cells and their places.

import MinutarioModel
import Testing

@Suite struct TableTests {
  @Test func countsColumnsOnTheGrid() throws {
    let document = try WordFixture(
      p(r("antes"))
        + tbl(
          tr(tc("ancha", "<w:gridSpan w:val=\"2\"/>"), tc("c3")),
          "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>\(tc("c2"))\(tc("c3"))</w:tr>")
    ).read()
    #expect(document.texts() == ["antes", "ancha", "c3", "c2", "c3"])
    #expect(
      document.body.map { $0.cell?.name ?? "-" } == ["-", "t1r1c1", "t1r1c3", "t1r2c2", "t1r2c3"])
    #expect(document.body[1].cell?.columnSpan == 2)
  }

  @Test func marksRowsThatHeadTheirColumns() throws {
    let head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>\(tc("Nombre"))</w:tr>"
    let no = "<w:tr><w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>\(tc("b"))</w:tr>"
    let document = try WordFixture(tbl(head, tr(tc("a")), no)).read()
    #expect(document.body.map { $0.cell?.isHeader } == [true, false, false])
  }

  @Test func marksCellsThatContinueTheOneAbove() throws {
    let document = try WordFixture(
      tbl(
        tr(tc("alta", "<w:vMerge w:val=\"restart\"/>")), tr(tc("", "<w:vMerge/>")), tr(tc("otra")))
    ).read()
    #expect(document.body.map { $0.cell?.continuesAbove ?? false } == [false, true, false])
  }

  @Test func numbersTablesInTablesByThemselves() throws {
    let inner = "<w:tc>\(p(r("fuera")))\(tbl(tr(tc("dentro"))))\(p(r("otra vez")))</w:tc>"
    let document = try WordFixture(tbl(tr(inner, tc("segunda"))) + tbl(tr(tc("t3")))).read()
    #expect(document.texts() == ["fuera", "dentro", "otra vez", "segunda", "t3"])
    #expect(
      document.body.compactMap(\.cell?.name) == ["t1r1c1", "t2r1c1", "t1r1c1", "t1r1c2", "t3r1c1"])
    #expect(document.body.compactMap(\.cell?.depth) == [0, 1, 0, 0, 0])
  }

  @Test func givesEveryCellABlock() throws {
    let document = try WordFixture(tbl(tr("<w:tc></w:tc>", tc("b")))).read()
    #expect(document.body.compactMap(\.cell?.name) == ["t1r1c1", "t1r1c2"])
    #expect(document.texts() == ["", "b"])
  }

  @Test func readsCellsAndRowsInsideStructuredTags() throws {
    func tagged(_ content: String) -> String {
      "<w:sdt><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }
    let document = try WordFixture(
      tagged(tbl(tagged(tr(tagged(tc("a")), tc("b"))), tr(tc("c"))))
    ).read()
    #expect(document.body.compactMap(\.cell?.name) == ["t1r1c1", "t1r1c2", "t1r2c1"])
  }

  @Test func stopsAtTheBoundOfCells() throws {
    var limits = Limits()
    limits.tableCells = 2
    let row = tr(tc("a"), tc("b"))
    #expect(try WordFixture(tbl(row)).read(limits).isTruncated == false)
    let document = try WordFixture(tbl(row, row)).read(limits)
    #expect(document.isTruncated)
    #expect(document.codes == [.limitReached])
    #expect(document.texts().prefix(2) == ["a", "b"])
  }
}
