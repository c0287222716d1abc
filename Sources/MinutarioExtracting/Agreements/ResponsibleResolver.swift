// From an actor in the text to the responsible of the record: whom it means, and how that is known.

import MinutarioLexicon
import MinutarioModel

/// Leads actors to attendees and institutions.
struct ResponsibleResolver {
  let text: NormalizedText
  let attendances: [Attendance]
  let directory: AttendeeDirectory
  let institutions: InstitutionFinder

  /// The responsible, and an issue when several attendees fit a post.
  func responsible(_ actor: Actor) -> (Responsible, Issue?) {
    let range = text.range(ofTokens: actor.tokens)
    let written = text.joined([range])
    let evidence = text.evidence(range)
    var responsible = Responsible(text: written, resolution: .unresolved, evidence: evidence)
    switch actor.kind {
    case .person(let name):
      responsible.resolution = .named
      responsible.name = text.joined([text.range(ofTokens: name)])
      switch directory.named(name) {
      case .one(let index): responsible.name = attendances[index].name
      case .several(let found): return ambiguous(responsible, found)
      case .none: break
      }
    case .role:
      switch directory.holder(of: actor.tokens) {
      case .one(let index):
        responsible.name = attendances[index].name
        responsible.institution = attendances[index].institution
        responsible.resolution = .roleInSameMeeting
      case .several(let found): return ambiguous(responsible, found)
      case .none: break
      }
    case .institution:
      if let index = directory.bearer(of: actor.tokens) {
        responsible.name = attendances[index].name
        responsible.institution = attendances[index].institution
        responsible.resolution = .roleInSameMeeting
        break
      }
      responsible.institution = institutions.reference(range)
      responsible.institution?.name = written
      responsible.resolution = .institutionOnly
    case .other:
      break
    }
    return (responsible, nil)
  }

  private func ambiguous(_ responsible: Responsible, _ found: [Int]) -> (Responsible, Issue?) {
    var responsible = responsible
    responsible.name = nil
    responsible.resolution = .ambiguous
    let names = found.map { attendances[$0].name }.joined(separator: "; ")
    return (
      responsible,
      Issue(
        .roleAmbiguous, .warning, arguments: [responsible.text, names],
        evidence: responsible.evidence)
    )
  }
}
