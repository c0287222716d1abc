// The language in which the person at the terminal is spoken to, and what is said when a run ends.

import Glibc
import MinutarioPipeline
import MinutarioWording

extension Wording {
  /// The user's: `--lang`, else the locale's, else English.
  static let current = Wording(
    chosen(by: CommandLine.arguments) ?? locale { getenv($0).map { String(cString: $0) } })

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

  /// What was written, where, and what to open first.
  func written(
    _ rows: DatasetRun.Result.Rows, as outputs: Configuration.Outputs, to dataset: String
  ) -> [String] {
    let file = outputs.workbook ? "minutario.xlsx" : "asistencias.csv"
    return [
      rows.sentence(self), self(.datasetWritten, ["dataset": dataset]),
      self(.openFirst, ["dataset": dataset, "file": file]), self(.identitiesProvisional),
    ]
  }
}
