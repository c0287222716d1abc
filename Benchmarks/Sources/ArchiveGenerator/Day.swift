// Days without a calendar library: dates are part of the bytes, so nothing of the machine may
// decide them.

/// A day of the Gregorian calendar.
struct Day {
  let year: Int
  let month: Int
  let day: Int
  /// 0 is Sunday.
  let weekday: Int

  /// - Parameter days: days since 2014-01-01, not negative.
  init(days: Int) {
    var rest = days
    var year = 2014
    while rest >= Self.length(ofYear: year) {
      rest -= Self.length(ofYear: year)
      year += 1
    }
    var month = 1
    while rest >= Self.length(ofMonth: month, in: year) {
      rest -= Self.length(ofMonth: month, in: year)
      month += 1
    }
    self.year = year
    self.month = month
    day = rest + 1
    weekday = (days + 3) % 7
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `2021-03-05`.
  var iso: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }
  /// `05/03/2021`.
  var slashed: String { "\(Self.two(day))/\(Self.two(month))/\(year)" }
  /// `5 de marzo de 2021`.
  var words: String { "\(day) de \(Words.standard.months[month - 1]) de \(year)" }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
