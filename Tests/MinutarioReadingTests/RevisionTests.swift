// Tracked changes: the text as if all were accepted.

import MinutarioModel
import Testing

@Suite struct RevisionTests {
  @Test func keepsInsertionsAndDropsDeletions() throws {
    let document = try WordFixture(
      p(
        r("uno ") + "<w:ins>\(r("dos "))</w:ins>"
          + "<w:del><w:r><w:delText>tres </w:delText></w:r></w:del>" + r("cuatro"))
    ).read()
    #expect(document.texts() == ["uno dos cuatro"])
    #expect(document.trackedChanges == .accepted)
    #expect(document.codes == [.trackedChangesPresent])
  }

  @Test func showsMovedTextOnceWhereItWent() throws {
    let mark = "<w:rPr><w:moveFrom/></w:rPr>"
    let document = try WordFixture(
      p("<w:moveFrom>\(r("movido"))</w:moveFrom>", mark) + p(r("medio"))
        + p("<w:moveTo>\(r("movido"))</w:moveTo>")
    ).read()
    #expect(document.texts() == ["medio", "movido"])
    #expect(document.body.map(\.paragraph) == [1, 2])
  }

  @Test func joinsAParagraphWhoseMarkWasDeletedWithTheNext() throws {
    let mark = "<w:rPr><w:del/></w:rPr>"
    let document = try WordFixture(
      p(r("Ana ", "<w:b/>"), mark) + p(r("Bravo"), "<w:outlineLvl w:val=\"0\"/>")
        + p(r("última"), mark)
    ).read()
    #expect(document.texts() == ["Ana Bravo", "última"])
    #expect(document.body.map(\.paragraph) == [0, 2])
    #expect(document.body.first?.headingLevel == 1)
    #expect(document.body.first?.boldPrefix == 4)
  }

  @Test func leavesDeletedRowsOutOfTheCount() throws {
    let gone = "<w:tr><w:trPr><w:del/></w:trPr>\(tc("borrada"))</w:tr>"
    let document = try WordFixture(tbl(tr(tc("a")), gone, tr(tc("b")))).read()
    #expect(document.texts() == ["a", "b"])
    #expect(document.body.compactMap(\.cell?.name) == ["t1r1c1", "t1r2c1"])
  }

  private let revised =
    p(
      r("uno ") + "<w:ins w:author=\"Ana\" w:date=\"2024-02-03T10:00:00Z\">\(r("dos "))</w:ins>"
        + "<w:del w:author=\"Luz\" w:date=\"2024-01-02T10:00:00Z\"><w:r><w:delText>tres </w:delText></w:r></w:del>"
        + "<w:moveFrom>\(r("lejos "))</w:moveFrom>" + r("fin ")
        + "<w:moveTo>\(r("lejos"))</w:moveTo>")
    + p(r("sigue "), "<w:rPr><w:ins/></w:rPr>") + p(r("aquí"))
    + tbl(
      "<w:tr><w:trPr><w:ins/></w:trPr>\(tc("nueva"))</w:tr>",
      "<w:tr><w:trPr><w:del/></w:trPr>\(tc("vieja"))</w:tr>")

  @Test(arguments: [
    (RevisionPolicy.accepted, ["uno dos fin lejos", "sigue ", "aquí", "nueva"]),
    (.rejected, ["uno tres lejos fin ", "sigue aquí", "vieja"]),
    (.both, ["uno dos tres fin lejos", "sigue ", "aquí", "nueva", "vieja"]),
  ])
  func showsTheChangesThatThePolicyNames(_ policy: RevisionPolicy, _ texts: [String]) throws {
    let document = try WordFixture(revised).read(revisions: policy)
    #expect(document.texts() == texts)
    #expect(document.trackedChanges.rawValue == policy.rawValue)
    document.checkInvariants()
  }

  @Test func keepsWhoChangedWhatAndWhen() throws {
    let document = try WordFixture(revised).read()
    #expect(
      document.revisions.map(\.kind) == [
        .inserted, .deleted, .moved, .moved, .inserted, .inserted, .deleted,
      ])
    #expect(
      document.revisions.first
        == Revision(kind: .inserted, author: "Ana", date: "2024-02-03T10:00:00Z", paragraph: 0))
    #expect(
      document.issues.first?.arguments == ["7", "Ana, Luz", "2024-01-02 – 2024-02-03", "accepted"])
  }

  @Test func doesNotReadFormerProperties() throws {
    let document = try WordFixture(
      p(
        r("texto", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"),
        "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>")
    ).read()
    #expect(document.body.first?.boldPrefix == 0)
    #expect(document.body.first?.headingLevel == nil)
    #expect(document.trackedChanges == .none)
  }
}
