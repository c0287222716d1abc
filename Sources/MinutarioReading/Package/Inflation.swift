// Inflating one member of a package by libdeflate, with the bytes produced counted, whatever the
// package declares about them.

internal import CLibDeflate

/// A libdeflate decompressor; one serves one document.
final class Inflation {
  private let decompressor: OpaquePointer?

  init() { decompressor = libdeflate_alloc_decompressor() }

  deinit {
    if let decompressor { libdeflate_free_decompressor(decompressor) }
  }

  /// Why nothing was produced.
  enum Failure: Error {
    case damaged
    /// More than the bytes allowed would have come out.
    case tooMuch
  }

  /// Inflates raw deflate data.
  /// - Parameters:
  ///   - deflated: the data; bytes behind the end of the stream are ignored.
  ///   - expected: the size that the package declares, if it does: a hint only.
  ///   - most: the number of bytes that may be produced.
  /// - Returns: the inflated data.
  /// - Throws: `Failure`.
  func inflate(_ deflated: ArraySlice<UInt8>, expected: Int?, most: Int) throws(Failure) -> [UInt8]
  {
    guard let decompressor else { throw .damaged }
    var capacity = min(max(1, expected ?? deflated.count * 8), max(1, most))
    while true {
      var result = LIBDEFLATE_BAD_DATA
      let output = deflated.withUnsafeBytes { source in
        [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
          var produced = 0
          result = libdeflate_deflate_decompress_ex(
            decompressor, source.baseAddress, source.count, target.baseAddress, capacity, nil,
            &produced)
          count = result == LIBDEFLATE_SUCCESS ? produced : 0
        }
      }
      switch result {
      case LIBDEFLATE_SUCCESS: return output
      case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < most:
        capacity = capacity > most / 4 ? most : capacity * 4
      case LIBDEFLATE_INSUFFICIENT_SPACE: throw .tooMuch
      default: throw .damaged
      }
    }
  }

  /// CRC-32 as zip files use it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
