// Numbers as zip files hold them: little-endian, at any offset, in bytes that may end too early.

extension [UInt8] {
  /// Two bytes at an offset; nil beyond the end.
  func uint16(at offset: Int) -> Int? { number(UInt16.self, at: offset) }

  /// Four bytes at an offset; nil beyond the end.
  func uint32(at offset: Int) -> Int? { number(UInt32.self, at: offset) }

  /// Eight bytes at an offset; nil beyond the end, or beyond what an Int holds.
  func uint64(at offset: Int) -> Int? { number(UInt64.self, at: offset) }

  private func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { return nil }
    let value = withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
    return Int(exactly: Number(littleEndian: value))
  }
}
