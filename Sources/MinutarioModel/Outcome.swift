// How one document ended, and the error that can end it. A document's trouble is a value: it never
// stops the run, and never becomes a success.

/// How the reading of one document ended.
public enum Outcome: String, Sendable {
  case read, partial, empty, failed
}

/// Why one document could not be read at all.
public struct DocumentError: Error, Sendable, Equatable {
  public var code: Issue.Code
  /// What fills the catalogue sentence of `code`.
  public var arguments: [String]
  /// Byte position in the file or part where it happened, when known.
  public var position: Int?

  public init(_ code: Issue.Code, arguments: [String] = [], position: Int? = nil) {
    self.code = code
    self.arguments = arguments
    self.position = position
  }

  /// The same as a finding in the record of the failed document.
  public var issue: Issue { Issue(code, .error, arguments: arguments) }
}
