// `minutario evaluate`, as a process: where gold and documents are found, what is printed, how it
// ends, and that its figures are those of the scorer of the measuring material.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct EvaluateCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let minutes = "Acta de la reunión\n\nAsistentes:\n- Lic. Renata Olmos Ruiz, Jefa\n"
    try folder.write(minutes, to: "actas/2021/a.txt")
    try folder.write(minutes, to: "actas/b.md")
    try folder.write("Acta sin referencia\n", to: "actas/c.txt")
    try folder.write(Self.gold("Renata Olmos Ruiz"), to: "actas/2021/a.txt.gold.json")
    try folder.write(Self.gold("Renata Olmos"), to: "actas/b.md.gold.json")
  }

  private static func gold(_ name: String) -> String {
    """
    {"complete": ["attendees"], "attendees": [{"name": "\(name)", "title": "Lic.",
     "position": "Jefa", "institution": [], "presence": "present"}]}
    """
  }

  private func evaluate(_ arguments: String...) throws -> BuiltBinary.Answer {
    try BuiltBinary.run(["evaluate"] + arguments, in: folder.path)
  }

  private static func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func goldBesideItsDocumentsIsFoundAndTheWorstComesFirst() throws {
    let answer = try evaluate("actas")
    #expect(answer.errors == "")
    #expect(answer.code == 0)
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "2 documents compared with gold, 0 of them without a record")
    #expect(lines.contains("attendee_row          0.500      0.500   0.500  0.500    2  2"))
    let worst = try #require(lines.firstIndex { $0.contains("b.md") })
    #expect(lines[worst].hasSuffix("b.md  (2 differences)"))
    #expect(
      lines[worst + 1] == "      attendee_name  missed  text:3  «Renata Olmos»",
      "the first line that has it")
    #expect(lines[worst + 2] == "      attendee_name  extra   text:3  «Renata Olmos Ruiz»")
    #expect(lines.count == worst + 3)
  }

  @Test func theFiguresOfTheExampleArchiveAreAsRecorded() throws {
    let answer = try BuiltBinary.run(
      "evaluate", Repository.path("fixtures/gold"), Repository.path("fixtures/archive"))
    let recorded = Repository.root.appending(path: "fixtures/expected/evaluation.txt")
    let expected = try String(contentsOf: recorded, encoding: .utf8)
    #expect(answer.output == expected, "renew with scripts/update-expected")
  }

  @Test func goldInAFolderOfItsOwnAndRecordsGiveTheSameFigures() throws {
    let records = try BuiltBinary.run("extract", "-q", "actas", in: folder.path).output
    try folder.write(records, to: "records.jsonl")
    try FileManager.default.createDirectory(
      atPath: folder.path("gold"), withIntermediateDirectories: true)
    for name in ["2021/a.txt", "b.md"] {
      try folder.write(try folder.read("actas/\(name).gold.json"), to: "gold/\(name).gold.json")
    }
    let beside = try Self.object(try evaluate("actas", "--format", "json").output)["figures"]
    for source in ["actas", "records.jsonl"] {
      let apart = try Self.object(try evaluate("gold", source, "--format", "json").output)
      #expect(apart["figures"] as? NSDictionary == beside as? NSDictionary)
      #expect(apart["missing"] as? [String] == [])
    }
  }

  @Test func oneGoldFileIsComparedWithTheDocumentBesideIt() throws {
    let answer = try evaluate("actas/b.md.gold.json", "--worst", "0")
    #expect(answer.output.hasPrefix("1 document compared with gold"))
    #expect(!answer.output.contains("b.md"))
  }

  @Test func formatsAreComparedByThemselves() throws {
    let answer = try evaluate("actas", "--formats", "txt,docx", "--min", "attendee_row=1")
    #expect(answer.output.hasPrefix("1 document compared with gold"))
    #expect(answer.code == 0)
  }

  @Test func figuresAreShownByFormatAndFolder() throws {
    let byFormat = try evaluate("actas", "--by", "format").output
    #expect(byFormat.contains("\nfigure                md (1)  txt (1)\n"))
    #expect(byFormat.contains("\nattendee_row          0.000   1.000\n"))
    let json = try Self.object(try evaluate("actas", "--by", "folder", "--format", "json").output)
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.map { $0["name"] as? String } == [".", "2021"])
    #expect(try evaluate("actas", "--by", "year").code == 64)
  }

  /// What one comes for after `coverage`: whether an added word has helped.
  @Test func aChangedVocabularyIsMeasured() throws {
    try folder.write("Acta\n\nComensales:\n- Lic. Renata Olmos Ruiz, Jefa\n", to: "mesas/a.txt")
    try folder.write(Self.gold("Renata Olmos Ruiz"), to: "mesas/a.txt.gold.json")
    let headings = Repository.root.appending(path: "Sources/CLexiconData/lexicon/headings.es.txt")
    try folder.write(
      try String(contentsOf: headings, encoding: .utf8) + "Comensales\tattendees\n",
      to: "palabras/headings.es.txt")
    try folder.write(#"{"version": 1, "lexicon": "palabras"}"#, to: "propio.json")
    let bar = ["mesas", "--quiet", "--min", "attendee_row=1"]
    #expect(try BuiltBinary.run(["evaluate"] + bar, in: folder.path).code == 1)
    let changed = try BuiltBinary.run(["evaluate"] + bar + ["-c", "propio.json"], in: folder.path)
    #expect(changed.code == 0)
  }

  @Test func aFigureBelowItsBarEndsWithOneAndIsNamed() throws {
    let answer = try evaluate(
      "actas", "--quiet", "--min", "attendee_row=0.5", "--min", "attendee_name_recall=0.6", "--min",
      "topic=0.1")
    #expect(answer.code == 1)
    #expect(
      answer.errors == """
        minutario: --min attendee_name_recall=0.6: it is 0.500
        minutario: --min topic=0.1: the gold has nothing to say of it

        """)
  }

  @Test(arguments: [
    ["--min", "attendee_rows=1"], ["--min", "attendee_row"], ["--min", "attendee_row=2"],
    ["--worst", "-1"], ["--formats", ","],
  ])
  func wrongUsageEndsBeforeAnyWork(arguments: [String]) throws {
    let answer = try BuiltBinary.run(["evaluate", "nowhere"] + arguments, in: folder.path)
    #expect(answer.code == 64)
    #expect(answer.output == "")
  }

  @Test func whatCannotBeComparedIsSaid() throws {
    try folder.write("Acta\n", to: "otras/a.txt")
    try folder.write(
      "{\"complete\": [\"attendees\"], \"attendees\": [{}]}", to: "malo/a.txt.gold.json")
    for (arguments, told) in [
      (["otras"], "otras: holds no gold file"),
      (["nowhere"], "nowhere: there is no such file or folder"),
      (["actas/b.md.gold.json", "otras"], "none of the 1 gold file belongs to a document there"),
      (["malo"], "a.txt.gold.json: attendees[0].name: this value is missing"),
      (["actas", "--baseline", "actas/2021/a.txt"], "actas/2021/a.txt: this is not JSON"),
    ] {
      let answer = try BuiltBinary.run(["evaluate"] + arguments, in: folder.path)
      #expect(answer.code == 2, "\(arguments)")
      #expect(answer.output == "", "\(arguments)")
      #expect(answer.errors.contains(told), "\(answer.errors)")
    }
  }

  @Test func goldThatNamesNoListIsToldOf() throws {
    try folder.write("{\"attendees\": []}", to: "actas/c.txt.gold.json")
    let answer = try evaluate("actas")
    #expect(answer.code == 0)
    #expect(answer.errors.contains("c.txt.gold.json: \"complete\" names no list"))
  }

  @Test func aDocumentThatIsNotThereCountsAsMissed() throws {
    try FileManager.default.removeItem(atPath: folder.path("actas/b.md"))
    let answer = try evaluate("actas", "--format", "json")
    let json = try Self.object(answer.output)
    #expect(json["missing"] as? [String] == ["b.md"])
    #expect(answer.code == 0)
  }

  @Test func theBaselineShowsWhatIsBetterAndWorse() throws {
    #expect(try evaluate("actas", "--format", "json", "-o", "before.json").code == 0)
    try folder.write(Self.gold("Renata Olmos Ruiz"), to: "actas/b.md.gold.json")
    try folder.write(
      Self.gold("Renata Olmos Ruiz").replacing("Jefa", with: "Jefa de Área"),
      to: "actas/2021/a.txt.gold.json")
    let lines = try evaluate("actas", "--baseline", "before.json").output.split(separator: "\n")
      .map(String.init)
    #expect(lines.contains("attendee_name         0.500   1.000  +0.500"))
    #expect(lines.contains("attendee_position     0.667   0.500  -0.167"))
    let worse = try #require(lines.firstIndex(of: "2021/a.txt"))
    #expect(lines[worse + 1].hasPrefix("   -  attendee_position  different"))
    let better = try #require(lines.firstIndex(of: "b.md"))
    #expect(lines[better + 1].hasPrefix("   +  attendee_name  missed"))
  }

  @Test func differencesAreWrittenAsCSVAndTheTablesAsMarkdown() throws {
    let csv = try evaluate("actas", "--format", "csv").output
    #expect(
      csv == """
        \u{FEFF}path,figure,kind,subject,expected,found,place
        b.md,attendee_name,missed,,Renata Olmos,,text:3
        b.md,attendee_name,extra,,,Renata Olmos Ruiz,text:3

        """)
    let markdown = try evaluate("actas", "--format", "md", "--lang", "es").output
    #expect(markdown.contains("| attendee\\_row | 0.500 | 0.500 | 0.500 | 0.500 | 2 | 2 |"))
    #expect(markdown.contains("| documento | F1 |"))
  }
}

