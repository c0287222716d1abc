// A place of a document that no rule understood, and what to add to the vocabulary so that one does.

/// One line, or a part of one, that was not understood.
public struct Gap: Sendable, Equatable {
  public let kind: Kind
  /// The line without what differs from document to document; see `LineShape`.
  public let shape: String
  /// As `extract --places` names places: `word/document.xml:12:t1r2c3`.
  public let place: String
  /// As written, on one line.
  public let text: String

  /// What was not understood.
  public enum Kind: String, Sendable, CaseIterable {
    /// A line that looks like a heading and opens no known section.
    case heading
    /// A line among the attendees that gave nobody.
    case rosterLine = "roster_line"
    /// A position whose words are no known role; it is kept as written.
    case position
    /// `Etiqueta: …` of which nothing was read.
    case label

    /// The vocabulary files that can help, the likeliest first.
    public var vocabularyFiles: [String] {
      switch self {
      case .heading: ["headings.es.txt"]
      case .rosterLine:
        [
          "honorifics.es.txt", "roles.es.txt", "institution-words.es.txt", "given-names.es.txt",
          "surnames.es.txt", "column-headers.es.txt",
        ]
      case .position: ["roles.es.txt"]
      case .label: ["field-labels.es.txt"]
      }
    }
  }
}
