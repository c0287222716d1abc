// The tables about people, institutions, and who was seen where.

import MinutarioModel

enum ActorTables {
  static let people = Table<Person>(
    "people", "Personas", "Las personas que los documentos nombran, juntas las de un mismo nombre.",
    primaryKey: ["person_id"], foreignKeys: [.person("superseded_by")],
    lookups: ["display_name", "name_key"],
    columns: [
      .code("person_id", "Persona", "Clave de la persona.") { $0.id },
      .text("display_name", "Nombre", "La forma del nombre que más se usa.") { $0.displayName },
      .text("given_names", "Nombres", "Nombres de pila, si la forma no deja duda.") {
        $0.parts?.givenNames
      },
      .text("surname_1", "Primer apellido", "Si la forma del nombre no deja duda.") {
        $0.parts?.surname1
      },
      .text("surname_2", "Segundo apellido", "Si la forma del nombre no deja duda.") {
        $0.parts?.surname2
      },
      .text("name_key", "Nombre comparable", "Minúsculas sin acentos ni tratamientos.") {
        $0.nameKey
      },
      .choice(
        "is_public_servant", ["yes", "no", "unknown"], "Servidor público",
        "Si es servidora o servidor público."
      ) { _ in "unknown" },
      .choice(
        "gender_marked", ["f", "m", "unmarked", "mixed"], "Género marcado",
        "El género de las palabras con que se escribe su cargo; nada más."
      ) { $0.gender.rawValue },
      .date("first_seen", "Visto por primera vez", "Fecha de la primera reunión que la nombra.") {
        $0.seen.first
      },
      .date("last_seen", "Visto por última vez", "Fecha de la última reunión que la nombra.") {
        $0.seen.last
      },
      .integer("n_meetings", "Reuniones", "Reuniones en cuya lista está, presente o no.") {
        $0.meetings
      },
      .open("superseded_by", .code, "Sustituida por", "La persona con que se fusionó."),
    ])

  static let personNames = Table<NameRow>(
    "person_names", "Nombres de las personas", "Cada forma en que los textos escriben un nombre.",
    primaryKey: ["person_id", "name"], foreignKeys: [.person()], lookups: ["name"],
    columns: [
      .code("person_id", "Persona", "Clave de la persona.") { $0.ownerID },
      .text("name", "Nombre", "Tal como está escrito, sin tratamiento.") { $0.use.name },
      .text("title_raw", "Tratamiento", "El tratamiento que más lo acompaña.") { $0.use.title },
      .choice(
        "kind", ["full", "short", "typo", "initials"], "Clase",
        "Nombre entero, corto, errata o con iniciales."
      ) { $0.use.kind.rawValue },
    ] + Column.uses
      + Column.facts(method: { _ in .resolution }, rule: { _ in "resolve.same_name" }))

  static let institutions = Table<Institution>(
    "institutions", "Instituciones", "Las instituciones y órganos que los documentos nombran.",
    primaryKey: ["institution_id"],
    foreignKeys: [.institution("parent_institution_id"), .institution("superseded_by")],
    lookups: ["display_name", "acronym"],
    columns: [
      .code("institution_id", "Institución", "Clave de la institución.") { $0.id },
      .text("display_name", "Nombre", "El nombre completo, si se conoce.") { $0.displayName },
      .text("acronym", "Siglas", "Siglas o nombre corto.") { $0.acronym },
      .choice(
        "kind",
        [
          "organo_garante", "dependencia", "electoral", "municipio", "legislativo", "judicial",
          "sociedad_civil", "academia", "empresa", "organo_colegiado", "unidad", "otra",
          "desconocida",
        ], "Clase", "Clase de institución."
      ) { $0.kind.rawValue },
      .open("parent_institution_id", .code, "Institución superior", "De la que es parte."),
      .open("jurisdiction", .text, "Ámbito", "Ámbito territorial."),
      .open("external_id", .text, "Clave externa", "Clave en otro catálogo."),
      .open("external_scheme", .text, "Catálogo externo", "El catálogo de la clave externa."),
      .open("superseded_by", .code, "Sustituida por", "La institución con que se fusionó."),
    ])

  static let institutionNames = Table<NameRow>(
    "institution_names", "Nombres de las instituciones",
    "Cada forma en que los textos escriben el nombre de una institución.",
    primaryKey: ["institution_id", "name"], foreignKeys: [.institution()], lookups: ["name"],
    columns: [
      .code("institution_id", "Institución", "Clave de la institución.") { $0.ownerID },
      .text("name", "Nombre", "Tal como está escrito.") { $0.use.name },
      .choice(
        "kind", ["official", "acronym", "short", "typo", "former"], "Clase",
        "Nombre completo, siglas, forma corta, errata o nombre anterior."
      ) { $0.use.kind.rawValue },
    ] + Column.uses
      + Column.facts(method: { _ in .resolution }, rule: { _ in "resolve.institution_alias" }))

  static let memberships = Table<Membership>(
    "memberships", "Pertenencias",
    "Personas vistas en un cargo de una institución. No es la duración de un nombramiento.",
    primaryKey: ["membership_id"],
    foreignKeys: [.person(), .institution(), .institution("represents_institution_id")],
    columns: [
      .code("membership_id", "Pertenencia", "Clave de la pertenencia.") { $0.id },
      .code("person_id", "Persona", "Clave de la persona.") { $0.personID },
      .code("institution_id", "Institución", "Clave de la institución.") { $0.institutionID },
      .text("unit_raw", "Unidad", "La unidad interna, tal como está escrita la primera vez.") {
        $0.unit
      },
      .text("role", "Cargo", "El cargo, tal como está escrito la primera vez.") { $0.role },
      .text("role_key", "Cargo comparable", "Minúsculas sin acentos ni género.") { $0.roleKey },
      .open("represents_institution_id", .code, "Representa a", "Institución que representa."),
      .open("start_date", .date, "Inicio", "Sólo si un documento lo dice."),
      .open("end_date", .date, "Término", "Sólo si un documento lo dice."),
      .date("first_seen", "Visto por primera vez en actas", "Fecha de la primera reunión.") {
        $0.seen.first
      },
      .date("last_seen", "Visto por última vez en actas", "Fecha de la última reunión.") {
        $0.seen.last
      },
      .integer("n_meetings", "Reuniones", "Reuniones en que se vio.") { $0.meetings },
      .integer("interval", "Periodo", "1; más si la persona vuelve al mismo cargo.") { _ in 1 },
    ]
      + Column.facts(
        method: { _ in .derived }, rule: { _ in "resolve.membership" },
        confidence: { $0.confidence }))
}

extension Column where Row == NameRow {
  /// When and how often a name is used.
  fileprivate static var uses: [Column] {
    [
      .date("first_seen", "Visto por primera vez", "Fecha de la primera reunión.") {
        $0.use.seen.first
      },
      .date("last_seen", "Visto por última vez", "Fecha de la última reunión.") {
        $0.use.seen.last
      },
      .integer("n", "Veces", "Cuántas veces aparece esta forma.") { $0.use.count },
    ]
  }
}
