// Form fields: `FECHA: … HORA: …` on one line, label and value in neighbouring cells, or a label on
// its own line above the value.

import MinutarioLexicon
import MinutarioModel

/// A labelled value.
struct LabelledField {
  var kinds: [Kind]
  /// Token indices.
  var label: Range<Int>
  var value: Range<Int>
  /// Index of the label's line.
  var line: Int
  /// The section that the label stands in, and whether that is in the document's head.
  var section: Section.Kind = .other
  var isHead = true

  /// What a label stands for: the values of the vocabulary `field-labels`. A label with a value
  /// that is not listed here only ends the field before it.
  enum Kind {
    case name, date, startTime, endTime, time, place, mode, number, classification, nextMeeting

    /// The kinds that one word of the vocabulary stands for.
    static func kinds(_ word: String) -> [Kind] {
      switch word {
      case "name": [.name]
      case "date": [.date]
      case "start_time": [.startTime]
      case "end_time": [.endTime]
      case "time": [.time]
      case "date_time": [.date, .time]
      case "place": [.place]
      case "place_date_time": [.place, .date, .time]
      case "mode": [.mode]
      case "number": [.number]
      case "kind": [.classification]
      case "follow_up": [.nextMeeting]
      default: []
      }
    }
  }
}

/// Finds the labelled fields of a text.
struct FieldFinder {
  let text: NormalizedText
  let labels: PhraseTable
  private let cells: [Cell: Range<Int>]

  private struct Cell: Hashable {
    var table: Int
    var row: Int
    var column: Int
  }

  private struct Mark {
    var kinds: [LabelledField.Kind]
    var label: Range<Int>
    var valueStart: Int
  }

  init(text: NormalizedText, labels: PhraseTable) {
    self.text = text
    self.labels = labels
    var cells: [Cell: Range<Int>] = [:]
    for (index, line) in text.lines.enumerated() {
      // Tables count from 1 in every part of a package.
      guard let place = line.cell, text.origins[line.block].story == .body else { continue }
      let cell = Cell(table: place.table, row: place.row, column: place.column)
      let first = cells[cell]?.lowerBound ?? index
      cells[cell] = first..<index + 1
    }
    self.cells = cells
  }

  /// The fields of all lines of a passage, in order.
  func fields(of passage: Passage) -> [LabelledField] {
    var fields = fields(onLine: passage.line)
    var line = passage.line + 1
    while line < text.lines.count, text.lines[line].tokens.lowerBound < passage.tokens.upperBound {
      fields += self.fields(onLine: line)
      line += 1
    }
    for index in fields.indices {
      fields[index].section = passage.kind
      fields[index].isHead = passage.isHead
    }
    return fields
  }

  /// The fields of one line, in order.
  func fields(onLine index: Int) -> [LabelledField] {
    let line = text.lines[index]
    let marks = marks(on: line)
    var fields: [LabelledField] = []
    for (position, mark) in marks.enumerated() {
      let isLast = position + 1 == marks.count
      let end = isLast ? endOfValue(index) : marks[position + 1].label.lowerBound
      var value = trimmed(mark.valueStart..<max(mark.valueStart, end))
      if value.isEmpty, isLast { value = valueElsewhere(index) ?? value }
      guard !value.isEmpty, !mark.kinds.isEmpty else { continue }
      fields.append(
        LabelledField(kinds: mark.kinds, label: mark.label, value: value, line: index))
    }
    return fields
  }

  // MARK: Labels

  private func marks(on line: Line) -> [Mark] {
    let view = TokenView(text: text, limit: line.tokens.upperBound)
    var marks: [Mark] = []
    var index = line.body.lowerBound
    while index < view.limit, text.tokens[index].kind == .sign { index += 1 }
    let first = index
    while let place = labels.place(in: text, from: index, before: view.limit) {
      index = place + 1
      guard text.tokens[place].kind == .word, let mark = mark(view, at: place, from: first, marks)
      else { continue }
      marks.append(mark)
      index = max(index, mark.valueStart)
    }
    return marks
  }

  /// The label at a token, if the signs around it make it one.
  private func mark(_ view: TokenView, at index: Int, from first: Int, _ marks: [Mark]) -> Mark? {
    guard let label = labelList(view, at: index) else { return nil }
    let tokens = index..<label.end
    func mark(valueStart: Int) -> Mark {
      Mark(kinds: label.kinds, label: tokens, valueStart: min(valueStart, view.limit))
    }
    var next = label.end
    while view.isSign(next, "*") { next += 1 }
    if view.isSign(next, "("), let close = closingBracket(view, from: next) { next = close + 1 }
    if view.isSign(next, ":") {
      // "ORDEN DEL DÍA:" is no label "DÍA:".
      let isInPhrase =
        index > first && view.isAny(index - 1, [.de, .del, .la, .el, .los, .las, .y])
      guard index == first || text.tokens[index].shape.contains(.capitalized), !isInPhrase else {
        return nil
      }
      return mark(valueStart: next + 1)
    }
    guard isSegmentStart(view, index, from: first) else { return nil }
    if next >= view.limit { return index == first ? mark(valueStart: next) : nil }
    if view.isSign(next, "."), view.isSign(next + 1, "-") { return mark(valueStart: next + 2) }
    if view.isSign(next, "-"), text.tokens[next].spaceBefore { return mark(valueStart: next + 1) }
    if hasGap(before: next) { return mark(valueStart: next) }
    let isShouted = text.tokens[index].shape.contains(.allCapitals)
    guard isShouted else { return nil }
    let isTime = label.kinds.contains { $0 == .startTime || $0 == .endTime || $0 == .time }
    if isTime, view.digits(next) != nil { return mark(valueStart: next) }
    return label.kinds == [.place] && !marks.isEmpty ? mark(valueStart: next) : nil
  }

