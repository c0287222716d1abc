// The entrance to reading: which reader a file gets is decided by its content first, by its name
// second. What a reader drops, no later stage can find.

public import MinutarioModel

/// Turns the bytes of one file into blocks.
public struct SourceReader: Sendable {
  private let limits: Limits

  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Reads one file.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: its name; only the extension matters, and only where the content does not tell.
  /// - Throws: `DocumentError` when nothing can be read of it.
  public func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> SourceDocument {
    throw DocumentError(.notADocument)
  }
}
