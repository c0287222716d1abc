// What describes the tables to programs: the data package (Frictionless Data, version 1), made from
// the table definitions and from nothing else.

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
        json.array(tables.filter(\.hasCSV)) { $0.writeResource($1) }
      }
    }
    json.lineBreak()
    return json.bytes
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
