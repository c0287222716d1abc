import MinutarioExtracting
import MinutarioLexicon
import MinutarioModel
import MinutarioNormalizing
import MinutarioSegmenting
import MinutarioTestSupport
import Testing

/// Rosters in the shapes that minutes have, read from the whole text of small minutes.
@Suite struct RosterTests {
  @Test func readsNamePositionInstitutionAndLeavesCommasInsideTheUnit() {
    let found = rows(
      record(
        """
        ASISTENTES
        · Tomasa Rivas Peña, Directora General de Planeación, Acceso a la Información Pública y Archivo, IEEM;
        · Lic. Hugo Ibarra Luna, Jefe de la Unidad de Transparencia INEGI;
        · Celia Duarte, Representante de Voces del Valle A.C.;
        · Ana Gil Torres, Facilitadora del STL.
        """))
    #expect(
      found == [
        "Tomasa Rivas Peña | - | Directora General de Planeación, Acceso a la Información Pública y Archivo | IEEM | present",
        "Hugo Ibarra Luna | Lic. | Jefe de la Unidad de Transparencia | INEGI | present",
        "Celia Duarte | - | Representante | Voces del Valle A.C. | present",
        "Ana Gil Torres | - | Facilitadora | STL | present",
      ])
  }

  @Test func repairsAMisspeltRoleAndSaysSo() throws {
    let record = record("ASISTENTES\n- Hugo Ibarra Luna, Jede de Archivo, INEGI")
    let person = try #require(record.attendances.first)
    #expect(person.position == "Jede de Archivo")
    #expect(person.role == "Jefe")
    #expect(person.derived == ["role"])
    #expect(
      record.issues.contains { $0.code == .typoRepaired && $0.arguments == ["Jede", "Jefe"] })
  }

  @Test(arguments: [
    "Ing. Rosa Paz Mena - Directora de Obras - Ayuntamiento de Villa Clara",
    "Ing. Rosa Paz Mena / Directora de Obras / Ayuntamiento de Villa Clara",
    "Ing. Rosa Paz Mena — Directora de Obras — Ayuntamiento de Villa Clara",
    "Ing. Rosa Paz Mena (Directora de Obras, Ayuntamiento de Villa Clara)",
    "Ing. Rosa Paz Mena\tDirectora de Obras\tAyuntamiento de Villa Clara",
    "Ing. Rosa Paz Mena, Directora de Obras del Ayuntamiento de Villa Clara",
  ])
  func readsTheSameRowWhateverTheSeparators(line: String) {
    #expect(
      rows(record("ASISTENTES\n\(line)\n")) == [
        "Rosa Paz Mena | Ing. | Directora de Obras | Ayuntamiento de Villa Clara | present"
      ])
  }

  @Test func givesEveryoneOfAGroupTheGroupsInstitution() {
    let found = rows(
      record(
        """
        PARTICIPANTES
        Por la Secretaría de Salud: Dra. Elsa Mora Ríos, Directora de Epidemiología; Lic. Iván Soto, Enlace.
        Por el INEGI: Mtra. Olga Prado Vela, Subdirectora de Censos.
        """))
    #expect(
      found == [
        "Elsa Mora Ríos | Dra. | Directora de Epidemiología | Secretaría de Salud | present",
        "Iván Soto | Lic. | Enlace | Secretaría de Salud | present",
        "Olga Prado Vela | Mtra. | Subdirectora de Censos | INEGI | present",
      ])
  }

  @Test func readsAbsentExcusedAndInvited() {
    let record = record(
      """
      ASISTENTES
      - Rosa Paz Mena, Presidenta
      INVITADOS
      - Hugo Ibarra Luna, Asesor
      AUSENTES
      - Iván Soto Rey, Vocal
      - Elsa Mora Ríos, Vocal (justificó)
      """)
    #expect(
      record.attendances.map(\.presence) == [.present, .present, .absent, .excused])
    #expect(record.attendances[1].capacity == .invitado)
  }

  @Test func sharesPositionsOutRespectively() {
    let found = rows(
      record(
        """
        En la villa de Peñas Blancas, estando presentes los CC. Profr. Hugo Ibarra Luna, Ing. Rosa Paz Mena y Lic. Iván Soto Rey, en su carácter de Presidente Municipal, Síndica y Secretario General, respectivamente, se abrió la sesión.

        ORDEN DEL DÍA
        1. Pase de lista
        """))
    #expect(
      found == [
        "Hugo Ibarra Luna | Profr. | Presidente Municipal | - | present",
        "Rosa Paz Mena | Ing. | Síndica | - | present",
        "Iván Soto Rey | Lic. | Secretario General | - | present",
      ])
  }

  @Test func addsThePersonWhoIsRepresented() {
    let record = record(
      """
      ASISTENTES
      1. Lic. Hugo Ibarra Luna, Director de Archivo, en suplencia de la Mtra. Rosa Paz Mena, Secretaria de Cultura
      """)
    #expect(
      rows(record) == [
        "Hugo Ibarra Luna | Lic. | Director de Archivo | - | present",
        "Rosa Paz Mena | Mtra. | Secretaria de Cultura | - | represented",
      ])
    #expect(record.attendances[0].representsPerson == "Rosa Paz Mena")
    #expect(record.attendances[0].capacity == .suplente)
  }

  @Test func findsTheColumnsOfATableByTheirHeaders() {
    let found = rows(
      record(
        table([
          ["No.", "Nombre", "Cargo", "Dependencia", "Asistió", "Asistió"],
          ["", "", "", "", "SÍ", "NO"],
          ["1", "Lic. Rosa Paz Mena", "Directora", "INEGI", "X", ""],
          ["2", "Hugo Ibarra Luna", "Asesor, Análisis y Datos", "", "", "X"],
        ])))
    #expect(
      found == [
        "Rosa Paz Mena | Lic. | Directora | INEGI | present",
        "Hugo Ibarra Luna | - | Asesor, Análisis y Datos | INEGI | absent",
      ])
  }

  @Test(arguments: [
    ("Asistió", "Sí", "present"), ("Asistió", "No", "absent"), ("Asistió", "NO", "absent"),
    ("¿Asistió?", "No (con excusa)", "excused"), ("Asistencia", "Ausente", "absent"),
    ("Asistencia", "Presente", "present"), ("Asistencia", "Permiso", "excused"),
    ("Asistencia", "Licencia", "excused"), ("Asistencia", "Justificó", "excused"),
    ("Asistencia", "P", "present"), ("Asistencia", "F", "absent"), ("Asistencia", "J", "excused"),
    ("Presente", "no", "absent"), ("Asiste", "si", "present"), ("Asistió", "X", "present"),
  ])
  func readsTheWordsOfAnAttendanceColumnUnderEveryRowHeading(
    header: String, word: String, presence: String
  ) {
    let found = rows(
      record(
        table([
          ["Nombre", "Cargo", "Unidad / Institución", header],
          ["MIEMBROS"],
          ["Lic. Rosa Paz Mena", "Directora", "INEGI", word],
          ["INVITADOS"],
          ["Hugo Ibarra Luna", "Asesor", "Universidad del Valle", word],
          ["Tomasa Rivas Peña", "Asesora", "Universidad del Valle", "Sí"],
        ])))
    #expect(
      found == [
        "Rosa Paz Mena | Lic. | Directora | INEGI | \(presence)",
        "Hugo Ibarra Luna | - | Asesor | Universidad del Valle | \(presence)",
        "Tomasa Rivas Peña | - | Asesora | Universidad del Valle | present",
      ])
  }

  @Test func takesNobodyFromATableOfVotesNorFromATotal() {
    var source = SourceDocument(format: "docx")
    source.add("1. ASISTENCIA", isBold: true)
    source.add("De acuerdo con el artículo 9 del reglamento se constata quiénes vinieron:")
    source.addTable(
      1,
      [
        ["N°", "NOMBRES Y APELLIDOS", "CARGO", "INSTITUCIÓN", "CALIDAD", "FIRMA"],
        ["1", "Lic. Rosa Paz Mena", "Directora", "INEGI", "Principal", ""],
        ["2", "Hugo Ibarra Luna", "Asesor", "Universidad del Valle", "Suplente", ""],
        ["", "TOTAL", "2", "", "", ""],
      ])
    source.add("2. DESARROLLO", isBold: true)
    source.add("La Directora pregunta si es que hay prisa. Se vota:")
    source.addTable(
      2,
      [
        ["VOCAL", "A FAVOR", "EN CONTRA", "ABSTENCIÓN"], ["Lic. Rosa Paz", "X", "", ""],
        ["Hugo Ibarra", "", "X", ""], ["TOTAL", "1", "1", "0"],
      ])
    let record = record(Normalizer().normalize(source))
    #expect(
      rows(record) == [
        "Rosa Paz Mena | Lic. | Directora | INEGI | present",
        "Hugo Ibarra Luna | - | Asesor | Universidad del Valle | present",
      ])
    #expect(record.attendances.map(\.capacity) == [.titular, .suplente])
  }

  @Test func readsSurnamesFirstWhereTheTableWritesThemSo() {
    let found = rows(
      record(
        table([
          ["Apellido y nombre", "Cargo"], ["IBARRA LUNA, Hugo", "Secretario"],
          ["Del Valle, Rosa", "Tesorera"], ["Soto, Iván", "Vocal"],
        ])))
    #expect(
      found == [
        "IBARRA LUNA, Hugo | - | Secretario | - | present",
        "Del Valle, Rosa | - | Tesorera | - | present",
        "Soto, Iván | - | Vocal | - | present",
      ])
  }

  @Test func countsAPersonListedTwiceOnceAndSaysSo() {
    let record = record(
      "ASISTENTES\n- Rosa Paz Mena, Vocal\n- Hugo Ibarra Luna\n- Rosa Paz Mena, Vocal")
    #expect(record.attendances.count == 2)
    #expect(record.issues.contains { $0.code == .nameDuplicateInList })
  }

  @Test func reportsALineOfTheRosterThatIsNoPerson() {
    let record = record(
      "ASISTENTES\n- Rosa Paz Mena, Vocal\n- 25 vecinas de la colonia\n- Hugo Ibarra Luna")
    #expect(record.attendances.count == 2)
    #expect(record.issues.contains { $0.code == .attendeeUnparsed })
  }

  @Test func takesNobodyFromTheAgendaOrFromAQuotedRoom() {
    let record = record(
      """
      Reunidos en la sala “Benito Díaz Prado”, se abre la sesión.
      ASISTENTES
      Rosa Paz Mena
      ORDEN DEL DÍA
      1. Informe de la Lic. Elsa Mora Ríos
      """)
    #expect(record.attendances.map(\.name) == ["Rosa Paz Mena"])
  }
}