/// The scorer of the measuring material.
private let scorer = Repository.corpus.appending(path: "../eval/score.py").standardizedFileURL.path

/// The figures of `score.py`, which decides what is right, beside ours.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: scorer),
    "needs ../shared/eval/score.py, which is not here"))
struct ScorerAgreementTests {
  private static let formats = ["--formats", "txt,docx,md,rst"]

  @Test(arguments: ["seed", "authored", "real"])
  func theFiguresAreThoseOfTheScorer(set: String) throws {
    let gold = Repository.corpus.appending(path: set).path
    let folder = try TemporaryFolder()
    let records = try BuiltBinary.run("extract", "-q", gold).output
    try folder.write(records, to: "records.jsonl")
    let ours = try BuiltBinary.run(["evaluate", gold, "--format", "json"] + Self.formats)
    try expectAgreement(ours, gold: gold, records: folder.path("records.jsonl"))
    // Records that are wrong in many ways are counted alike too.
    for seed in 1...3 {
      let name = "spoilt-\(seed).jsonl"
      var generator = SeededGenerator(seed: UInt64(seed))
      try folder.write(Self.spoilt(records, &generator), to: name)
      let ours = try BuiltBinary.run(
        ["evaluate", gold, folder.path(name), "--format", "json"] + Self.formats)
      try expectAgreement(ours, gold: gold, records: folder.path(name))
    }
  }

