// A file that could not be read, and why.

public import MinutarioModel
public import MinutarioWording

/// A file that could not be read.
public struct FileError: Error, Sendable, Equatable {
  public let path: String
  public let reason: Reason

  /// Why a file could not be read.
  public enum Reason: Sendable, Equatable {
    case system(SystemError)
    /// A folder, a pipe or the like.
    case notRegular
    /// Bytes that the file has, and bytes that are allowed.
    case tooLarge(Int, limit: Int)
  }

  /// The same as the outcome of a document.
  public var document: DocumentError {
    switch reason {
    case .system(let error): DocumentError(.unreadableFile, arguments: [error.description])
    case .notRegular: DocumentError(.unreadableFile, arguments: ["not a regular file"])
    case .tooLarge(let bytes, let limit):
      DocumentError(.tooLarge, arguments: [String(bytes), String(limit)])
    }
  }
}

extension FileError: ToldError {
  public func told(in wording: Wording) -> String {
    wording(.diskRead, ["path": path, "cause": reason.told(in: wording)])
  }
}

extension FileError.Reason {
  /// The reason alone.
  func told(in wording: Wording) -> String {
    switch self {
    case .system(let error): error.told(in: wording)
    case .notRegular: wording(.fileNotRegular)
    case .tooLarge(let bytes, let limit):
      wording(.fileTooLarge, ["bytes": bytes, "limit": limit])
    }
  }
}
