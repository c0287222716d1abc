// What fills the places of a printed text.

/// A text or a number.
public enum TextValue: Sendable {
  case text(String)
  case number(Int)

  /// Safe for a terminal: values are names of files and words of documents.
  var printed: String {
    switch self {
    case .text(let text): PrintedText.escaped(text)
    case .number(let number): String(number)
    }
  }

  var isOne: Bool {
    if case .number(1) = self { true } else { false }
  }
}

/// What a place of a printed text can be filled with.
public protocol TextFiller {
  /// The value as a text is filled with it.
  var textValue: TextValue { get }
}

extension String: TextFiller {
  public var textValue: TextValue { .text(self) }
}

extension Int: TextFiller {
  public var textValue: TextValue { .number(self) }
}
