// Gaps of many documents, counted by shape. Memory is bounded: an archive of any size holds lines
// that occur once, and those tell nobody what to add.

/// Counts of gaps, with places where they stand.
public struct GapTally: Sendable {
  private var counts: [Key: Count] = [:]
  private let capacity: Int
  public private(set) var documents = 0
  /// How many lines of one shape may not be counted: 0 until shapes had to be forgotten.
  public private(set) var forgotten = 0

  /// Examples that are kept of a shape.
  public static let examples = 3

  private struct Key: Hashable {
    let kind: Gap.Kind
    let shape: String
  }

  /// A shape with its count.
  public struct Count: Sendable, Equatable {
    public let kind: Gap.Kind
    public let shape: String
    public fileprivate(set) var lines = 0
    public fileprivate(set) var documents = 0
    /// The first lines of the shape, from documents as different as there are.
    public fileprivate(set) var examples: [Example] = []
  }

  /// A line where a gap was found.
  public struct Example: Sendable, Equatable {
    public let path: String
    public let place: String
    public let text: String
  }

  /// A tally that keeps at most `capacity` shapes (at least 2), a kilobyte or less each.
  public init(capacity: Int = 20_000) { self.capacity = max(2, capacity) }

  /// Adds the gaps of one document.
  public mutating func add(_ gaps: [Gap], of path: String) {
    documents += 1
    var seen: Set<Key> = []
    for gap in gaps {
      let key = Key(kind: gap.kind, shape: gap.shape)
      var count = counts[key] ?? Count(kind: gap.kind, shape: gap.shape)
      count.lines += 1
      let isFirst = seen.insert(key).inserted
      if isFirst { count.documents += 1 }
      // Three lines of one document tell less than three documents.
      if isFirst, count.examples.count < Self.examples {
        count.examples.append(Example(path: path, place: gap.place, text: gap.text))
      }
      counts[key] = count
    }
    if counts.count > capacity { forgetRare() }
  }

  /// Forgets the rarer half of the shapes. Which they are hangs on the documents and their order
  /// only, and no shape has lost more lines than `forgotten`.
  private mutating func forgetRare() {
    let bar = counts.values.map(\.lines).sorted()[counts.count / 2]
    counts = counts.filter { $0.value.lines > bar }
    forgotten += bar
  }

  /// The shapes of a kind: those of the most documents first, then of the most lines.
  public func shapes(of kind: Gap.Kind) -> [Count] {
    counts.values.filter { $0.kind == kind }.sorted {
      ($1.documents, $1.lines, $0.shape) < ($0.documents, $0.lines, $1.shape)
    }
  }
}
