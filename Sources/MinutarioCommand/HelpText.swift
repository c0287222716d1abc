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

  /// An option, and what its value is called: `--output <folder>`.
  private static func option(_ help: TextKey, _ value: TextKey) -> ArgumentHelp {
    ArgumentHelp(
      "\(Wording.current(help))", valueName: Wording.current(value))
  }

  private static func flag(_ help: TextKey) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Wording.current(help))
  }

  static var tool: Page { page(.toolAbstract, .toolDiscussion) }
  static var run: Page { page(.runAbstract, .runDiscussion) }
  static var extract: Page { page(.extractAbstract, .extractDiscussion) }
  static var roster: Page { page(.rosterAbstract, .rosterDiscussion) }
  static var agreements: Page { page(.agreementsAbstract, .agreementsDiscussion) }
  static var evaluate: Page { page(.evaluateAbstract, .evaluateDiscussion) }
  static var coverage: Page { page(.coverageAbstract, .coverageDiscussion) }
  static var doctor: Page { page(.doctorAbstract, .doctorDiscussion) }

  static var archive: ArgumentHelp { option(.archiveHelp, .archiveValue) }
  static var dataset: ArgumentHelp { option(.datasetHelp, .folderValue) }
  static var paths: ArgumentHelp { option(.pathsHelp, .pathValue) }
  static var pretty: ArgumentHelp { flag(.prettyHelp) }
  static var text: ArgumentHelp { flag(.textHelp) }
  static var places: ArgumentHelp { flag(.placesHelp) }
  static var rosterSource: ArgumentHelp { option(.rosterSourceHelp, .rosterSourceValue) }
  static var by: ArgumentHelp { option(.byHelp, .groupingValue) }
  static var institution: ArgumentHelp { option(.institutionHelp, .nameValue) }
  static var from: ArgumentHelp { option(.fromHelp, .dateValue) }
  static var to: ArgumentHelp { option(.toHelp, .dateValue) }
  static var presence: ArgumentHelp { option(.presenceHelp, .presenceValue) }
  static var status: ArgumentHelp { option(.statusHelp, .statusValue) }
  static var overdueOn: ArgumentHelp { option(.overdueOnHelp, .dateValue) }
  static var responsible: ArgumentHelp { option(.responsibleHelp, .nameValue) }
  static var agreementInstitution: ArgumentHelp { option(.agreementInstitutionHelp, .nameValue) }
  static var dueFrom: ArgumentHelp { option(.dueFromHelp, .dateValue) }
  static var dueTo: ArgumentHelp { option(.dueToHelp, .dateValue) }
  static var gold: ArgumentHelp { option(.goldHelp, .goldValue) }
  static var evaluationSource: ArgumentHelp {
    option(.evaluationSourceHelp, .evaluationSourceValue)
  }
  static var formats: ArgumentHelp { option(.formatsHelp, .extensionsValue) }
  static var evaluationBy: ArgumentHelp { option(.evaluationByHelp, .groupingValue) }
  static var baseline: ArgumentHelp { option(.baselineHelp, .fileValue) }
  static var minimum: ArgumentHelp { option(.minimumHelp, .figureBarValue) }
  static var worst: ArgumentHelp { option(.worstHelp, .numberValue) }
  static var evaluationFormat: ArgumentHelp { option(.evaluationFormatHelp, .formatValue) }
  static var top: ArgumentHelp { option(.topHelp, .numberValue) }
  static var outputFile: ArgumentHelp { option(.outputFileHelp, .fileValue) }
  static var format: ArgumentHelp { option(.formatHelp, .formatValue) }
  static var doctorDataset: ArgumentHelp { option(.doctorDatasetHelp, .datasetValue) }
  static var doctorFormat: ArgumentHelp { option(.doctorFormatHelp, .formatValue) }
  static var jobs: ArgumentHelp { option(.jobsHelp, .numberValue) }
  static var quiet: ArgumentHelp { flag(.quietHelp) }
  static var verbose: ArgumentHelp { flag(.verboseHelp) }
  static var lang: ArgumentHelp { option(.langHelp, .languageValue) }
  static var logFormat: ArgumentHelp { option(.logFormatHelp, .formatValue) }
  static var configFile: ArgumentHelp { option(.configHelp, .fileValue) }
  static var runConfigFile: ArgumentHelp { option(.runConfigHelp, .fileValue) }
}
