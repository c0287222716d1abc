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

  /// The record of one document. `sections` cover `text` in order, as `Segmenter` gives them; to
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
    record.minutes.end = text.codePoint(at: text.bytes.count)
    record.document.textCharacters = record.minutes.end
    record.document.coverage = coverage(of: sections, text)
    return record
  }

  private func recordSection(_ section: Section, _ text: NormalizedText) -> RecordSection {
    RecordSection(
      kind: section.kind, heading: section.heading.map { text.string($0).joinedLines() },
      start: text.codePoint(at: section.range.lowerBound),
      end: text.codePoint(at: section.range.upperBound))
  }

  /// Share of characters in sections that say what they are about.
  private func coverage(of sections: [Section], _ text: NormalizedText) -> Double {
    let all = text.codePoint(at: text.bytes.count)
    guard all > 0 else { return 0 }
    let known = sections.filter { $0.kind != .heading && $0.kind != .other }.reduce(0) {
      $0 + text.codePoint(at: $1.range.upperBound) - text.codePoint(at: $1.range.lowerBound)
    }
    return (Double(known) / Double(all) * 1000).rounded() / 1000
  }
}
