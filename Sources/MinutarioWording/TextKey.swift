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

  // Help: arguments and options
  case quietHelp, verboseHelp, langHelp
  case jobsHelp, configHelp, runConfigHelp
  case archiveHelp, datasetHelp
  case pathsHelp, prettyHelp, textHelp, placesHelp
  case rosterSourceHelp, byHelp, institutionHelp, fromHelp, toHelp, presenceHelp, formatHelp
  case statusHelp, overdueOnHelp, responsibleHelp, agreementInstitutionHelp, dueFromHelp, dueToHelp
  case outputFileHelp, logFormatHelp

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
  case skippedUnsupported, skippedWithoutExtension, skippedHidden, skippedLockFile
  case skippedSymbolicLink, skippedSpecial, skippedDataset, skippedSameName
  case skippedUnreadableFolder

  // Wrong usage
  case quietAndVerbose, formsExclude, oneDocumentOnly, jobsOutOfRange
  case archiveMissing, datasetMissing

  // Errors
  case interrupted
  case pathMissing
  case nothingToRead
  case notADataset, otherDatasetFormat, datasetLocked
}
