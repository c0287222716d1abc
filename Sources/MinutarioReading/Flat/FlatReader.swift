// Word documents that are one XML file (.xml): what `WordReader` does for packages, by passes over
// the file instead of parts of a zip. Nothing is unpacked, so the bound of the file is the bound.

internal import MinutarioModel

/// Reads Flat OPC and Word 2003 XML. What of WordprocessingML is read is said at `WordReader`; of
/// Word 2003, targets of links and what its own vocabulary names otherwise is not.
struct FlatReader: DocumentReader {
  let limits: Limits
  let form: FlatForm
  let policy: RevisionPolicy

  func read(_ file: [UInt8], name: FileName) throws(DocumentError) -> SourceDocument {
    switch form {
    case .package: try FlatPackage(file: file, limits: limits, policy: policy).document()
    case .word2003: try Word2003(file: file, limits: limits, policy: policy).document()
    }
  }
}

/// A story with the kind that it has in the document.
private struct FlatStory {
  var kind: Story.Kind
  var part: String
  var reader: StoryReader
  var ending: XMLEnding
}

extension SourceDocument {
  /// A document of stories, the body first.
  fileprivate init(_ stories: [FlatStory], title: String?, limits: Limits) {
    self.init(format: "wordml")
    var links: [(StoryReader.Link, part: String)] = []
    for story in stories {
      guard text.count <= limits.textBytes else {
        cut("text_bytes")
        break
      }
      links += story.reader.links.map { ($0, story.part) }
      if story.kind == .comment, !story.reader.blocks.isEmpty { hasComments = true }
      add(story.reader, story.kind, part: story.part, story.ending)
      // Word writes what a document includes as bytes in such a file.
      if !story.reader.chunks.isEmpty {
        isTruncated = true
        issues.append(Issue(.truncated, .warning, arguments: ["\(story.part): altChunk"]))
      }
    }
    add(links)
    addIssuesOfStories()
    self.title = title
  }
}

/// A Flat OPC file: its parts are those of a .docx.
private struct FlatPackage {
  let file: [UInt8]
  let limits: Limits
  let policy: RevisionPolicy

  func document() throws(DocumentError) -> SourceDocument {
    let relationships = try relationships()
    let root = relationships[""] ?? Relationships()
    let main = root.part("officeDocument") ?? "word/document.xml"
    let own = relationships[ZipDirectory.key(main.utf8)] ?? Relationships()
    let names = PartNames(main: main, relationships: own)
    let styles = try part(names.part("styles")) { StylesReader() }.map(Styles.init) ?? Styles()
    let numbering =
      try part(names.part("numbering")) { NumberingReader() }.map(Numbering.init) ?? Numbering()
    let title = try part(root.part("core-properties") ?? "docProps/core.xml") { TitleReader() }

    let kinds = own.all.filter { !$0.isExternal }.map(\.target)
    let wanted = Set(
      ([main] + kinds + ["footnotes", "endnotes", "comments"].map(names.part))
        .map { ZipDirectory.key($0.utf8) })
    let (limits, policy) = (limits, policy)
    let parts = try PartRouter.parts(of: file, FlatPackageLayout(), limits: limits) { name in
      wanted.contains(name)
        ? StoryReader(
          styles: styles, counters: ListCounters(numbering),
          relationships: relationships[name] ?? Relationships(), limits: limits, policy: policy)
        : nil
    }
    let read = Dictionary(parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    guard let body = read[ZipDirectory.key(main.utf8)], body.reader.root == .document else {
      throw DocumentError(.notADocument, arguments: ["XML"])
    }
    var stories: [FlatStory] = []
    var taken: Set<String> = []
    for (kind, name) in [(Story.Kind.body, main)] + names.stories(after: body.reader) {
      let key = ZipDirectory.key(name.utf8)
      guard let part = read[key], taken.insert(key).inserted else { continue }
      stories.append(
        FlatStory(kind: kind, part: name, reader: part.finished(), ending: part.ending))
    }
    return SourceDocument(stories, title: title?.title, limits: limits)
  }

  /// All relationships by the part that they belong to, "" for the package.
  private func relationships() throws(DocumentError) -> [String: Relationships] {
    let parts = try PartRouter.parts(of: file, FlatPackageLayout(), limits: limits) { name in
      owner(ofRelationships: name).map(RelationshipsReader.init(of:))
    }
    return Dictionary(
      parts.map { (owner(ofRelationships: $0.name) ?? "", Relationships($0.reader)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// `word/document.xml` of `word/_rels/document.xml.rels`.
  private func owner(ofRelationships name: String) -> String? {
    let steps = name.split(separator: "/")
    guard steps.count > 1, steps[steps.count - 2] == "_rels", let last = steps.last,
      last.hasSuffix(".rels")
    else { return nil }
    let folder = steps.dropLast(2).map { $0 + "/" }.joined()
    return last == ".rels" ? folder : folder + last.dropLast(5)
  }

  /// The reader of one part after reading; nil when there is no such part.
  private func part<Reader: XMLHandler>(
    _ name: String, reader: @escaping () -> Reader
  ) throws(DocumentError) -> Reader? {
    let key = ZipDirectory.key(name.utf8)
    return try PartRouter.parts(of: file, FlatPackageLayout(), limits: limits) {
      $0 == key ? reader() : nil
    }.first?.reader
  }
}

/// A Word 2003 file.
private struct Word2003 {
  let file: [UInt8]
  let limits: Limits
  let policy: RevisionPolicy

  func document() throws(DocumentError) -> SourceDocument {
    typealias Layout = Word2003Layout
    let styles = try part(Layout.styles) { StylesReader() }.map(Styles.init) ?? Styles()
    let numbering = try part(Layout.lists) { NumberingReader() }.map(Numbering.init) ?? Numbering()
    let title = try part(Layout.properties) { TitleReader() }
    let (limits, policy) = (limits, policy)
    let parts = try PartRouter.parts(of: file, Layout(), limits: limits) { name in
      Layout.kind(of: name).map { _ in
        StoryReader(
          styles: styles, counters: ListCounters(numbering), relationships: Relationships(),
          limits: limits, policy: policy)
      }
    }
    guard parts.contains(where: { $0.name == Layout.body }) else {
      throw DocumentError(.notADocument, arguments: ["XML"])
    }
    var stories: [FlatStory] = []
    var shown: Set<[UInt8]> = []
    for kind in [Story.Kind.body, .header, .footer, .footnote, .endnote, .comment] {
      for part in parts where Layout.kind(of: part.name) == kind {
        let reader = part.finished()
        // Each section has headers of its own, which mostly repeat those before.
        let isPage = kind == .header || kind == .footer
        guard !isPage || shown.insert(reader.text).inserted else { continue }
        stories.append(
          FlatStory(kind: kind, part: part.name, reader: reader, ending: part.ending))
      }
    }
    return SourceDocument(stories, title: title?.title, limits: limits)
  }

  private func part<Reader: XMLHandler>(
    _ name: String, reader: @escaping () -> Reader
  ) throws(DocumentError) -> Reader? {
    try PartRouter.parts(of: file, Word2003Layout(), limits: limits) {
      $0 == name ? reader() : nil
    }.first?.reader
  }
}

extension PartRouter.Part where Reader == StoryReader {
  /// The reader, with what the part left open handed on.
  fileprivate func finished() -> StoryReader {
    var reader = reader
    reader.finish()
    return reader
  }
}
