// Paths as the file system has them: bytes, not text. A name that is no UTF-8 can still be opened,
// and is shown and recorded in a form that is text.

private import Glibc
private import MinutarioNormalizing

/// A path on disk.
public struct DiskPath: Sendable, Hashable {
  /// Any bytes but NUL.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path as a user or a configuration gives it.
  public init(_ text: String) { bytes = Array(text.utf8).filter { $0 != 0 } }

  /// The path of an entry of this folder.
  func appending(_ name: [UInt8]) -> DiskPath {
    if bytes.isEmpty || bytes.last == UInt8(ascii: "/") { return DiskPath(bytes: bytes + name) }
    return DiskPath(bytes: bytes + [UInt8(ascii: "/")] + name)
  }

  /// The path of an entry of this folder.
  public func appending(_ name: String) -> DiskPath { appending(Array(name.utf8)) }

  /// The last component, without a slash behind it.
  var name: [UInt8] {
    var end = bytes.endIndex
    while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return Array(bytes[start..<end])
  }

  /// The folder that the path lies in; empty for a bare name.
  var folder: DiskPath {
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    return DiskPath(bytes: slash.map { Array(bytes[...$0]) } ?? [])
  }

  /// Calls the body with the path as the C library takes it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { rebound in
        guard let start = rebound.baseAddress else { preconditionFailure("a NUL is always there") }
        return body(start)
      }
    }
  }

  /// The path as text for people and messages.
  public var text: String { FileName.text(bytes) }

  /// Whether a folder stands at the path.
  public var isFolder: Bool { kind(followingLinks: true) == .folder }

  /// What stands at the path; symbolic links are followed unless told otherwise.
  func kind(followingLinks: Bool) -> Kind {
    var status = stat()
    let answer = withCString {
      followingLinks ? stat($0, &status) : lstat($0, &status)
    }
    guard answer == 0 else { return errno == ENOENT || errno == ENOTDIR ? .missing : .unreachable }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(bytes: Int(status.st_size))
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .special
    }
  }

  /// Tells one folder from another that takes its path; nil when nothing is there.
  var identity: [UInt64]? {
    var status = stat()
    guard withCString({ stat($0, &status) }) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// What a path can lead to.
  enum Kind: Equatable {
    case file(bytes: Int)
    case folder, symbolicLink, special, missing, unreachable
  }
}

/// Names of files as text.
enum FileName {
  /// NFC; each byte that is no UTF-8 as `\xNN`, so that two names never become one.
  static func text(_ bytes: [UInt8]) -> String {
    if let valid = String(validating: bytes, as: UTF8.self) {
      return String(decoding: CanonicalComposition.compose(Array(valid.utf8)), as: UTF8.self)
    }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      if let scalar = String(validating: rest.prefix(length), as: UTF8.self) {
        text += scalar
        rest = rest.dropFirst(length)
      } else {
        let digits = String(first, radix: 16)
        text += digits.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
        rest = rest.dropFirst()
      }
    }
    return String(decoding: CanonicalComposition.compose(Array(text.utf8)), as: UTF8.self)
  }

  /// `docx` of `acta.DOCX`; empty when the name has no extension.
  static func fileExtension(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }
}
