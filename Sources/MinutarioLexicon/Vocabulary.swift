// The kinds of vocabulary, one for each set of files `KIND.LANGUAGE.txt` (or `KIND.COUNTRY.txt`).

/// What a vocabulary file lists. The raw value is the first part of its name.
public enum Vocabulary: String, Sendable, CaseIterable {
  /// Heading → section kind, as in minutes.schema.json.
  case headings
  /// Opening words of a paragraph that ends the minutes → the section it opens.
  case closings
  /// Label of a form field → field of the meeting (`date`, `start_time`, `place` …).
  case fieldLabels = "field-labels"
  /// Header of a table column → what the column holds.
  case columnHeaders = "column-headers"
  /// Honorific ("Lic.", "Mtra.") → gender `f`, `m` or empty.
  case honorifics
  /// Word that calls people members without naming an office.
  case memberWords = "member-words"
  /// Head of a position ("Directora General") → its gender-neutral key; note: gender.
  case roles
  /// First word of an institution's or a unit's name → `institution` or `unit`.
  case institutionWords = "institution-words"
  /// Acronym of a known institution → its full name; one file per country. An acronym that means
  /// different institutions in different countries has no name, and the note `ambiguous`.
  case institutions
  /// Word that opens the name of a body that meets ("Comité").
  case bodies
  case months
  case weekdays
  /// Word around a date or a clock time → its class, as the head of the file lists them.
  case timeWords = "time-words"
  /// Number word → its value.
  case numbers
  case givenNames = "given-names"
  case surnames
  /// Article, preposition, conjunction … → its class.
  case functionWords = "function-words"
  /// Small word inside names ("de", "del", "y") → `saint` where it opens the name of one.
  case nameParticles = "name-particles"
  /// Word that ties a date or a time to a meeting → its class, as the head of the file lists them.
  case meetingCues = "meeting-cues"
  /// Word that places of meetings are made of → its class, as the head of the file lists them.
  case placeWords = "place-words"
  /// Words that tell how people met → `remote`, `in_person`, `hybrid`.
  case modes
  /// Phrase that states attendance → `present`, `absent`, `excused`, `represented`.
  case presence
  /// Phrase that states in which capacity somebody sits → capacity of the schema.
  case capacities
  /// Kind of session → classification of the data model.
  case sessions
  /// Phrase that makes somebody responsible → how to read what follows.
  case assignments
  /// Phrase that announces a deadline → `explicit`, `relative`, `next_meeting`.
  case deadlines
  /// State of an agreement → status of the schema.
  case statuses
  /// Issue code → sentence.
  case messages
}
