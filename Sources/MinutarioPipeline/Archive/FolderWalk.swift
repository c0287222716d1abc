// Which files of a folder tree are read. All others are listed with the reason: a run must be able
// to say what it left out.

private import MinutarioModel
private import MinutarioReading
public import MinutarioWording

/// The files to read, and those that are not read.
public struct ArchiveListing: Sendable {
  /// In byte order of their paths.
  public private(set) var files: [ArchiveFile] = []
  /// In byte order of their paths.
  public private(set) var skipped: [SkippedFile] = []

  /// Extensions of the formats that can be read. An `.xml` file counts when it is a Word document.
  public static let readableExtensions = [
    "txt", "md", "rst", "docx", "docm", "dotx", "dotm", "xml",
  ]

  public init() {}

  /// Adds a folder's tree, paths relative to it; or one file, its path being its name. A file that
  /// is named by itself is read whatever its extension.
  /// - Throws: `Missing` when nothing stands there.
  public mutating func add(
    _ root: DiskPath, extensions: [String] = readableExtensions
  ) throws(Missing) {
    switch root.kind(followingLinks: true) {
    case .folder:
      var walk = FolderWalk(root: root, extensions: Set(extensions))
      walk.run()
      files += walk.files
      skipped += walk.skipped
    case .missing:
      throw Missing(path: root.text)
    default:
      files.append(ArchiveFile(path: FileName.text(root.name), location: root))
    }
  }

  /// Keeps the files of some paths only; nothing else counts as left out.
  public mutating func keep(_ isKept: (String) -> Bool) {
    files.removeAll { !isKept($0.path) }
    skipped = []
  }

  /// Nothing stands at a path that was asked for.
  public struct Missing: ToldError, Sendable {
    public let path: String

    public func told(in wording: Wording) -> String { wording(.pathMissing, ["path": path]) }
  }
}

/// A file or folder that was not read.
public struct SkippedFile: Sendable, Equatable {
  public let path: String
  public let reason: Reason
  /// Path of the file whose reading stands for this one; nil when nothing of it was read.
  public let text: String?

  public init(path: String, reason: Reason, text: String? = nil) {
    self.path = path
    self.reason = reason
    self.text = text
  }

  public enum Reason: Sendable, Hashable {
    /// No reader for this extension (small letters, may be empty).
    case unsupported(extension: String)
    /// An XML file that is no Word document.
    case otherXML
    /// Its text stands beside it in a file of its own, which is read (`SkippedFile.text`).
    case readAsText
    /// The name starts with a dot.
    case hidden
    /// What Word leaves beside an open document.
    case lockFile
    case symbolicLink
    /// A pipe, socket or device.
    case special
    /// A folder that is itself a dataset of this program.
    case dataset
    /// Another file has the same name, spelled with other code points.
    case sameName
    /// A folder that could not be listed.
    case unreadableFolder(SystemError)
  }

  /// Whether something was lost that should have been read.
  public var isFailure: Bool {
    if case .unreadableFolder = reason { return true }
    return false
  }
}

/// One walk over a tree, folder by folder, without recursion.
private struct FolderWalk {
  let root: DiskPath
  let extensions: Set<String>
  var files: [ArchiveFile] = []
  var skipped: [SkippedFile] = []

  init(root: DiskPath, extensions: Set<String>) {
    self.root = root
    self.extensions = extensions
  }

  /// Fills `files` and `skipped`.
  mutating func run() {
    var folders: [(location: DiskPath, relative: [UInt8])] = [(root, [])]
    while let folder = folders.popLast() {
      let names: [[UInt8]]
      do {
        names = try folder.location.entries()
      } catch {
        skip(folder.relative, .unreadableFolder(error))
        continue
      }
      for name in names {
        let relative =
          folder.relative.isEmpty ? name : folder.relative + [UInt8(ascii: "/")] + name
        let location = folder.location.appending(name)
        if visit(location, name: name, relative: relative) { folders.append((location, relative)) }
      }
    }
    sort()
  }

  /// Sorts one entry; true for a folder that is to be walked.
  private mutating func visit(_ location: DiskPath, name: [UInt8], relative: [UInt8]) -> Bool {
    if name.first == UInt8(ascii: ".") {
      skip(relative, .hidden)
      return false
    }
    switch location.kind(followingLinks: false) {
    case .folder:
      if DatasetFolder.isDataset(location) {
        skip(relative, .dataset)
        return false
      }
      return true
    case .symbolicLink:
      skip(relative, .symbolicLink)
    case .special:
      skip(relative, .special)
    case .file, .missing, .unreachable:
      visitFile(location, name: name, relative: relative)
    }
    return false
  }

  private mutating func visitFile(_ location: DiskPath, name: [UInt8], relative: [UInt8]) {
    let path = FileName.text(relative)
    let fileExtension = FileName.fileExtension(of: path)
    if name.starts(with: Array("~$".utf8)) {
      skip(relative, .lockFile)
    } else if extensions.contains(fileExtension) {
      let file = ArchiveFile(path: path, location: location)
      // Folders hold settings and other data in XML: those are no minutes that failed.
      if fileExtension == "xml", let head = file.head(SourceReader.headBytes),
        !SourceReader.isWordDocument(xml: head)
      {
        skip(relative, .otherXML)
      } else {
        files.append(file)
      }
    } else {
      skip(relative, .unsupported(extension: fileExtension))
    }
  }

  private mutating func skip(_ relative: [UInt8], _ reason: SkippedFile.Reason) {
    skipped.append(SkippedFile(path: FileName.text(relative), reason: reason))
  }

  /// Byte order of the paths; of two files with one path the first on disk stays.
  private mutating func sort() {
    files.sort {
      $0.path == $1.path
        ? $0.location.bytes.lexicographicallyPrecedes($1.location.bytes)
        : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    var kept: [ArchiveFile] = []
    for file in files {
      if kept.last?.path == file.path {
        skipped.append(SkippedFile(path: file.path, reason: .sameName))
      } else {
        kept.append(file)
      }
    }
    files = kept
    matchTexts()
    skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// `acta.pdf.txt` is the text of `acta.pdf`, which is read by way of it.
  private mutating func matchTexts() {
    let texts = Dictionary(
      files.compactMap { file in DocumentFacts.original(ofText: file.path).map { ($0, file.path) }
      },
      uniquingKeysWith: { first, _ in first })
    for index in skipped.indices {
      if case .unsupported = skipped[index].reason, let text = texts[skipped[index].path] {
        skipped[index] = SkippedFile(path: skipped[index].path, reason: .readAsText, text: text)
      }
    }
  }
}
