// The classes that the vocabulary `time-words` gives to its terms.

/// The classes of `time-words`.
enum TimeWord {
  static let year = "year"
  static let month = "month"
  static let first = "first"
  static let street = "street"
  static let duration = "duration"
  static let unit = "unit"
  static let hour = "hour"
  static let minutes = "minutes"
  static let am = "am"
  static let pm = "pm"
  static let night = "night"
  static let noon = "noon"
  static let atNoon = "at-noon"
  static let midnight = "midnight"
  static let past = "past:"
  static let to = "to"
}
