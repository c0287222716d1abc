// The tables that lead back to the text: mentions, spans, which fact rests on which span, and
// what a person should look at.

import MinutarioModel

enum EvidenceTables {
  static let mentions = Table<MentionRow>(
    "mentions", "Menciones",
    "Personas, instituciones y cargos de que habla el texto. Una mención no es una asistencia.",
    primaryKey: ["mention_id"],
    foreignKeys: [
      .document, .person(), .institution(),
      ForeignKey(column: "section_id", table: "sections", referenced: "section_id"),
    ],
    columns: [
      .rowID("mention_id", "Mención", "Clave de la mención.") { $0.id },
      .code("document_id", "Documento", "Clave del documento.") { $0.context.document.id },
      .choice("kind", ["person", "institution", "role"], "Clase", "Qué se menciona.") {
        $0.mention.kind.rawValue
      },
      .text("text_raw", "Texto", "La mención tal como está escrita.") { $0.mention.text },
      .text("position_raw", "Cargo", "El cargo con que se menciona, tal cual.") {
        $0.mention.position
      },
      .code("person_id", "Persona", "La persona, si se sabe cuál.") { $0.links.personID },
      .code("institution_id", "Institución", "La institución, si se sabe cuál.") {
        $0.links.institutionID
      },
      .rowID("section_id", "Sección", "La sección donde está.") { $0.sectionID },
    ] + Column.facts(method: { _ in .rule }, rule: { _ in "extract.mention" }))

  static let evidences = Table<EvidenceRow>(
    "evidences", "Evidencias", "Los lugares del texto en que descansan los datos.",
    primaryKey: ["evidence_id"], foreignKeys: [.document],
    columns: [
      .rowID("evidence_id", "Evidencia", "Clave de la evidencia.") { $0.id },
      .code("document_id", "Documento", "Clave del documento.") { $0.documentID },
      .integer("start_cp", "Inicio", "Primer carácter en el texto canónico, desde 0.") {
        $0.span.start
      },
      .integer("end_cp", "Fin", "Carácter que sigue al último en el texto canónico.") {
        $0.span.end
      },
      .utf8("quote", "Cita", "Exactamente el texto entre inicio y fin.") { $0.quote },
      .text("part", "Parte", "La parte del archivo; «text» en los archivos de texto.") {
        $0.span.part
      },
      .integer("paragraph", "Párrafo", "Párrafo (o línea) de la parte, desde 0.") {
        $0.span.paragraph
      },
      .open("p_start", .integer, "Inicio en el párrafo", "Carácter del párrafo, desde 0."),
      .open("p_end", .integer, "Fin en el párrafo", "Carácter que sigue al último."),
      .code("in_table", "Celda", "t2r3c1: tabla, renglón, columna; vacía fuera de tablas.") {
        $0.span.cell
      },
      .open(
        "revision", .choice(["none", "inserted", "deleted"]), "Cambio registrado",
        "Si el texto es un cambio registrado."),
    ])

  static let factEvidence = Table<FactEvidenceRow>(
    "fact_evidence", "Evidencia de cada dato", "Qué dato descansa en qué lugar del texto.",
    primaryKey: ["table", "row_id", "field", "seq"],
    foreignKeys: [
      ForeignKey(column: "evidence_id", table: "evidences", referenced: "evidence_id")
    ],
    columns: [
      .code("table", "Tabla", "La tabla del dato.") { $0.table },
      .code("row_id", "Renglón", "La clave del renglón; si son varias columnas, unidas por «|».") {
        $0.rowID
      },
      .code("field", "Campo", "La columna del dato; «entry»: el renglón entero de la fuente.") {
        $0.field
      },
      .integer("seq", "Secuencia", "Un dato puede descansar en varios lugares; desde 1.") {
        $0.sequence
      },
      .rowID("evidence_id", "Evidencia", "Clave de la evidencia.") { $0.evidenceID },
    ])

  static let issues = Table<IssueRow>(
    "issues", "Avisos", "Lo que no se entendió, se corrigió o conviene revisar.",
    primaryKey: ["issue_id"],
    foreignKeys: [
      .document,
      ForeignKey(column: "evidence_id", table: "evidences", referenced: "evidence_id"),
    ], lookups: ["code"],
    columns: [
      .code("issue_id", "Aviso", "Clave del aviso: huella de su código y su lugar.") { $0.id },
      .code("document_id", "Documento", "Clave del documento; vacía si es de todo el acervo.") {
        $0.documentID
      },
      .code("code", "Código", "Clase de aviso.") { $0.issue.code.rawValue },
      .choice(
        "severity", ["info", "warning", "error"], "Gravedad", "Aviso, advertencia o error."
      ) { $0.issue.severity.rawValue },
      .code("table", "Tabla", "La tabla de que trata.") { $0.table },
      .code("row_id", "Renglón", "La clave del renglón de que trata.") { $0.rowID },
      .code("field", "Campo", "La columna de que trata.") { $0.field },
      .text("message", "Mensaje", "El aviso en palabras.") { $0.message },
      .rowID("evidence_id", "Evidencia", "El lugar del texto.") { $0.evidenceID },
      .open("suggestion", .text, "Sugerencia", "Qué hacer."),
      .choice(
        "state", ["open", "accepted", "fixed_by_decision"], "Estado", "Si alguien ya lo atendió."
      ) { _ in "open" },
    ])
}
