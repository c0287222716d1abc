// `--min attendee_row=0.95`: what a figure must reach, for checks that run by themselves.

import ArgumentParser
import MinutarioEvaluating
import MinutarioWording

/// A bar for one figure.
struct MinimumFigure: ExpressibleByArgument {
  private let figure: FigureName
  private let measure: Figure.Measure
  private let bar: Double
  private let written: String

  /// `FIGURE=VALUE`; without `_precision`, `_recall` or `_macro_f1` behind the figure, F1 is meant.
  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let bar = Double(parts[1]), (0...1).contains(bar) else { return nil }
    let name = String(parts[0])
    let named = FigureName(rawValue: name).map { ($0, Figure.Measure.f1) }
    let suffixed = Figure.Measure.allCases.compactMap { measure in
      name.hasSuffix("_" + measure.rawValue)
        ? FigureName(rawValue: String(name.dropLast(measure.rawValue.count + 1)))
          .map { ($0, measure) } : nil
    }
    guard let meant = named ?? suffixed.first else { return nil }
    (figure, measure) = meant
    self.bar = bar
    written = argument
  }

  private func value(in evaluation: Evaluation) -> Double? { evaluation[figure]?[measure] }

  /// A figure that the gold has nothing to say of reaches nothing.
  func isReached(in evaluation: Evaluation) -> Bool {
    value(in: evaluation).map { $0 >= bar } ?? false
  }

  /// Why the bar is not reached.
  func told(of evaluation: Evaluation, in wording: Wording) -> String {
    guard let value = value(in: evaluation) else {
      return wording(.figureUncounted, ["bar": written])
    }
    return wording(.figureBelowBar, ["bar": written, "value": EvaluationReport.share(value)])
  }
}
