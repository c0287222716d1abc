// What the tool says of itself: its commands and their options, as ArgumentParser dumps them. Tests
// ask this, so that a new command or option is looked at without being named anywhere.

import Foundation

/// A command with its options.
struct ToolInfo: Sendable {
  let name: String
  /// `--name`s.
  let options: Set<String>
  let subcommands: [ToolInfo]

  /// The built program; nil when it cannot be asked.
  static let tool: ToolInfo? = {
    guard let answer = try? BuiltBinary.run("--experimental-dump-help"),
      let root = try? JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    else { return nil }
    return (root as? [String: Any]).flatMap { $0["command"] as? [String: Any] }
      .map(ToolInfo.init)
  }()

  private init(_ command: [String: Any]) {
    name = command["commandName"] as? String ?? ""
    let arguments = command["arguments"] as? [[String: Any]] ?? []
    let names = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }
    options = Set(
      names.filter { $0["kind"] as? String == "long" }
        .compactMap { $0["name"] as? String }.map { "--\($0)" })
    subcommands = (command["subcommands"] as? [[String: Any]] ?? []).map(ToolInfo.init)
      .filter { $0.name != "help" }
  }
}
