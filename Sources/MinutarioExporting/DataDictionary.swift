// The dictionary for people: each file and column of the dataset in Spanish, and the rules that hold
// for all of them. Made from the table definitions and from nothing else.

import MinutarioModel

enum DataDictionary {
  /// `diccionario.csv`: a line for each file, each column and each rule.
  static func csv(_ tables: [TableDefinition]) -> [UInt8] {
    var bytes = CSV.byteOrderMark
    func line(_ cells: [String]) { CSV.appendLine(cells, guarding: true, to: &bytes) }
    line([
      "archivo", "columna", "tipo", "titulo", "descripcion", "valores", "clave", "referencia",
    ])
    for table in tables {
      let files = (table.hasCSV ? "\(table.name).csv; " : "") + "\(table.name).jsonl"
      let key = table.primaryKey.joined(separator: ", ")
      line([table.name, "", "tabla", table.title, table.description, files, key, ""])
      for column in table.columns {
        let references = table.foreignKeys.filter { $0.column == column.name }
          .map { "\($0.table).\($0.referenced)" }
        line([
          table.name, column.name, column.type.spanish, column.title, column.description,
          column.type.choices.joined(separator: "|"),
          table.primaryKey.contains(column.name) ? "sí" : "", references.joined(separator: "; "),
        ])
      }
    }
    for file in otherFiles { line([file.name, "", "archivo", "", file.description, "", "", ""]) }
    for rule in rules { line(["", "", "regla", rule.name, rule.text, "", "", ""]) }
    return bytes
  }

  /// The sheet of the workbook that tells what the others hold.
  static func rows(_ sheets: [TableDefinition]) -> [DictionaryRow] {
    sheets.flatMap { sheet in
      [DictionaryRow(sheet: sheet.sheetName, column: nil, description: sheet.description)]
        + sheet.columns.map {
          DictionaryRow(sheet: sheet.sheetName, column: $0.title, description: $0.description)
        }
    }
      + rules.filter(\.isForWorkbook).map {
        DictionaryRow(sheet: "Todas", column: $0.name, description: $0.text)
      }
  }

  private static let otherFiles: [(name: String, description: String)] = [
    (
      WorkbookWriter.file,
      "Libro para hojas de cálculo: asistencias, personas, instituciones, reuniones y acuerdos, en "
        + "palabras. Está si la configuración lo pide (outputs.workbook)."
    ),
    (
      SQLiteWriter.file,
      "Todas las tablas, también los textos, en una base de datos SQLite. Está si la configuración "
        + "lo pide (outputs.sqlite)."
    ),
    ("datapackage.json", "Descripción de los CSV para programas (Frictionless Data Package 1)."),
    ("diccionario.csv", "Este diccionario."),
  ]

  /// What holds for every table.
  private static let rules: [Rule] = [
    Rule(
      "Vacío", "Una celda vacía es un dato que el documento no dice o que todavía no se llena.",
      isForWorkbook: true),
    Rule(
      "Fechas parciales",
      "AAAA, AAAA-MM o AAAA-MM-DD: sólo lo que el documento dice. En el libro, las fechas completas "
        + "son fechas y las parciales son texto.", isForWorkbook: true),
    Rule(
      "Tal cual",
      "Lo que está «tal como está escrito» conserva los caracteres del documento, también sus "
        + "erratas.", isForWorkbook: true),
    Rule(
      "Institución derivada",
      "Si la lista de asistencia no dice la institución de una persona, se pone el órgano que "
        + "sesionó y el origen lo dice.", isForWorkbook: true),
    Rule(
      "Fórmulas en el libro",
      "Todo texto del libro es texto, nunca fórmula ni vínculo, aunque empiece con = + - @; por eso "
        + "no lleva apóstrofo.", isForWorkbook: true),
    Rule(
      "Textos y hojas largas",
      "Un texto de más de 32 767 caracteres está cortado en el libro y termina con «…»; los "
        + "caracteres que Excel no admite son �. Una hoja con más de 1 048 576 renglones sigue en "
        + "otra del mismo nombre con número. Los CSV tienen todo.", isForWorkbook: true),
    Rule(
      "Fórmulas en los CSV",
      "El texto que empieza con = + - @, tabulador o retorno (también en su forma ancha) lleva un "
        + "apóstrofo delante, para que ninguna hoja de cálculo lo ejecute; quite un apóstrofo y "
        + "tendrá el texto. JSON Lines, la base SQLite y el libro no lo llevan.",
      isForWorkbook: false),
    Rule(
      "Confianza",
      "Va de 0 a 1 y sólo ordena: no es una probabilidad ni una exactitud medida.",
      isForWorkbook: false),
    Rule(
      "Codificación",
      "UTF-8. Los CSV para personas (asistencias, diccionario) empiezan con la marca BOM, para que "
        + "Excel muestre los acentos; los CSV para programas no la llevan.", isForWorkbook: false),
  ]

  private struct Rule {
    let name: String
    let text: String
    let isForWorkbook: Bool

    init(_ name: String, _ text: String, isForWorkbook: Bool) {
      self.name = name
      self.text = text
      self.isForWorkbook = isForWorkbook
    }
  }
}

extension ColumnType {
  /// The values of a column that has a list of them.
  var choices: [String] {
    if case .choice(let choices) = self { choices } else { [] }
  }

  /// The type in the words of the dictionary.
  fileprivate var spanish: String {
    switch self {
    case .text: "texto"
    case .code: "clave"
    case .choice: "opción"
    case .date: "fecha (AAAA, AAAA-MM o AAAA-MM-DD)"
    case .time: "hora (HH:MM)"
    case .integer: "entero"
    case .decimal: "número"
    case .boolean: "sí o no (true, false)"
    }
  }
}
