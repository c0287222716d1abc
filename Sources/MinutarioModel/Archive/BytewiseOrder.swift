// The one order of texts in everything that is written: by their UTF-8 bytes. Swift's own order
// of strings follows Unicode tables, which change with the version of the library.

extension StringProtocol {
  /// Whether the text stands before another by UTF-8 bytes.
  public func precedesBytewise(_ other: some StringProtocol) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
