// The command line: what can be asked for, and how a command ends. Data goes to stdout, everything
// else to stderr.

import ArgumentParser
import Logging
import MinutarioPipeline
import MinutarioWording

/// The whole program.
public enum CommandLineTool {
  /// Runs the command that the arguments name, and ends the process.
  public static func main() async {
    do {
      if let error = UsageError(firstWord: CommandLine.arguments.dropFirst().first) { throw error }
      var command = try await Minutario.asyncParseAsRoot()
      do {
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      } catch let error as ValidationError {
        throw UsageError(error, in: type(of: command))
      }
    } catch {
      LastWords(error).end()
    }
  }
}

/// `minutario`.
struct Minutario: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "minutario", abstract: HelpText.tool.abstract,
      discussion: HelpText.tool.discussion, version: ToolVersion.number,
      subcommands: [
        RunCommand.self, ExtractCommand.self, RosterCommand.self, AgreementsCommand.self,
        EvaluateCommand.self, CoverageCommand.self, DoctorCommand.self,
      ])
  }
}

/// How a command ends, beside success.
enum Ending {
  /// Finished; some documents are partial or failed.
  static let withFailures = ExitCode(1)
  /// Nothing could be done.
  static let nothingDone = ExitCode(2)
  /// The configuration is wrong.
  static let configuration = ExitCode(65)

  /// 0, or 1 when something that should have been read was lost.
  static func code(of summary: RunSummary) -> ExitCode {
    summary.hasFailures ? withFailures : ExitCode.success
  }

  /// A signal ended the work: 128 and its number, as shells have it.
  static func signal(_ number: Int32) -> ExitCode { ExitCode(128 + number) }

  /// Whoever read our output has gone: what a process gets that does not look (SIGPIPE is 13).
  static let brokenPipe = signal(13)
}

/// What all commands take.
struct CommonOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: HelpText.quiet)
  var quiet = false

  @Flag(name: .shortAndLong, help: HelpText.verbose)
  var verbose = false

  @Option(help: HelpText.lang)
  var lang: Language?

  @Option(help: HelpText.logFormat)
  var logFormat = LogFormat.text

  func validate() throws {
    if quiet, verbose { throw ValidationError(Wording.current(.quietAndVerbose)) }
  }

  /// Where events are told, and in which language.
  var console: Console {
    Console(
      logFormat, from: quiet ? .error : verbose ? .debug : .info, wording: Wording.current)
  }

  /// Runs the work of a command so that it ends cleanly: on a signal, and with a sentence and a code
  /// when it throws.
  func run(_ command: String, _ work: (Console) async throws -> Void) async throws {
    let console = console
    Interruption.listen(
      erasingLine: console.showsProgress && ErrorStream.shared.terminal.isInteractive)
    console.tell(.started(command))
    do {
      try await work(console)
    } catch {
      ErrorStream.shared.erase()
      throw console.ending(for: error)
    }
  }
}
