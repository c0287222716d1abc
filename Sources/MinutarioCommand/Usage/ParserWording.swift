// What ArgumentParser says by itself, in the language of the person. The library has English words
// only and no way to replace them. The English catalogue holds its phrases as they are; a phrase
// that is found there is said in the other language, and one that is not stays as it is.

import MinutarioWording

/// The library's words in another language.
struct ParserWording {
  let wording: Wording

  private static let errorLines: [TextKey] = [
    .parserError, .parserHelpLine, .parserUsageLine, .parserSeeHelp, .parserOr,
    .parserChooseShell, .parserValueItem,
  ]
  private static let messages: [TextKey] = [
    .parserUnknownOptionSuggested, .parserUnknownOption, .parserMissingValue,
    .parserMissingArgument, .parserMissingOneOf, .parserUnexpectedArgument,
    .parserUnexpectedArguments, .parserNoValueTaken, .parserInvalidValueOneOf,
    .parserInvalidValueList, .parserInvalidValueReason, .parserInvalidValue,
    .parserDuplicate, .parserInvalidOption, .parserMissingSubcommand, .parserNoParent,
    .parserUnknownShell, .parserNoShell,
  ]
  private static let lists: [TextKey] = [.parserTwoValues, .parserSeveralValues]
  private static let usages: [TextKey] = [.parserSubcommand, .parserManyOptions, .parserHelpUsage]
  private static let helpLines: [TextKey] = [
    .parserOverview, .parserUsage, .parserArguments, .parserOptions, .parserSubcommands,
    .parserSeeSubcommand,
  ]
  private static let descriptions: [TextKey] = [
    .parserShowHelp, .parserShowVersion, .parserValuesAndDefault, .parserValues, .parserDefault,
  ]

  /// A usage error: message, help of the option, usage, where to read more.
  func error(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { translated(String($0), by: Self.errorLines + Self.messages) }
      .joined(separator: "\n")
  }

  /// A help screen.
  /// - Parameters:
  ///   - text: the screen without wrapping.
  ///   - columns: the width to wrap it to.
  /// - Returns: the screen, wrapped.
  func help(_ text: String, columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0), columns: columns) }
      .joined(separator: "\n")
  }

  /// A script or a description for programs: only what it says of built-in options is told anew.
  func script(_ text: String) -> String {
    let english = Wording(.english)
    return
      text
      .replacing(english(.parserShowSubcommandHelp), with: wording(.parserShowSubcommandHelp))
      .replacing(english(.parserShowHelp), with: wording(.parserShowHelp))
      .replacing(english(.parserShowVersion), with: wording(.parserShowVersion))
  }

  /// Where the library begins descriptions.
  private static let indent = 26

  private func line(_ line: String, columns: Int) -> String {
    let label = line.prefix(Self.indent)
    guard line.hasPrefix("  "), label.last == " ", line.count > Self.indent else {
      let line = translated(line, by: Self.helpLines)
      // The library does not wrap the line of the usage either.
      return line.hasPrefix(wording(.parserUsage, ["usage": ""]))
        ? line : TextWrap(columns: columns).lines(line).joined(separator: "\n")
    }
    let description = translated(String(line.dropFirst(Self.indent)), by: Self.descriptions)
    let wrapped = TextWrap(columns: columns - Self.indent).lines(description)
    let hanging = "\n" + String(repeating: " ", count: Self.indent)
    return label + wrapped.joined(separator: hanging)
  }

  private func translated(_ text: String, by keys: [TextKey]) -> String {
    wording.translated(text, by: keys) { name, value in
      switch name {
      case "message": translated(value, by: Self.messages)
      case "values": translated(value, by: Self.lists)
      case "usage": translated(value, by: Self.usages)
      default: value
      }
    } ?? text
  }
}
