// Names come back in every document: what a name is folded to is worked out once.

/// What a function gave for each argument so far.
struct Memo<Argument: Hashable, Value> {
  private var values: [Argument: Value] = [:]

  /// The value for an argument, worked out when it is asked for the first time.
  mutating func value(_ argument: Argument, _ make: (Argument) -> Value) -> Value {
    if let value = values[argument] { return value }
    let value = make(argument)
    values[argument] = value
    return value
  }
}
