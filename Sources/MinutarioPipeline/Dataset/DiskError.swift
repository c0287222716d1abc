// An operation on the disk that failed: what was tried, on what, and why it did not work.

public import MinutarioWording

/// An operation on the disk that failed.
public struct DiskError: Error, Sendable, Equatable {
  public let operation: Operation
  public let path: String
  public let cause: SystemError

  /// What was tried.
  public enum Operation: Sendable, Equatable {
    case create, open, read, write, list, lock, rename, exchange, remove, sync
  }

  init(_ operation: Operation, _ path: DiskPath, _ cause: SystemError = .last) {
    self.operation = operation
    self.path = path.text
    self.cause = cause
  }
}

extension DiskError: ToldError {
  public func told(in wording: Wording) -> String {
    let cause = cause.told(in: wording)
    return switch operation {
    case .create: wording(.diskCreate, ["path": path, "cause": cause])
    case .open, .read: wording(.diskRead, ["path": path, "cause": cause])
    case .write, .sync: wording(.diskWrite, ["path": path, "cause": cause])
    case .list: wording(.diskList, ["path": path, "cause": cause])
    case .lock: wording(.diskLock, ["path": path, "cause": cause])
    case .rename, .exchange: wording(.diskReplace, ["path": path, "cause": cause])
    case .remove: wording(.diskRemove, ["path": path, "cause": cause])
    }
  }
}
