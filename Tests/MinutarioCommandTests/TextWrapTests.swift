// Help that is no wider than the terminal.

import Testing

@testable import MinutarioCommand

@Suite struct TextWrapTests {
  @Test(arguments: [
    ("uno dos tres", 12, ["uno dos tres"]),
    ("uno dos tres", 11, ["uno dos", "tres"]),
    ("uno dos tres", 7, ["uno dos", "tres"]),
    ("larguísima y", 4, ["larguísima", "y"]),
    ("  a b c", 5, ["  a b", "c"]),
    ("", 5, [""]),
  ])
  func linesBreakBetweenWordsAndKeepTheirBeginning(
    text: String, columns: Int, lines: [String]
  ) {
    #expect(TextWrap(columns: columns).lines(text) == lines)
  }
}
