// Which document a gold file belongs to: the one of the same path, or the only one whose path ends
// like it, where the gold lies in a folder of another depth.

/// Finding documents by the paths of their gold files.
public struct DocumentPaths: Sendable {
  private let paths: [String]
  private let known: Set<String>

  public init(_ paths: [String]) {
    self.paths = paths
    known = Set(paths)
  }

  /// The document of a gold file (its path without `.gold.json`); nil where none or several fit.
  public func document(ofGold path: String) -> String? {
    if known.contains(path) { return path }
    let ends = paths.filter { $0.hasSuffix("/" + path) || path.hasSuffix("/" + $0) }
    return ends.count == 1 ? ends.first : nil
  }
}
