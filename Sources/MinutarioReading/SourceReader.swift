// The entrance to reading: which reader a file gets is decided by its content first, by its name
// second. What a reader drops, no later stage can find.

public import MinutarioModel

/// Turns the bytes of one file into blocks.
public struct SourceReader: Sendable {
  private let limits: Limits
  private let policy: RevisionPolicy
  private let definitions = DefinitionCache()

  /// Makes a reader. One reader may serve any number of files, from any number of tasks: it keeps
  /// the styles and list definitions that documents share.
  /// `revisions` says which of the changes that a document records its text shows.
  public init(limits: Limits = Limits(), revisions: RevisionPolicy = .accepted) {
    self.limits = limits
    policy = revisions
  }

  /// Bytes at the top of an XML file that tell whether it is a Word document.
  public static var headBytes: Int { FlatForm.headBytes }

  /// Whether an XML file that begins so is a Word document.
  public static func isWordDocument(xml head: [UInt8]) -> Bool { FlatForm(head) != nil }

  /// Reads one file.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: its name; only the extension matters, and only where the content does not tell.
  /// - Returns: the document; its `isTruncated` says whether something of it is missing.
  /// - Throws: `DocumentError` when nothing can be read of it: what the file is instead
  ///   (`oldWordFile`, `htmlFile`, `rtfFile`, `lockFile`, `notADocument` with its name), `emptyFile`,
  ///   `encrypted`, `damaged` (what is damaged), `tooLarge`, `zipRatio`, `zipEntryLimit` (what and
  ///   the bound), `xmlDTD` (the part). docs/READING.md says what the user can do.
  public func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> SourceDocument {
    guard bytes.count <= limits.fileBytes else {
      throw DocumentError(.tooLarge, arguments: ["\(bytes.count)", "\(limits.fileBytes)"])
    }
    let name = FileName(name)
    let reader: any DocumentReader
    switch FileKind(bytes, name) {
    case .package:
      reader = WordReader(limits: limits, definitions: definitions, policy: policy)
    case .flat(let form): reader = FlatReader(limits: limits, form: form, policy: policy)
    case .text: reader = TextReader(limits: limits)
    case .page: throw DocumentError(.htmlFile)
    case .richText: throw DocumentError(.rtfFile)
    case .oldWord: throw DocumentError(.oldWordFile)
    case .lockFile: throw DocumentError(.lockFile)
    case .empty: throw DocumentError(.emptyFile)
    case .encrypted(let kind): throw DocumentError(.encrypted, arguments: [kind])
    case .foreign(let kind): throw DocumentError(.notADocument, arguments: [kind])
    case .damaged(let what): throw DocumentError(.damaged, arguments: [what])
    }
    return try reader.read(bytes, name: name)
  }
}
