// From sections to facts: one rule set for each kind of content. READ FIRST in this folder.

public import MinutarioLexicon
public import MinutarioModel

/// Reads people, meeting data, topics, agreements and mentions out of a segmented text.
public struct Extractor: Sendable {
  private let people: PeopleVocabulary
  private let meetings: MeetingReader
  private let agreements: AgreementReader
  private let topics: TopicReader
  private let mentions: MentionReader

  public init(lexicon: Lexicon) {
    people = PeopleVocabulary(lexicon: lexicon)
    meetings = MeetingReader(lexicon: lexicon)
    agreements = AgreementReader(vocabulary: people)
    topics = TopicReader(lexicon: lexicon)
    mentions = MentionReader(vocabulary: people)
  }

  /// The records of one document, one for each of its minutes, which stand in the order of the text.
  /// Coverage is that of the whole document; what earlier stages noticed (`issues`) concerns the
  /// document and is told once, with the first.
  public func records(
    of minutes: [(text: NormalizedText, sections: [Section])], facts: DocumentFacts, issues: [Issue]
  ) -> [MinutesRecord] {
    let coverage = coverage(of: minutes)
    return minutes.enumerated().map { index, part in
      var record = record(
        of: part.text, sections: part.sections, facts: facts, issues: index == 0 ? issues : [])
      record.minutes.index = index
      record.minutes.count = minutes.count
      record.document.coverage = coverage
      return record
    }
  }

  /// The record of one minutes. `sections` cover `text` in order, as `Segmenter` gives them; to
  /// `facts` language, place and date of issue and coverage are added; `issues` are what earlier
  /// stages noticed.
  public func record(
    of text: NormalizedText, sections: [Section], facts: DocumentFacts, issues: [Issue]
  ) -> MinutesRecord {
    var record = MinutesRecord(outcome: .read, document: facts, issues: issues)
    let session = meetings.read(text, sections: sections)
    record.meeting = session.meeting
    record.document.issuedPlace = session.issuedPlace
    record.document.issuedDate = session.issuedDate
    record.issues += session.issues
    let institutions = InstitutionFinder(text: text, vocabulary: people)
    let roster = RosterReader(
      text: text, sections: sections, vocabulary: people, institutions: institutions
    ).read()
    record.attendances = roster.attendances
    record.issues += roster.issues
    record.topics = topics.topics(text, sections: sections)
    let actors = ActorReader(
      text: text, vocabulary: people, institutions: institutions, attendances: record.attendances)
    let agreed = agreements.agreements(
      text, sections: sections, attendances: record.attendances, meeting: record.meeting,
      actors: actors)
    record.agreements = agreed.agreements
    record.issues += agreed.issues
    record.mentions = mentions.mentions(
      text, sections: sections, attendances: record.attendances, actors: actors)
    record.sections = sections.map { recordSection($0, text) }
    record.minutes.start = text.codePoint(at: text.extent.lowerBound)
    record.minutes.end = text.codePoint(at: text.extent.upperBound)
    record.document.textCharacters = text.codePoint(at: text.bytes.count)
    record.document.coverage = coverage(of: [(text, sections)])
    return record
  }

  private func recordSection(_ section: Section, _ text: NormalizedText) -> RecordSection {
    RecordSection(
      kind: section.kind, heading: section.heading.map { text.string($0).joinedLines() },
      start: text.codePoint(at: section.range.lowerBound),
      end: text.codePoint(at: section.range.upperBound))
  }

  /// Share of characters in sections that say what they are about.
  private func coverage(of minutes: [(text: NormalizedText, sections: [Section])]) -> Double {
    var all = 0
    var known = 0
    for (text, sections) in minutes {
      func characters(_ range: Range<Int>) -> Int {
        text.codePoint(at: range.upperBound) - text.codePoint(at: range.lowerBound)
      }
      all += characters(text.extent)
      for section in sections where section.kind != .heading && section.kind != .other {
        known += characters(section.range)
      }
    }
    guard all > 0 else { return 0 }
    return (Double(known) / Double(all) * 1000).rounded() / 1000
  }
}
