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

  @Test func reasonsBehindTheNamesOfOneSentenceAreEachTheirOwn() {
    #expect(
      presences(
        """
        ASISTENTES
        - Rosa Paz Mena, Vocal
        No asisten: la Ing. Tomasa Rivas Peña, delegada de la Cámara de Comercio, quien presenta \
        justificante; y el Sr. Iván Soto Vega, delegado del Consejo de Jóvenes, sin justificación.
        """) == [
          "Rosa Paz Mena | present", "Tomasa Rivas Peña | excused", "Iván Soto Vega | absent",
        ])
  }

  @Test(arguments: [
    """
    Asisten además: el Director de Obras Públicas, Sr. Iván Soto Vega; la Jefa de la Unidad de \
    Rentas y Patentes, Sra. Elsa Mora Ríos, y el Encargado de la Oficina de Turismo, Sr. Luis Gil Paz.
    """,
    """
    Participan también el Director de Obras Públicas, Sr. Iván Soto Vega, la Jefa de la Unidad de \
    Rentas y Patentes, Sra. Elsa Mora Ríos, y el Encargado de la Oficina de Turismo, Sr. Luis Gil Paz.
    """,
  ])
  func peopleWhoCameBesidesTheMembersCameThoughTheLineBeforeTellsOfAbsent(line: String) {
    #expect(
      rows(
        record(
          "ASISTENTES\n- Sra. Rosa Paz Mena\nAusente con aviso: Sr. Hugo Ibarra Luna.\n\n" + line))
        == [
          "Rosa Paz Mena | Sra. | - | - | present",
          "Hugo Ibarra Luna | Sr. | - | - | excused",
          "Iván Soto Vega | Sr. | Director de Obras Públicas | - | present",
          "Elsa Mora Ríos | Sra. | Jefa de la Unidad de Rentas y Patentes | - | present",
          "Luis Gil Paz | Sr. | Encargado de la Oficina de Turismo | - | present",
        ])
  }
}
