// What the operating system refused, and why.

private import Glibc
public import MinutarioWording

/// An error number of the operating system.
public struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  public let number: Int32

  /// The error of the call just made.
  static var last: SystemError { SystemError(number: errno) }

  /// Whether nobody reads any more what is written.
  public var isBrokenPipe: Bool { number == EPIPE }

  /// The system's own words, in English on every machine: for data.
  public var description: String {
    guard let words = strerror(number) else { return "error \(number)" }
    return String(cString: words)
  }
}

extension SystemError: ToldError {
  /// What the number means to a person; the system's words where we have none.
  public func told(in wording: Wording) -> String {
    switch number {
    case ENOENT: wording(.systemMissing)
    case EACCES, EPERM: wording(.systemForbidden)
    case ENOSPC, EDQUOT: wording(.systemFull)
    case EROFS: wording(.systemReadOnly)
    case EISDIR: wording(.systemIsFolder)
    case ENOTDIR: wording(.systemIsNoFolder)
    case EIO: wording(.systemBroken)
    case EMFILE, ENFILE: wording(.systemTooManyFiles)
    case ENAMETOOLONG: wording(.systemNameTooLong)
    case ELOOP: wording(.systemLinkLoop)
    case EBUSY, ETXTBSY: wording(.systemBusy)
    case ESTALE, ETIMEDOUT, EHOSTDOWN: wording(.systemUnreachable)
    default: wording(.systemOther, ["words": description, "number": Int(number)])
    }
  }
}
