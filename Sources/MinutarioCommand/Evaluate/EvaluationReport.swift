// An evaluation as it is printed: tables for reading, Markdown for pages, CSV of the differences.

import ArgumentParser
import MinutarioEvaluating
import MinutarioModel
import MinutarioWording

/// What `evaluate` prints.
struct EvaluationReport {
  let evaluation: Evaluation
  /// What the figures are also shown by.
  let grouping: Evaluation.Grouping?
  /// Since the baseline, where one was named.
  let change: EvaluationChange?
  /// How many documents are listed; nil for all that have differences.
  let worst: Int?
  let wording: Wording

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, md
  }

  func bytes(as format: Format, for terminal: Terminal?) -> [UInt8] {
    switch format {
    case .table: Array(table(terminal).utf8)
    case .csv: csv
    case .json: evaluation.json(by: grouping, change: change)
    case .md: Array(markdown.utf8)
    }
  }

  /// `0.955`.
  static func share(_ value: Double) -> String {
    let thousandths = String(1000 + Int((value * 1000).rounded()))
    return "\(thousandths.first == "2" ? "1" : "0").\(thousandths.dropFirst())"
  }

  private var listed: [DocumentEvaluation] {
    Array(evaluation.worstFirst.prefix(worst ?? .max))
  }

  // MARK: Rows that table and Markdown share

  private var figureRows: [[String]] {
    evaluation.figures.map { name, figure in
      [name.rawValue]
        + Figure.Measure.allCases.map { figure[$0].map(Self.share) ?? "–" }
        + [String(figure.counts.gold), String(figure.documents)]
    }
  }

  private var figureHeading: [String] {
    [
      wording(.evaluationFigure), wording(.evaluationPrecision), wording(.evaluationRecall), "F1",
      wording(.evaluationMacro), "n", wording(.evaluationDocuments),
    ]
  }

  private var groups: [Evaluation.Group] { grouping.map(evaluation.groups) ?? [] }

  /// F1 of each figure in each group.
  private var groupRows: [[String]] {
    let groups = groups
    return evaluation.figures.map { name, _ in
      [name.rawValue]
        + groups.map { group in
          group.figures.first { $0.name == name }.map { Self.share($0.figure.counts.f1) } ?? "–"
        }
    }
  }

  private var groupHeading: [String] {
    [wording(.evaluationFigure)] + groups.map { "\($0.name) (\($0.documents))" }
  }

  private var bandRows: [[String]] {
    evaluation.bands.map { band in
      [
        "\(Self.bound(band.from))–\(Self.bound(band.to))", String(band.rows), String(band.right),
        band.share.map(Self.share) ?? "–",
      ]
    }
  }

  private var bandHeading: [String] {
    [
      wording(.evaluationConfidence), wording(.evaluationRows), wording(.evaluationRight),
      wording(.evaluationShare),
    ]
  }

  /// `0.80`.
  private static func bound(_ value: Double) -> String { String(share(value).dropLast()) }

  private var changeRows: [[String]] {
    (change?.figures ?? []).map { name, before, now in
      let difference = now.counts.f1 - before.counts.f1
      return [
        name.rawValue, Self.share(before.counts.f1), Self.share(now.counts.f1),
        (difference < 0 ? "-" : "+") + Self.share(abs(difference)),
      ]
    }
  }

  private var changeHeading: [String] {
    [
      wording(.evaluationFigure), wording(.evaluationBefore), wording(.evaluationNow),
      wording(.evaluationChange),
    ]
  }

  private var countLine: String {
    wording(
      .evaluationCounts,
      ["count": evaluation.documents.count, "missing": evaluation.missing.count])
  }

  private func kind(_ difference: Difference) -> String {
    switch difference.kind {
    case .missed: wording(.differenceMissed)
    case .extra: wording(.differenceExtra)
    case .different: wording(.differenceOther)
    }
  }

  /// Whose value, what the gold has and what was read.
  private func told(_ difference: Difference) -> String {
    let subject = difference.subject.map { TextTable.cut($0, to: 50) + ": " } ?? ""
    switch (difference.expected, difference.found) {
    case (let expected?, let found?):
      return subject
        + wording(.differenceValues, ["expected": expected, "found": found])
    case (let value?, nil), (nil, let value?): return "\(subject)«\(value)»"
    case (nil, nil): return subject
    }
  }

  // MARK: For reading

  private func table(_ terminal: Terminal?) -> String {
    let width = terminal?.width
    var lines = [countLine] + evaluation.missing.map { "  " + PrintedText.escaped($0) }
    lines += ["", terminal.heading(wording(.evaluationFigures))]
    lines += TextTable.lines([figureHeading] + figureRows)
    if grouping != nil {
      lines += ["", terminal.heading(wording(.evaluationGroups))]
      lines += TextTable.lines([groupHeading] + groupRows)
    }
    lines += ["", terminal.heading(wording(.evaluationBands))]
    lines += TextTable.lines([bandHeading] + bandRows)
    if let change { lines += [""] + self.lines(of: change, terminal) }
    if !listed.isEmpty { lines += ["", terminal.heading(wording(.evaluationWorst))] }
    for document in listed {
      lines.append(
        Self.fitted(
          "\(Self.share(document.score))  \(PrintedText.escaped(document.path))  "
            + wording(.evaluationDifferences, ["count": document.differences.count]), width))
      lines += self.lines(of: document.differences, sign: " ", width)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of change: EvaluationChange, _ terminal: Terminal?) -> [String] {
    let width = terminal?.width
    var lines = [terminal.heading(wording(.evaluationSince))]
    if change.documents.isEmpty, change.figures.isEmpty {
      lines.append(wording(.evaluationUnchanged))
    }
    if !changeRows.isEmpty { lines += TextTable.lines([changeHeading] + changeRows) }
    for document in change.documents {
      lines.append(Self.fitted(PrintedText.escaped(document.path), width))
      lines += self.lines(of: document.worse, sign: "-", width)
      lines += self.lines(of: document.better, sign: "+", width)
    }
    for (told, paths) in [
      (wording(.evaluationOnlyBefore, ["count": change.onlyBefore.count]), change.onlyBefore),
      (wording(.evaluationOnlyNow, ["count": change.onlyNow.count]), change.onlyNow),
    ] where !paths.isEmpty {
      lines += [told] + paths.map { "  " + PrintedText.escaped($0) }
    }
    return lines
  }

  private func lines(of differences: [Difference], sign: String, _ width: Int?) -> [String] {
    TextTable.lines(
      differences.map {
        ["   \(sign)", $0.figure.rawValue, kind($0), $0.place ?? "–", told($0)]
      }
    ).map { Self.fitted($0, width) }
  }

  private static func fitted(_ line: String, _ width: Int?) -> String {
    width.map { TextTable.cut(line, to: max(1, $0)) } ?? line
  }

  // MARK: Markdown and CSV

  private var markdown: String {
    var lines = [countLine, ""] + MarkdownTable.lines(figureHeading, figureRows)
    if grouping != nil { lines += [""] + MarkdownTable.lines(groupHeading, groupRows) }
    lines += [""] + MarkdownTable.lines(bandHeading, bandRows)
    if !changeRows.isEmpty { lines += [""] + MarkdownTable.lines(changeHeading, changeRows) }
    if !listed.isEmpty {
      lines += [""]
      lines += MarkdownTable.lines(
        [
          wording(.evaluationDocument), "F1", FigureName.attendeeRow.rawValue,
          wording(.evaluationDifferencesHeading),
        ],
        listed.map { document in
          [
            document.path, Self.share(document.score),
            document.counts[.attendeeRow].map { Self.share($0.f1) } ?? "–",
            String(document.differences.count),
          ]
        })
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A row a difference, the worst document first; names as in JSON.
  private var csv: [UInt8] {
    var bytes = CSV.byteOrderMark
    CSV.appendLine(
      ["path", "figure", "kind", "subject", "expected", "found", "place"], guarding: false,
      to: &bytes)
    for document in listed {
      for difference in document.differences {
        CSV.appendLine(
          [
            document.path, difference.figure.rawValue, difference.kind.rawValue,
            difference.subject ?? "", difference.expected ?? "", difference.found ?? "",
            difference.place ?? "",
          ], guarding: true, to: &bytes)
      }
    }
    return bytes
  }
}
