// An archive of minutes: which documents it has, and what each holds. Document by document, so that
// a million of them need no memory.

/// One file of an archive.
public struct GeneratedDocument: Sendable {
  /// `2019/organo-012/acta-2019-05-07.docx`.
  public let path: String
  public let bytes: [UInt8]
  /// What a reader must find in it.
  public let counts: Counts
}

/// What an archive holds.
public struct Counts: Sendable, Equatable {
  public var documents = 0
  public var word = 0
  public var attendances = 0
  public var agreements = 0

  public init() {}

  public mutating func add(_ other: Counts) {
    documents += other.documents
    word += other.word
    attendances += other.attendances
    agreements += other.agreements
  }
}

/// An archive that its size, seed and share of Word documents decide.
public struct GeneratedArchive: Sendable {
  public let count: Int
  private let seed: UInt64
  private let wordShare: Double
  private let bodies: [PublicBody]

  /// - Parameters:
  ///   - count: documents; 1 or more.
  ///   - seed: the same seed gives the same bytes.
  ///   - wordShare: how many of the documents are .docx, 0 to 1; the others are .txt.
  public init(count: Int, seed: UInt64, wordShare: Double) {
    self.count = count
    self.seed = seed
    self.wordShare = wordShare
    // About a hundred sessions each: monthly meetings over eight years.
    bodies = (0..<max(6, count / 100)).map { PublicBody(number: $0, seed: seed, words: .standard) }
  }

  /// The document of an index from 0.
  public func document(at index: Int) -> GeneratedDocument {
    let body = bodies[index % bodies.count]
    let session = index / bodies.count
    let minutes = Minutes(body: body, session: session, seed: seed, words: .standard)
    let isWord = isWord(index + session)
    var random = RandomSource(seed: seed, 3, UInt64(index))
    let bytes =
      isWord ? WordFile(minutes, random: &random).bytes : TextFile(minutes.blocks).bytes
    var counts = Counts()
    counts.documents = 1
    counts.word = isWord ? 1 : 0
    counts.attendances = minutes.attendees.count
    counts.agreements = minutes.agreements.count
    let name = "acta-\(minutes.day.iso).\(isWord ? "docx" : "txt")"
    return GeneratedDocument(
      path: "\(minutes.day.year)/organo-\(Self.three(body.number))/\(name)", bytes: bytes,
      counts: counts)
  }

  /// Spreads the share evenly; each body writes both kinds.
  private func isWord(_ place: Int) -> Bool {
    (Double(place + 1) * wordShare).rounded(.down) > (Double(place) * wordShare).rounded(.down)
  }

  private static func three(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
  }
}
