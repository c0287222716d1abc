// Which files of a folder tree are read. All others are listed with the reason: a run must be able
// to say what it left out.

/// The files to read, and those that are not read.
public struct ArchiveListing: Sendable {
  /// In byte order of their paths.
  public private(set) var files: [ArchiveFile] = []
  /// In byte order of their paths.
  public private(set) var skipped: [SkippedFile] = []

  /// Extensions of the formats that can be read.
  public static let readableExtensions = ["txt", "md", "rst", "docx"]

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

  /// Nothing stands at a path that was asked for.
  public struct Missing: Error, Sendable {
    public let path: String
  }
}

/// A file or folder that was not read.
public struct SkippedFile: Sendable, Equatable {
  public let path: String
  public let reason: Reason

  public enum Reason: Sendable, Hashable {
    /// No reader for this extension (small letters, may be empty).
    case unsupported(extension: String)
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
    /// A folder that could not be listed; the system's words.
    case unreadableFolder(String)
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
        skip(folder.relative, .unreadableFolder(error.description))
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
      files.append(ArchiveFile(path: path, location: location))
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
    skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
