// Ids for what outlives a document: people, institutions, meetings, agreements. An id tells a
// person what it is, and depends only on what it names, never on the order of files.

import MinutarioModel

/// Mints ids such as `p-ines-robledo-quiroga-2021-03-04-1`.
struct IdentifierMint {
  private var taken: Set<String> = []
  private var lastCounter: [String: Int] = [:]

  /// The next free id for a key and a first meeting's date. Ids of one base are told apart by a
  /// counter, so callers mint in an order that the content alone decides.
  mutating func mint(_ kind: Kind, key: String, date: PartialDate?) -> String {
    let base =
      "\(kind.rawValue)-\(Self.slug(key, limit: kind.slugBytes))"
      + "-\(date?.description ?? "sin-fecha")"
    var counter = lastCounter[base, default: 0]
    var id: String
    repeat {
      counter += 1
      id = "\(base)-\(counter)"
    } while !taken.insert(id).inserted
    lastCounter[base] = counter
    return id
  }

  /// What an id is for; the raw value opens the id.
  enum Kind: String {
    case person = "p"
    case institution = "i"
    case meeting = "r"
    case agreement = "c"

    /// Bytes of the readable part: enough to recognise what is meant.
    var slugBytes: Int { self == .agreement ? 32 : 48 }
  }

  /// Small ASCII letters and digits of a folded key, hyphens between. A key without any, in another
  /// script, is told by its hash.
  static func slug(_ key: String, limit: Int) -> String {
    var slug: [UInt8] = []
    for byte in key.utf8 {
      if slug.count >= limit { break }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.append(byte)
      default:
        if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    guard slug.isEmpty else { return String(decoding: slug, as: UTF8.self) }
    return "x" + String(wordHash(key.utf8), radix: 16)
  }
}
