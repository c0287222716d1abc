// Lists in lines: which lines open an item, which go on with one, and which end the list.

import MinutarioLexicon
import MinutarioModel

/// Puts list lines together to items.
struct LineItems {
  let text: NormalizedText
  let labels: LabelReader
  let columns: PhraseTable

  /// The items of the lines; where no line has a label, every paragraph is one.
  func items(_ lines: [ListLine]) -> [Item] {
    let hasLabels = lines.contains { $0.label != nil }
    var items = hasLabels ? labelled(lines) : paragraphs(lines)
    items = items.flatMap(split)
    return nested(items)
  }

  // MARK: Labelled lists

  private func labelled(_ lines: [ListLine]) -> [Item] {
    var items: [Item] = []
    var indent = 0
    var isOpen = false
    for (index, line) in lines.enumerated() {
      if let label = line.label, startsAnother(label, than: items) { break }
      if let label = line.label,
        opensItem(line, label, after: index > 0 ? lines[index - 1] : nil, items)
      {
        items.append(Item(label: label, pieces: line.text.isEmpty ? [] : [line.text]))
        indent = line.line.indent
        isOpen = true
      } else if isOpen, index > 0, goesOn(line, after: lines[index - 1], indent: indent) {
        items[items.count - 1].pieces.append(line.whole)
      } else {
        isOpen = false
      }
    }
    return items.filter(hasWord)
  }

  /// A typed label that counts backwards, and not to 1, belongs to another list: the headings of a
  /// discussion repeat the numbers of the agenda.
  private func startsAnother(_ label: ItemLabel, than items: [Item]) -> Bool {
    guard label.level == nil, let value = label.value, value > 1 else { return false }
    let last = items.last { item in
      item.label?.kind == label.kind && item.label?.announcedBy == label.announcedBy
    }
    guard label.kind == .number || label.kind == .roman || label.announcedBy != nil,
      let lastValue = last?.label?.value
    else { return false }
    return value <= lastValue
  }

  /// A hard-wrapped line may begin with a number by chance; there the label must be the next one.
  private func opensItem(
    _ line: ListLine, _ label: ItemLabel, after previous: ListLine?, _ items: [Item]
  ) -> Bool {
    guard line.line.continuesPrevious, previous != nil else { return true }
    if label.kind == .bullet || label.kind == .code || label.kind == .ordinal {
      return endsSentence(previous)
    }
    return endsSentence(previous) && items.last?.label.map(label.follows) ?? (label.value == 1)
  }

  private func endsSentence(_ line: ListLine?) -> Bool {
    guard let last = line?.whole.last else { return true }
    return ".;:".utf8.contains(text.bytes[last])
  }

  /// Whether an unlabelled line belongs to the item above it.
  private func goesOn(_ line: ListLine, after previous: ListLine, indent: Int) -> Bool {
    if line.line.continuesPrevious || line.line.block == previous.line.block { return true }
    if line.line.cell != previous.line.cell { return false }
    if line.line.indent > indent, line.line.indent > 0 { return true }
    guard !line.followsBlank else { return false }
    return startsSmall(line) || opensField(line)
  }

  private func startsSmall(_ line: ListLine) -> Bool {
    guard let first = text.tokenIndices(in: line.whole).first else { return false }
    return text.tokens[first].kind == .word && !text.tokens[first].shape.contains(.capitalized)
  }

  /// "Responsable: …" on a line of its own; a word that heads no column ("CONSIDERANDO:") only in
  /// small letters.
  private func opensField(_ line: ListLine) -> Bool {
    let tokens = text.tokenIndices(in: line.whole)
    guard let first = tokens.first,
      tokens.dropFirst().prefix(3).contains(where: { text.tokens[$0].isSign(UInt8(ascii: ":")) })
    else { return false }
    return !text.tokens[first].shape.contains(.allCapitals)
      || columns.match(in: text, at: first, before: tokens.upperBound) != nil
  }

  // MARK: Lists without labels

  private func paragraphs(_ lines: [ListLine]) -> [Item] {
    var items: [Item] = []
    for (index, line) in lines.enumerated() {
      let isNew =
        index == 0
        || !(line.line.continuesPrevious
          || line.line.block == lines[index - 1].line.block && !endsSentence(lines[index - 1])
          || !line.followsBlank && line.line.cell == lines[index - 1].line.cell
            && startsSmall(line))
      if isNew {
        items.append(Item(label: nil, pieces: [line.whole]))
      } else {
        items[items.count - 1].pieces.append(line.whole)
      }
    }
    return items.filter { hasWord($0) && !announces($0, items) }
  }

  private func hasWord(_ item: Item) -> Bool {
    text.tokenIndices(in: item.range).contains { text.tokens[$0].kind == .word }
  }

  /// A lead-in ("Se acordó lo siguiente:") before other paragraphs.
  private func announces(_ item: Item, _ items: [Item]) -> Bool {
    guard items.count > 1, item.range != items.last?.range, let last = item.range.last else {
      return false
    }
    return text.bytes[last] == UInt8(ascii: ":")
  }

