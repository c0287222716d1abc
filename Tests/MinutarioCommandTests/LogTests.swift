// Events for programs: one object a line, numbers as numbers, nothing that breaks a line.

import Foundation
import Logging
import MinutarioPipeline
import MinutarioTestSupport
import Synchronization
import Testing

@testable import MinutarioCommand

@Suite struct JSONLogHandlerTests {
  /// What a handler has written.
  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
  }

  private func written(_ tell: (Logger) -> Void, from level: Logger.Level = .info) -> [String] {
    let lines = Lines()
    tell(
      Logger(label: "test") { _ in
        JSONLogHandler(
          logLevel: level, write: { line in lines.all.withLock { $0.append(line) } },
          time: { "2024-05-21T15:04:05.123Z" })
      })
    return lines.all.withLock { $0 }
  }

  @Test func anEventIsAnObjectWithItsFieldsSortedBehindItsName() {
    let lines = written { logger in
      logger.log(
        level: .warning, "roto",
        metadata: [
          "path": "a.docx", Event.nameField: "document_failed", "ms": .stringConvertible(12),
        ])
    }
    #expect(
      lines == [
        #"{"time":"2024-05-21T15:04:05.123Z","level":"warning","event":"document_failed","#
          + #""message":"roto","ms":12,"path":"a.docx"}"#
      ])
  }

  @Test func nestedValuesAndNamesThatSteerATerminalStayOneLine() throws {
    let lines = written { logger in
      logger.log(
        level: .error, "",
        metadata: ["rows": ["people": .stringConvertible(3)], "list": ["a\u{1B}\n\u{2028}b", "c"]])
    }
    let line = try #require(lines.first)
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect((object["rows"] as? [String: Int]) == ["people": 3])
    #expect((object["list"] as? [String]) == ["a\u{1B}\n\u{2028}b", "c"])
    #expect(object["message"] == nil)
    #expect(object["event"] == nil)
  }

  @Test func levelsBelowTheOneAskedForAreNotWritten() {
    let tell = { (logger: Logger) in
      logger.debug("d")
      logger.info("i")
      logger.error("e")
    }
    #expect(written(tell, from: .debug).count == 3)
    #expect(written(tell, from: .info).count == 2)
    #expect(written(tell, from: .error).count == 1)
  }

  @Test func timesAreUTCWithMilliseconds() throws {
    let now = Timestamp.now()
    #expect(now.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
    let read = try Date(now, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    #expect(abs(read.timeIntervalSinceNow) < 60)
  }
}

@Suite struct LogFormatTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Acta 1\n\nAsistentes:\n- Renata Olmos Quijada\n", to: "actas/1.txt")
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0], to: "actas/roto.docx")
    try folder.write("x", to: "actas/foto.jpg")
  }

  /// The events that a command has told; fails when a line of stderr is none.
  private func events(_ arguments: [String]) throws -> (answer: BuiltBinary.Answer, [[String: Any]])
  {
    let answer = try BuiltBinary.run(arguments + ["--log-format", "json"], in: folder.path)
    let events = try answer.errors.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    for event in events {
      #expect(event["time"] is String && event["level"] is String && event["event"] is String)
    }
    return (answer, events)
  }

  private func names(_ events: [[String: Any]]) -> [String] {
    events.compactMap { $0["event"] as? String }
  }

  @Test func aRunTellsItsEventsAndNothingElse() throws {
    let (answer, events) = try events(["run", "actas", "-o", "datos"])
    #expect(answer.code == 1)
    #expect(answer.output == "")
    #expect(
      names(events) == [
        "run_started", "documents_found", "file_not_read", "document_failed", "stage_finished",
        "stage_finished", "stage_finished", "run_finished",
      ])
    #expect(events[0]["command"] as? String == "run")
    #expect(events[2]["path"] as? String == "foto.jpg")
    #expect(events[3]["path"] as? String == "roto.docx")
    #expect(events[3]["level"] as? String == "warning")
    #expect((events[3]["code"] as? String)?.isEmpty == false)
    #expect(events[3]["ms"] is Int)
    #expect(
      events[4...6].map { $0["stage"] as? String } == ["reading", "resolving", "writing"])
    #expect(events[7]["read"] as? Int == 1)
    #expect(events[7]["failed"] as? Int == 1)
    #expect(events[7]["exit"] as? Int == 1)
    #expect((events[7]["rows"] as? [String: Int])?["attendances"] == 1)
  }

  @Test func verboseTellsOfEveryDocumentAndQuietOfErrorsOnly() throws {
    let (_, all) = try events(["extract", "actas", "--verbose"])
    #expect(names(all).contains("document_read"))
    let (_, few) = try events(["extract", "actas", "--quiet"])
    #expect(few.isEmpty)
    let (answer, error) = try events(["run", "nada", "-o", "datos", "--quiet"])
    #expect(answer.code == 2)
    #expect(names(error) == ["error"])
    #expect(error[0]["exit"] as? Int == 2)
    #expect((error[0]["message"] as? String)?.hasPrefix("nada:") == true)
  }

  @Test func queriesTellTheirEventsToo() throws {
    _ = try BuiltBinary.run("run", "actas", "-o", "datos", in: folder.path)
    for (command, source) in [
      ("roster", "actas"), ("agreements", "actas"), ("roster", "datos"), ("agreements", "datos"),
    ] {
      let (answer, events) = try events([command, source])
      #expect(names(events).first == "run_started")
      #expect(names(events).last == "run_finished")
      #expect(events.last?["exit"] as? Int == Int(answer.code))
      #expect(answer.output.contains("\n"))
    }
  }

  @Test func verboseTextTellsOfEachDocument() throws {
    let answer = try BuiltBinary.run("run", "actas", "-o", "datos", "--verbose", in: folder.path)
    #expect(answer.errors.contains(/1\.txt: read, \d+ ms\n/))
    #expect(answer.errors.contains(/roto\.docx: failed, \d+ ms: .+\n/))
  }

  @Test func theDataIsTheSameInBothForms() throws {
    let text = try BuiltBinary.run("extract", "actas", in: folder.path)
    let json = try BuiltBinary.run("extract", "actas", "--log-format", "json", in: folder.path)
    #expect(text.output == json.output)
    #expect(try BuiltBinary.run("extract", "actas", "--log-format", "xml").code == 64)
  }
}
