// Views of the database in Spanish words: the questions that people ask first, joined already. The
// flat `asistencias` is a table of its own.

import MinutarioModel

enum SQLiteViews {
  static var all: [String] { [meetings, offices, agreements] }

  private static let meetings = """
    CREATE VIEW "reuniones" AS -- Una reunión por renglón, en palabras.
    SELECT m."date" AS fecha, m."name" AS reunion, i."display_name" AS organo,
      m."classification" AS clase, m."place_raw" AS lugar, \(words("m.\"mode\"", Meeting.Mode.all)) AS modalidad,
      m."start_time" AS inicio, m."end_time" AS fin, m."attendees_counted" AS presentes,
      (SELECT count(*) FROM "agreements" a WHERE a."meeting_id" = m."meeting_id") AS acuerdos,
      \(path) AS archivo
    FROM "meetings" m LEFT JOIN "institutions" i ON i."institution_id" = m."body_institution_id"
    ORDER BY m."date" IS NULL, m."date", m."meeting_id"
    """

  private static let offices = """
    CREATE VIEW "cargos" AS -- Quién se vio en qué cargo de qué institución, y entre qué fechas.
    SELECT p."display_name" AS nombre, b."role" AS cargo, b."unit_raw" AS unidad,
      i."display_name" AS institucion, b."first_seen" AS visto_por_primera_vez,
      b."last_seen" AS visto_por_ultima_vez, b."n_meetings" AS reuniones
    FROM "memberships" b JOIN "people" p USING ("person_id") JOIN "institutions" i USING ("institution_id")
    ORDER BY p."name_key", b."first_seen", b."membership_id"
    """

  private static let agreements = """
    CREATE VIEW "acuerdos" AS -- Un acuerdo por renglón, con sus responsables, su plazo y su estado.
    SELECT m."date" AS fecha, m."name" AS reunion, i."display_name" AS organo,
      a."label_raw" AS numeral, a."text" AS texto,
      (SELECT group_concat("party", '; ') FROM (
        SELECT coalesce(p."display_name", j."display_name", r."party_raw") AS "party"
        FROM "agreement_parties" r LEFT JOIN "people" p USING ("person_id")
          LEFT JOIN "institutions" j ON j."institution_id" = r."institution_id"
        WHERE r."agreement_id" = a."agreement_id" ORDER BY r."seq")) AS responsables,
      a."due_date" AS plazo, \(words("a.\"status\"", Agreement.Status.all)) AS estado,
      \(path) AS archivo
    FROM "agreements" a JOIN "meetings" m USING ("meeting_id")
      LEFT JOIN "institutions" i ON i."institution_id" = m."body_institution_id"
    ORDER BY m."date" IS NULL, m."date", m."meeting_id", a."order"
    """

  /// The first path of the document that a meeting `m` is known from.
  private static let path = """
    (SELECT min(d."path") FROM "meeting_documents" k JOIN "document_paths" d USING ("document_id")
        WHERE k."meeting_id" = m."meeting_id" AND k."is_primary")
    """

  /// The Spanish word for a code.
  private static func words(_ column: String, _ words: [(code: String, word: String)]) -> String {
    let cases = words.map {
      "WHEN \(SQLiteSchema.text($0.code)) THEN \(SQLiteSchema.text($0.word))"
    }
    return "CASE \(column) \(cases.joined(separator: " ")) END"
  }
}

extension Meeting.Mode {
  fileprivate static var all: [(code: String, word: String)] {
    [inPerson, remote, hybrid, unknown].map { ($0.rawValue, $0.spanish) }
  }
}

extension Agreement.Status {
  fileprivate static var all: [(code: String, word: String)] {
    [open, fulfilled, partial, superseded, cancelled, unknown].map { ($0.rawValue, $0.spanish) }
  }
}
