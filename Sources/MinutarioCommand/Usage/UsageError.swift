// Wrong usage that ArgumentParser does not see, or tells too little of.

import ArgumentParser
import MinutarioWording

/// A command line that is wrong.
struct UsageError: Error {
  private let message: String
  /// The command line that tells more.
  private let help: String

  /// What shows only once a command looks at its configuration or its files.
  init(_ error: ValidationError, in command: any ParsableCommand.Type) {
    message = error.message
    help = "minutario \(command.configuration.commandName ?? "") --help"
  }

  /// A first word that is no command; the library calls it an unexpected argument. Nil when the
  /// word is a command, or an option.
  init?(firstWord word: String?) {
    guard let word, !word.hasPrefix("-"), word != "help" else { return nil }
    let known = Minutario.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !known.contains(word) else { return nil }
    message = Wording.current(
      .unknownCommand, ["word": word, "known": known.joined(separator: ", ")])
    help = "minutario --help"
  }

  /// What is printed.
  var text: String {
    Wording.current(.parserError, ["message": message]) + "\n"
      + Wording.current(.parserSeeHelp, ["command": help])
  }
}
