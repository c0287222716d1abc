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

  /// A text of one of the keys, as the English catalogue has it, said in this language.
  /// - Parameters:
  ///   - text: what somebody else has written in English.
  ///   - keys: the texts that it may be; the first that fits is taken.
  ///   - value: the value of a place in this language, from the name of the place and the value.
  /// - Returns: nil when the text is none of these.
  public func translated(
    _ text: String, by keys: [TextKey], value: (_ name: String, _ value: String) -> String
  ) -> String? {
    for key in keys {
      guard let values = TextCatalogue.embedded(.english)[key]?.values(in: text) else { continue }
      return TextCatalogue.embedded(language)[key]?.filled { name in
        values[name].map { .text(value(name, $0)) }
      }
    }
    return nil
  }
}
