// From bytes to tokens: the only place that decides what a word is. Texts and vocabulary pass
// through it alike, so that both fold the same way.

/// Splits UTF-8 into words, numbers and signs.
public struct Tokenizer {
  /// Tokens so far; their offsets count in the bytes given to `append`.
  public private(set) var tokens: [Token] = []
  /// Folded spellings of all words so far.
  public private(set) var folded: [UInt8] = []

  /// - Parameter bytes: how many are expected, so that little is moved as the tokens grow.
  public init(expecting bytes: Int = 0) {
    folded.reserveCapacity(bytes)
    tokens.reserveCapacity(bytes / 5 + 1)
  }

  /// The tokens of one phrase.
  public init(_ phrase: String) {
    self.init(expecting: phrase.utf8.count)
    read(phrase)
  }

  /// Puts the tokens of a phrase in the place of those so far, and in their memory.
  public mutating func read(_ phrase: String) {
    tokens.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    var phrase = phrase
    phrase.withUTF8 { append($0, in: 0..<$0.count) }
  }

  /// The hashes of the words and numbers of a phrase; signs are left out.
  public static func wordHashes(_ phrase: String) -> [UInt64] {
    Tokenizer(phrase).tokens.filter { $0.kind != .sign }.map(\.hash)
  }

  /// The folded form of a name or term: words and numbers, one blank between, signs dropped.
  public static func foldedKey(_ phrase: String) -> String {
    let tokenizer = Tokenizer(phrase)
    var key: [UInt8] = []
    key.reserveCapacity(tokenizer.folded.count + tokenizer.tokens.count)
    for token in tokenizer.tokens where token.kind != .sign {
      if !key.isEmpty { key.append(UInt8(ascii: " ")) }
      key += tokenizer.folded[token.folded]
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// The hash of a phrase's `foldedKey`, which is not made for it; of a single word, the word's own.
  /// The tokens of the phrase take the place of those so far.
  public mutating func foldedHash(_ phrase: String) -> UInt64 {
    read(phrase)
    var hash = wordHashSeed
    var isFirst = true
    for token in tokens where token.kind != .sign {
      if !isFirst { hash = wordHash(hash, UInt8(ascii: " ")) }
      isFirst = false
      for byte in folded[token.folded] { hash = wordHash(hash, byte) }
    }
    return hash
  }

  /// Tokenizes one line. Letters set apart by single blanks ("A C U E R D O S") become one word.
  public mutating func append(_ bytes: [UInt8], in range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    bytes.withUnsafeBufferPointer { append($0, in: range) }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    let firstToken = tokens.count
    // Folded, no letter takes more bytes than it is written with: the words of a line fit its length.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { buffer in
      var spelling = Spelling(buffer: buffer, offset: folded.count)
      var index = range.lowerBound
      var spaceBefore = true
      while index < range.upperBound {
        // Most of a text is blanks and ASCII letters, which need no look at their class.
        if bytes[index] == 0x20 {
          spaceBefore = true
          index += 1
          continue
        }
        if (0x61...0x7A).contains(bytes[index] | 0x20) {
          index = appendWord(
            bytes, from: index, before: range.upperBound, spaceBefore: spaceBefore, &spelling)
          spaceBefore = false
          continue
        }
        let (scalar, length) = Self.scalar(in: bytes, at: index, before: range.upperBound)
        switch Folding.classify(scalar) {
        case .blank:
          spaceBefore = true
          index += length
        case .ignorable:
          index += length
        case .letter:
          index = appendWord(
            bytes, from: index, before: range.upperBound, spaceBefore: spaceBefore, &spelling)
          spaceBefore = false
        case .digit:
          index = appendNumber(
            bytes, from: index, before: range.upperBound, spaceBefore: spaceBefore, &spelling)
          spaceBefore = false
        case .sign(let sign):
          tokens.append(
            Token(
              start: index, end: index + length, folded: spelling.end..<spelling.end,
              hash: UInt64(sign), kind: .sign, shape: [], sign: sign, spaceBefore: spaceBefore))
          spaceBefore = false
          index += length
        }
      }
      folded.append(contentsOf: spelling.written)
    }
    joinSpacedOutLetters(from: firstToken)
  }

  /// The folded spellings of a line in the making.
  private struct Spelling {
    /// Has room for as many bytes as will be appended at most.
    let buffer: UnsafeMutableBufferPointer<UInt8>
    /// Where the line's spellings begin among those of all lines.
    let offset: Int
    var count = 0

    /// The end of the last word, as an offset among the spellings of all lines.
    var end: Int { offset + count }
    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

    /// Appends a byte and gives the hash with it.
    @inline(__always)
    mutating func append(_ byte: UInt8, _ hash: UInt64) -> UInt64 {
      precondition(count < buffer.count)
      buffer[count] = byte
      count += 1
      return wordHash(hash, byte)
    }
  }

  private mutating func appendWord(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int, spaceBefore: Bool,
    _ spellings: inout Spelling
  ) -> Int {
    // Copied, so that the loop keeps it in registers.
    var spelling = spellings
    var hash = wordHashSeed
    var index = start
    var letters = 0
    var capitals = 0
    var shape: Token.Shape = []
    scan: while index < end {
      let byte = bytes[index]
      if (0x61...0x7A).contains(byte | 0x20) {
        hash = spelling.append(byte | 0x20, hash)
        if byte & 0x20 == 0 {
          capitals += 1
          if letters == 0 { shape.insert(.capitalized) }
        }
        letters += 1
        index += 1
        continue
      }
      if byte == 0x20 { break }
      let (scalar, length) = Self.scalar(in: bytes, at: index, before: end)
      switch Folding.classify(scalar) {
      case .letter(let letter, let isCapital):
        if letter != 0 {
          hash = spelling.append(letter, hash)
        } else {
          for byte in bytes[index..<index + length] { hash = spelling.append(byte, hash) }
        }
        if isCapital {
          capitals += 1
          if letters == 0 { shape.insert(.capitalized) }
        }
        letters += 1
      case .ignorable:
        break
      case .sign(let sign) where sign == UInt8(ascii: "'") || sign == UInt8(ascii: "-"):
        let next = index + length
        guard next < end,
          case .letter = Folding.classify(Self.scalar(in: bytes, at: next, before: end).scalar)
        else { break scan }
        hash = spelling.append(sign, hash)
        if sign == UInt8(ascii: "-") { shape.insert(.hyphenated) }
      default:
        break scan
      }
      index += length
    }
    if capitals == letters { shape.insert(.allCapitals) }
    if letters == 1 { shape.insert(.single) }
    tokens.append(
      Token(
        start: start, end: index, folded: spellings.end..<spelling.end, hash: hash, kind: .word,
        shape: shape, sign: 0, spaceBefore: spaceBefore))
    spellings = spelling
    return index
  }

  private mutating func appendNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int, spaceBefore: Bool,
    _ spelling: inout Spelling
  ) -> Int {
    let firstFolded = spelling.end
    var hash = wordHashSeed
    var index = start
    while index < end, (0x30...0x39).contains(bytes[index]) {
      hash = spelling.append(bytes[index], hash)
      index += 1
    }
    tokens.append(
      Token(
        start: start, end: index, folded: firstFolded..<spelling.end, hash: hash,
        kind: .number, shape: [], sign: 0, spaceBefore: spaceBefore))
    return index
  }

