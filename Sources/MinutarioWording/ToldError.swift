// An error is a value that says what happened. Its sentence is made where somebody reads it, in
// that person's language.

/// An error that can be told to a person.
public protocol ToldError: Error {
  /// Which file, what is wrong with it, what to do: a line for each problem.
  func told(in wording: Wording) -> String
}
