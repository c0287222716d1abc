// `minutario agreements`, as a process: from a dataset and from a folder, its filters and forms.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct AgreementsCommandTests {
  let folder: TemporaryFolder

  /// A dataset written by hand: what the list shows must not hang on what extraction can do.
  init() throws {
    folder = try TemporaryFolder()
    let tables = [
      "meetings.csv": """
      meeting_id,name,body_institution_id,date
      m1,Comité de Parques,i2,2021-05-04
      m2,Mesa de Riego,,2022

      """,
      "people.csv": "person_id,display_name\np1,Renata Olmos\n",
      "institutions.csv": """
      institution_id,display_name,acronym
      i1,Instituto de Parques,IP
      i2,Comité de Parques,

      """,
      "institution_names.csv": "institution_id,name\ni1,Inst. de Parques\n",
      "meeting_documents.csv": "meeting_id,document_id,is_primary\nm1,d1,true\nm2,d2,true\n",
      "document_paths.csv": "document_id,path\nd1,a.txt\nd2,b.txt\n",
      "agreements.csv": """
      agreement_id,meeting_id,order,label_raw,text,due_raw,due_date,status,status_as_of
      c1,m1,1,I,Podar los fresnos de la plaza,el 1 de junio,2021-06-01,open,2021-05-04
      c2,m1,2,II,'=Pintar bancas,,,fulfilled,2021-05-04
      c3,m2,1,,Medir el caudal,,2022-03,partial,2022

      """,
      "agreement_parties.csv": """
      agreement_id,seq,role_in_agreement,person_id,institution_id,party_raw
      c1,1,responsible,p1,,La directora
      c1,2,responsible,,i1,el Instituto
      c2,1,requester,p1,,La directora
      c3,1,responsible,,,la vocalía

      """,
    ]
    try folder.write("minutario dataset 1\n", to: "datos/.minutario/format")
    for (name, text) in tables { try folder.write(text, to: "datos/data/\(name)") }
  }

  private func agreements(_ arguments: String...) throws -> BuiltBinary.Answer {
    try BuiltBinary.run(["agreements", "datos"] + arguments, in: folder.path)
  }

  @Test func theListGathersByMeeting() throws {
    let answer = try agreements()
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    #expect(
      answer.output == """
        2021-05-04  Comité de Parques  (2 acuerdos)  a.txt
          I   vence 2021-06-01  pendiente          Renata Olmos; IP · Instituto de Parques
              Podar los fresnos de la plaza
          II  sin plazo         cumplido
              =Pintar bancas

        2022  Mesa de Riego  (1 acuerdo)  b.txt
          –   vence 2022-03     cumplido en parte  la vocalía
              Medir el caudal

        """)
  }

  @Test(arguments: [
    (["--status", "open"], ["c1"]), (["--status", "pendiente"], ["c1"]),
    (["--status", "fulfilled", "--status", "cumplido en parte"], ["c2", "c3"]),
    (["--overdue-on", "2021-06-01"], []), (["--overdue-on", "2021-06-02"], ["c1"]),
    (["--overdue-on", "2022-04"], ["c1", "c3"]),
    (["--responsible", "renata"], ["c1"]), (["--responsible", "VOCALIA"], ["c3"]),
    (["--institution", "inst. de parques"], ["c1"]),
    (["--institution", "comité"], ["c1", "c2"]),
    (["--from", "2022"], ["c3"]), (["--to", "2021-12"], ["c1", "c2"]),
    (["--due-from", "2022"], ["c3"]), (["--due-to", "2021"], ["c1"]),
    (["--status", "cancelled"], []),
  ])
  func filtersNarrowTheRows(arguments: [String], ids: [String]) throws {
    let answer = try BuiltBinary.run(
      ["agreements", "datos", "--format", "csv"] + arguments, in: folder.path)
    let found = answer.output.split(separator: "\n").dropFirst().map { $0.suffix(2) }
    #expect(found.map(String.init) == ids)
    #expect(answer.code == 0)
  }

  @Test func csvIsWhatExcelOpens() throws {
    let csv = try agreements("--format", "csv").output
    #expect(csv.hasPrefix("\u{FEFF}grupo,fecha,reunion,"))
    #expect(csv.contains(",'=Pintar bancas,"))
  }

  @Test func jsonAndMarkdownGatherAsAsked() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(
        with: Data(try agreements("--format", "json", "--by", "responsible").output.utf8))
        as? [String: Any])
    #expect(object["count"] as? Int == 3)
    #expect((object["groups"] as? [Any])?.count == 4)
    let markdown = try agreements("--format", "md", "--by", "due").output
    #expect(
      markdown.split(separator: "\n").filter { $0.hasPrefix("## ") } == [
        "## Vence en 2021-06", "## Vence en 2022-03", "## Sin fecha de vencimiento",
      ])
  }

  @Test func aFileTakesTheResultWholeOrStaysAsItWas() throws {
    let printed = try agreements("--format", "csv").output
    try folder.write("antes", to: "lista.csv")
    let answer = try agreements("--format", "csv", "-o", "lista.csv")
    #expect(answer.output == "")
    #expect(String(decoding: try folder.read("lista.csv"), as: UTF8.self) == printed)
    let refused = try agreements("-o", "no/hay/lista.csv")
    #expect(refused.code == 2)
    #expect(refused.errors.contains("no/hay/lista.csv"))
    #expect(try agreements("-o", "datos").code == 2)
    #expect(!folder.exists("datos.new"))
  }

  @Test(arguments: [
    ["--by", "nadie"], ["--overdue-on", "hoy"], ["--overdue-on"], ["--status", "x"],
    ["--due-to", "2021-13"], ["--format", "pdf"],
  ])
  func wrongUsageIsSixtyFour(arguments: [String]) throws {
    #expect(try BuiltBinary.run(["agreements", "datos"] + arguments, in: folder.path).code == 64)
  }

  @Test func aFolderOfMinutesIsReadOnTheSpot() throws {
    try folder.write(
      """
      Acta de la reunión

      Fecha: 4 de mayo de 2021

      Asistentes:
      - Renata Olmos Quijada, Directora de Parques

      Acuerdos:
      1. La Directora de Parques entregará el padrón el 1 de junio de 2021.

      """, to: "actas/1.txt")
    let answer = try BuiltBinary.run("agreements", "actas", in: folder.path)
    #expect(answer.code == 0)
    #expect(answer.errors.hasPrefix("1 document: 1 read"))
    #expect(answer.output.contains("vence 2021-06-01"))
    #expect(try BuiltBinary.run("run", "actas", "-o", "otros", in: folder.path).code == 0)
    #expect(try BuiltBinary.run("agreements", "otros", in: folder.path).output == answer.output)
  }

  @Test func aDatasetWithoutItsTablesIsRefused() throws {
    try FileManager.default.removeItem(atPath: folder.path("datos/data/agreement_parties.csv"))
    let missing = try agreements()
    #expect(missing.code == 2)
    #expect(missing.errors.contains("agreement_parties.csv"))
    #expect(missing.output == "")
    #expect(try BuiltBinary.run("agreements", "nada", in: folder.path).code == 2)
  }

  @Test(.enabled(if: Repository.hasCorpus, "no corpus beside the package"))
  func theSeedDocumentGivesItsAgreements() throws {
    let seed = Repository.corpus.appending(path: "seed").path
    let answer = try BuiltBinary.run("agreements", seed, "--format", "json", "--quiet")
    let gold = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: "\(seed)/minuta-2020-10-01.txt.gold.json")))
        as? [String: Any])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let expected = try #require(gold["agreements"] as? [Any])
    #expect(object["count"] as? Int == expected.count)
    #expect(expected.count > 0)
  }
}