  /// A label as it is read: few of those that a text holds open a field, and only of those it is
  /// asked what they stand for.
  private struct Label {
    var first: PhraseTable.Entry
    var others: [PhraseTable.Entry] = []
    var end: Int

    var kinds: [LabelledField.Kind] {
      LabelledField.Kind.kinds(first.value)
        + others.flatMap { LabelledField.Kind.kinds($0.value) }
    }
  }

  /// One label or several: `Fecha y hora`, `Inicio – término`, `LUGAR, FECHA`.
  private func labelList(_ view: TokenView, at index: Int) -> Label? {
    guard var label = label(view, at: index) else { return nil }
    for _ in 0..<3 {
      let link = label.end
      let isLink =
        view.isSign(link, ",") || view.isSign(link, "/") || view.isSign(link, "-")
        || view.is(link, .y)
      guard isLink, let next = self.label(view, at: link + 1) else { break }
      label.others.append(next.first)
      label.end = next.end
    }
    return label
  }

  private func label(_ view: TokenView, at index: Int) -> Label? {
    guard let match = labels.match(in: text, at: index, before: view.limit) else { return nil }
    return Label(first: match.entry, end: match.tokens.upperBound)
  }

  private func closingBracket(_ view: TokenView, from open: Int) -> Int? {
    (open + 1..<max(open + 1, min(open + 12, view.limit))).first { view.isSign($0, ")") }
  }

  private func isSegmentStart(_ view: TokenView, _ index: Int, from first: Int) -> Bool {
    guard index > first else { return true }
    if hasGap(before: index) { return true }
    let before = text.tokens[index - 1]
    return before.kind == .sign && ".;-|".utf8.contains(before.sign)
  }

  /// A tab or several blanks stand before the token.
  private func hasGap(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let gap = text.tokens[index - 1].end..<text.tokens[index].start
    return gap.count > 2 || text.gap(before: index, holds: UInt8(ascii: "\t"))
  }

  // MARK: Values

  /// The end of a value that starts on this line: a hard-wrapped paragraph goes on.
  private func endOfValue(_ index: Int) -> Int {
    var last = index
    while last + 1 < text.lines.count, last - index < 6, text.lines[last + 1].continuesPrevious,
      !startsWithLabel(last + 1)
    {
      last += 1
    }
    return text.lines[last].tokens.upperBound
  }

  /// The value of a label that fills its line: the next cell, the cell below, or the next line.
  private func valueElsewhere(_ index: Int) -> Range<Int>? {
    let line = text.lines[index]
    guard let place = line.cell else { return nextLine(index) }
    let own = Cell(table: place.table, row: place.row, column: place.column)
    if let lines = cells[own], index + 1 < lines.upperBound,
      let value = tokens(ofLines: index + 1..<lines.upperBound)
    {
      return value
    }
    let right = Cell(
      table: place.table, row: place.row, column: place.column + max(1, place.columnSpan))
    if let lines = cells[right] {
      if !startsWithLabel(lines.lowerBound) { return tokens(ofLines: lines) }
    }
    let below = Cell(table: place.table, row: place.row + 1, column: place.column)
    guard let lines = cells[below], !startsWithLabel(lines.lowerBound) else { return nil }
    return tokens(ofLines: lines)
  }

  private func nextLine(_ index: Int) -> Range<Int>? {
    var next = index + 1
    while next < text.lines.count, next <= index + 2, text.lines[next].isEmpty { next += 1 }
    guard next < text.lines.count, next <= index + 2, text.lines[next].cell == nil,
      !startsWithLabel(next)
    else { return nil }
    let value = trimmed(text.lines[next].tokens.lowerBound..<endOfValue(next))
    return value.isEmpty ? nil : value
  }

  private func tokens(ofLines lines: Range<Int>) -> Range<Int>? {
    let end = min(lines.upperBound, lines.lowerBound + 6)
    guard lines.lowerBound < end else { return nil }
    let value = trimmed(
      text.lines[lines.lowerBound].tokens.lowerBound..<text.lines[end - 1].tokens.upperBound)
    return value.isEmpty ? nil : value
  }

  private func startsWithLabel(_ index: Int) -> Bool { !marks(on: text.lines[index]).isEmpty }

  /// Without the signs that only set a value off.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, isOrnament(start, ":-*|=._;,") { start += 1 }
    while end > start, isOrnament(end - 1, "-*|=_;,") { end -= 1 }
    if end - start > 1, isOrnament(end - 1, "."), !endsAbbreviation(end - 1) { end -= 1 }
    return start..<end
  }

  /// `A.C.` keeps its dot.
  private func endsAbbreviation(_ dot: Int) -> Bool {
    let before = text.tokens[dot - 1]
    return before.shape.contains([.single, .capitalized])
  }

  private func isOrnament(_ index: Int, _ signs: StaticString) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .sign else { return false }
    return token.sign == Token.bullet
      || signs.withUTF8Buffer { $0.contains(token.sign) }
  }
}
