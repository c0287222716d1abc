// Somebody whom a sentence makes act: a person, the holder of a post, an institution, a unit.

import MinutarioModel

/// One actor of a sentence.
struct Actor: Equatable {
  enum Kind: Equatable {
    /// A person by name; the tokens of the name itself.
    case person(name: Range<Int>)
    /// A person by post.
    case role
    case institution
    case other
  }

  var kind: Kind
  /// The whole phrase, without its article.
  var tokens: Range<Int>
}
