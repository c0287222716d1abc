// Two evaluations of the same documents beside each other: what has become better and worse since.

/// An evaluation that was kept, as `--format json` has written it.
public struct EarlierEvaluation: Sendable, Decodable {
  fileprivate let byDocument: [Document]

  private enum CodingKeys: String, CodingKey {
    case byDocument = "by_document"
  }

  fileprivate struct Document: Decodable {
    let path: String
    let counts: [FigureName: Counts]
    let differences: [Difference]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      path = try container.decode(String.self, forKey: .path)
      // Figures and kinds that this version does not know are passed over.
      counts = Dictionary(
        uniqueKeysWithValues: try container.decode([String: Counted].self, forKey: .figures)
          .compactMap { name, counted in FigureName(rawValue: name).map { ($0, counted.counts) } })
      differences = try container.decode([Told].self, forKey: .differences)
        .compactMap(\.difference)
    }

    private enum Key: String, CodingKey {
      case path, figures, differences
    }
  }

  private struct Counted: Decodable {
    let right: Int
    let extra: Int
    let missed: Int

    var counts: Counts { Counts(right: right, extra: extra, missed: missed) }
  }

  private struct Told: Decodable {
    let figure: String
    let kind: String
    let subject: String?
    let expected: String?
    let found: String?
    let place: String?

    var difference: Difference? {
      guard let figure = FigureName(rawValue: figure), let kind = Difference.Kind(rawValue: kind)
      else { return nil }
      return Difference(
        figure: figure, kind: kind, subject: subject, expected: expected, found: found,
        place: place)
    }
  }
}

/// What has changed between an earlier evaluation and this one, over the documents of both.
public struct EvaluationChange: Sendable {
  /// Figures whose F1 has changed, in the order of their names.
  public let figures: [(name: FigureName, before: Figure, now: Figure)]
  /// Documents with differences that were not there before or are there no more, by path.
  public let documents: [Document]
  /// Paths that only one of the two has.
  public let onlyBefore: [String]
  public let onlyNow: [String]

  /// The changes of one document.
  public struct Document: Sendable, Equatable {
    public let path: String
    /// Differences that are new.
    public let worse: [Difference]
    /// Differences that are gone.
    public let better: [Difference]
  }

  public init(from earlier: EarlierEvaluation, to now: Evaluation) {
    let before = Dictionary(
      earlier.byDocument.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let common = now.documents.compactMap { document in
      before[document.path].map { (before: $0, now: document) }
    }
    let figuresBefore = Evaluation.figures(of: common.map(\.before.counts))
    figures = Evaluation.figures(of: common.map(\.now.counts)).compactMap { name, figure in
      guard let then = figuresBefore.first(where: { $0.name == name })?.figure,
        then.counts != figure.counts
      else { return nil }
      return (name, then, figure)
    }
    documents = common.compactMap { before, now in
      let worse = Self.differences(now.differences, lackingIn: before.differences)
      let better = Self.differences(before.differences, lackingIn: now.differences)
      guard !worse.isEmpty || !better.isEmpty else { return nil }
      return Document(path: now.path, worse: worse, better: better)
    }
    let paths = Set(now.documents.map(\.path))
    onlyBefore = before.keys.filter { !paths.contains($0) }.sorted()
    onlyNow = now.documents.map(\.path).filter { before[$0] == nil }
  }

  /// What stands in one list and not in the other; places do not matter.
  private static func differences(
    _ list: [Difference], lackingIn other: [Difference]
  ) -> [Difference] {
    let known = Set(other.map(\.withoutPlace))
    return list.filter { !known.contains($0.withoutPlace) }
  }
}

extension Difference {
  fileprivate var withoutPlace: Difference {
    Difference(
      figure: figure, kind: kind, subject: subject, expected: expected, found: found, place: nil)
  }
}
