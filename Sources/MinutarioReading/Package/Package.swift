// A package (ECMA-376 Part 2) as a document reader sees it: parts by name, inflated on demand and
// within bounds. Nothing is written anywhere, no relationship target outside the package is opened.

internal import MinutarioModel

/// The parts of one zip package.
struct Package {
  private let file: [UInt8]
  private let directory: ZipDirectory
  private let limits: Limits
  private let inflation = Inflation()
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
  struct Fingerprint: Equatable {
    var method: Int
    var size: Int
    var checksum: UInt32
    var data: ArraySlice<UInt8>

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

  /// The inflated bytes of a part; nil when the package has none of that name.
  mutating func part(_ name: String) throws(DocumentError) -> [UInt8]? {
    guard let entry = directory.entries[ZipDirectory.key(name.utf8)] else { return nil }
    if entry.isEncrypted { throw DocumentError(.encrypted, arguments: [name]) }
    let bytes = try contents(entry, name)
    if let size = entry.size, size != bytes.count {
      throw DocumentError(.damaged, arguments: ["\(name): size"], position: entry.data.lowerBound)
    }
    if let checksum = entry.checksum, checksum != Inflation.checksum(bytes) {
      throw DocumentError(.damaged, arguments: ["\(name): CRC"], position: entry.data.lowerBound)
    }
    inflatedBytes += bytes.count
    return bytes
  }

  private func contents(_ entry: ZipDirectory.Entry, _ name: String) throws(DocumentError)
    -> [UInt8]
  {
    let (byRatio, overflow) = entry.data.count.multipliedReportingOverflow(
      by: limits.inflationRatio)
    let ratioBound = overflow ? Int.max : max(limits.inflationGrace, byRatio)
    let sizeBound = min(limits.partBytes, limits.inflatedBytes - inflatedBytes)
    switch entry.method {
    case 0:
      guard entry.data.count <= sizeBound else {
        throw DocumentError(.tooLarge, arguments: [name, "\(sizeBound)"])
      }
      return Array(file[entry.data])
    case 8:
      do throws(Inflation.Failure) {
        return try inflation.inflate(
          file[entry.data], expected: entry.size, most: min(ratioBound, sizeBound))
      } catch {
        switch error {
        case .damaged:
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
