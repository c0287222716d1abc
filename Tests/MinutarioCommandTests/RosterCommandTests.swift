// `minutario roster`, as a process: from a dataset and from a folder, and its filters.

import Foundation
import Glibc
import MinutarioTestSupport
import Testing

@Suite struct RosterCommandTests {
  let folder: TemporaryFolder

  /// A dataset written by hand: what the roster shows must not hang on what extraction can do.
  init() throws {
    folder = try TemporaryFolder()
    let tables = [
      "meetings.csv":
        "meeting_id,name,date\nm1,Comité de Parques,2021-05-04\nm2,Mesa de Riego,2022\n",
      "people.csv": "person_id,display_name\np1,Renata Olmos\np2,Fabián Lucero\n",
      "institutions.csv": "institution_id,display_name,acronym\ni1,Instituto de Parques,IP\n",
      "institution_names.csv": "institution_id,name\ni1,Instituto de Parques\n",
      "meeting_documents.csv": "meeting_id,document_id,is_primary\nm1,d1,true\nm2,d2,true\n",
      "document_paths.csv": "document_id,path\nd1,a.txt\nd2,b.txt\n",
      "attendances.csv": """
      meeting_id,person_id,name_raw,title_raw,position_raw,role,unit_raw,institution_id,\
      institution_origin,presence,capacity,list_order
      m1,p1,Renata Olmos,Lic.,Directora,Directora,,i1,list,present,,1
      m1,p2,Fabián Lucero,,,,,,,absent,,2
      m2,p1,Renata Olmos,,Directora,Directora,,i1,list,present,,1

      """,
    ]
    try folder.write("minutario dataset 1\n", to: "datos/.minutario/format")
    for (name, text) in tables { try folder.write(text, to: "datos/data/\(name)") }
  }

  private func roster(_ arguments: String...) throws -> BuiltBinary.Answer {
    try BuiltBinary.run(["roster", "datos"] + arguments, in: folder.path)
  }

  /// Column of the CSV form.
  private func column(_ index: Int, of answer: BuiltBinary.Answer) -> [String] {
    answer.output.split(separator: "\n").dropFirst().map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[index])
    }
  }

  @Test func theTableGathersByInstitution() throws {
    let answer = try roster()
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    #expect(answer.output.contains("IP · Instituto de Parques  (1 persona)"))
    #expect(answer.output.contains("Sin institución"))
  }

  @Test(arguments: [
    (["--institution", "parques"], ["Renata Olmos", "Renata Olmos"]),
    (["--from", "2022"], ["Renata Olmos"]),
    (["--to", "2021-05"], ["Renata Olmos", "Fabián Lucero"]),
    (["--presence", "absent"], ["Fabián Lucero"]),
    (["--presence", "ausente"], ["Fabián Lucero"]),
    (["--presence", "absent", "--presence", "excused"], ["Fabián Lucero"]),
    (["--institution", "nada"], []),
  ])
  func filtersNarrowTheRows(arguments: [String], names: [String]) throws {
    let answer = try BuiltBinary.run(
      ["roster", "datos", "--by", "meeting", "--format", "csv"] + arguments, in: folder.path)
    #expect(column(3, of: answer).sorted() == names.sorted())
    #expect(answer.code == 0)
  }

  @Test func jsonIsOneObject() throws {
    let answer = try roster("--format", "json", "--by", "person")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(object["count"] as? Int == 3)
  }

  @Test(arguments: [
    ["--by", "nadie"], ["--from", "ayer"], ["--from", "2021-13"], ["--from", "21"],
    ["--presence", "x"], ["--format", "xls"],
  ])
  func wrongUsageIsSixtyFour(arguments: [String]) throws {
    #expect(try BuiltBinary.run(["roster", "datos"] + arguments, in: folder.path).code == 64)
  }

  @Test(arguments: ["table", "csv", "json", "md"])
  func aFileHoldsWhatStdoutWouldAndNothingIsLeftBeside(format: String) throws {
    try folder.write("antes", to: "salida/lista")
    let printed = try roster("--format", format).output
    let answer = try roster("--format", format, "-o", "salida/lista")
    #expect(answer.code == 0 && answer.output == "")
    #expect(try folder.read("salida/lista") == Array(printed.utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("salida")) == ["lista"])
  }

  @Test func theWorkbookGoesToAFileOrToAPipe() throws {
    let file = try roster("--format", "xlsx", "-o", "lista.xlsx")
    #expect(file.code == 0 && file.errors == "")
    #expect(try folder.read("lista.xlsx").starts(with: Array("PK".utf8)))
    let piped = try roster("--format", "xlsx")
    #expect(piped.code == 0 && piped.output.hasPrefix("PK"))
  }

  @Test func aWorkbookIsNotWrittenToATerminal() throws {
    var (near, far): (Int32, Int32) = (-1, -1)
    try #require(openpty(&near, &far, nil, nil, nil) == 0)
    let process = Process()
    process.executableURL = try BuiltBinary.located()
    process.arguments = ["roster", "no-hay", "--format", "xlsx"]
    process.environment = ["LANG": "es_MX.UTF-8"]
    process.standardOutput = FileHandle(fileDescriptor: far, closeOnDealloc: true)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    close(near)
    // Usage comes before the work: that there is no such folder was not even looked at.
    #expect(process.terminationStatus == 64)
    #expect(said.contains("indique un archivo con -o"))
  }

  @Test func aFileThatCannotBeWrittenIsNamed() throws {
    for format in ["csv", "xlsx"] {
      let answer = try roster("--format", format, "-o", "no/hay/lista")
      #expect(answer.code == 2)
      #expect(answer.errors.contains("no/hay"))
    }
  }

  @Test func aFolderOfMinutesIsReadOnTheSpot() throws {
    try folder.write(
      "Acta de la reunión\n\nAsistentes:\n- Renata Olmos Quijada\n", to: "actas/1.txt")
    let answer = try BuiltBinary.run("roster", "actas", in: folder.path)
    #expect(answer.code == 0)
    #expect(answer.errors.hasPrefix("1 document: 1 read"))
    _ = try BuiltBinary.run("run", "actas", "-o", "otros", in: folder.path)
    #expect(try BuiltBinary.run("roster", "otros", in: folder.path).output == answer.output)
  }

  @Test func aDatasetOfAnotherFormatOrWithoutTablesIsRefused() throws {
    try FileManager.default.removeItem(atPath: folder.path("datos/data/people.csv"))
    let missing = try roster()
    #expect(missing.code == 2)
    #expect(missing.errors.contains("people.csv"))
    try folder.write("minutario dataset 99\n", to: "datos/.minutario/format")
    let other = try roster()
    #expect(other.code == 2)
    #expect(other.errors.contains("minutario dataset 99"))
  }
}
