// The catalogues hold a text for each key and none beside, and both languages fill the same places.

import Testing

@testable import MinutarioWording

@Suite struct CatalogueTests {
  @Test(arguments: Language.allCases)
  func everyKeyHasOneTextAndEveryTextAKey(language: Language) {
    let keys = TextCatalogue.embedded(language).entries.map(\.key)
    #expect(Set(keys).count == keys.count, "a key stands twice")
    let known = Set(TextKey.allCases.map(\.rawValue))
    #expect(known.subtracting(keys) == [], "keys without a text")
    #expect(Set(keys).subtracting(known) == [], "texts without a key")
  }

  @Test func bothLanguagesHaveTheirKeysInTheSameOrder() {
    #expect(
      TextCatalogue.embedded(.spanish).entries.map(\.key)
        == TextCatalogue.embedded(.english).entries.map(\.key))
  }

  @Test(arguments: TextKey.allCases)
  func bothLanguagesFillTheSamePlaces(key: TextKey) throws {
    let spanish = try #require(TextCatalogue.embedded(.spanish)[key])
    let english = try #require(TextCatalogue.embedded(.english)[key])
    #expect(spanish.names == english.names)
  }

  @Test(arguments: Language.allCases)
  func textsAreCleanAndEveryBraceIsAPlace(language: Language) {
    for (key, text) in TextCatalogue.embedded(language).entries {
      #expect(!text.isEmpty, "\(key)")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { !$0.hasSuffix(" ") }, "\(key): a space at the end of a line")
      let template = TextTemplate(text)
      let filled = template.filled { _ in .number(1) }
      #expect(!filled.contains { "{}|".contains($0) }, "\(key): \(filled)")
    }
  }

  @Test func aCatalogueIsReadAsItsHeadSays() {
    let catalogue = TextCatalogue(
      parsing: """
        # a comment
        [one]

        First line,
        joined.

        Examples:
          indented   line
          another
        behind it

        [two]
        [x] in a text is a text
        """)
    #expect(catalogue.entries.map(\.key) == ["one", "two"])
    #expect(
      catalogue.entries.map(\.text) == [
        "First line, joined.\n\nExamples:\n  indented   line\n  another\nbehind it",
        "[x] in a text is a text",
      ])
  }
}

@Suite struct TemplateTests {
  private func filled(
    _ text: String, _ values: KeyValuePairs<String, any TextFiller>
  ) -> String {
    TextTemplate(text).filled { name in values.first { $0.key == name }?.value.textValue }
  }

  @Test func valuesAreFilledByName() {
    #expect(filled("{b} y {a}: {b}", ["a": 1, "b": "dos"]) == "dos y 1: dos")
  }

  @Test(arguments: [(0, "0 actas"), (1, "1 acta"), (2, "2 actas"), (21, "21 actas")])
  func aNumberChoosesTheForm(number: Int, text: String) {
    #expect(filled("{n} {n|acta|actas}", ["n": number]) == text)
  }

  @Test func namesOfFilesCannotWriteToTheTerminal() {
    #expect(filled("{path}", ["path": "a\u{1B}[2J{x}"]) == "a\\u{1b}[2J{x}")
  }

  @Test func aBraceThatOpensNoPlaceIsABrace() {
    #expect(filled("{\"version\": {n}} {", ["n": 1]) == "{\"version\": 1} {")
  }

  @Test func theSentenceOfALanguageIsFound() {
    let values: KeyValuePairs<String, any TextFiller> = ["done": 1, "total": 1]
    #expect(Wording(.spanish)(.documentsDone, values) == "1 de 1 documento")
    #expect(Wording(.english)(.documentsDone, values) == "1 of 1 document")
  }
}
