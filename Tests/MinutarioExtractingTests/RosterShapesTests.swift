// Shapes of rosters that secretaries write and that are neither a plain list nor a table: answers,
// leaders, labels in a sentence, headings under headings, signatures alone.

import MinutarioModel
import MinutarioTestSupport
import Testing

@Suite struct RosterShapesTests {
  @Test func anAnswerOfARollCallIsNoPartOfTheCharge() {
    #expect(
      rows(
        record(
          """
          ACTA 4
          ORDEN DEL DÍA
          1. Constatación del quórum.
          2. Clausura.
          DESARROLLO
          Por secretaría se constata el quórum:
          Ing. Rosa Paz Mena, Presidenta, presente
          Sra. Tomasa Rivas Peña, Primera Vocal, ausente
          Sr. Iván Soto Vega, Segundo Vocal, presente
          """)) == [
          "Rosa Paz Mena | Ing. | Presidenta | - | present",
          "Tomasa Rivas Peña | Sra. | Primera Vocal | - | absent",
          "Iván Soto Vega | Sr. | Segundo Vocal | - | present",
        ])
  }

  @Test func dotsLeadToTheNextColumn() {
    #expect(
      rows(
        record(
          """
          PASE DE LISTA:
          LIC. ROSA PAZ MENA .......... PRESIDENTA ......... PRESENTE
          ING. HUGO IBARRA LUNA ....... REGIDOR ............ AUSENTE CON EXCUSA
          LICDA. ANA SOTO VEGA ........ VICEPRESIDENTA DE MESA .. PRESENTE
          """)) == [
          "ROSA PAZ MENA | LIC. | PRESIDENTA | - | present",
          "HUGO IBARRA LUNA | ING. | REGIDOR | - | excused",
          "ANA SOTO VEGA | LICDA. | VICEPRESIDENTA DE MESA | - | present",
        ])
  }

  @Test(arguments: [
    "(ingresa al ser las 17:40 horas)", "(llegó 10:05 a.m.)", "(hasta las 18:15)",
    "(se retira en el punto 3, siendo las 19:32 h.)",
  ])
  func aNoteInBracketsIsNoPartOfTheCharge(note: String) {
    #expect(
      rows(record("ASISTENTES\n- Rosa Paz Mena, Vocal \(note)\n- Iván Soto Vega, Tesorero")) == [
        "Rosa Paz Mena | - | Vocal | - | present", "Iván Soto Vega | - | Tesorero | - | present",
      ])
  }

  @Test func labelsOfOneSentenceGiveTheirPeopleAPosition() {
    #expect(
      rows(
        record(
          """
          En Villa Clara, a los nueve días del mes de junio de 2025, se reúnen los miembros del \
          Consejo que se nombran: Presidenta: Rosa Paz Mena; Tesorero: Cdor. Hugo Ibarra Luna; \
          Vocales titulares: Tomasa Rivas Peña, Iván Zubirán Ketz y Ana Soto Vega. Ausente con \
          aviso: el vocal suplente Luis Cano Gil.
          """)) == [
          "Rosa Paz Mena | - | Presidenta | - | present",
          "Hugo Ibarra Luna | Cdor. | Tesorero | - | present",
          "Tomasa Rivas Peña | - | Vocales titulares | - | present",
          "Iván Zubirán Ketz | - | Vocales titulares | - | present",
          "Ana Soto Vega | - | Vocales titulares | - | present",
          "Luis Cano Gil | - | vocal suplente | - | excused",
        ])
  }

  @Test func partiesOfOneSentenceAreTheInstitutionsOfTheirPeople() {
    #expect(
      rows(
        record(
          """
          ASISTEN los señores Ediles, por el Partido Verde: Rosa Paz Mena, Hugo C. Ibarra y Ana \
          Soto Vega; por el Frente Rural: Tomasa Rivas Peña.
          """)) == [
          "Rosa Paz Mena | - | Ediles | Partido Verde | present",
          "Hugo C. Ibarra | - | Ediles | Partido Verde | present",
          "Ana Soto Vega | - | Ediles | Partido Verde | present",
          "Tomasa Rivas Peña | - | Ediles | Frente Rural | present",
        ])
  }

  @Test func aGroupUnderARoleKeepsTheRole() {
    #expect(
      rows(
        record(
          """
          ASISTENTES:
          SRA. ALCALDESA:
          D.ª Rosa Paz Mena
          SRES. CONCEJALES:
          Por el Grupo Municipal Verde:
          D. Hugo Ibarra Luna
          D.ª Ana Soto Vega (portavoz)
          Por la Agrupación Rural:
          D.ª Tomasa Rivas Peña
          EXCUSA SU ASISTENCIA:
          D. Iván Gil Cano
          SECRETARIO:
          D. Luis Cano Gil
          """)) == [
          "Rosa Paz Mena | D.ª | ALCALDESA | - | present",
          "Hugo Ibarra Luna | D. | CONCEJALES | Grupo Municipal Verde | present",
          "Ana Soto Vega | D.ª | portavoz | Grupo Municipal Verde | present",
          "Tomasa Rivas Peña | D.ª | CONCEJALES | Agrupación Rural | present",
          "Iván Gil Cano | D. | - | - | excused",
          "Luis Cano Gil | D. | SECRETARIO | - | present",
        ])
  }

  @Test func anAcronymMayOpenTheNameOfAnInstitution() {
    #expect(
      rows(record("INVITADOS\n- Rosa Paz Mena, directora del CEIP Los Almendros")) == [
        "Rosa Paz Mena | - | directora | CEIP Los Almendros | present"
      ])
  }

  @Test func remarksOfATableExcuseAndTellWhomSomebodyStandsFor() {
    let found = record(
      table([
        ["No.", "Nombre", "Cargo", "Entidad", "Asistió", "Observaciones"],
        [
          "1", "Hugo Ibarra Luna", "Alcalde", "Municipio de Clara", "NO", "Delegó en la Secretaria",
        ],
        [
          "2", "Rosa Paz Mena", "Secretaria de Salud", "Municipio de Clara", "SI",
          "En representación del Alcalde Hugo Ibarra Luna",
        ],
        ["3", "Tomasa Rivas Peña", "Vocal", "Junta Rural", "NO", "Presentó excusa"],
      ]))
    #expect(found.attendances.map(\.presence) == [.represented, .present, .excused])
    #expect(found.attendances[1].representsPerson == "Hugo Ibarra Luna")
  }

  @Test func aColumnOfHonorificsGivesTitles() {
    #expect(
      rows(
        record(
          table([
            ["Nombre", "Título", "Cargo"], ["Rosa Paz Mena", "Dra.", "Rectora"],
            ["Hugo Ibarra Luna", "", "Representante estudiantil"],
          ]))) == [
          "Rosa Paz Mena | Dra. | Rectora | - | present",
          "Hugo Ibarra Luna | - | Representante estudiantil | - | present",
        ])
  }

  @Test func theOneWhoIsStoodForMayBeNamedBehindTheOffice() {
    let found = record(
      """
      ASISTENTES
      - Lic. Rosa Paz Mena – especialista social, en representación de la Directora Ejecutiva, Mg. \
      Tomasa Rivas Peña
      """)
    #expect(
      rows(found) == [
        "Rosa Paz Mena | Lic. | especialista social | - | present",
        "Tomasa Rivas Peña | Mg. | Directora Ejecutiva | - | represented",
      ])
    #expect(found.attendances[0].representsPerson == "Tomasa Rivas Peña")
  }

  @Test func signaturesInColumnsAreReadWithoutAHeading() {
    #expect(
      rows(
        record(
          """
          ACTA 8. En la aldea Clara, a las quince horas del 13 de abril de 2024, reunidos en el \
          salón comunal los vecinos que firman al final, para dejar constancia de lo siguiente:

          ACUERDOS:
          a) Nombrar una comisión para la toma de muestras de agua de la aldea en el mes de mayo.

          No habiendo más que hacer constar se finaliza la presente en el mismo lugar y fecha, la \
          que previa lectura se acepta y se firma por los que en ella han intervenido.

          f) ______________________            f) ______________________
             Rosa Paz Mena                        Hugo Ibarra Luna
             Presidenta                           Secretario
          """)) == [
          "Rosa Paz Mena | - | Presidenta | - | present",
          "Hugo Ibarra Luna | - | Secretario | - | present",
        ])
  }

  @Test func whoActsAsSecretaryWasThere() {
    let found = record(
      """
      ACTA 3
      ORDEN DEL DÍA
      1. Constatación del quórum.
      DESARROLLO
      Actúa como Secretaria la Lcda. Rosa Paz Mena, quien certifica.
      """)
    #expect(found.attendances.map(\.name) == ["Rosa Paz Mena"])
    #expect(found.attendances.map(\.capacity) == [.secretaria])
  }

  @Test func anOfficeHoldsOverHeadingsThatOnlyTellWhoCame() {
    #expect(
      rows(
        record(
          """
          CONSEJEROS
          Presentes en sala:
          1. Sra. Rosa Paz Mena, Club Los Copihues
          Inasistentes:
          Sr. Hugo Ibarra Luna, Asociación de Riego (presenta excusas)
          """)) == [
          "Rosa Paz Mena | Sra. | CONSEJEROS | Club Los Copihues | present",
          "Hugo Ibarra Luna | Sr. | CONSEJEROS | Asociación de Riego | excused",
        ])
  }

  @Test func whatAHeadingSaysOfPresenceIsNoPartOfTheOffice() {
    #expect(
      rows(
        record(
          """
          CONCEJALES PRESENTES:
          PAZ MENA, Rosa (Bloque Rural)
          CONCEJALES AUSENTES CON AVISO:
          IBARRA LUNA, Hugo (Bloque Rural)
          """)) == [
          "PAZ MENA, Rosa | - | CONCEJALES | Bloque Rural | present",
          "IBARRA LUNA, Hugo | - | CONCEJALES | Bloque Rural | excused",
        ])
  }

  @Test func linesThatLabelOnePersonEachAreARosterWithoutAHeading() {
    #expect(
      rows(
        record(
          """
          ACTA No. 8. En el salón de reuniones, a los quince días del mes de abril de 2025, con la \
          asistencia de los regidores por su orden:

          Regidor Primero:  Hugo Ibarra Luna
          Regidora Segunda: Rosa Paz Mena
          Regidor Tercero:  Iván Soto Vega (ausente con excusa)
          """)) == [
          "Hugo Ibarra Luna | - | Regidor Primero | - | present",
          "Rosa Paz Mena | - | Regidora Segunda | - | present",
          "Iván Soto Vega | - | Regidor Tercero | - | excused",
        ])
  }

  @Test func anOfficeLabelledBehindTheAbsentWasThere() {
    #expect(
      rows(
        record(
          """
          Miembros presentes:
          Concejal Abog. Rosa Paz Mena
          Ausente sin aviso:
          Concejal Sr. Hugo Ibarra Luna
          Secretaria: Sra. Ana Soto Vega
          """)) == [
          "Rosa Paz Mena | Abog. | Concejal | - | present",
          "Hugo Ibarra Luna | Sr. | Concejal | - | absent",
          "Ana Soto Vega | Sra. | Secretaria | - | present",
        ])
  }

  @Test func aSectorIsTheInstitutionOfThoseWithoutACharge() {
    #expect(
      rows(
        record(
          """
          Asisten:
          Sector Académico
          - D.ª Rosa Paz Mena
          - D. Hugo Ibarra Luna, Director de Obras
          """)) == [
          "Rosa Paz Mena | D.ª | - | Sector Académico | present",
          "Hugo Ibarra Luna | D. | Director de Obras | - | present",
        ])
  }

  @Test(arguments: ["DNI 40990012", "C.C. 1.234.567", "INE 123456789"])
  func aNumberOfIdentityIsNoPartOfTheCharge(number: String) {
    let found = record("ASISTENTES\n1. ROSA PAZ MENA, Vocal, \(number)\n2. HUGO IBARRA LUNA, Vocal")
    #expect(found.attendances.first?.position == "Vocal")
    #expect(found.attendances.first?.institution == nil)
  }

  @Test func anOfficeOfTheMeetingInBracketsLeavesTheCharge() {
    let found = record("ASISTENTES\n- Rosa Paz Mena, Auxiliar de Facturación (presidenta)")
    #expect(found.attendances.first?.position == "Auxiliar de Facturación")
    #expect(found.attendances.first?.capacity == .presidencia)
  }

  @Test func aRoleInCapitalsHeadsThePersonBelow() {
    #expect(
      rows(
        record(
          """
          SEÑORES ASISTENTES

          PRESIDENTA
          D.ª M.ª Rosa Paz Mena (Ayuntamiento de Clara)

          NO ASISTEN
          D. Hugo Ibarra Luna (Ayuntamiento de Loma)

          SECRETARIA-INTERVENTORA
          D.ª Ana Soto Vega
          """)) == [
          "M.ª Rosa Paz Mena | D.ª | PRESIDENTA | Ayuntamiento de Clara | present",
          "Hugo Ibarra Luna | D. | - | Ayuntamiento de Loma | absent",
          "Ana Soto Vega | D.ª | SECRETARIA-INTERVENTORA | - | present",
        ])
  }

  @Test func aCellMayHoldSeveralEntries() {
    #expect(
      rows(
        record(
          table([
            ["Entidad", "Asistentes", "Teléfono"],
            [
              "Alcaldía Municipal",
              "Hugo Ibarra Luna – Alcalde\nRosa Paz Mena – Secretaria de Planeación", "",
            ],
            ["Cruz Roja", "Ana Soto Vega – Coordinadora", ""],
          ]))) == [
          "Hugo Ibarra Luna | - | Alcalde | Alcaldía Municipal | present",
          "Rosa Paz Mena | - | Secretaria de Planeación | Alcaldía Municipal | present",
          "Ana Soto Vega | - | Coordinadora | Cruz Roja | present",
        ])
  }

  @Test func anAddressOfMailIsNoPartOfTheCharge() {
    let found = record("ASISTENTES\n- Rosa Paz Mena, Enlace (SEMAE) – rpaz@semae.example")
    #expect(found.attendances.first?.position == "Enlace")
    #expect(found.attendances.first?.institution?.name == "SEMAE")
  }
}