  @Test func theFiguresOfTheExampleArchiveAreThoseOfTheScorer() throws {
    let folder = try TemporaryFolder()
    let archive = Repository.path("fixtures/archive")
    try folder.write(try BuiltBinary.run("extract", "-q", archive).output, to: "records.jsonl")
    let gold = Repository.path("fixtures/gold")
    let ours = try BuiltBinary.run("evaluate", gold, archive, "--format", "json")
    try expectAgreement(ours, gold: gold, records: folder.path("records.jsonl"), formats: [])
  }

  private func expectAgreement(
    _ ours: BuiltBinary.Answer, gold: String, records: String, formats: [String] = Self.formats
  ) throws {
    #expect(ours.code == 0)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", scorer, gold, records, "--json"] + formats
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let theirs = try JSONSerialization.jsonObject(
      with: output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    let (a, b) = (
      try #require(JSONSerialization.jsonObject(with: Data(ours.output.utf8)) as? [String: Any]),
      try #require(theirs as? [String: Any])
    )
    #expect(a["documents"] as? Int == b["documents"] as? Int)
    #expect(a["missing"] as? [String] == b["missing"] as? [String])
    let figures = try #require(a["figures"] as? [String: [String: Any]])
    let expected = try #require(b["figures"] as? [String: [String: Any]])
    #expect(Set(figures.keys) == Set(expected.keys))
    #expect(expected.count > 15)
    for (name, figure) in expected {
      for (measure, value) in figure {
        let (ours, theirs) = (figures[name]?[measure] as? Double, value as? Double)
        #expect(
          abs((ours ?? -1) - (theirs ?? -1)) < 1e-8,
          "\(name) \(measure): \(String(describing: ours)), not \(String(describing: theirs))")
      }
    }
  }

  /// The records with entries left out, doubled and changed.
  private static func spoilt(_ lines: String, _ generator: inout SeededGenerator) throws -> String {
    try lines.split(separator: "\n").filter { _ in Int.random(in: 0..<12, using: &generator) > 0 }
      .map { line in
        var record =
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        for list in ["attendances", "mentions", "topics", "agreements"] {
          record[list] = (record[list] as? [[String: Any]] ?? []).flatMap { entry in
            var entry = entry
            for key in entry.keys.sorted() where Int.random(in: 0..<6, using: &generator) == 0 {
              switch entry[key] {
              case let text as String: entry[key] = changed(text, &generator)
              case is [Any]: entry[key] = [Any]()
              default: break
              }
            }
            let copies = Int.random(in: 0..<8, using: &generator)
            return copies == 0 ? [] : copies == 1 ? [entry, entry] : [entry]
          }
        }
        let data = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self)
      }.joined(separator: "\n")
  }

  private static func changed(_ text: String, _ generator: inout SeededGenerator) -> Any {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: NSNull()
    case 1: text.uppercased()
    case 2: "«\(text)».-"
    case 3: "ACUERDO " + text
    case 4: text + ", A. C."
    case 5: text.split(separator: " ").reversed().joined(separator: " – ")
    case 6: "El \(text) (SIGLA)"
    default: text.replacing("a", with: "á")
    }
  }
}
