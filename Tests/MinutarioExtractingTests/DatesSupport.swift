// Texts of one or more lines for tests of rules that read tokens.

import MinutarioModel

/// A canonical text of plain lines, tokenized as the normalizer does it.
func plainText(_ string: String) -> NormalizedText {
  let bytes = Array((string + "\n").utf8)
  var tokenizer = Tokenizer()
  var lines: [Line] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
    let first = tokenizer.tokens.count
    tokenizer.append(bytes, in: start..<index)
    lines.append(
      Line(range: start..<index, block: 0, tokens: first..<tokenizer.tokens.count))
    start = index + 1
  }
  var marks: [Int32] = []
  var count: Int32 = 0
  for (index, byte) in bytes.enumerated() {
    if index % 64 == 0 { marks.append(count) }
    if byte & 0xC0 != 0x80 { count += 1 }
  }
  if bytes.count % 64 == 0 { marks.append(count) }
  return NormalizedText(
    bytes: bytes, lines: lines, tokens: tokenizer.tokens, folded: tokenizer.folded,
    origins: [NormalizedText.Origin(story: .body, part: "text", paragraph: 0)],
    codePointMarks: marks)
}
