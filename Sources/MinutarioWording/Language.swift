// The languages that people are spoken to in. Text in data follows the configuration; what is
// printed follows the user's locale.

/// A language of printed text.
public enum Language: String, Sendable, CaseIterable {
  case spanish = "es"
  case english = "en"
}
