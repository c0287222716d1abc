// A folder for one test, gone when the test ends.

public import Foundation

/// A new empty folder in the system's place for temporary files; removed with all it holds when
/// the last reference goes.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "minutario-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public var path: String { url.path }

  /// The path of an entry.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, making the folders above it.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// The bytes of a file.
  public func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name)))
  }

  public func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }
}

/// Files of the repository that tests look at.
public enum Repository {
  /// The folder of Package.swift.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A path under the folder of Package.swift.
  public static func path(_ name: String) -> String { root.appending(path: name).path }

  /// Measuring material that is not part of the repository; tests of it skip where it is absent.
  public static let corpus = root.appending(path: "../shared/corpus").standardizedFileURL
  public static var hasCorpus: Bool { FileManager.default.fileExists(atPath: corpus.path) }
}