  // MARK: Several items in one paragraph

  /// `1. … 2. … 3. …` inside one paragraph. What stands before the first label is a lead-in.
  private func split(_ item: Item) -> [Item] {
    guard item.pieces.count > 0 else { return [] }
    let tokens = text.tokenIndices(in: item.range)
    var parts: [Item] = []
    var label = item.label
    var start = item.range.lowerBound
    var isLeadIn = label == nil
    func close(_ end: Int) {
      let pieces = clipped(item.pieces, to: start..<max(start, end))
      if !pieces.isEmpty, !isLeadIn { parts.append(Item(label: label, pieces: pieces)) }
    }
    for token in tokens where token > tokens.lowerBound || item.label == nil {
      guard token == tokens.lowerBound || isBorder(token),
        let found = labels.inline(at: token, before: tokens.upperBound)
          ?? labels.inlineBullet(at: token, before: tokens.upperBound),
        continues(label, found), startsText(found, tokens)
      else { continue }
      close(text.tokens[token].start)
      label = found
      start = found.end
      isLeadIn = false
    }
    close(item.range.upperBound)
    guard parts.count > 1 else { return [item] }
    return parts
  }

  private func continues(_ last: ItemLabel?, _ found: ItemLabel) -> Bool {
    guard let last else { return found.value == 1 || found.kind == .bullet }
    if last.kind == .bullet { return found.kind == .bullet }
    return found.kind != .bullet && found.follows(last)
  }

  /// An item may begin behind the end of a sentence, a semicolon, a colon or a line break.
  private func isBorder(_ token: Int) -> Bool {
    let previous = text.tokens[token - 1]
    return previous.isSign(UInt8(ascii: ".")) || previous.isSign(UInt8(ascii: ";"))
      || previous.isSign(UInt8(ascii: ":")) || previous.isSign(UInt8(ascii: ","))
      || text.tokens[token].isSign(Token.bullet)
      || text.bytes[previous.end..<text.tokens[token].start].contains(UInt8(ascii: "\n"))
  }

  private func startsText(_ label: ItemLabel, _ tokens: Range<Int>) -> Bool {
    guard
      let first = text.tokenIndices(
        in: label.end..<max(label.end, text.range(ofTokens: tokens).upperBound)
      ).first
    else { return false }
    let token = text.tokens[first]
    return token.kind != .word || token.shape.contains(.capitalized)
      || label.kind != .number && label.kind != .roman || label.kind == .bullet
  }

  private func clipped(_ pieces: [Range<Int>], to range: Range<Int>) -> [Range<Int>] {
    pieces.compactMap { piece in
      guard piece.lowerBound < range.upperBound, range.lowerBound < piece.upperBound else {
        return nil
      }
      let part = text.trimmed(piece.clamped(to: range))
      return part.isEmpty ? nil : part
    }
  }

  // MARK: Nesting

  /// Gives every item its parent: by the level of automatic lists, by the numbers of decimal labels,
  /// else by the change of label system.
  private func nested(_ items: [Item]) -> [Item] {
    var items = items
    var open: [(label: ItemLabel, item: Int)] = []
    for index in items.indices {
      guard var label = items[index].label else {
        open = []
        continue
      }
      open = stillOpen(open, before: &label)
      items[index].label = label
      items[index].parent = open.last?.item
      open.append((label, index))
    }
    return items
  }

  /// The open items that the label stands under.
  private func stillOpen(
    _ open: [(label: ItemLabel, item: Int)], before label: inout ItemLabel
  ) -> [(label: ItemLabel, item: Int)] {
    var open = open
    if let level = label.level {
      while let last = open.last, last.label.level ?? 0 >= level,
        !isBullet(label, under: last.label)
      {
        open.removeLast()
      }
      return open
    }
    if label.kind == .decimal {
      while let last = open.last, !isPrefix(last.label, of: label) { open.removeLast() }
      return open
    }
    if let sister = open.lastIndex(where: { isSister(label, of: $0.label) }) {
      label.kind = open[sister].label.kind
      return Array(open[..<sister])
    }
    if label.kind == .code || label.kind == .ordinal { return [] }
    return open
  }

  /// Bullets of another list hang under the number before them, though both lists start at level 0.
  private func isBullet(_ label: ItemLabel, under above: ItemLabel) -> Bool {
    label.kind == .bullet && above.kind != .bullet && label.level == above.level
  }

  private func isPrefix(_ above: ItemLabel, of label: ItemLabel) -> Bool {
    let path: [Int] =
      switch above.kind {
      case .decimal: above.path
      case .number, .letter: above.value.map { [$0] } ?? []
      default: []
      }
    return !path.isEmpty && path.count < label.path.count && label.path.starts(with: path)
  }

  private func isSister(_ label: ItemLabel, of other: ItemLabel) -> Bool {
    if label.kind == .bullet || other.kind == .bullet {
      return label.kind == other.kind && text.bytes[label.range] == text.bytes[other.range]
    }
    return label.kind == other.kind || label.follows(other)
  }
}
