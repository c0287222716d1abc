// The texts of --help, out of the catalogue.

import ArgumentParser
import MinutarioWording

/// What `--help` says.
enum HelpText {
  /// The text of one command.
  struct Page {
    let abstract: String
    let discussion: String
  }

  private static func page(_ abstract: TextKey, _ discussion: TextKey) -> Page {
    Page(abstract: Wording.current(abstract), discussion: Wording.current(discussion))
  }

  private static func argument(_ key: TextKey) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Wording.current(key))
  }

  static var tool: Page { page(.toolAbstract, .toolDiscussion) }
  static var run: Page { page(.runAbstract, .runDiscussion) }
  static var extract: Page { page(.extractAbstract, .extractDiscussion) }
  static var roster: Page { page(.rosterAbstract, .rosterDiscussion) }
  static var agreements: Page { page(.agreementsAbstract, .agreementsDiscussion) }

  static var archive: ArgumentHelp { argument(.archiveHelp) }
  static var dataset: ArgumentHelp { argument(.datasetHelp) }
  static var paths: ArgumentHelp { argument(.pathsHelp) }
  static var pretty: ArgumentHelp { argument(.prettyHelp) }
  static var text: ArgumentHelp { argument(.textHelp) }
  static var places: ArgumentHelp { argument(.placesHelp) }
  static var rosterSource: ArgumentHelp { argument(.rosterSourceHelp) }
  static var by: ArgumentHelp { argument(.byHelp) }
  static var institution: ArgumentHelp { argument(.institutionHelp) }
  static var from: ArgumentHelp { argument(.fromHelp) }
  static var to: ArgumentHelp { argument(.toHelp) }
  static var presence: ArgumentHelp { argument(.presenceHelp) }
  static var status: ArgumentHelp { argument(.statusHelp) }
  static var overdueOn: ArgumentHelp { argument(.overdueOnHelp) }
  static var responsible: ArgumentHelp { argument(.responsibleHelp) }
  static var agreementInstitution: ArgumentHelp { argument(.agreementInstitutionHelp) }
  static var dueFrom: ArgumentHelp { argument(.dueFromHelp) }
  static var dueTo: ArgumentHelp { argument(.dueToHelp) }
  static var outputFile: ArgumentHelp { argument(.outputFileHelp) }
  static var format: ArgumentHelp { argument(.formatHelp) }
  static var jobs: ArgumentHelp { argument(.jobsHelp) }
  static var quiet: ArgumentHelp { argument(.quietHelp) }
  static var verbose: ArgumentHelp { argument(.verboseHelp) }
  static var lang: ArgumentHelp { argument(.langHelp) }
  static var logFormat: ArgumentHelp { argument(.logFormatHelp) }
  static var configFile: ArgumentHelp { argument(.configHelp) }
  static var runConfigFile: ArgumentHelp { argument(.runConfigHelp) }
}
