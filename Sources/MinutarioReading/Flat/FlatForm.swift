// Which XML files are Word documents: the namespace of their vocabulary stands at their top.

/// A form of Word documents in one XML file.
enum FlatForm: Equatable {
  /// Flat OPC, "Word XML Document".
  case package
  /// "Word 2003 XML Document".
  case word2003

  /// Bytes at the top of a file that tell its form.
  static let headBytes = 1 << 13

  /// The form of a file, by its first bytes; nil for all else. UTF-16 counts as well as UTF-8: the
  /// namespaces are ASCII, so its zero bytes only have to be left out.
  init?(_ file: [UInt8]) {
    let head = file.prefix(FlatForm.headBytes)
    guard head.first(where: { $0 != 0 && !isBlank($0) && !isOrderMark($0) }) == UInt8(ascii: "<")
    else { return nil }
    let text = head.filter { $0 != 0 }[...]
    if text.contains("http://schemas.microsoft.com/office/2006/xmlPackage") {
      self = .package
    } else if text.contains("http://schemas.microsoft.com/office/word/2003/wordml") {
      self = .word2003
    } else {
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether an ASCII text stands somewhere in the bytes.
  fileprivate func contains(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    return text.withUTF8Buffer { wanted in
      (startIndex...endIndex - length).contains { self[$0..<$0 + length].elementsEqual(wanted) }
    }
  }
}
