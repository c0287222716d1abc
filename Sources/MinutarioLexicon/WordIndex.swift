// From a word to what is known of it. Every word of a text is asked for in a dozen vocabularies and
// stands in few of them, so what counts is how soon a word is known not to be there. The words' hashes
// are good ones already: a dictionary would hash them again.

/// An open-addressed table from word hashes to values other than 0.
public struct WordIndex: Sendable {
  /// A power of two of slots, at most half of them used. A value of 0 is a free slot.
  @usableFromInline var slots: [Slot]
  @usableFromInline let mask: Int

  @usableFromInline struct Slot: Sendable {
    @usableFromInline var hash: UInt64 = 0
    @usableFromInline var value: UInt64 = 0
  }

  /// - Parameter values: distinct hashes, each with a value other than 0.
  public init(_ values: [(hash: UInt64, value: UInt64)]) {
    var size = 2
    while size < values.count * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    for (hash, value) in values { slots[place(of: hash)] = Slot(hash: hash, value: value) }
  }

  /// What is known of a word; 0 when it stands in no term.
  ///
  /// Asked for every word many times from other modules: a call would cost more than the answer.
  @inlinable
  public subscript(hash: UInt64) -> UInt64 { slots[place(of: hash)].value }

  /// The words that something is known of.
  var words: some Sequence<UInt64> { slots.lazy.filter { $0.value != 0 }.map(\.hash) }

  /// The slot of a hash, or the free one where it would stand.
  @inlinable
  func place(of hash: UInt64) -> Int {
    // Hashes of signs differ in their low bits only; the multiplication spreads them.
    var place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place].value != 0, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }
}
