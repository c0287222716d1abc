// All compared documents together: the figures, the rows by confidence, and which documents are
// read worst.

/// The comparison of an archive with its gold.
public struct Evaluation: Sendable {
  /// In byte order of their paths.
  public let documents: [DocumentEvaluation]
  /// Figures that the gold has anything to say of, in the order of their names.
  public let figures: [(name: FigureName, figure: Figure)]
  /// The highest confidence first.
  public let bands: [ConfidenceBand]

  public init(_ documents: [DocumentEvaluation]) {
    self.documents = documents.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    figures = Self.figures(of: self.documents.map(\.counts))
    bands = ConfidenceBand.bands(of: documents.flatMap(\.rows))
  }

  /// The figures of documents that were counted one by one.
  static func figures(
    of documents: [[FigureName: Counts]]
  ) -> [(name: FigureName, figure: Figure)] {
    FigureName.allCases.sorted().compactMap { name in
      let counts = documents.compactMap { $0[name] }
      guard !counts.isEmpty else { return nil }
      let telling = counts.filter { !$0.isEmpty }
      return (
        name,
        Figure(
          counts: counts.reduce(into: Counts(), +=),
          macroF1: telling.isEmpty
            ? nil : telling.map(\.f1).reduce(0, +) / Double(telling.count),
          documents: telling.count)
      )
    }
  }

  /// One figure; nil where the gold has nothing to say of it.
  public subscript(name: FigureName) -> Figure? {
    figures.first { $0.name == name }?.figure
  }

  /// Documents that have differences: the lowest score first, then the most differences.
  public var worstFirst: [DocumentEvaluation] {
    documents.filter { !$0.differences.isEmpty }.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      if left.score != right.score { return left.score < right.score }
      return (right.differences.count, a.offset) < (left.differences.count, b.offset)
    }.map(\.element)
  }

  /// What documents can be gathered by.
  public enum Grouping: String, Sendable, CaseIterable {
    /// The extension of the document's name.
    case format
    /// The first folder of its path; `.` for documents that stand in none.
    case folder

    fileprivate func group(of path: String) -> String {
      switch self {
      case .format:
        let name = path.split(separator: "/").last ?? path[...]
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? "."
      case .folder: return path.contains("/") ? String(path.prefix { $0 != "/" }) : "."
      }
    }
  }

  /// The documents of one group, and the figures over them.
  public struct Group: Sendable {
    public let name: String
    public let documents: Int
    public let figures: [(name: FigureName, figure: Figure)]
  }

  /// The figures group by group, in the order of the groups' names.
  public func groups(by grouping: Grouping) -> [Group] {
    Dictionary(grouping: documents) { grouping.group(of: $0.path) }
      .sorted { $0.key < $1.key }
      .map { name, documents in
        Group(
          name: name, documents: documents.count,
          figures: Self.figures(of: documents.map(\.counts)))
      }
  }

  /// Documents that no record stands for.
  public var missing: [String] { documents.filter(\.isMissing).map(\.path) }
}
