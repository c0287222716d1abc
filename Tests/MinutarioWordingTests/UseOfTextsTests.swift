// What the sources ask of the catalogue: each key is used, and each use fills every place of it.

import Foundation
import MinutarioTestSupport
import Testing

@testable import MinutarioWording

/// A place in the sources that names a key.
private struct Use {
  let file: String
  let key: TextKey
  /// The names that are given with it.
  let names: Set<String>

  /// `wording(.key)` and `wording(.key, ["name": value, …])` of all sources.
  static func all() throws -> [Use] {
    try sources().filter { $0.name != "TextKey.swift" }.flatMap { name, text in
      text.matches(of: /[(,]\s*\.(\w+)/).compactMap { match in
        TextKey(rawValue: String(match.1)).map {
          Use(file: name, key: $0, names: names(in: text[match.range.upperBound...]))
        }
      }
    }
  }

  /// The names of a dictionary literal that follows a comma.
  private static func names(in rest: Substring) -> Set<String> {
    guard let list = rest.prefixMatch(of: /\s*,\s*\[/) else { return [] }
    var depth = 1
    let inside = rest[list.range.upperBound...].prefix { character in
      depth += character == "[" ? 1 : character == "]" ? -1 : 0
      return depth > 0
    }
    return Set(inside.matches(of: /"(\w+)":/).map { String($0.1) })
  }
}

/// Name and text of every Swift file of the program.
private func sources() throws -> [(name: String, text: String)] {
  let folder = Repository.root.appending(path: "Sources")
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return try names.filter { $0.hasSuffix(".swift") }.map { name in
    let file = folder.appending(path: name)
    return (file.lastPathComponent, try String(contentsOf: file, encoding: .utf8))
  }
}

@Suite struct UseOfTextsTests {
  @Test func everyKeyIsUsed() throws {
    let used = Set(try Use.all().map(\.key))
    #expect(TextKey.allCases.filter { !used.contains($0) } == [])
  }

  @Test func everyUseFillsEveryPlaceAndNoOther() throws {
    for use in try Use.all() {
      let template = try #require(TextCatalogue.embedded(.english)[use.key])
      #expect(use.names == template.names, "\(use.key) in \(use.file)")
    }
  }

  /// A sentence in code would be said in one language only.
  @Test func noSourceHoldsASentenceForPeople() throws {
    for (name, text) in try sources() {
      for sign in ["(en: \"", "ValidationError(\"", "complain(\""] {
        #expect(!text.contains(sign), "\(name) holds \(sign)…")
      }
    }
  }
}
