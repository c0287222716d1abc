// Inflating one member of a package by libdeflate, with the bytes produced counted, whatever the
// package declares about them. Of damaged data zlib gives what stands before the damage, which
// libdeflate cannot.

internal import CLibDeflate
internal import CZlib

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

  /// What a damaged stream holds before its damage, `most` bytes of it.
  static func salvage(_ deflated: ArraySlice<UInt8>, most: Int) -> [UInt8] {
    var stream = z_stream()
    guard minutario_inflate_raw(&stream) == Z_OK else { return [] }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    // zlib takes the input without const, but does not change it.
    var input = Array(deflated)
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      var result = Z_OK
      while result == Z_OK, output.count < most {
        let produced = piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          result = CZlib.inflate(&stream, Z_NO_FLUSH)
          return piece.count - Int(stream.avail_out)
        }
        output += piece[..<min(produced, most - output.count)]
        if produced == 0 { break }
      }
    }
    return output
  }

  /// CRC-32 as zip files use it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
