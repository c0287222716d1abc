// HTML as a stream of tags and texts, in one pass over the bytes. Pages that Word documents include
// are written by many programs and by hand, so nothing is an error here: what is no tag is text.

internal import CLibXML2

/// One piece of a page.
enum HTMLToken {
  /// A tag's name in small letters, with the numbers among its attributes that tables need.
  case open(String, columnSpan: Int, rowSpan: Int)
  case close(String)
  /// Text with its entities resolved.
  case text([UInt8])
}

/// Cuts a page into tokens.
struct HTMLTokens {
  private let page: [UInt8]
  private var position = 0
  /// The element whose content is no markup, while it is open.
  private var rawElement: String?
  /// Whether a search for this found nothing: the next one would not either.
  private var hasNoMoreComments = false

  /// - Parameter page: valid UTF-8.
  init(_ page: [UInt8]) { self.page = page }

  private static let rawElements: Set<String> = ["script", "style", "title", "textarea"]
  private static let longestName = 16

  /// The next token; nil at the end of the page.
  mutating func next() -> HTMLToken? {
    while position < page.count {
      if let raw = rawElement {
        rawElement = nil
        skipRaw(raw)
        continue
      }
      guard byte(0) == UInt8(ascii: "<"), let token = tag() else { return text() }
      // What was no element (a comment, a declaration) is passed over.
      if let token { return token }
    }
    return nil
  }

  private func byte(_ offset: Int) -> UInt8 {
    position + offset < page.count ? page[position + offset] : 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  // MARK: Tags

  /// What the `<` at the position begins: nil for text, nil within for what says nothing.
  private mutating func tag() -> HTMLToken?? {
    switch byte(1) {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      skipDeclaration()
      return .some(nil)
    case UInt8(ascii: "/") where HTMLTokens.isLetter(byte(2)):
      position += 2
      let name = name()
      _ = attributes()
      return .close(name)
    case let letter where HTMLTokens.isLetter(letter):
      position += 1
      let name = name()
      let spans = attributes()
      if HTMLTokens.rawElements.contains(name) { rawElement = name }
      return .open(name, columnSpan: spans.columns, rowSpan: spans.rows)
    default: return nil
    }
  }

  private mutating func name() -> String {
    let start = position
    while position < page.count, !isBlank(page[position]), page[position] != UInt8(ascii: ">"),
      page[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    let name = page[start..<position]
    return name.count > HTMLTokens.longestName
      ? "" : String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Passes over the attributes and the end of a tag.
  private mutating func attributes() -> (columns: Int, rows: Int) {
    var spans = (columns: 1, rows: 1)
    while position < page.count, page[position] != UInt8(ascii: ">") {
      guard !isBlank(page[position]), page[position] != UInt8(ascii: "/") else {
        position += 1
        continue
      }
      let start = position
      while position < page.count, !isBlank(page[position]), page[position] != UInt8(ascii: "="),
        page[position] != UInt8(ascii: ">")
      {
        position += 1
      }
      let name = start..<max(position, min(start + 1, page.count))
      position = name.upperBound
      while isBlank(byte(0)) { position += 1 }
      guard byte(0) == UInt8(ascii: "=") else { continue }
      position += 1
      let value = value()
      guard name.count == 7, let number = Int(String(decoding: page[value], as: UTF8.self)) else {
        continue
      }
      switch String(decoding: page[name], as: UTF8.self).lowercased() {
      case "colspan": spans.columns = number
      case "rowspan": spans.rows = number
      default: break
      }
    }
    position = min(position + 1, page.count)
    return spans
  }

  private mutating func value() -> Range<Int> {
    while isBlank(byte(0)) { position += 1 }
    let quote = byte(0)
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let start = position
    while position < page.count,
      isQuoted
        ? page[position] != quote : !isBlank(page[position]) && page[position] != UInt8(ascii: ">")
    {
      position += 1
    }
    let value = start..<position
    if isQuoted { position = min(position + 1, page.count) }
    return value
  }

  // MARK: What is no content

  private mutating func skipDeclaration() {
    let isComment = byte(2) == UInt8(ascii: "-") && byte(3) == UInt8(ascii: "-")
    if isComment, !hasNoMoreComments {
      var end = position + 4
      while end < page.count {
        if page[end] == UInt8(ascii: ">"), page[end - 1] == UInt8(ascii: "-"),
          page[end - 2] == UInt8(ascii: "-")
        {
          position = end + 1
          return
        }
        end += 1
      }
      hasNoMoreComments = true
    }
    while position < page.count, page[position] != UInt8(ascii: ">") { position += 1 }
    position = min(position + 1, page.count)
  }

  /// Passes over the content of an element that holds no markup, up to its end tag.
  private mutating func skipRaw(_ name: String) {
    let letters = Array(name.utf8)
    while position < page.count {
      if byte(0) == UInt8(ascii: "<"), byte(1) == UInt8(ascii: "/"),
        letters.indices.allSatisfy({ byte(2 + $0) | 0x20 == letters[$0] })
      {
        return
      }
      position += 1
    }
  }

  // MARK: Text

  private mutating func text() -> HTMLToken {
    var text: [UInt8] = []
    repeat {
      if byte(0) == UInt8(ascii: "&"), let (scalar, length) = entity() {
        text.append(contentsOf: String(Character(scalar)).utf8)
        position += length
      } else {
        text.append(page[position])
        position += 1
      }
    } while position < page.count && page[position] != UInt8(ascii: "<")
    return .text(text)
  }

  /// The character that the `&` at the position stands for, and the bytes that say so.
  private func entity() -> (Unicode.Scalar, Int)? {
    let end = min(position + 12, page.count)
    guard let semicolon = page[position..<end].firstIndex(of: UInt8(ascii: ";")),
      semicolon > position + 1
    else { return nil }
    let name = page[position + 1..<semicolon]
    let length = semicolon + 1 - position
    guard name.first == UInt8(ascii: "#") else {
      // HTML's own names, which libxml2 knows, and the one that it leaves to XML.
      if name.elementsEqual("apos".utf8) { return ("'", length) }
      let terminated = Array(name) + [0]
      let value = terminated.withUnsafeBufferPointer { name in
        name.baseAddress.flatMap { htmlEntityLookup($0) }?.pointee.value
      }
      return value.flatMap { Unicode.Scalar(UInt32($0)) }.map { ($0, length) }
    }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20 || value == 0x09 || value == 0x0A, value != 0x7F else {
      return nil
    }
    // Codes of Windows-1252 mean its characters, as in every browser.
    let meant = (0x80...0x9F).contains(value) ? Windows1252.scalar(UInt8(value)) : nil
    return (meant ?? Unicode.Scalar(value)).map { ($0, length) }
  }
}
