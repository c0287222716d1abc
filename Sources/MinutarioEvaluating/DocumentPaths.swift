// Which document a gold file belongs to: the one of the same path, or the only one whose path ends
// like it, where the gold lies in a folder of another depth.

/// Finding documents by the paths of their gold files.
public struct DocumentPaths: Sendable {
  /// The paths by their last components: paths that end alike share it.
  private let byName: [Substring: [String]]

  public init(_ paths: [String]) { byName = Dictionary(grouping: paths, by: Self.name) }

  private static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  /// The document of a gold file (its path without `.gold.json`); nil where none or several fit.
  public func document(ofGold path: String) -> String? {
    let alike = byName[Self.name(of: path)] ?? []
    if alike.contains(path) { return path }
    let ends = alike.filter { $0.hasSuffix("/" + path) || path.hasSuffix("/" + $0) }
    return ends.count == 1 ? ends.first : nil
  }
}
