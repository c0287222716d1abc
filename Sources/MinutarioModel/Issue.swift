// What could not be understood, was repaired, or needs a person's eye. Issues are values: they
// never stop a document. Their sentences are written where they are shown, from a catalogue.

/// One finding about a document.
public struct Issue: Sendable, Equatable {
  public var code: Code
  public var severity: Severity
  /// What fills `%1`, `%2` … of the code's sentence in the catalogue.
  public var arguments: [String]
  /// Path of the field concerned, such as `attendances[6].role`.
  public var field: String?
  public var evidence: Evidence?

  public init(
    _ code: Code, _ severity: Severity, arguments: [String] = [], field: String? = nil,
    evidence: Evidence? = nil
  ) {
    self.code = code
    self.severity = severity
    self.arguments = arguments
    self.field = field
    self.evidence = evidence
  }

  public enum Severity: String, Sendable {
    case info, warning, error
  }

  /// Stable words; every code has a sentence in each language's catalogue (a test holds this).
  public enum Code: String, Sendable, CaseIterable {
    // Reading
    case encodingGuessed = "encoding_guessed"
    case undecodableBytes = "undecodable_bytes"
    case encodingMixed = "encoding_mixed"
    case mojibakeRepaired = "mojibake_repaired"
    case trackedChangesPresent = "tracked_changes_present"
    case commentsPresent = "comments_present"
    case hiddenText = "hidden_text"
    case truncated = "truncated"
    case limitReached = "limit_reached"
    case tooDeep = "too_deep"
    case encrypted
    case notADocument = "not_a_document"
    case oldWordFile = "old_word_file"
    case htmlFile = "html_file"
    case rtfFile = "rtf_file"
    case lockFile = "lock_file"
    case emptyFile = "empty_file"
    case damaged
    case xmlDTD = "xml_dtd"
    case zipRatio = "zip_ratio"
    case zipEntryLimit = "zip_entry_limit"
    case unreadableFile = "unreadable_file"
    case tooLarge = "too_large"
    case noText = "no_text"
    // Attendances
    case attendeeUnparsed = "attendee_unparsed"
    case attendeesMissing = "attendees_missing"
    case roleUnknown = "role_unknown"
    case institutionUnknown = "institution_unknown"
    case nameSingleSurname = "name_single_surname"
    case nameDuplicateInList = "name_duplicate_in_list"
    case presenceConflict = "presence_conflict"
    case countMismatch = "count_mismatch"
    case typoRepaired = "typo_repaired"
    case attendeeOutsideList = "attendee_outside_list"
    case attendeeUnlikeList = "attendee_unlike_list"
    case positionDoubtful = "position_doubtful"
    case institutionDoubtful = "institution_doubtful"
    case nameUnknown = "name_unknown"
    // Meeting
    case dateConflict = "date_conflict"
    case dateMissing = "date_missing"
    case weekdayMismatch = "weekday_mismatch"
    case yearInferred = "year_inferred"
    // Agreements and references
    case dueUnresolved = "due_unresolved"
    case roleAmbiguous = "role_ambiguous"
    // Sections
    case headingUnknown = "heading_unknown"
    case lowCoverage = "low_coverage"
    // Over the archive
    case personHomonym = "person_homonym"
    case acronymUnresolved = "acronym_unresolved"
    case personalDataFound = "personal_data_found"
    case csvFormulaGuarded = "csv_formula_guarded"
  }
}

/// The sentences of one language, by issue code.
public struct MessageCatalogue: Sendable {
  private let templates: [Issue.Code: String]

  public init(_ templates: [Issue.Code: String]) { self.templates = templates }

  /// The sentence for an issue, its arguments filled in; the bare code when there is none.
  public func sentence(for issue: Issue) -> String {
    guard var sentence = templates[issue.code] else { return issue.code.rawValue }
    for (index, argument) in issue.arguments.enumerated() {
      sentence = sentence.replacing("%\(index + 1)", with: argument)
    }
    return sentence
  }

  /// Codes that have no sentence.
  public var missing: [Issue.Code] { Issue.Code.allCases.filter { templates[$0] == nil } }
}
