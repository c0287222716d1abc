// Which configuration a command obeys.

import Glibc
import MinutarioPipeline

extension Configuration {
  /// The file that is obeyed when none is named.
  private static let usual = "pipeline.json"

  /// The file that `-c` names, else `./pipeline.json` where there is one; nil for none.
  static func file(chosen: String?) -> String? {
    chosen ?? (access(usual, F_OK) == 0 ? usual : nil)
  }

  /// The settings of the file that `-c` names, else of `./pipeline.json`, else the defaults.
  static func chosen(by option: String?) throws(ConfigurationError) -> Configuration {
    guard let file = file(chosen: option) else { return Configuration() }
    return try Configuration(file: file)
  }
}
