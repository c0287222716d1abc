// How the program speaks: a key and what fills it give a sentence in the language of whoever reads.

/// The printed texts of one language.
///
///     wording(.documentsDone, ["done": 3, "total": 19])   // 3 de 19 documentos
public struct Wording: Sendable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  /// The text of a key with its places filled. Values are made safe to print.
  public func callAsFunction(
    _ key: TextKey, _ values: KeyValuePairs<String, any TextFiller> = [:]
  ) -> String {
    // A test holds that no key is without a text.
    guard let template = TextCatalogue.embedded(language)[key] else { return key.rawValue }
    return template.filled { name in values.first { $0.key == name }?.value.textValue }
  }
}
