// Documents of one office share their template: its styles and numbering are large and the same in
// all of them, and so mostly are the lists of its parts. Reading them once instead of for every
// document is most of the reader's speed.

internal import MinutarioModel
internal import Synchronization

/// What was read of parts that documents share, by the fingerprint of the part. Entries are found by
/// comparing all of it, so that no document can plant definitions for another.
final class DefinitionCache: Sendable {
  private let styles = Mutex(Shelf<Styles>())
  private let numbering = Mutex(Shelf<Numbering>())
  private let relationships = Mutex(Shelf<Relationships>())

  /// A part that may be known.
  struct Key: Sendable, Equatable {
    var fingerprint: Package.Fingerprint
    /// The part that relationships belong to, because their targets are relative to it; else empty.
    var owner = ""
  }

  func styles(for key: Key) -> Styles? { styles.withLock { $0.find(key) } }
  func numbering(for key: Key) -> Numbering? { numbering.withLock { $0.find(key) } }
  func relationships(for key: Key) -> Relationships? { relationships.withLock { $0.find(key) } }

  func keep(_ value: Styles, for key: Key) { styles.withLock { $0.keep(value, key) } }
  func keep(_ value: Numbering, for key: Key) { numbering.withLock { $0.keep(value, key) } }
  func keep(_ value: Relationships, for key: Key) { relationships.withLock { $0.keep(value, key) } }

  /// Values of one kind.
  private struct Shelf<Value: Sendable>: Sendable {
    private var entries: [(key: Key, value: Value)] = []
    /// Entries at most; the oldest gives way.
    private static var capacity: Int { 64 }
    /// Larger parts are not kept.
    private static var largestKey: Int { 1 << 20 }

    func find(_ key: Key) -> Value? { entries.first { $0.key == key }?.value }

    mutating func keep(_ value: Value, _ key: Key) {
      guard key.fingerprint.data.count <= Self.largestKey else { return }
      if entries.count >= Self.capacity { entries.removeFirst() }
      var key = key
      key.fingerprint = key.fingerprint.detached
      entries.append((key, value))
    }
  }
}
