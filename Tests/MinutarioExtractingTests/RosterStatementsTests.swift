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

  @Test func aSeatInBracketsIsNoPartOfThePositionAndTheSideIsTheInstitution() {
    let record = record(
      """
      ASISTENTES
      POR LA PARTE PATRONAL:
      1. Ing. Hugo Ibarra Luna, Jefe de Mantenimiento (titular)
      2. Lic. Rosa Paz Mena, Jefa de la Unidad de Compras (suplente)
      POR LA PARTE SINDICAL:
      1. Sr. Iván Soto Vega, Chofer de reparto (titular)
      """)
    #expect(
      rows(record) == [
        "Hugo Ibarra Luna | Ing. | Jefe de Mantenimiento | PARTE PATRONAL | present",
        "Rosa Paz Mena | Lic. | Jefa de la Unidad de Compras | PARTE PATRONAL | present",
        "Iván Soto Vega | Sr. | Chofer de reparto | PARTE SINDICAL | present",
      ])
    #expect(record.attendances.map(\.capacity) == [.titular, .suplente, .titular])
  }

  @Test(arguments: [
    ("(con licencia)", "excused"), ("(sin licencia)", "absent"), ("(con permiso)", "excused"),
    ("(sin permiso)", "absent"), ("- no justificó", "absent"), ("- sin previo aviso", "absent"),
    ("- justificó por comisión de servicio", "excused"), ("(presentó licencia médica)", "excused"),
  ])
  func theReasonBehindAnAbsentPersonTellsExcusedFromAbsent(reason: String, presence: String) {
    #expect(
      rows(
        record(
          "ASISTENTES\n- Rosa Paz Mena\nAUSENTES\n1. Ing. Hugo Ibarra Luna, Jefe de Archivo \(reason)\n"
        )) == [
          "Rosa Paz Mena | - | - | - | present",
          "Hugo Ibarra Luna | Ing. | Jefe de Archivo | - | \(presence)",
        ])
  }

  @Test func aGroupInBracketsBehindAnAbsentPersonIsTheGroup() {
    #expect(
      rows(
        record(
          """
          Se encuentran presentes:
          Por el estamento de Docentes: Dra. Elsa Mora Ríos; Mg. Luis Gil Paz.
          Por el estamento de Egresados: Ing. Hugo Ibarra Luna.
          Ausentes con aviso: Lic. Rosa Paz Mena (Docentes) y Sr. Iván Soto Vega (Egresados).
          """)) == [
          "Elsa Mora Ríos | Dra. | - | estamento de Docentes | present",
          "Luis Gil Paz | Mg. | - | estamento de Docentes | present",
          "Hugo Ibarra Luna | Ing. | - | estamento de Egresados | present",
          "Rosa Paz Mena | Lic. | - | Docentes | excused",
          "Iván Soto Vega | Sr. | - | Egresados | excused",
        ])
  }

  @Test func aRoleRightBeforeANameIsItsPositionInOneAndInMany() {
    #expect(
      rows(
        record(
          """
          ACTA N.º 5
          Asisten los señores Ediles: Hugo Ibarra y Tomasa Rivas.
          Falta con aviso: el Edil Iván Soto Vega.
          Faltan sin aviso: los señores Ediles Elsa Mora Ríos y Rosa Paz Mena.
          """)) == [
          "Hugo Ibarra | - | Ediles | - | present", "Tomasa Rivas | - | Ediles | - | present",
          "Iván Soto Vega | - | Edil | - | excused", "Elsa Mora Ríos | - | Ediles | - | absent",
          "Rosa Paz Mena | - | Ediles | - | absent",
        ])
  }

  @Test func aTitleOfSeveralAbbreviationsEndsNoSentence() {
    #expect(
      rows(
        record(
          """
          Se encuentran presentes:
          Por el claustro de Graduados: Ing. Ftal. Elsa Mora Ríos; Ing. Quím. Hugo Ibarra Luna.
          """)) == [
          "Elsa Mora Ríos | Ing. Ftal. | - | claustro de Graduados | present",
          "Hugo Ibarra Luna | Ing. Quím. | - | claustro de Graduados | present",
        ])
  }

  @Test func whoPresidesAndWhoWritesHasThatOffice() {
    let record = record(
      """
      ACTA N.º 5
      Preside la Edil Rosa Paz Mena. Actúa en Secretaría el Sr. Luis Gil Paz.
      Asisten los señores Ediles: Hugo Ibarra y Tomasa Rivas.
      """)
    #expect(
      record.attendances.map { "\($0.name) | \($0.capacity?.rawValue ?? "-")" } == [
        "Rosa Paz Mena | presidencia", "Luis Gil Paz | secretaria", "Hugo Ibarra | -",
        "Tomasa Rivas | -",
      ])
  }

  @Test func aUnitBehindTheLastDashIsTheInstitutionWhereTheOthersEndInOne() {
    #expect(
      rows(
        record(
          """
          ASISTENTES
          Rosa Paz Mena – Presidenta – INEGI
          Hugo Ibarra Luna – Asesor – Universidad del Valle
          Elsa Mora Ríos – Tesorera – Cámara de Comercio
          Prof. Iván Soto Vega – Director Regional – Dirección Regional de Cultura
          """)
      ).last
        == "Iván Soto Vega | Prof. | Director Regional | Dirección Regional de Cultura | present")
  }

  @Test func anAbsenceThatNamesAnotherIsNotOfThePersonBeforeIt() {
    #expect(
      presences(
        """
        ASISTENTES
        - Iván Soto Vega, Vocal
        - Rosa Paz Mena, Tesorera
        DESARROLLO
        Se pide a don Iván Soto que tome nota por ausencia de la Secretaria de la mesa.
        """) == ["Iván Soto Vega | present", "Rosa Paz Mena | present"])
  }
}
