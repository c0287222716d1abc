// How far the work is: the bar in every width, the speed, the time that is left.

import MinutarioWording
import Testing

@testable import MinutarioCommand

@Suite struct ProgressTests {
  /// 1200 of 5000 documents at 300 a second.
  private func progress(problems: Int = 0) -> Progress {
    var progress = Progress(total: 5000, wording: Wording(.english), from: .zero)
    for done in 1...1200 {
      progress.advance(isProblem: done <= problems, at: .seconds(Double(done) / 300))
    }
    return progress
  }

  @Test func theBarTellsCountsSpeedTimeAndProblems() {
    #expect(
      progress(problems: 2).bar(width: 99)
        == "Reading [======>                         ] 1200/5000  300 docs/s  0:13 left  "
        + "2 with problems")
    #expect(
      progress().bar(width: 60) == "Reading [===>             ] 1200/5000  300 docs/s  0:13 left")
  }

  @Test func aNarrowTerminalLosesWhatMattersLeast() {
    let progress = progress(problems: 2)
    #expect(
      progress.bar(width: 62) == "Reading 1200/5000  300 docs/s  0:13 left  2 with problems")
    #expect(progress.bar(width: 52) == "1200/5000  300 docs/s  0:13 left  2 with problems")
    #expect(progress.bar(width: 40) == "1200/5000  0:13 left  2 with problems")
    #expect(progress.bar(width: 30) == "1200/5000  2 with problems")
    #expect(progress.bar(width: 12) == "1200/5000")
    #expect(progress.bar(width: 3) == "120")
    #expect(progress.bar(width: 0) == "")
  }

  @Test(arguments: 0...140)
  func theBarIsNeverWiderThanTheTerminal(width: Int) {
    #expect(progress(problems: 12).bar(width: width).count <= width)
  }

  @Test func theBarIsEmptyAtTheStartAndFullAtTheEnd() {
    var progress = Progress(total: 2, wording: Wording(.spanish), from: .zero)
    #expect(progress.bar(width: 80) == "Leyendo [\(String(repeating: " ", count: 32))] 0/2")
    progress.advance(isProblem: false, at: .seconds(1))
    progress.advance(isProblem: false, at: .seconds(2))
    #expect(
      progress.bar(width: 80)
        == "Leyendo [\(String(repeating: "=", count: 32))] 2/2  1 docs/s  faltan 0:00")
  }

  @Test func theSentenceTellsTheSameWithoutABar() {
    #expect(
      progress(problems: 1).sentence
        == "1200 of 5000 documents, 300 docs/s, 0:13 left, 1 with problems")
  }

  @Test(arguments: [(0, "0:00"), (7, "0:07"), (750, "12:30"), (3600, "1:00:00"), (3723, "1:02:03")])
  func timesAreWrittenAsOnAClock(seconds: Int, text: String) {
    #expect(Progress.clock(seconds) == text)
  }
}

@Suite struct RateEstimateTests {
  @Test func nothingIsToldBeforeSomethingWasSeen() {
    var rate = RateEstimate(from: .seconds(10))
    #expect(rate.perSecond == nil)
    #expect(rate.seconds(for: 5) == nil)
    rate.note(3, at: .seconds(10) + .milliseconds(50))
    #expect(rate.perSecond == nil)
  }

  @Test func aSteadySpeedIsFoundWhateverTheRhythmOfTheCalls() throws {
    for step in [1, 40, 700] {
      var rate = RateEstimate(from: .zero)
      for done in stride(from: step, through: 7000, by: step) {
        rate.note(done, at: .seconds(Double(done) / 200))
      }
      #expect(abs(try #require(rate.perSecond) - 200) < 0.5)
      #expect((5...6).contains(try #require(rate.seconds(for: 1000))))
    }
  }

  @Test func aBurstCountsLittleAndALastingChangeCounts() throws {
    var rate = RateEstimate(from: .zero)
    for second in 1...20 { rate.note(second * 100, at: .seconds(second)) }
    rate.note(2200, at: .milliseconds(20_200))
    let afterBurst = try #require(rate.perSecond)
    #expect(afterBurst > 100 && afterBurst < 150)
    for second in 1...30 {
      rate.note(2200 + second * 10, at: .milliseconds(20_200 + second * 1000))
    }
    let afterChange = try #require(rate.perSecond)
    #expect(afterChange < 15)
  }

  @Test func aWorkThatStandsStillHasNoEnd() {
    var rate = RateEstimate(from: .zero)
    rate.note(0, at: .seconds(60))
    #expect(rate.seconds(for: 1) == nil)
  }
}
