// The files inside the binary are those of the folder, and each of them is what its kind asks for.

import MinutarioLexicon
import MinutarioModel
import Testing

private import Foundation

/// A vocabulary file as its lines.
struct VocabularyFile: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  static let all = Lexicon.embeddedFiles().map { VocabularyFile(name: $0.name, bytes: $0.bytes) }
  /// All but the sentences, whose codes are no phrases.
  static let vocabularies = all.filter { $0.kind != .messages }

  static func isComment(_ line: Substring) -> Bool {
    line.hasPrefix("#") && !line.hasPrefix("#\t")
  }

  var testDescription: String { name }
  var text: String { String(decoding: bytes, as: UTF8.self) }
  var kind: Vocabulary? { Vocabulary(rawValue: String(name.prefix { $0 != "." })) }
  var comments: [Substring] { text.split(separator: "\n").filter(Self.isComment) }
  /// The columns of each line that is no comment.
  var rows: [[String]] {
    text.split(separator: "\n").filter { !Self.isComment($0) }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

@Suite struct EmbeddedFilesTests {
  @Test func everyFileOfTheFolderIsEmbeddedUnderItsName() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CLexiconData/lexicon")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }
    #expect(VocabularyFile.all.map(\.name) == names.sorted())
    for file in VocabularyFile.all {
      let onDisk = try Data(contentsOf: folder.appending(path: file.name))
      #expect(onDisk.elementsEqual(file.bytes), "\(file.name) holds the bytes of another file")
    }
  }

  @Test func everyVocabularyHasAFile() {
    let kinds = Set(VocabularyFile.all.compactMap(\.kind))
    #expect(Vocabulary.allCases.filter { !kinds.contains($0) } == [])
  }

  @Test(arguments: VocabularyFile.all)
  func fileHasAKindAndSaysWhatItListsAndItsLicence(_ file: VocabularyFile) {
    #expect(file.kind != nil)
    #expect(file.text.hasPrefix("# "))
    let licences = ["CC0", "Apache-2.0", "Own compilation"]
    #expect(file.comments.contains { line in licences.contains { line.contains($0) } })
  }

  @Test(arguments: VocabularyFile.all)
  func fileIsPlainUTF8(_ file: VocabularyFile) {
    #expect(Array(file.text.utf8) == file.bytes, "bytes that are no UTF-8")
    #expect(!file.bytes.contains(0x0D), "CR")
    #expect(file.bytes.last == 0x0A, "no line break at the end")
    #expect(file.text == file.text.precomposedStringWithCanonicalMapping, "not NFC")
    for row in file.rows {
      #expect(row.count <= 3, "\(row)")
      for column in row { #expect(column == column.trimmingCharacters(in: .whitespaces)) }
    }
  }

  @Test(arguments: VocabularyFile.vocabularies)
  func everyTermHasAWordAndStandsOnce(_ file: VocabularyFile) {
    let table = PhraseTable(parsing: file.bytes)
    for row in file.rows {
      guard let entry = table.entry(for: row[0]) else {
        Testing.Issue.record("“\(row[0])” has nothing to be found by")
        continue
      }
      #expect(entry.term == row[0], "stands twice, as “\(entry.term)” too")
    }
    #expect(table.count == file.rows.count)
  }
}
