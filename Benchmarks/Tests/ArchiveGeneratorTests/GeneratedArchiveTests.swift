// An archive to measure with is worth something only when everybody gets the same one.

import Testing

@testable import ArchiveGenerator

@Suite("A generated archive")
struct GeneratedArchiveTests {
  @Test("is the same bytes for the same seed, in any order of asking")
  func sameSeed() {
    let first = GeneratedArchive(count: 60, seed: 11, wordShare: 0.5)
    let second = GeneratedArchive(count: 60, seed: 11, wordShare: 0.5)
    for index in (0..<60).reversed() {
      let a = first.document(at: index)
      let b = second.document(at: index)
      #expect(a.path == b.path)
      #expect(a.bytes == b.bytes)
    }
  }

  /// Pins the bytes themselves: figures of two days compare only when the archive is the same.
  @Test("has the bytes that it had before")
  func pinnedBytes() {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let archive = GeneratedArchive(count: 60, seed: 1, wordShare: 0)
    for index in 0..<60 {
      for byte in archive.document(at: index).bytes {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    #expect(hash == 5_192_295_030_699_476_854)
  }

  @Test("is other bytes for another seed")
  func otherSeed() {
    let first = GeneratedArchive(count: 12, seed: 1, wordShare: 0)
    let second = GeneratedArchive(count: 12, seed: 2, wordShare: 0)
    for index in 0..<12 {
      #expect(first.document(at: index).bytes != second.document(at: index).bytes)
    }
  }

  @Test("gives every document a path of its own and the asked share of Word documents")
  func pathsAndShare() {
    let archive = GeneratedArchive(count: 1000, seed: 3, wordShare: 0.3)
    let documents = (0..<1000).map { archive.document(at: $0) }
    #expect(Set(documents.map(\.path)).count == 1000)
    let word = documents.filter { $0.path.hasSuffix(".docx") }
    #expect((250...350).contains(word.count))
    #expect(word.allSatisfy { $0.bytes.starts(with: [0x50, 0x4B, 3, 4]) })
    #expect(documents.allSatisfy { (6...15).contains($0.counts.attendances) })
  }

  @Test("shows every layout in both formats")
  func layouts() {
    let archive = GeneratedArchive(count: 24, seed: 5, wordShare: 0.5)
    let documents = (0..<24).map { archive.document(at: $0).path }
    let kinds = Set(
      documents.map { path in
        path.split(separator: "/")[1] + (path.hasSuffix(".docx") ? " docx" : " txt")
      })
    #expect(kinds.count == 2 * Layout.allCases.count)
  }
}

@Suite("Days")
struct DayTests {
  @Test("count leap years and weekdays as the calendar does")
  func calendar() {
    #expect(Day(days: 0).iso == "2014-01-01")
    #expect(Day(days: 0).weekday == 3)
    // 2016-02-29 was a Monday.
    let leapDay = Day(days: 365 * 2 + 59)
    #expect(leapDay.iso == "2016-02-29")
    #expect(leapDay.weekday == 1)
    #expect(leapDay.words == "29 de febrero de 2016")
  }
}
