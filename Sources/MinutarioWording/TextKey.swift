// Every text that is printed has a name here and its words in CPrintedText/texts. CONTRIBUTING.md
// says how to add one; tests hold that each key has a text in each language, is used, and is filled.

/// The name of a printed text. The raw value is the key in the catalogues.
public enum TextKey: String, Sendable, CaseIterable {
  // Help: commands
  case toolAbstract, toolDiscussion
  case runAbstract, runDiscussion
  case extractAbstract, extractDiscussion
  case rosterAbstract, rosterDiscussion
  case agreementsAbstract, agreementsDiscussion
  case evaluateAbstract, evaluateDiscussion
  case coverageAbstract, coverageDiscussion
  case doctorAbstract, doctorDiscussion

  // Help: arguments and options
  case quietHelp, verboseHelp, langHelp
  case jobsHelp, configHelp, runConfigHelp
  case archiveHelp, datasetHelp
  case pathsHelp, prettyHelp, textHelp, placesHelp
  case rosterSourceHelp, byHelp, institutionHelp, fromHelp, toHelp, presenceHelp, formatHelp
  case statusHelp, overdueOnHelp, responsibleHelp, agreementInstitutionHelp, dueFromHelp, dueToHelp
  case outputFileHelp, logFormatHelp
  case goldHelp, evaluationSourceHelp, formatsHelp, baselineHelp, minimumHelp, worstHelp
  case evaluationFormatHelp, evaluationByHelp, topHelp
  case doctorDatasetHelp, doctorFormatHelp

  // Help: what values are called
  case archiveValue, datasetValue, folderValue, fileValue, pathValue, rosterSourceValue
  case groupingValue, nameValue, dateValue, statusValue, presenceValue, formatValue, numberValue
  case languageValue, goldValue, evaluationSourceValue, extensionsValue, figureBarValue

  // Progress and results
  case documentsDone
  case progressReading, progressRate, progressLeft, progressProblems
  case progressResolving, progressWriting
  case documentEnded
  case datasetRows, datasetWritten, openFirst, identitiesProvisional

  // Summary of a run
  case runTitle
  case documentCounts
  case readDocuments, partialDocuments, emptyDocuments, failedDocuments
  case andMore
  case skippedUnsupported, skippedWithoutExtension, skippedOtherXML, skippedReadAsText
  case skippedHidden, skippedLockFile
  case skippedSymbolicLink, skippedSpecial, skippedDataset, skippedSameName
  case skippedUnreadableFolder

  // What `doctor` finds
  case doctorDocuments, doctorSettings, doctorLimits, doctorMachine, doctorVersions
  case doctorRead, doctorConvert, doctorConverterMissing
  case doctorFile, doctorDefaults, doctorJobs, doctorJobsOnProcessors
  case doctorVocabulary, doctorVocabularySize, doctorVocabularyReplaced
  case doctorLimitChanged
  case doctorLocale, doctorNoLocale, doctorLanguage, doctorLanguageName, doctorNotUTF8
  case doctorTemporary, doctorWritable, doctorNotWritable
  case doctorDataset, doctorIsDataset, doctorNewDataset, doctorExchange, doctorNoExchange
  case doctorNoProblem, doctorProblems

  // What `evaluate` finds
  case evaluationCounts, evaluationFigures, evaluationBands, evaluationSince, evaluationWorst
  case evaluationGroups, evaluationFigure, evaluationPrecision, evaluationRecall, evaluationMacro
  case evaluationDocuments, evaluationDocument, evaluationDifferencesHeading
  case evaluationConfidence, evaluationRows, evaluationRight, evaluationShare
  case evaluationBefore, evaluationNow, evaluationChange, evaluationUnchanged
  case evaluationOnlyBefore, evaluationOnlyNow, evaluationDifferences
  case differenceMissed, differenceExtra, differenceOther, differenceValues
  case figureBelowBar, figureUncounted, goldUncompared

  // What `coverage` finds
  case coverageCounts, coverageFrequency, coverageShape, coverageLines, coverageExamples
  case coverageHeadings, coverageRosterLines, coveragePositions, coverageLabels
  case coverageMendHeading, coverageMendRosterLine, coverageMendPosition, coverageMendLabel
  case coverageHowToMend, coverageForgotten

  // Wrong usage
  case quietAndVerbose, formsExclude, oneDocumentOnly, workbookAtTerminal, jobsOutOfRange
  case worstOutOfRange, topOutOfRange, coverageArchiveMissing
  case archiveMissing, datasetMissing, unknownCommand

  // What ArgumentParser says; in English these are its own words
  case parserOverview, parserUsage, parserArguments, parserOptions, parserSubcommands
  case parserSeeSubcommand, parserSubcommand, parserManyOptions, parserHelpUsage
  case parserShowHelp, parserShowVersion, parserShowSubcommandHelp
  case parserValuesAndDefault, parserValues, parserDefault
  case parserError, parserHelpLine, parserUsageLine, parserSeeHelp, parserOr, parserChooseShell
  case parserValueItem
  case parserUnknownOptionSuggested, parserUnknownOption, parserInvalidOption
  case parserMissingValue, parserMissingArgument, parserMissingOneOf, parserMissingSubcommand
  case parserUnexpectedArgument, parserUnexpectedArguments
  case parserNoValueTaken, parserInvalidValueOneOf, parserInvalidValueList
  case parserInvalidValueReason, parserInvalidValue, parserDuplicate, parserNoParent
  case parserUnknownShell, parserNoShell
  case parserTwoValues, parserSeveralValues

  // Errors
  case interrupted
  case pathMissing
  case nothingToRead, nothingFound
  case coverageOfDataset
  case noGold, nothingCompared, evaluationNotJSON, evaluationValueMissing, evaluationWrongType
  case notADataset, otherDatasetFormat, fileUnwritable, datasetLocked
  case tableMissing, tableOpenQuote, tableTextBehindQuote, tableColumnMissing, tableWrongCellCount
  case outputFailed

  // What the disk and the system refuse; the system's reasons fill {cause}
  case diskCreate, diskRead, diskWrite, diskList, diskLock, diskReplace, diskRemove
  case fileNotRegular, fileTooLarge
  case systemMissing, systemForbidden, systemFull, systemReadOnly, systemIsFolder, systemIsNoFolder
  case systemBroken, systemTooManyFiles, systemNameTooLong, systemLinkLoop, systemBusy
  case systemUnreachable, systemOther

  // What is wrong with pipeline.json
  case configurationProblem
  case configurationNotJSON, configurationUnknownKey, configurationWrongType
  case configurationOutOfRange, configurationEmpty
  case configurationVersionMissing, configurationOtherVersion, configurationUnknownLanguage
  case configurationNoReader, configurationUnknownWord, configurationNoSuchFolder
  case configurationNoSuchVocabulary, configurationUnreadableVocabulary
  case jsonObject, jsonList, jsonText, jsonNumber, jsonDecimal, jsonBoolean, jsonNull
}
