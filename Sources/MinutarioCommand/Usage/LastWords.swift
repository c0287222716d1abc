// How the program ends when ArgumentParser has the last word: help, version, completions and wrong
// usage, in the language of the person. Help and the like go to stdout, errors to stderr.

import ArgumentParser
import Glibc
import MinutarioPipeline
import MinutarioWording

/// What is printed at the end, and the exit code.
struct LastWords {
  private let text: String
  private let code: ExitCode

  init(_ error: any Error) {
    if let own = error as? UsageError {
      text = own.text
      code = .validationFailure
      return
    }
    code = Minutario.exitCode(for: error)
    let english = Minutario.fullMessage(for: error, columns: nil)
    guard Wording.current.language != .english else {
      text = english
      return
    }
    let words = ParserWording(wording: .current)
    if !code.isSuccess {
      text = words.error(english)
    } else if english.hasPrefix("OVERVIEW: ") {
      text = words.help(
        Minutario.fullMessage(for: error, columns: .max >> 8), columns: HelpWidth.columns)
    } else {
      // A version, a script of completions, or help as JSON.
      text = words.script(english)
    }
  }

  /// Prints the words and ends the process.
  func end() -> Never {
    if !text.isEmpty {
      let output: FileDescriptor = code.isSuccess ? .standardOutput : .standardError
      // Nobody is left to tell when that is closed.
      try? output.write(Array((text + "\n").utf8))
    }
    exit(code.rawValue)
  }
}

/// The width that help is wrapped to.
private enum HelpWidth {
  /// `COLUMNS`, else what the terminal says, else 80.
  static var columns: Int {
    if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 {
      return columns
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
