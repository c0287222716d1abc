// A package (ECMA-376 Part 2) as a document reader sees it: parts by name, inflated on demand and
// within bounds. Nothing is written anywhere, no relationship target outside the package is opened.

internal import Glibc
internal import MinutarioModel

/// The parts of one zip package.
struct Package {
  private let file: [UInt8]
  private let directory: ZipDirectory
  private let limits: Limits
  private let inflation = Inflation()
  /// Bytes that were produced so far.
  private var inflatedBytes = 0

  init(_ file: [UInt8], limits: Limits) throws(DocumentError) {
    self.file = file
    self.limits = limits
    directory = try ZipDirectory(file, limits: limits)
  }

  /// Whether the zip file's directory was lost and its members were found without it.
  var isSalvaged: Bool { directory.isSalvaged }

  /// Names of the parts, in `ZipDirectory.key` form.
  var partNames: some Collection<String> { directory.entries.keys }

  /// Whether there is such a part.
  func contains(_ name: String) -> Bool { directory.entries[ZipDirectory.key(name.utf8)] != nil }

  /// All that decides what a part's contents are, as it stands in the file.
  struct Fingerprint: Equatable, Sendable {
    var method: Int
    var size: Int
    var checksum: UInt32
    var data: ArraySlice<UInt8>

    static func == (one: Fingerprint, other: Fingerprint) -> Bool {
      guard one.checksum == other.checksum, one.size == other.size, one.method == other.method,
        one.data.count == other.data.count
      else { return false }
      return one.data.withUnsafeBytes { own in
        other.data.withUnsafeBytes { others in
          guard let start = own.baseAddress, let otherStart = others.baseAddress else {
            return true
          }
          return memcmp(start, otherStart, own.count) == 0
        }
      }
    }

    /// The same, without keeping the rest of its file alive.
    var detached: Fingerprint {
      var copy = self
      copy.data = Array(data)[...]
      return copy
    }
  }

  /// The fingerprint of a part; nil where the package leaves something open.
  func fingerprint(_ name: String) -> Fingerprint? {
    guard let entry = directory.entries[ZipDirectory.key(name.utf8)], !entry.isEncrypted,
      let size = entry.size, let checksum = entry.checksum
    else { return nil }
    return Fingerprint(
      method: entry.method, size: size, checksum: checksum, data: file[entry.data])
  }

  /// Counts a part that is known from another package as if it were inflated, so that a document
  /// meets its bounds no matter what was read before it.
  mutating func countAsRead(_ known: Fingerprint, _ name: String) throws(DocumentError) {
    guard known.size <= limits.inflatedBytes - inflatedBytes else {
      throw DocumentError(.tooLarge, arguments: [name, "\(limits.inflatedBytes - inflatedBytes)"])
    }
    inflatedBytes += known.size
  }

  /// The contents of a part.
  struct Part {
    var bytes: [UInt8]
    /// What is wrong with them; nil when they are what the package says.
    var damage: String?
  }

  /// The inflated bytes of a part, of a damaged one what stands before the damage; nil when the
  /// package has none of that name.
  mutating func part(_ name: String) throws(DocumentError) -> Part? {
    guard let entry = directory.entries[ZipDirectory.key(name.utf8)] else { return nil }
    if entry.isEncrypted { throw DocumentError(.encrypted, arguments: [name]) }
    if entry.isOutOfReach { throw DocumentError(.damaged, arguments: ["\(name): zip header"]) }
    var part = try contents(entry, name)
    if part.damage == nil {
      if let size = entry.size, size != part.bytes.count {
        part.damage = "size"
      } else if let checksum = entry.checksum, checksum != Inflation.checksum(part.bytes) {
        part.damage = "CRC"
      }
    }
    inflatedBytes += part.bytes.count
    return part
  }

  /// Counts what was inflated of a package within this one.
  mutating func count(_ inner: Package) { inflatedBytes += inner.inflatedBytes }

  /// The limits with what is left of the bytes that may be inflated.
  var remaining: Limits {
    var limits = limits
    limits.inflatedBytes = max(0, limits.inflatedBytes - inflatedBytes)
    return limits
  }

  private func contents(_ entry: ZipDirectory.Entry, _ name: String) throws(DocumentError) -> Part {
    let (byRatio, overflow) = entry.data.count.multipliedReportingOverflow(
      by: limits.inflationRatio)
    let ratioBound = overflow ? Int.max : max(limits.inflationGrace, byRatio)
    let sizeBound = min(limits.partBytes, limits.inflatedBytes - inflatedBytes)
    switch entry.method {
    case 0:
      guard entry.data.count <= sizeBound else {
        throw DocumentError(.tooLarge, arguments: [name, "\(sizeBound)"])
      }
      return Part(bytes: Array(file[entry.data]))
    case 8:
      do throws(Inflation.Failure) {
        return Part(
          bytes: try inflation.inflate(
            file[entry.data], expected: entry.size, most: min(ratioBound, sizeBound)))
      } catch {
        switch error {
        case .damaged:
          let bytes = Inflation.salvage(file[entry.data], most: min(ratioBound, sizeBound))
          guard bytes.isEmpty else { return Part(bytes: bytes, damage: "deflate") }
          throw DocumentError(
            .damaged, arguments: ["\(name): deflate"], position: entry.data.lowerBound)
        case .tooMuch where ratioBound < sizeBound:
          throw DocumentError(.zipRatio, arguments: [name, "\(limits.inflationRatio)"])
        case .tooMuch:
          throw DocumentError(.tooLarge, arguments: [name, "\(sizeBound)"])
        }
      }
    default:
      throw DocumentError(
        .damaged, arguments: ["\(name): method \(entry.method)"], position: entry.data.lowerBound)
    }
  }
}