  /// Joins single capital letters that stand one blank apart, when at least four of them do.
  private mutating func joinSpacedOutLetters(from first: Int) {
    var start = first
    while start < tokens.count {
      var end = start
      while end < tokens.count, isSpacedLetter(tokens[end]) { end += 1 }
      if end - start >= 4 { end = join(start..<end) }
      start = max(end, start + 1)
    }
  }

  private func isSpacedLetter(_ token: Token) -> Bool {
    token.kind == .word && token.spaceBefore && token.shape.contains([.single, .allCapitals])
  }

  /// Joins the letters of each word in a spaced-out run; a gap of two or more bytes is a border of
  /// words. Returns the index behind the run.
  private mutating func join(_ run: Range<Int>) -> Int {
    var joined: [Token] = []
    for token in tokens[run] {
      if let word = joined.last, token.start - word.end == 1 {
        let spelling = word.folded.lowerBound..<token.folded.upperBound
        joined[joined.count - 1] = Token(
          start: word.start, end: token.end, folded: spelling, hash: wordHash(folded[spelling]),
          kind: .word, shape: [.capitalized, .allCapitals, .spacedOut], sign: 0,
          spaceBefore: word.spaceBefore)
      } else {
        joined.append(token)
      }
    }
    tokens.replaceSubrange(run, with: joined)
    return run.lowerBound + joined.count
  }

  /// The scalar at an offset, and its length in bytes. Bytes that are no UTF-8 give U+FFFD.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int)
    -> (
      scalar: UInt32, length: Int
    )
  {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= end else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }
}
