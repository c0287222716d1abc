// What is said to the person at the terminal, in one place and two languages. The summary of a run
// has its own place, RunSummary, because reports keep it too.

import Glibc
import MinutarioPipeline

/// The sentences of one language.
struct Wording: Sendable {
  let language: Language

  /// The user's: `--lang`, else the locale's, else English.
  static let current = Wording(
    language: chosen(by: CommandLine.arguments) ?? locale { getenv($0).map { String(cString: $0) } }
  )

  /// `--lang es` anywhere among the arguments: it has to be known before help is written.
  static func chosen(by arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1])
      }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return nil
  }

  /// Spanish when the first locale variable that is set starts with `es`.
  static func locale(_ variable: (String) -> String?) -> Language {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    return value?.hasPrefix("es") == true ? .spanish : .english
  }

  var quietAndVerbose: String {
    language(
      en: "--quiet and --verbose exclude each other.",
      es: "--quiet y --verbose se excluyen.")
  }

  var formsExclude: String {
    language(
      en: "Choose one of --pretty, --text and --places.",
      es: "Elija una de --pretty, --text y --places.")
  }

  func oneDocumentOnly(_ count: Int) -> String {
    language(
      en: "--text and --places show one document; \(count) were found. Name one file.",
      es: "--text y --places muestran un documento; se encontraron \(count). Nombre un archivo.")
  }

  var jobsOutOfRange: String {
    language(en: "--jobs is between 1 and 1024.", es: "--jobs está entre 1 y 1024.")
  }

  func progress(_ done: Int, of total: Int) -> String {
    language(en: "\(done) of \(total) documents", es: "\(done) de \(total) documentos")
  }

  var interrupted: String {
    language(en: "interrupted", es: "interrumpido")
  }

  func missing(_ path: String) -> String {
    language(
      en: "\(path): there is no such file or folder", es: "\(path): no existe ese archivo o carpeta"
    )
  }

  var archiveMissing: String {
    language(
      en: "Which folder of minutes? Name it: minutario run ARCHIVE -o DATASET, or write "
        + "\"archive\" into pipeline.json.",
      es: "¿Qué carpeta de minutas? Nómbrela: minutario run ARCHIVO -o DATOS, o escriba "
        + "\"archive\" en pipeline.json.")
  }

  var datasetMissing: String {
    language(
      en: "Where should the dataset go? Add -o DATASET, or write \"dataset\" into pipeline.json.",
      es: "¿Dónde va el conjunto de datos? Agregue -o DATOS, o escriba \"dataset\" en "
        + "pipeline.json.")
  }

  var nothingToRead: String {
    language(
      en: "the folder holds nothing that can be read; the dataset was left as it is",
      es: "la carpeta no contiene nada que se pueda leer; el conjunto de datos queda como estaba")
  }

  /// What was written, where, and what to open first.
  func written(_ rows: DatasetRun.Result.Rows, to dataset: String) -> [String] {
    [
      rows.sentence(language),
      language(en: "Dataset: \(dataset)", es: "Conjunto de datos: \(dataset)"),
      language(
        en: "Open first: \(dataset)/data/asistencias.csv (a row for each attendance)",
        es: "Abra primero: \(dataset)/data/asistencias.csv (una fila por asistencia)"),
      language(
        en: "Provisional: who is the same person or institution in several documents is decided "
          + "by name only.",
        es: "Provisional: qué persona o institución es la misma en varios documentos se decide "
          + "solo por el nombre."),
    ]
  }

  var workbookAtTerminal: String {
    language(
      en:
        "A workbook cannot be shown at the terminal; name a file with -o, such as -o roster.xlsx.",
      es: "Un libro de Excel no se muestra en la terminal; indique un archivo con -o, "
        + "por ejemplo -o asistentes.xlsx.")
  }

  func sentence(for error: DatasetError) -> String {
    switch error {
    case .notADataset(let path):
      language(
        en: "\(path): is not empty and not a dataset of this program; name another folder with -o",
        es: "\(path): no está vacía ni es un conjunto de datos de este programa; "
          + "indique otra carpeta con -o")
    case .otherFormat(let path, let found):
      language(
        en: "\(path): was written in another format (\(found)); this version writes "
          + "\(DatasetFolder.format). Run into a new folder and copy decisiones.csv there",
        es: "\(path): fue escrito en otro formato (\(found)); esta versión escribe "
          + "\(DatasetFolder.format). Use una carpeta nueva y copie ahí decisiones.csv")
    case .locked(let path, let holder):
      language(
        en: "\(path): another run is writing it: \(holder)",
        es: "\(path): otra corrida lo está escribiendo: \(holder)")
    case .unwritable(let path, let reason):
      language(
        en: "\(path): could not be written: \(reason)",
        es: "\(path): no se pudo escribir: \(reason)")
    case .disk(let error): error.description
    }
  }
}
