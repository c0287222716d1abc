// Every issue has a sentence in each language, and the languages agree on what fills it.

import MinutarioLexicon
import MinutarioModel
import Testing

@Suite struct MessagesTests {
  @Test(arguments: ["es", "en"])
  func everyIssueHasASentence(_ language: String) {
    #expect(Lexicon.standard.messages(language: language).missing == [])
  }

  @Test(arguments: MinutarioModel.Issue.Code.allCases)
  func languagesFillTheSamePlaces(_ code: MinutarioModel.Issue.Code) {
    let marks = (1...4).map { "⟨\($0)⟩" }
    let issue = MinutarioModel.Issue(code, .warning, arguments: marks)
    let spanish = Lexicon.standard.messages(language: "es").sentence(for: issue)
    let english = Lexicon.standard.messages(language: "en").sentence(for: issue)
    for mark in marks { #expect(spanish.contains(mark) == english.contains(mark), "\(mark)") }
    for sentence in [spanish, english] {
      #expect(!sentence.contains("%1") && !sentence.contains("%2"))
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("⟩") || sentence.hasSuffix("»."))
      #expect(sentence.first?.isLowercase == false)
    }
  }

  @Test(arguments: VocabularyFile.all.filter { $0.kind == .messages })
  func everySentenceBelongsToAnIssue(_ file: VocabularyFile) {
    for row in file.rows {
      #expect(row.count == 2, "\(row)")
      #expect(MinutarioModel.Issue.Code(rawValue: row[0]) != nil, "\(row[0])")
    }
    #expect(Set(file.rows.map { $0[0] }).count == file.rows.count)
  }

  @Test func unknownLanguageSpeaksSpanish() {
    let issue = MinutarioModel.Issue(.dateMissing, .warning)
    let lexicon = Lexicon.standard
    #expect(
      lexicon.messages(language: "qu").sentence(for: issue)
        == lexicon.messages(language: "es").sentence(for: issue))
  }
}
