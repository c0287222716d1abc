// The texts of --help, in two languages. They teach by example.

import ArgumentParser
import MinutarioPipeline

/// What `--help` says.
enum HelpText {
  /// The text of one command.
  struct Page {
    let abstract: String
    let discussion: String
  }

  private static var language: Language { Wording.current.language }

  private static func argument(en english: String, es spanish: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: language(en: english, es: spanish))
  }

  static var tool: Page {
    Page(
      abstract: language(
        en: "Reads meeting minutes in Spanish and makes data of them.",
        es: "Lee minutas y actas de reunión en español y las convierte en datos."),
      discussion: language(
        en: """
          Examples:
            minutario run minutas -o dataset      reads the folder, writes the tables
            minutario extract acta.docx           shows what is read from one file
            minutario roster dataset              who attended, by institution
          """,
        es: """
          Ejemplos:
            minutario run minutas -o dataset      lee la carpeta y escribe las tablas
            minutario extract acta.docx           muestra lo que se lee de un archivo
            minutario roster dataset              quién asistió, por institución
          """))
  }

  static var run: Page {
    Page(
      abstract: language(
        en: "Reads a folder of minutes and writes its dataset.",
        es: "Lee una carpeta de minutas y escribe su conjunto de datos."),
      discussion: language(
        en: """
          Reads every document of the folder and those below it, and writes tables as CSV, JSON Lines, \
          a database and a workbook. The tables are replaced whole or not at all. Without arguments, ./pipeline.json \
          says what to read and where to write.

          Examples:
            minutario run minutas -o dataset
            minutario run -c pipeline.json
            minutario run
          """,
        es: """
          Lee todos los documentos de la carpeta y de las que contiene, y escribe tablas en CSV, JSON \
          Lines, una base de datos y un libro de Excel. Las tablas se sustituyen completas o no se tocan. Sin argumentos, \
          ./pipeline.json dice qué se lee y dónde se escribe.

          Ejemplos:
            minutario run minutas -o dataset
            minutario run -c pipeline.json
            minutario run
          """))
  }

  static var archive: ArgumentHelp {
    argument(
      en: "The folder of minutes (default: `archive` of the configuration).",
      es: "La carpeta de minutas (por omisión: `archive` de la configuración).")
  }

  static var dataset: ArgumentHelp {
    argument(
      en: "The folder of the dataset (default: `dataset` of the configuration).",
      es: "La carpeta del conjunto de datos (por omisión: `dataset` de la configuración).")
  }

  static var runConfigFile: ArgumentHelp {
    argument(
      en: "Settings to use (default: ./pipeline.json, if there is one).",
      es: "Configuración que se usa (por omisión: ./pipeline.json, si existe).")
  }

  static var extract: Page {
    Page(
      abstract: language(
        en: "Prints what is read from files and folders, one record a line.",
        es: "Imprime lo que se lee de archivos y carpetas, un registro por línea."),
      discussion: language(
        en: """
          Each record is a JSON object (docs/minutes.schema.json); each value in it names the place \
          in the text that it was read from.

          Examples:
            minutario extract minutas > records.jsonl
            minutario extract --pretty acta.docx  as a person would read it
            minutario extract --text acta.docx    the text that all offsets count in
            minutario extract --places acta.docx  where each line of it comes from
          """,
        es: """
          Cada registro es un objeto JSON (docs/minutes.schema.json); cada valor nombra el lugar \
          del texto en que se leyó.

          Ejemplos:
            minutario extract minutas > registros.jsonl
            minutario extract --pretty acta.docx  como lo leería una persona
            minutario extract --text acta.docx    el texto en que cuentan las posiciones
            minutario extract --places acta.docx  de dónde viene cada línea
          """))
  }

  static var roster: Page {
    Page(
      abstract: language(
        en: "Prints who attended, from a dataset or a folder of minutes.",
        es: "Imprime quién asistió, de un conjunto de datos o una carpeta de minutas."),
      discussion: language(
        en: """
          Examples:
            minutario roster dataset
            minutario roster dataset --by person --institution salud
            minutario roster dataset --from 2021-03 --presence absent
            minutario roster minutas --by meeting --format csv > roster.csv
            minutario roster dataset --format xlsx -o roster.xlsx
          """,
        es: """
          Ejemplos:
            minutario roster dataset
            minutario roster dataset --by person --institution salud
            minutario roster dataset --from 2021-03 --presence absent
            minutario roster minutas --by meeting --format csv > asistentes.csv
            minutario roster dataset --format xlsx -o asistentes.xlsx
          """))
  }

  static var rosterSource: ArgumentHelp {
    argument(
      en: "A dataset that `minutario run` has written, or a folder or file of minutes.",
      es: "Un conjunto de datos de `minutario run`, o una carpeta o archivo de minutas.")
  }

  static var by: ArgumentHelp {
    argument(en: "What the rows are gathered by.", es: "Por qué se agrupan las filas.")
  }

  static var institution: ArgumentHelp {
    argument(
      en: "Only this institution: part of its name, or its acronym.",
      es: "Solo esta institución: parte de su nombre, o sus siglas.")
  }

  static var from: ArgumentHelp {
    argument(
      en: "Only meetings on or after: 2020, 2020-10 or 2020-10-01.",
      es: "Solo reuniones desde: 2020, 2020-10 o 2020-10-01.")
  }

  static var to: ArgumentHelp {
    argument(
      en: "Only meetings on or before: 2020, 2020-10 or 2020-10-01.",
      es: "Solo reuniones hasta: 2020, 2020-10 o 2020-10-01.")
  }

  static var presence: ArgumentHelp {
    argument(
      en: "Only who was so; may be given several times.",
      es: "Solo quien estuvo así; puede repetirse.")
  }

  static var format: ArgumentHelp {
    argument(en: "How the roster is written.", es: "Cómo se escribe la lista.")
  }

  static var rosterOutput: ArgumentHelp {
    argument(
      en: "The file to write (default: stdout). It is written whole or not at all.",
      es: "El archivo que se escribe (por omisión: stdout). Se escribe completo o no se toca.")
  }

  static var paths: ArgumentHelp {
    argument(
      en: "Files and folders. Paths in records are relative to the folder that is named here.",
      es: "Archivos y carpetas. Las rutas de los registros son relativas a la carpeta nombrada.")
  }

  static var pretty: ArgumentHelp {
    argument(
      en: "Show documents as a person would read them, in Spanish.",
      es: "Muestra los documentos como los leería una persona.")
  }

  static var text: ArgumentHelp {
    argument(
      en: "Show the canonical text of one document.",
      es: "Muestra el texto canónico de un documento."
    )
  }

  static var places: ArgumentHelp {
    argument(
      en: "Show each line of one document behind its place: part:paragraph[:cell].",
      es: "Muestra cada línea de un documento tras su lugar: parte:párrafo[:celda].")
  }

  static var jobs: ArgumentHelp {
    argument(
      en: "Documents worked on at a time (default: one a processor).",
      es: "Documentos que se procesan a la vez (por omisión: uno por procesador).")
  }

  static var configFile: ArgumentHelp {
    argument(en: "Settings to use.", es: "Configuración que se usa.")
  }

  static var quiet: ArgumentHelp {
    argument(
      en: "Say nothing but errors.", es: "Solo dice los errores.")
  }

  static var verbose: ArgumentHelp {
    argument(
      en: "Also list every file that was not read.",
      es: "Lista también cada archivo que no se leyó.")
  }

  static var lang: ArgumentHelp {
    argument(
      en: "Language of messages: es or en (default: by locale).",
      es: "Idioma de los mensajes: es o en (por omisión: según el entorno).")
  }
}
