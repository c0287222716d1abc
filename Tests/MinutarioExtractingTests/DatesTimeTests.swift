// Clock times as minutes write them.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

@Suite struct DatesTimeTests {
  private let finder = TimeFinder(lexicon: .standard)

  private func times(_ string: String) -> [String] {
    let text = NormalizedText(lines: string)
    return finder.times(in: text, tokens: 0..<text.tokens.count).map { found in
      found.end.map { "\(found.time)-\($0)" } ?? found.time.description
    }
  }

  @Test(arguments: [
    ("a las 17:00 horas", "17:00"),
    ("17:00", "17:00"),
    ("siendo las 9.30 horas", "09:30"),
    ("14h30", "14:30"),
    ("16 h 55", "16:55"),
    ("8:00 a.m.", "08:00"),
    ("9:00 a. m. (hora del centro)", "09:00"),
    ("2:15 PM", "14:15"),
    ("12:15 m.", "12:15"),
    ("12:15 a.m.", "00:15"),
    ("las diecisiete horas", "17:00"),
    ("siendo las diez horas con treinta minutos del día dos", "10:30"),
    ("AL SER LAS DIECIOCHO HORAS CON QUINCE MINUTOS", "18:15"),
    ("las veinte horas y cinco minutos", "20:05"),
    ("cinco de la tarde", "17:00"),
    ("a las 5 de la tarde", "17:00"),
    ("las siete y media de la noche", "19:30"),
    ("a las 8 y cuarto de la noche", "20:15"),
    ("a las nueve menos cuarto de la mañana", "08:45"),
    ("a las veinte horas menos diez minutos", "19:50"),
    ("HORA 9 AM.-", "09:00"),
    ("12 de la noche", "00:00"),
    ("a las 11, en la sala", "11:00"),
    ("a las 12 horas", "12:00"),
    ("15 de junio, 12 horas", "12:00"),
    ("siendo la hora 21:55", "21:55"),
    ("al mediodía", "12:00"),
    ("a las 12 del día", "12:00"),
    ("inicio 18:30:15", "18:30"),
    ("10:00 a 12:30 hrs.", "10:00-12:30"),
    ("16:00 a 17:40 hrs.", "16:00-17:40"),
    ("5:30 a 7:15 de la tarde", "17:30-19:15"),
    ("11:00 a 1:00 de la tarde", "11:00-13:00"),
    ("2:00 p.m. – 5:45 p.m.", "14:00-17:45"),
    ("2:00 p.m. a 4:30", "14:00-16:30"),
    ("de 8:30 a.m. a 12:15 m.", "08:30-12:15"),
    ("de 9 a 11 horas", "09:00-11:00"),
    ("de las 10 a las 12 horas", "10:00-12:00"),
    ("entre las 10 y las 12 horas", "10:00-12:00"),
    ("las 9:00 horas a las 11:00 horas", "09:00-11:00"),
    ("Inicio 10:00hrs", "10:00"),
    ("de 8.30 a 10.15 horas", "08:30-10:15"),
    ("de las ocho a las diez horas", "08:00-10:00"),
    ("10:00 h - 12:00 h", "10:00-12:00"),
    ("18:00–19:30", "18:00-19:30"),
    ("de las 17:05 a las 18:40 horas", "17:05-18:40"),
    ("8:00 a 13:00 horas", "08:00-13:00"),
  ])
  func readsTheFormsThatClerksWrite(text: String, expected: String) {
    #expect(times(text) == [expected])
  }

  @Test(arguments: [
    "en un plazo de 72 horas", "las 24 horas siguientes", "con 12 horas de anticipación",
    "las 12 horas posteriores", "1, 2, 3 y 4", "las 3 comisiones", "5.50 pesos", "escala 1:10,000",
    "2020-10-01", "12.11.2014", "de 3 a 5 personas", "25:00 horas", "10:75",
  ])
  func leavesDurationsAndOtherNumbersAlone(text: String) {
    #expect(times(text).isEmpty)
  }

  @Test func givesTheBytesOfBothEndsOfASpan() throws {
    let text = NormalizedText(lines: "Horario: 10:00 a 12:30 hrs., sala 4")
    let found = try #require(finder.times(in: text, tokens: 0..<text.tokens.count).first)
    #expect(text.string(found.range) == "10:00")
    #expect(found.endRange.map { text.string($0) } == "12:30 hrs")
  }

  @Test func staysLinearAndCalmOnHostileText() {
    for piece in ["a las ", "10:", "1:10 a ", "12 y ", "las 5 y ", "h30 "] {
      let text = NormalizedText(lines: String(repeating: piece, count: 20_000))
      _ = finder.times(in: text, tokens: 0..<text.tokens.count)
    }
    #expect(times(String(repeating: "1", count: 300) + ":30").isEmpty)
  }
}
