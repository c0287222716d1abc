// What a person at a terminal sees, and what a file gets: progress, colours, widths. The terminal is
// made by script(1), which every Debian has.

import Foundation
import MinutarioPipeline
import MinutarioTestSupport
import Testing

@testable import MinutarioCommand

extension BuiltBinary {
  /// Runs a shell command in which `$MINUTARIO` is the program, at a terminal.
  /// - Returns: everything that the terminal got, and the exit code.
  static func atTerminal(
    _ command: String, in folder: String, columns: Int = 80, environment: [String: String] = [:]
  ) throws -> (screen: String, code: Int32) {
    let process = Process()
    let screen = FileManager.default.temporaryDirectory
      .appending(path: "minutario-screen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: screen) }
    _ = FileManager.default.createFile(atPath: screen.path, contents: nil)
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = [
      "--quiet", "--return", "--command", "stty cols \(columns); \(command)", "/dev/null",
    ]
    process.environment = [
      "LANG": "en_US.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh",
      "MINUTARIO": try located().path,
    ].merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: screen)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      String(decoding: try Data(contentsOf: screen), as: UTF8.self), process.terminationStatus
    )
  }
}

@Suite struct TerminalTests {
  let folder: TemporaryFolder
  private static let erasure = "\r\u{1B}[K"

  init() throws {
    folder = try TemporaryFolder()
    for number in 1...3 {
      try folder.write(
        """
        Acta \(number) del Comité de Parques

        Fecha: \(number) de mayo de 2021

        Asistentes:
        - Lic. Renata Olmos Quijada, Directora de Parques

        Acuerdos:
        1. La Directora de Parques entregará antes del 1 de junio de 2021 el padrón de los árboles \
        que se plantaron en las plazas del centro y de los barrios.

        """, to: "actas/\(number).txt")
    }
  }

  private func see(
    _ command: String, columns: Int = 80, _ environment: [String: String] = [:]
  ) throws -> (screen: String, code: Int32) {
    try BuiltBinary.atTerminal(command, in: folder.path, columns: columns, environment: environment)
  }

  @Test func progressIsErasedBeforeTheSummaryAndOutcomesHaveColours() throws {
    let (screen, code) = try see("$MINUTARIO run actas -o datos")
    #expect(code == 0)
    #expect(screen.contains("Relating people"))
    let summary = try #require(screen.range(of: "\u{1B}[32m3 documents: 3 read"))
    #expect(screen[..<summary.lowerBound].hasSuffix(Self.erasure))
    #expect(!screen[summary.lowerBound...].contains(Self.erasure))
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0], to: "actas/roto.docx")
    let (damaged, damagedCode) = try see("$MINUTARIO run actas -o datos")
    #expect(damagedCode == 1)
    #expect(
      damaged.contains("\u{1B}[31m4 documents: 3 read, 0 partial, 0 empty, 1 failed\u{1B}[0m"))
  }

  @Test func linesOfProgressFitTheTerminal() throws {
    let screen = try see("$MINUTARIO run actas -o datos", columns: 30).screen
    let passing = screen.components(separatedBy: Self.erasure).dropLast()
    #expect(!passing.isEmpty)
    #expect(passing.allSatisfy { $0.count <= 27 })
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""]])
  func colourIsLeftOutWhereItIsNotWanted(environment: [String: String]) throws {
    let screen = try see("$MINUTARIO run actas -o datos", environment).screen
    #expect(!screen.contains("\u{1B}[3"))
    #expect(screen.contains("3 documents: 3 read"))
    // A dumb terminal cannot even write over a line.
    #expect(screen.contains("\u{1B}") == (environment["NO_COLOR"] != nil))
    #expect(
      try see("$MINUTARIO run actas -o datos", ["NO_COLOR": ""]).screen.contains("\u{1B}[32m"))
  }

  @Test func quietAndJSONShowNoProgress() throws {
    #expect(try see("$MINUTARIO run actas -o datos --quiet").screen == "")
    let screen = try see("$MINUTARIO run actas -o datos --log-format json").screen
    #expect(!screen.contains("\u{1B}"))
    #expect(screen.split(separator: "\r\n").allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
  }

  @Test func eachStreamIsLookedAtByItself() throws {
    // Data in a file has no colours though the messages are at a terminal, and the other way round.
    let toFile = try see(
      "$MINUTARIO run actas -o datos --quiet; $MINUTARIO agreements actas > lista")
    #expect(toFile.screen.contains("\u{1B}[32m"))
    let list = String(decoding: try folder.read("lista"), as: UTF8.self)
    #expect(!list.contains("\u{1B}"))
    #expect(list.contains("que se plantaron en las plazas del centro y de los barrios"))
    let toTerminal = try see("$MINUTARIO agreements actas 2> avisos", columns: 60).screen
    #expect(toTerminal.hasPrefix("\u{1B}[1m2021-05-01"))
    #expect(!String(decoding: try folder.read("avisos"), as: UTF8.self).contains("\u{1B}"))
    let plain = toTerminal.replacing(/\u{1B}\[\d*m/, with: "")
    #expect(plain.split(separator: "\r\n").allSatisfy { $0.count <= 60 })
    #expect(plain.split(separator: "\r\n").count > 9)
  }

  @Test func theRosterHasHeadingsThatStandOut() throws {
    let screen = try see("$MINUTARIO roster actas --quiet --by meeting").screen
    #expect(screen.hasPrefix("\u{1B}[1m2021-05-01  "))
  }

  @Test func dataAtTheTerminalIsNotMixedWithProgress() throws {
    let screen = try see("$MINUTARIO extract actas --quiet; $MINUTARIO extract actas").screen
    #expect(!screen.contains(Self.erasure))
  }

  @Test func aFileGetsNoProgressOfShortWork() throws {
    let answer = try BuiltBinary.run("run", "actas", "-o", "datos", in: folder.path)
    #expect(answer.errors.hasPrefix("3 documents: 3 read"))
    #expect(!answer.errors.contains("\u{1B}"))
  }
}
