// Dates as minutes write them.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

@Suite struct DatesTests {
  private let finder = DateFinder(lexicon: .standard)

  private func dates(_ string: String) -> [FoundDate] {
    let text = NormalizedText(lines: string)
    return finder.dates(in: text, tokens: 0..<text.tokens.count)
  }

  private func resolved(_ string: String, near reference: PartialDate? = nil) -> [String] {
    dates(string).map { $0.resolved(near: reference)?.date.description ?? "-" }
  }

  @Test(arguments: [
    ("Se reunieron el 1 de octubre de 2020 en la sala", "2020-10-01"),
    ("01 octubre 2020", "2020-10-01"),
    ("1.º de junio de 2016", "2016-06-01"),
    ("1° de junio del 2016", "2016-06-01"),
    ("1o. de junio del 2016", "2016-06-01"),
    ("1ro de junio del 2016", "2016-06-01"),
    ("primero de octubre de 2009", "2009-10-01"),
    ("a 06 días de Enero del 2016", "2016-01-06"),
    ("Septiembre 28, 2007", "2007-09-28"),
    ("28/09/2007", "2007-09-28"),
    ("28 / 09 / 2007", "2007-09-28"),
    ("02/26/2026", "2026-02-26"),
    ("2020-10-01", "2020-10-01"),
    ("09-sep-2020", "2020-09-09"),
    ("10-feb-2016", "2016-02-10"),
    ("10-feb-16", "2016-02-10"),
    ("12.11.2014", "2014-11-12"),
    ("12\t11\t2014", "2014-11-12"),
    ("05/08/16", "2016-08-05"),
    ("05/08/98", "1998-08-05"),
    ("veintidós de marzo de dos mil once", "2011-03-22"),
    ("treinta y uno de enero de mil novecientos noventa y nueve", "1999-01-31"),
    ("a los tres días del mes de septiembre del año dos mil nueve", "2009-09-03"),
    ("a los tres (03) días del mes de mayo de dos mil nueve (2009),", "2009-05-03"),
    ("diecinueve de junio del año dos mil diecinueve", "2019-06-19"),
    ("MEXICALI A 8 DE MARZO 2010.- HORA", "2010-03-08"),
    ("el 4 de mayo de 2.016", "2016-05-04"),
    ("octubre de 2020", "2020-10"),
  ])
  func readsTheFormsThatClerksWrite(text: String, expected: String) {
    #expect(resolved(text) == [expected])
  }

  @Test(arguments: [
    "periodo 2019-2022", "acuerdo 045 del 12", "Decreto N.º 112/14", "Licitación N.º 4/14",
    "246 101 0001", "55-12-11-10-08", "oficio DG/12/11/2014", "punto 13.17.1", "folio 1.047",
    "clave 09-2020-14-88", "12 personas", "calle 5 de Mayo 310", "Av. 16 de Septiembre 20",
    "31/02/2020", "99/99/2020", "de 2020", "8 del día",
  ])
  func leavesOtherNumbersAlone(text: String) {
    #expect(resolved(text).isEmpty)
  }

  @Test func readsOneDateADayOfAList() {
    #expect(resolved("los días 16 y 17 de abril de 2021") == ["2021-04-16", "2021-04-17"])
    #expect(resolved("3, 4 y 5 de mayo de 2021") == ["2021-05-03", "2021-05-04", "2021-05-05"])
    let dates = dates("del 16 al 18 de abril de 2021")
    #expect(dates.map(\.day) == [16, 18])
    #expect(dates[0].range.upperBound <= dates[1].range.lowerBound)
  }

  @Test func takesTheWeekdayWithTheDate() throws {
    let text = NormalizedText(lines: "Jueves, 8 de octubre de 2020")
    let date = try #require(finder.dates(in: text, tokens: 0..<text.tokens.count).first)
    #expect(date.weekday == 4)
    #expect(text.string(date.range) == "Jueves, 8 de octubre de 2020")
    let resolved = try #require(date.resolved(near: nil))
    #expect(!date.contradictsWeekday(of: resolved.date))
    let wrong = try #require(dates("viernes 8 de octubre de 2020").first)
    #expect(wrong.contradictsWeekday(of: resolved.date))
  }

  @Test func takesAMissingYearFromTheReference() throws {
    let reference = PartialDate(year: 2020, month: 12, day: 10)
    #expect(resolved("15 de enero", near: reference) == ["2021-01-15"])
    #expect(resolved("15 de noviembre", near: reference) == ["2020-11-15"])
    #expect(resolved("15 de enero") == ["-"])
    let date = try #require(dates("28 de noviembre").first)
    let ahead = try #require(date.resolved(after: reference))
    #expect(ahead.date.description == "2021-11-28")
    #expect(ahead.inferredYear)
  }

  @Test func followsPointersToTheDocumentsDate() {
    let reference = PartialDate(year: 2019, month: 6, day: 19)
    #expect(resolved("catorce de junio del año en curso", near: reference) == ["2019-06-14"])
    #expect(resolved("2 de mayo del presente año", near: reference) == ["2019-05-02"])
    #expect(resolved("12 de mayo del presente", near: reference) == ["2019-05-12"])
    #expect(resolved("12 del presente mes", near: reference) == ["2019-06-12"])
    #expect(resolved("12 del presente", near: reference) == ["2019-06-12"])
    #expect(resolved("5 del mismo mes y año", near: reference) == ["2019-06-05"])
    #expect(resolved("30 de febrero", near: reference) == ["-"])
  }

  @Test func staysLinearAndCalmOnHostileText() {
    let pieces = ["1 y ", "mil ", "31/", "de ", "1, ", "cero ", "del presente ", "2020-"]
    for piece in pieces {
      let text = NormalizedText(lines: String(repeating: piece, count: 20_000))
      _ = finder.dates(in: text, tokens: 0..<text.tokens.count)
    }
    #expect(resolved(String(repeating: "9", count: 400) + " de octubre de 2020") == ["2020-10"])
  }
}
