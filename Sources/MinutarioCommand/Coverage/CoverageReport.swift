// What was not understood as it is printed: by kind, with the vocabulary file that each kind is
// mended in.

import ArgumentParser
import MinutarioModel
import MinutarioSurveying
import MinutarioWording

/// What `coverage` prints.
struct CoverageReport {
  let tally: GapTally
  /// How many shapes of each kind are shown.
  let top: Int
  let wording: Wording

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, md
  }

  func bytes(as format: Format, for terminal: Terminal?) -> [UInt8] {
    switch format {
    case .table: Array(table(terminal).utf8)
    case .csv: csv
    case .json: json
    case .md: Array(markdown.utf8)
    }
  }

  /// The shapes of one kind, and how many there are.
  private struct Part {
    let kind: Gap.Kind
    let shown: [GapTally.Count]
    let all: Int
  }

  private var parts: [Part] {
    Gap.Kind.allCases.map { kind in
      let shapes = tally.shapes(of: kind)
      return Part(kind: kind, shown: Array(shapes.prefix(top)), all: shapes.count)
    }
  }

  private func title(_ part: Part) -> String {
    switch part.kind {
    case .heading: wording(.coverageHeadings, ["count": part.all])
    case .rosterLine: wording(.coverageRosterLines, ["count": part.all])
    case .position: wording(.coveragePositions, ["count": part.all])
    case .label: wording(.coverageLabels, ["count": part.all])
    }
  }

  /// Which file is mended, and how a line of it is written.
  private func advice(_ kind: Gap.Kind) -> String {
    switch kind {
    case .heading: wording(.coverageMendHeading)
    case .rosterLine: wording(.coverageMendRosterLine)
    case .position: wording(.coverageMendPosition)
    case .label: wording(.coverageMendLabel)
    }
  }

  private var closing: [String] {
    [wording(.coverageHowToMend)]
      + (tally.forgotten > 0 ? [wording(.coverageForgotten, ["count": tally.forgotten])] : [])
  }

  // MARK: For reading

  private func table(_ terminal: Terminal?) -> String {
    func fitted(_ line: String) -> String {
      terminal?.width.map { TextTable.cut(line, to: max(1, $0)) } ?? line
    }
    let told = TextTable.wrapped(
      wording(.coverageCounts, ["count": tally.documents]), to: terminal?.width)
    var lines = told
    for part in parts where part.all > 0 {
      lines += ["", terminal.heading(title(part))]
      lines += TextTable.wrapped(advice(part.kind), to: terminal?.width)
      for count in part.shown {
        lines.append(
          fitted(
            "  \(TextTable.printable(count.shape))  "
              + wording(
                .coverageFrequency, ["documents": count.documents, "lines": count.lines])))
        let examples = count.examples.map { example in
          ["     ", "\(example.path)  \(example.place)", example.text]
        }
        lines += TextTable.lines(examples, limit: 160).map(fitted)
      }
      if part.all > part.shown.count {
        lines.append("  " + wording(.andMore, ["count": part.all - part.shown.count]))
      }
    }
    if parts.allSatisfy({ $0.all == 0 }) { return (lines + [""]).joined(separator: "\n") }
    lines.append("")
    lines += closing.flatMap { TextTable.wrapped($0, to: terminal?.width) }
    return lines.map { $0 + "\n" }.joined()
  }

  private var markdown: String {
    var lines = [wording(.coverageCounts, ["count": tally.documents])]
    for part in parts where part.all > 0 {
      lines += ["", "## " + MarkdownTable.escaped(title(part)), ""]
      lines += [MarkdownTable.escaped(advice(part.kind)), ""]
      lines += MarkdownTable.lines(
        [
          wording(.coverageShape), wording(.evaluationDocuments), wording(.coverageLines),
          wording(.coverageExamples),
        ],
        part.shown.map { count in
          [
            count.shape, String(count.documents), String(count.lines),
            count.examples.map { "\($0.path) \($0.place): \($0.text)" }.joined(separator: "; "),
          ]
        })
    }
    lines += [""] + closing.map(MarkdownTable.escaped)
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: For programs

  /// A row a shape; names as in JSON.
  private var csv: [UInt8] {
    var bytes = CSV.byteOrderMark
    let examples = (1...GapTally.examples).flatMap { ["path_\($0)", "place_\($0)", "text_\($0)"] }
    CSV.appendLine(
      ["kind", "shape", "documents", "lines", "vocabulary"] + examples, guarding: false, to: &bytes)
    for part in parts {
      for count in part.shown {
        var cells = [
          part.kind.rawValue, count.shape, String(count.documents), String(count.lines),
          part.kind.vocabularyFiles.joined(separator: " "),
        ]
        cells += count.examples.flatMap { [$0.path, $0.place, $0.text] }
        cells += Array(repeating: "", count: 5 + examples.count - cells.count)
        CSV.appendLine(cells, guarding: true, to: &bytes)
      }
    }
    return bytes
  }

  /// One object on one line, LF at its end; docs/GUIDE.md describes it.
  private var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("documents", tally.documents)
      json.field("forgotten", tally.forgotten)
      json.field("kinds") { json in json.array(parts) { Self.write($1, to: &$0) } }
    }
    json.lineBreak()
    return json.bytes
  }

  private static func write(_ part: Part, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", part.kind.rawValue)
      json.field("vocabulary", part.kind.vocabularyFiles)
      json.field("count", part.all)
      json.field("shapes") { json in
        json.array(part.shown) { json, count in
          json.object { json in
            json.field("shape", count.shape)
            json.field("documents", count.documents)
            json.field("lines", count.lines)
            json.field("examples") { json in
              json.array(count.examples) { json, example in
                json.object { json in
                  json.field("path", example.path)
                  json.field("place", example.place)
                  json.field("text", example.text)
                }
              }
            }
          }
        }
      }
    }
  }
}
