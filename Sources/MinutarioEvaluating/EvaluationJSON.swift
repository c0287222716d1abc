// An evaluation for programs, and for a later one to be compared with.

private import MinutarioModel

extension Evaluation {
  /// One object on one line, LF at its end; docs/GUIDE.md describes it. Groups stand in it where a
  /// grouping is given, and the change since an earlier evaluation where one was named.
  public func json(by grouping: Grouping? = nil, change: EvaluationChange? = nil) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("documents", documents.count)
      json.field("missing", missing)
      json.field("figures") { $0.write(figures) }
      if let grouping {
        json.field("groups") { json in
          json.array(groups(by: grouping)) { json, group in
            json.object { json in
              json.field("name", group.name)
              json.field("documents", group.documents)
              json.field("figures") { $0.write(group.figures) }
            }
          }
        }
      }
      json.field("confidence") { json in json.array(bands) { $0.write($1) } }
      json.field("by_document") { json in json.array(documents) { $0.write($1) } }
      if let change { json.field("change") { $0.write(change) } }
    }
    json.lineBreak()
    return json.bytes
  }
}

extension JSONWriter {
  /// Enough that sums of shares come out the same.
  private static let places = 9

  fileprivate mutating func write(_ figures: [(name: FigureName, figure: Figure)]) {
    object { json in
      for (name, figure) in figures { json.field(name.rawValue) { $0.write(figure) } }
    }
  }

  fileprivate mutating func write(_ figure: Figure) {
    object { json in
      for measure in Figure.Measure.allCases {
        json.field(measure.rawValue) { json in
          if let value = figure[measure] {
            json.decimal(value, places: Self.places)
          } else {
            json.null()
          }
        }
      }
      json.field("n", figure.counts.gold)
      json.field("documents", figure.documents)
    }
  }

  fileprivate mutating func write(_ band: ConfidenceBand) {
    object { json in
      json.field("from") { $0.decimal(band.from, places: 2) }
      json.field("to") { $0.decimal(band.to, places: 2) }
      json.field("rows", band.rows)
      json.field("right", band.right)
    }
  }

  fileprivate mutating func write(_ document: DocumentEvaluation) {
    object { json in
      json.field("path", document.path)
      json.field("score") { $0.decimal(document.score, places: Self.places) }
      json.field("figures") { json in
        json.object { json in
          for (name, counts) in document.counts.sorted(by: { $0.key < $1.key }) {
            json.field(name.rawValue) { json in
              json.object { json in
                json.field("right", counts.right)
                json.field("extra", counts.extra)
                json.field("missed", counts.missed)
              }
            }
          }
        }
      }
      json.field("differences") { json in json.array(document.differences) { $0.write($1) } }
    }
  }

  private mutating func write(_ difference: Difference) {
    object { json in
      json.field("figure", difference.figure.rawValue)
      json.field("kind", difference.kind.rawValue)
      json.field("subject", difference.subject)
      json.field("expected", difference.expected)
      json.field("found", difference.found)
      json.field("place", difference.place)
    }
  }

  fileprivate mutating func write(_ change: EvaluationChange) {
    object { json in
      json.field("figures") { json in
        json.object { json in
          for (name, before, now) in change.figures {
            json.field(name.rawValue) { json in
              json.object { json in
                json.field("before") { $0.write(before) }
                json.field("now") { $0.write(now) }
              }
            }
          }
        }
      }
      json.field("by_document") { json in
        json.array(change.documents) { json, document in
          json.object { json in
            json.field("path", document.path)
            json.field("worse") { json in json.array(document.worse) { $0.write($1) } }
            json.field("better") { json in json.array(document.better) { $0.write($1) } }
          }
        }
      }
      json.field("only_before", change.onlyBefore)
      json.field("only_now", change.onlyNow)
    }
  }
}
