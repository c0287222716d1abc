// A zip package whose bytes depend on its members alone: no times, no host, one level of deflate.

private import CLibDeflate

/// Writes members one behind the other, then the directory.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var members = 0
  private let compressor = Compressor()

  mutating func add(_ name: String, _ content: String) {
    let content = Array(content.utf8)
    let packed = compressor.deflated(content)
    let offset = UInt32(bytes.count)
    // 2.0 is needed, names are UTF-8, deflate, 1980-01-01 00:00.
    var header = Self.little16(20, 0x0800, 8, 0, 0x21)
    header += Self.little32(
      compressor.checksum(content), UInt32(packed.count), UInt32(content.count))
    header += Self.little16(UInt16(name.utf8.count), 0)
    bytes += Self.little32(0x0403_4B50) + header + Array(name.utf8) + packed
    directory += Self.little32(0x0201_4B50) + Self.little16(20) + header
    directory += Self.little16(0, 0, 0) + Self.little32(0, offset) + Array(name.utf8)
    members += 1
  }

  /// The whole package.
  consuming func finished() -> [UInt8] {
    let count = UInt16(members)
    let end =
      Self.little32(0x0605_4B50) + Self.little16(0, 0, count, count)
      + Self.little32(UInt32(directory.count), UInt32(bytes.count)) + Self.little16(0)
    return bytes + directory + end
  }

  private static func little16(_ numbers: UInt16...) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  private static func little32(_ numbers: UInt32...) -> [UInt8] {
    numbers.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }
  }
}

/// A compressor of libdeflate, which must be freed.
private final class Compressor {
  private let handle: OpaquePointer

  init() {
    guard let handle = libdeflate_alloc_compressor(6) else {
      preconditionFailure("libdeflate has no memory for a compressor")
    }
    self.handle = handle
  }

  deinit { libdeflate_free_compressor(handle) }

  func deflated(_ content: [UInt8]) -> [UInt8] {
    let bound = libdeflate_deflate_compress_bound(handle, content.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_deflate_compress(
        handle, content, content.count, buffer.baseAddress, buffer.count)
    }
  }

  func checksum(_ content: [UInt8]) -> UInt32 { libdeflate_crc32(0, content, content.count) }
}
