// What the disk refuses, told in the language of whoever reads it.

import Foundation
import MinutarioModel
import MinutarioTestSupport
import MinutarioWording
import Testing

@testable import MinutarioPipeline

@Suite struct ToldErrorTests {
  private let spanish = Wording(.spanish)

  @Test func aFullDiskSaysWhereAndWhatToDo() {
    let error = DiskError(.write, DiskPath("/srv/datos"), SystemError(number: ENOSPC))
    #expect(
      error.told(in: spanish)
        == "/srv/datos: no se pudo escribir: "
        + "no queda espacio en el disco; libere espacio y ejecute de nuevo")
    #expect(
      DatasetError.disk(error).told(in: Wording(.english))
        == "/srv/datos: could not be written: "
        + "no space left on the disk; free some and run again")
  }

  @Test func aReasonWithoutWordsOfOursKeepsThoseOfTheSystemAndItsNumber() {
    #expect(SystemError(number: EDOM).told(in: spanish).contains("error \(EDOM) del sistema"))
  }

  @Test func theWordsInDataDependOnNoLanguage() {
    let error = FileError(path: "a.txt", reason: .system(SystemError(number: EACCES)))
    #expect(error.document.arguments == ["Permission denied"])
  }

  @Test func namesInErrorsCannotWriteToTheTerminal() {
    let error = DiskError(.open, DiskPath("a\u{1B}[2J"), SystemError(number: ENOENT))
    #expect(error.told(in: spanish).hasPrefix("a\\u{1b}[2J: no se pudo leer"))
  }

  @Test func whoHoldsTheLockIsReadBackFromItsFile() {
    let holder = LockHolder(process: "7", machine: "archivo")
    #expect(LockHolder(line: holder.line) == holder)
    #expect(LockHolder(line: "") == LockHolder(process: "?", machine: "?"))
  }
}
