// `minutario coverage`, as a process: what is listed, in which forms, and that added words help.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct CoverageCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 1...4 {
      try folder.write(
        """
        MINUTA \(number)
        Fecha: \(number) de mayo de 2021

        GLOSA DE CAUDALES
        Se midieron 12 litros.

        ASISTENTES
        - Lic. Renata Olmos Ruiz, Jefa
        - sin novedad en la línea \(number)

        """, to: "actas/\(number).txt")
    }
  }

  private func coverage(_ arguments: String...) throws -> BuiltBinary.Answer {
    try BuiltBinary.run(["coverage"] + arguments, in: folder.path)
  }

  @Test func linesAreListedByFrequencyWithExamplesAndWhatToDo() throws {
    let answer = try coverage("actas")
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    #expect(
      answer.output.hasPrefix(
        """
        Not understood in 4 documents

        Headings that open no known section (1)
        Add to headings.es.txt, where it opens a section: the heading, a tab, the kind of section.
          glosa de caudales  (4 documents, 4 lines)
               1.txt  text:3  GLOSA DE CAUDALES

        """))
    #expect(answer.output.contains("  sin novedad en la linea #  (4 documents, 4 lines)\n"))
    #expect(answer.output.contains("name the folder as \"lexicon\" in pipeline.json"))
    #expect(!answer.output.contains("4.txt"), "three examples are enough")
  }

  @Test func aWordThatIsAddedLeavesTheList() throws {
    let headings = Repository.root.appending(path: "Sources/CLexiconData/lexicon/headings.es.txt")
    let words = try String(contentsOf: headings, encoding: .utf8)
    try folder.write(words + "Glosa de caudales\tdiscussion\n", to: "palabras/headings.es.txt")
    try folder.write(
      #"{"version": 1, "archive": "actas", "lexicon": "palabras"}"#, to: "pipeline.json")
    let answer = try coverage()
    #expect(answer.code == 0)
    #expect(!answer.output.contains("glosa"))
    #expect(answer.output.contains("sin novedad"))
  }

  @Test func theListIsWrittenForProgramsAndPagesToo() throws {
    let csv = try coverage("actas", "--format", "csv").output.split(separator: "\n")
    #expect(csv.first?.hasPrefix("\u{FEFF}kind,shape,documents,lines,vocabulary,path_1,") == true)
    let examples = (1...3).map { ",\($0).txt,text:3,GLOSA DE CAUDALES" }.joined()
    #expect(
      csv.dropFirst().first.map(String.init)
        == "heading,glosa de caudales,4,4,headings.es.txt\(examples)")
    let json = try coverage("actas", "--format", "json", "--top", "1").output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["documents"] as? Int == 4)
    #expect((object["kinds"] as? [[String: Any]])?.count == 4)
    let page = try coverage("actas", "--format", "md").output
    #expect(page.contains("\n| glosa de caudales | 4 | 4 | 1.txt text:3: GLOSA DE CAUDALES; "))
  }

  @Test func oneWorkerAndThreeGiveTheSame() throws {
    let one = try coverage("actas", "-j", "1").output
    #expect(try coverage("actas", "-j", "3").output == one)
  }

  @Test func onlySoManyAreShownAndTheRestIsCounted() throws {
    let answer = try coverage("actas", "--top", "0")
    #expect(!answer.output.contains("glosa"))
    #expect(answer.output.contains("  … and 1 more\n"))
  }

  @Test func whatCannotBeSurveyedIsSaid() throws {
    try folder.write("minutario dataset 1\n", to: "datos/.minutario/format")
    try folder.write("", to: "nada/x.pdf")
    let dataset = try coverage("datos")
    #expect(dataset.code == 2)
    #expect(dataset.errors.contains("datos: is a dataset"))
    #expect(try coverage("nada").code == 2)
    let unnamed = try coverage()
    #expect(unnamed.code == 64)
    #expect(unnamed.errors.contains("Which folder of minutes?"))
    #expect(try coverage("actas", "--top", "-1").code == 64)
  }
}
