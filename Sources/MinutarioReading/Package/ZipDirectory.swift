// Where the members of a zip file stand. Names serve as dictionary keys and nothing else. What two
// readers could understand differently (a name twice, members that overlap) is refused.

internal import MinutarioModel

/// The members of a zip file, found through its central directory or, where that is lost, through
/// the headers in front of the members.
struct ZipDirectory {
  /// One member.
  struct Entry {
    /// The deflated or stored bytes, within the file.
    var data: Range<Int>
    var method: Int
    var isEncrypted: Bool
    /// Whether the directory leads to no such member.
    var isOutOfReach = false
    /// Inflated size and CRC-32 as declared; nil where the header leaves them open.
    var size: Int?
    var checksum: UInt32?
  }

  /// Members by `key(_:)` of their name; folders are left out.
  private(set) var entries: [String: Entry] = [:]
  /// Whether the central directory was missing: then a member at the end may be missing, too.
  private(set) var isSalvaged = false

  /// The form in which part names are compared: forward slashes, none in front, ASCII lower case.
  static func key(_ name: some Sequence<UInt8>) -> String {
    let bytes = name.map { byte in
      switch byte {
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
    return String(decoding: bytes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }

  init(_ file: [UInt8], limits: Limits) throws(DocumentError) {
    if let end = EndRecord(file), try readCentralDirectory(file, end, limits) { return }
    entries = [:]
    isSalvaged = true
    try readLocalHeaders(file, limits)
  }

  /// - Returns: whether the directory could be read to its end.
  private mutating func readCentralDirectory(
    _ file: [UInt8], _ end: EndRecord, _ limits: Limits
  ) throws(DocumentError) -> Bool {
    guard end.entries <= limits.zipEntries else {
      throw DocumentError(.zipEntryLimit, arguments: ["\(end.entries)", "\(limits.zipEntries)"])
    }
    var position = end.directory
    var extents: [Range<Int>] = []
    entries.reserveCapacity(end.entries)
    for _ in 0..<end.entries {
      guard file.uint32(at: position) == Signature.central,
        let flags = file.uint16(at: position + 8), let method = file.uint16(at: position + 10),
        let checksum = file.uint32(at: position + 16),
        var deflated = file.uint32(at: position + 20),
        var size = file.uint32(at: position + 24), let nameLength = file.uint16(at: position + 28),
        let extraLength = file.uint16(at: position + 30),
        let commentLength = file.uint16(at: position + 32),
        var offset = file.uint32(at: position + 42)
      else { return false }
      let name = position + 46
      let extra = name + nameLength
      guard extra + extraLength + commentLength <= file.count else { return false }
      readLargeSizes(file, extra..<extra + extraLength, &size, &deflated, &offset)
      position = extra + extraLength + commentLength

      let header = offset.addingReportingOverflow(end.shift)
      let extent = header.overflow ? nil : member(file, header.partialValue, deflated)
      if let extent { extents.append(header.partialValue..<extent.upperBound) }
      try add(
        file[name..<extra],
        Entry(
          data: extent ?? 0..<0, method: method, isEncrypted: flags & 1 != 0,
          isOutOfReach: extent == nil, size: size,
          checksum: UInt32(truncatingIfNeeded: checksum)), at: offset)
    }
    extents.sort { $0.lowerBound < $1.lowerBound }
    for (one, next) in zip(extents, extents.dropFirst()) where one.upperBound > next.lowerBound {
      throw DocumentError(.damaged, arguments: ["zip members overlap"], position: next.lowerBound)
    }
    return true
  }

  /// The data behind a member's own header; nil when either is not where the directory says.
  private func member(_ file: [UInt8], _ header: Int, _ deflated: Int) -> Range<Int>? {
    guard file.uint32(at: header) == Signature.local, let name = file.uint16(at: header + 26),
      let extra = file.uint16(at: header + 28)
    else { return nil }
    let data = header + 30 + name + extra
    guard data <= file.count, deflated <= file.count - data else { return nil }
    return data..<data + deflated
  }

  /// Reads the 64-bit sizes that stand in the extra field where the 32-bit ones say so.
  private func readLargeSizes(
    _ file: [UInt8], _ extra: Range<Int>, _ size: inout Int, _ deflated: inout Int,
    _ offset: inout Int
  ) {
    let unknown = Int(UInt32.max)
    guard size == unknown || deflated == unknown || offset == unknown else { return }
    var position = extra.lowerBound
    while position + 4 <= extra.upperBound, let id = file.uint16(at: position),
      let length = file.uint16(at: position + 2)
    {
      position += 4
      if id == 1 {
        if size == unknown {
          size = file.uint64(at: position) ?? unknown
          position += 8
        }
        if deflated == unknown {
          deflated = file.uint64(at: position) ?? unknown
          position += 8
        }
        if offset == unknown { offset = file.uint64(at: position) ?? unknown }
        return
      }
      position += length
    }
  }

  /// Finds the members by the headers in front of them. A member's data end where the next
  /// signature stands; the deflate stream itself knows its end.
  private mutating func readLocalHeaders(
    _ file: [UInt8], _ limits: Limits
  ) throws(DocumentError) {
    var header = ZipDirectory.nextSignature(in: file, from: 0)
    while let position = header, file.uint32(at: position) == Signature.local {
      guard let flags = file.uint16(at: position + 6), let method = file.uint16(at: position + 8),
        let checksum = file.uint32(at: position + 14),
        let deflated = file.uint32(at: position + 18),
        let size = file.uint32(at: position + 22), let nameLength = file.uint16(at: position + 26),
        let extraLength = file.uint16(at: position + 28)
      else { break }
      let data = position + 30 + nameLength + extraLength
      guard data <= file.count else { break }
      guard entries.count < limits.zipEntries else {
        throw DocumentError(
          .zipEntryLimit, arguments: ["\(entries.count + 1)", "\(limits.zipEntries)"])
      }
      let sizesFollow = flags & 8 != 0
      let next: Int?
      let dataEnd: Int
      if sizesFollow {
        next = ZipDirectory.nextSignature(in: file, from: data)
        dataEnd = next ?? file.count
      } else {
        dataEnd = min(data + deflated, file.count)
        next = ZipDirectory.nextSignature(in: file, from: dataEnd)
      }
      try add(
        file[position + 30..<position + 30 + nameLength],
        Entry(
          data: data..<dataEnd, method: method, isEncrypted: flags & 1 != 0,
          size: sizesFollow ? nil : size,
          checksum: sizesFollow ? nil : UInt32(truncatingIfNeeded: checksum)), at: position)
      header = next
      while let descriptor = header, file.uint32(at: descriptor) == Signature.descriptor {
        header = ZipDirectory.nextSignature(in: file, from: descriptor + 4)
      }
    }
    if entries.isEmpty { throw DocumentError(.damaged, arguments: ["zip without members"]) }
  }

  private mutating func add(
    _ name: ArraySlice<UInt8>, _ entry: Entry, at position: Int
  ) throws(DocumentError) {
    guard let last = name.last, last != UInt8(ascii: "/"), last != UInt8(ascii: "\\") else {
      return
    }
    let key = ZipDirectory.key(name)
    guard entries.updateValue(entry, forKey: key) == nil else {
      throw DocumentError(.damaged, arguments: ["zip member twice: \(key)"], position: position)
    }
  }

  private static func nextSignature(in file: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + 4 <= file.count {
      if file[position] == 0x50, file[position + 1] == 0x4B {
        switch file.uint32(at: position) {
        case Signature.local, Signature.central, Signature.descriptor: return position
        default: break
        }
      }
      position += 1
    }
    return nil
  }
}

/// The four-byte marks of a zip file's records.
private enum Signature {
  static let local = 0x0403_4B50
  static let central = 0x0201_4B50
  static let descriptor = 0x0807_4B50
  static let end = 0x0605_4B50
  static let largeEnd = 0x0606_4B50
  static let largeLocator = 0x0706_4B50
}

/// The record at the end of a zip file, which says where the central directory stands. Bytes in
/// front of the zip file or behind it do not matter.
struct EndRecord {
  var entries: Int
  /// Where the central directory begins in the file.
  var directory: Int
  /// What is to be added to the offsets that the directory gives.
  var shift: Int

  init?(_ file: [UInt8]) {
    let farthest = max(0, file.count - 22 - 65_535)
    var position = file.count - 22
    while position >= farthest {
      if file.uint32(at: position) == Signature.end,
        let found = EndRecord(file, at: position)
      {
        self = found
        return
      }
      position -= 1
    }
    return nil
  }

  private init?(_ file: [UInt8], at position: Int) {
    guard var entries = file.uint16(at: position + 10), var size = file.uint32(at: position + 12),
      var offset = file.uint32(at: position + 16)
    else { return nil }
    var end = position
    if entries == 0xFFFF || offset == Int(UInt32.max),
      file.uint32(at: position - 20) == Signature.largeLocator,
      let record = file.uint64(at: position - 12), file.uint32(at: record) == Signature.largeEnd,
      let largeEntries = file.uint64(at: record + 32), let largeSize = file.uint64(at: record + 40),
      let largeOffset = file.uint64(at: record + 48)
    {
      (entries, size, offset, end) = (largeEntries, largeSize, largeOffset, record)
    }
    self.entries = entries
    if entries == 0 || file.uint32(at: offset) == Signature.central {
      (directory, shift) = (offset, 0)
    } else if size <= end, file.uint32(at: end - size) == Signature.central {
      (directory, shift) = (end - size, end - size - offset)
    } else {
      return nil
    }
  }
}
