// Documents of one office share their template: its styles and numbering are large and the same in
// all of them. Reading them once instead of for every document is most of the reader's speed.

internal import MinutarioModel
internal import Synchronization

/// Styles and numbering already read, by the fingerprint of their part. Entries are found by
/// comparing all of it, so that no document can plant definitions for another.
final class DefinitionCache: Sendable {
  private struct Entry<Value: Sendable>: Sendable {
    var key: Package.Fingerprint
    var value: Value
  }
  private struct State: Sendable {
    var styles: [Entry<Styles>] = []
    var numbering: [Entry<Numbering>] = []
  }
  private let state = Mutex(State())

  /// Entries of each kind; the oldest gives way.
  private static let capacity = 64
  /// Larger parts are not kept.
  private static let largestKey = 1 << 20

  func styles(for key: Package.Fingerprint) -> Styles? {
    state.withLock { DefinitionCache.find(key, in: $0.styles) }
  }

  func numbering(for key: Package.Fingerprint) -> Numbering? {
    state.withLock { DefinitionCache.find(key, in: $0.numbering) }
  }

  func keep(_ styles: Styles, for key: Package.Fingerprint) {
    state.withLock { DefinitionCache.keep(styles, key, in: &$0.styles) }
  }

  func keep(_ numbering: Numbering, for key: Package.Fingerprint) {
    state.withLock { DefinitionCache.keep(numbering, key, in: &$0.numbering) }
  }

  private static func find<Value>(_ key: Package.Fingerprint, in entries: [Entry<Value>]) -> Value?
  {
    entries.first { $0.key == key }?.value
  }

  private static func keep<Value>(
    _ value: Value, _ key: Package.Fingerprint, in entries: inout [Entry<Value>]
  ) {
    guard key.data.count <= largestKey else { return }
    if entries.count >= capacity { entries.removeFirst() }
    entries.append(Entry(key: key.detached, value: value))
  }
}
