import MinutarioModel
import MinutarioTestSupport
import Testing

/// Who came and who did not, as sentences and entries state it.
@Suite struct RosterStatementsTests {
  /// name | presence, one row an attendance.
  private func presences(_ lines: String) -> [String] {
    record(lines).attendances.map { "\($0.name) | \($0.presence.rawValue)" }
  }

  @Test(arguments: [
    """
    estando presentes la Lic. Rosa Paz Mena, Presidenta; el Ing. Hugo Ibarra Luna, Tesorero; \
    habiéndose disculpado la señora Tomasa Rivas Peña, Vocal, por enfermedad; y como invitado el \
    Prof. Iván Soto Vega, Asesor; se abre la sesión.
    """,
    """
    con la asistencia de la Lic. Rosa Paz Mena, Presidenta, y el Ing. Hugo Ibarra Luna, Tesorero, \
    no asistiendo la señora Tomasa Rivas Peña, por motivos de salud; y en calidad de invitado el \
    Prof. Iván Soto Vega, se abre la sesión.
    """,
  ])
  func anAbsenceInTheMiddleOfASentenceIsOfThoseBehindIt(sentence: String) {
    #expect(
      presences("En Villa Clara, a las nueve horas del 3 de mayo de 2021, " + sentence) == [
        "Rosa Paz Mena | present", "Hugo Ibarra Luna | present", "Tomasa Rivas Peña | excused",
        "Iván Soto Vega | present",
      ])
  }

  @Test func anAbsenceBehindANameIsOfThatPersonOnly() {
    #expect(
      presences(
        """
        En Villa Clara, a las nueve horas del 3 de mayo de 2021, reunidos la Lic. Rosa Paz Mena, \
        Presidenta, y el Ing. Hugo Ibarra Luna, Tesorero; faltando la señora Tomasa Rivas Peña, \
        quien presentó excusa, y el señor Iván Soto Vega, se abre la sesión.
        """) == [
          "Rosa Paz Mena | present", "Hugo Ibarra Luna | present", "Tomasa Rivas Peña | excused",
          "Iván Soto Vega | absent",
        ])
  }
}
