// The tables about the files themselves, and the sections of their texts.

import MinutarioModel

enum DocumentTables {
  static let documents = Table<ArchivedDocument>(
    "documents", "Documentos",
    "Un renglón por cada contenido distinto, también si no se pudo leer.",
    primaryKey: ["document_id"], lookups: ["outcome"],
    columns: [
      .code("document_id", "Documento", "Clave del documento: el principio de su huella.") {
        $0.id
      },
      .code("sha256", "Huella", "SHA-256 del archivo; vacía si no se pudo abrir.") {
        $0.facts.sha256.isEmpty ? nil : $0.facts.sha256
      },
      .integer("bytes", "Tamaño", "Bytes del archivo.") { $0.facts.bytes },
      .code("media_type", "Tipo de archivo", "Tipo MIME.") { mediaType($0.facts.format) },
      .text("format", "Formato", "Formato con que se leyó el archivo.") { $0.facts.format },
      .choice(
        "outcome", ["read", "partial", "empty", "failed"], "Resultado",
        "Si el documento se leyó entero, en parte, no tenía contenido o no se pudo leer."
      ) { $0.outcome.rawValue },
      .text("encoding", "Codificación", "De los archivos de texto: codificación de caracteres.") {
        $0.facts.encoding
      },
      .choice(
        "encoding_source", ["bom", "declared", "detected", "configured"],
        "Origen de la codificación", "Cómo se supo la codificación."
      ) { $0.facts.encodingSource?.rawValue },
      .text("title_raw", "Título", "Título en las propiedades del archivo, tal cual.") {
        $0.facts.title
      },
      .code("language", "Idioma", "Idioma del texto (código BCP 47).") { $0.facts.language },
      .choice(
        "doc_role", ["draft", "final", "signed_scan", "annex", "unknown"], "Papel del documento",
        "Borrador, versión final, firmado, anexo o desconocido."
      ) { _ in "unknown" },
      .text("issued_place", "Lugar de expedición", "Dónde se expidió el documento, si lo dice.") {
        $0.facts.issuedPlace
      },
      .date("issued_date", "Fecha de expedición", "Cuándo se expidió el documento, si lo dice.") {
        $0.facts.issuedDate
      },
      .choice(
        "tracked_changes", ["none", "accepted", "rejected", "both"], "Control de cambios",
        "Qué cambios registrados muestra el texto."
      ) { $0.facts.trackedChanges?.rawValue },
      .boolean("has_comments", "Tiene comentarios", "Si el archivo lleva comentarios de revisión.")
      {
        $0.facts.hasComments
      },
      .open("text_sha256", .code, "Huella del texto", "SHA-256 del texto canónico."),
      .integer("text_chars", "Caracteres", "Caracteres del texto canónico.") {
        $0.facts.textCharacters
      },
      .decimal(
        "coverage", places: 4, "Cobertura",
        "Parte de los caracteres que está en secciones reconocidas, de 0 a 1."
      ) { $0.facts.coverage },
      .open("reader_version", .code, "Versión del lector", "Versión que leyó el documento."),
      .open("source_url", .text, "Dirección de origen", "Dónde se publicó el documento."),
      .open("license", .text, "Licencia", "Licencia del documento."),
    ])

  static let paths = Table<PathRow>(
    "document_paths", "Rutas de los documentos",
    "Todas las rutas del acervo donde está un mismo contenido.",
    primaryKey: ["document_id", "path"],
    foreignKeys: [.document], lookups: ["path"],
    columns: [
      .code("document_id", "Documento", "Clave del documento.") { $0.documentID },
      .text("path", "Ruta", "Relativa a la carpeta del acervo, con «/».") { $0.path },
    ])

  static let sections = Table<SectionRow>(
    "sections", "Secciones", "Las secciones en que se divide el texto de cada documento.",
    primaryKey: ["section_id"],
    foreignKeys: [
      .document,
      ForeignKey(column: "parent_section_id", table: "sections", referenced: "section_id"),
    ],
    columns: [
      .rowID("section_id", "Sección", "Clave de la sección.") { $0.id },
      .code("document_id", "Documento", "Clave del documento.") { $0.documentID },
      .integer("order", "Orden", "Lugar de la sección en el documento, desde 1.") { $0.order },
      .open("parent_section_id", .code, "Sección superior", "La sección que la contiene."),
      .text("heading_raw", "Encabezado", "El encabezado tal como está escrito.") {
        $0.section.heading
      },
      .choice("kind", Section.Kind.allCases.map(\.rawValue), "Clase", "De qué trata la sección.") {
        $0.section.kind.rawValue
      },
      .integer("start_cp", "Inicio", "Primer carácter en el texto canónico, desde 0.") {
        $0.section.start
      },
      .integer("end_cp", "Fin", "Carácter que sigue al último en el texto canónico.") {
        $0.section.end
      },
      .open("rule_id", .code, "Regla", "La regla que reconoció la sección."),
      .open("confidence", .decimal(places: 2), "Confianza", "De 0 a 1; sólo ordena."),
    ])

  static let texts = Table<TextRow>(
    "texts", "Textos",
    "El texto canónico de cada documento, en el que cuentan las posiciones.",
    primaryKey: ["document_id"], foreignKeys: [.document], hasCSV: false,
    columns: [
      .code("document_id", "Documento", "Clave del documento.") { $0.documentID },
      .utf8(
        "text", "Texto", "Las posiciones cuentan sus caracteres (puntos de código), desde 0."
      ) { $0.utf8[...] },
    ])

  private static func mediaType(_ format: String) -> String? {
    switch format {
    case "txt": "text/plain"
    case "md": "text/markdown"
    case "docx":
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case "wordml": "application/xml"
    default: nil
    }
  }
}

extension ForeignKey {
  static let document = ForeignKey(
    column: "document_id", table: "documents", referenced: "document_id")
  static let meeting = ForeignKey(
    column: "meeting_id", table: "meetings", referenced: "meeting_id")

  static func person(_ column: String = "person_id") -> ForeignKey {
    ForeignKey(column: column, table: "people", referenced: "person_id")
  }

  static func institution(_ column: String = "institution_id") -> ForeignKey {
    ForeignKey(column: column, table: "institutions", referenced: "institution_id")
  }
}
