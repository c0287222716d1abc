// A small zip writer, so that tests can build packages, also broken ones, from what they state.

import CLibDeflate

/// Builds zip files in memory.
struct ZipFixture {
  var entries: [(name: String, data: [UInt8])] = []
  /// Whether members are deflated; else they are stored.
  var isDeflated = false
  var flags = 0
  /// What is written where the CRC-32 belongs, instead of it.
  var wrongChecksum: UInt32?
  var hasDirectory = true
  /// Makes all directory entries point to the first member's header.
  var overlaps = false

  func bytes() -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in entries {
      let stored = isDeflated ? deflate(data) : data
      let checksum =
        wrongChecksum ?? data.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
      let offset = overlaps ? 0 : file.count
      var common: [UInt8] = []
      append(20, 2, &common)
      append(flags, 2, &common)
      append(isDeflated ? 8 : 0, 2, &common)
      append(0, 4, &common)
      append(Int(checksum), 4, &common)
      append(stored.count, 4, &common)
      append(data.count, 4, &common)
      append(name.utf8.count, 2, &common)
      append(0, 2, &common)
      file += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + stored
      directory += [0x50, 0x4B, 1, 2]
      append(20, 2, &directory)
      directory += common
      append(0, 2, &directory)
      append(0, 2, &directory)
      append(0, 2, &directory)
      append(0, 4, &directory)
      append(offset, 4, &directory)
      directory += Array(name.utf8)
    }
    guard hasDirectory else { return file }
    let start = file.count
    file += directory
    file += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    append(entries.count, 2, &file)
    append(entries.count, 2, &file)
    append(directory.count, 4, &file)
    append(start, 4, &file)
    append(0, 2, &file)
    return file
  }

  private func append(_ number: Int, _ size: Int, _ bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  private func deflate(_ data: [UInt8]) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(9) else { return [] }
    defer { libdeflate_free_compressor(compressor) }
    let capacity = libdeflate_deflate_compress_bound(compressor, data.count)
    return data.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
        count = libdeflate_deflate_compress(
          compressor, source.baseAddress, source.count, target.baseAddress, capacity)
      }
    }
  }
}
