// What is told while documents go by: each event to the log, and how far the work is to whoever
// waits at the terminal.

import MinutarioLexicon
import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// The telling of one piece of work over many documents.
struct WorkReport {
  private let console: Console
  /// The sentences in which people are told why a document was not read.
  private let messages: MessageCatalogue
  private let showsProgress: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var stage: (name: Stage, since: ContinuousClock.Instant)
  private var progress: Progress
  private var shown: ContinuousClock.Instant
  private var hasWrittenLines = false

  /// What the work is at; events name it by the raw value.
  private enum Stage: String {
    case listing, reading, resolving, writing, ended
  }

  init(_ console: Console, messages: MessageCatalogue, showsProgress: Bool = true) {
    self.console = console
    self.messages = messages
    self.showsProgress = showsProgress && console.showsProgress
    start = clock.now
    shown = start
    stage = (.listing, start)
    progress = Progress(total: 0, wording: console.wording, from: .zero)
  }

  /// Since the work began.
  var duration: Duration { clock.now - start }

  private var isBar: Bool { ErrorStream.shared.terminal.isInteractive }

  /// Columns of a line that is written over. A full line would wrap, and so would the `^C` that a
  /// terminal shows behind it.
  private var room: Int { (ErrorStream.shared.terminal.width ?? 80) - 3 }

  /// A bar is drawn ten times a second; what stays, as in a file, is written now and then.
  private var interval: Duration { isBar ? .milliseconds(100) : .seconds(30) }

  /// Tells of one step.
  mutating func tell(_ step: DatasetRun.Step) {
    switch step {
    case .found(let documents, let skipped):
      console.tell(.found(documents: documents, skipped: skipped.count))
      for file in skipped { console.tell(.skipped(file)) }
      enter(.reading)
      progress = Progress(total: documents, wording: console.wording, from: duration)
    case .document(let outcome, let took):
      console.tell(.document(outcome.told(in: messages), took: took, console.wording))
      let isProblem = outcome.outcome == .partial || outcome.outcome == .failed
      progress.advance(isProblem: isProblem, at: duration)
      if showsProgress, clock.now - shown >= interval { showProgress() }
    case .resolving:
      // The last interval may hide the end.
      if hasWrittenLines { showProgress() }
      enter(.resolving)
      show(console.wording(.progressResolving, ["count": progress.total]))
    case .writing:
      enter(.writing)
      show(console.wording(.progressWriting, ["count": progress.total]))
    }
  }

  /// The work is done: takes the progress away.
  mutating func finish() {
    if stage.name == .reading, hasWrittenLines { showProgress() }
    enter(.ended)
    ErrorStream.shared.erase()
  }

  private mutating func enter(_ name: Stage) {
    let now = clock.now
    if stage.name != .listing {
      console.tell(.finished(stage: stage.name.rawValue, took: now - stage.since))
    }
    stage = (name, now)
  }

  private mutating func showProgress() {
    shown = clock.now
    if isBar {
      ErrorStream.shared.pass(progress.bar(width: room))
    } else {
      ErrorStream.shared.write([progress.sentence])
      hasWrittenLines = true
    }
  }

  /// Names a stage that has no counts; in a file only where the work is long.
  private mutating func show(_ sentence: String) {
    guard showsProgress else { return }
    shown = clock.now
    if isBar {
      ErrorStream.shared.pass(TextTable.cut(sentence, to: max(1, room)))
    } else if hasWrittenLines {
      ErrorStream.shared.write([sentence])
    }
  }
}
