// What describes the tables: the data package for programs (Frictionless Data, version 1) and the
// dictionary for people. Both are made from the table definitions and from nothing else.

import MinutarioModel

enum DataPackage {
  /// `datapackage.json`. Whole texts are left out of it: a tabular package holds CSV only.
  static func json(_ tables: [TableDefinition]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("profile", "tabular-data-package")
      json.field("name", "minutas")
      json.field("title", "Minutas: asistencias, reuniones, temas y acuerdos")
      json.field(
        "description",
        "Datos leídos de minutas y actas de reuniones, con la evidencia de cada dato.")
      json.field("resources") { json in
        json.array(tables.filter { $0.name != DocumentTables.texts.name }) { $0.writeResource($1) }
      }
    }
    json.lineBreak()
    return json.bytes
  }

  /// `diccionario.csv`.
  static func dictionary(_ tables: [TableDefinition]) -> [UInt8] {
    var bytes: [UInt8] = []
    CSV.appendLine(
      ["tabla", "columna", "tipo", "titulo", "descripcion", "valores"], guarding: false, to: &bytes)
    for table in tables {
      CSV.appendLine(
        [table.name, "", "tabla", table.title, table.description, ""], guarding: true, to: &bytes)
      for column in table.columns {
        CSV.appendLine(
          [
            table.name, column.name, column.type.spanish, column.title, column.description,
            column.type.choices.joined(separator: "|"),
          ], guarding: true, to: &bytes)
      }
    }
    return bytes
  }
}

extension ColumnType {
  fileprivate var choices: [String] {
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

extension JSONWriter {
  fileprivate mutating func writeResource(_ table: TableDefinition) {
    object { json in
      json.field("profile", "tabular-data-resource")
      json.field("name", table.name)
      json.field("title", table.title)
      json.field("description", table.description)
      json.field("path", table.name + ".csv")
      json.field("format", "csv")
      json.field("mediatype", "text/csv")
      json.field("encoding", "utf-8")
      json.field("dialect") { json in
        json.object { json in
          json.field("delimiter", ",")
          json.field("lineTerminator", "\n")
          json.field("quoteChar", "\"")
          json.field("doubleQuote", true)
          json.field("header", true)
        }
      }
      json.field("schema") { $0.writeSchema(table) }
    }
  }

  private mutating func writeSchema(_ table: TableDefinition) {
    object { json in
      json.field("fields") { json in
        json.array(table.columns) { json, column in
          json.writeField(column, isKey: table.primaryKey.contains(column.name))
        }
      }
      json.field("missingValues", [""])
      if !table.primaryKey.isEmpty { json.field("primaryKey", table.primaryKey) }
      if !table.foreignKeys.isEmpty {
        json.field("foreignKeys") { json in
          json.array(table.foreignKeys) { json, key in
            json.object { json in
              json.field("fields", key.column)
              json.field("reference") { json in
                json.object { json in
                  // The standard names the table itself by an empty name.
                  json.field("resource", key.table == table.name ? "" : key.table)
                  json.field("fields", key.referenced)
                }
              }
            }
          }
        }
      }
    }
  }

  private mutating func writeField(_ column: ColumnDefinition, isKey: Bool) {
    object { json in
      json.field("name", column.name)
      json.field("type", column.type.frictionless)
      json.field("title", column.title)
      json.field("description", column.description)
      guard isKey || column.type.pattern != nil || !column.type.choices.isEmpty else { return }
      json.field("constraints") { json in
        json.object { json in
          if isKey { json.field("required", true) }
          if let pattern = column.type.pattern { json.field("pattern", pattern) }
          if !column.type.choices.isEmpty { json.field("enum", column.type.choices) }
        }
      }
    }
  }
}
