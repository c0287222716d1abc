// How each kind of layout tells the minutes of a meeting.

extension Minutes {
  /// The minutes as blocks, in the layout of their body.
  var blocks: [Block] {
    switch body.layout {
    case .bullets: bullets
    case .tables: tables
    case .prose: prose
    case .tabbed: tabbed
    case .styled: styled
    case .grouped: grouped
    }
  }

  // MARK: - Layouts

  private var bullets: [Block] {
    [.title("MINUTA DE LA \(ordinal) SESIÓN \(kind.uppercased())"), .title(body.name)] + fields
      + [.heading("ASISTENTES")] + attendees.map { .bullet(line(of: $0) + ";") }
      + agenda("ORDEN DEL DÍA")
      + discussion("DESARROLLO DE LA SESIÓN") + [.heading("ACUERDOS")]
      + numbered(agreements.map(sentence)) + next + [.paragraph(closing)]
  }

  private var tables: [Block] {
    let people = attendees.map { attendee in
      [
        attendee.name, attendee.person.position, attendee.institution,
        attendee.isAbsent ? "Ausente" : "Presente",
      ]
    }
    let actions = agreements.enumerated().map { index, action in
      ["\(index + 1)", action.infinitive, action.responsible.name, action.due?.slashed ?? ""]
    }
    return [
      .title("ACTA DE SESIÓN \(kind.uppercased())"),
      .table([
        ["Reunión", body.name], ["Fecha", day.slashed], ["Hora de inicio", "\(start) h"],
        ["Hora de término", "\(end) h"], ["Lugar", venue],
      ]),
      .heading("Lista de asistencia"),
      .table([["Nombre", "Cargo", "Institución", "Asistencia"]] + people),
    ] + agenda("Orden del día") + discussion("Desarrollo") + [
      .heading("Acuerdos"),
      .table([["No.", "Acuerdo", "Responsable", "Fecha compromiso"]] + actions),
    ] + next
  }

  private var prose: [Block] {
    let people = attendees.map { line(of: $0) }
    let opening =
      "En \(body.town), siendo las \(start) horas del día \(day.words), se reunieron en "
      + "\(venue) para celebrar la sesión \(kind) del \(body.name) las siguientes personas: "
      + people.joined(separator: "; ") + "."
    return [.title("ACTA DE LA \(ordinal) SESIÓN \(kind.uppercased())"), .paragraph(opening)]
      + agenda("ORDEN DEL DÍA") + discussion("DESARROLLO") + [.heading("ACUERDOS")]
      + numbered(agreements.map(sentence)) + [.paragraph(closing)]
  }

  private var tabbed: [Block] {
    [.paragraph("\tMinuta de la Reunión de Trabajo"), .paragraph("")]
      + behindTab("EVENTO", [.paragraph("\t" + body.name)])
      + behindTab("FECHA", [.paragraph("\t\(day.words) a las \(start) horas.")])
      + behindTab("LUGAR", [.paragraph("\t" + venue)])
      + behindTab("ASISTENTES", attendees.map { .bullet(line(of: $0) + ";") })
      + behindTab("TEMAS QUE SE ABORDARON", numbered(topics.map(\.title)))
      + behindTab("DESARROLLO", topics.flatMap(\.paragraphs).map { .paragraph($0) })
      + behindTab("ACUERDOS", numbered(agreements.map(sentence)))
      + behindTab(
        "REUNIÓN DE SEGUIMIENTO", [.paragraph("\t\(nextDay.words) a las \(nextStart) horas.")])
  }

  private var styled: [Block] {
    let present = attendees.filter { !$0.isAbsent }
    let absent = attendees.filter(\.isAbsent)
    return [.title("Minuta de reunión: \(body.name)")] + fields + [.heading("Asistentes")]
      + numbered(present.map { line(of: $0) })
      + (absent.isEmpty ? [] : [.heading("Ausentes")] + numbered(absent.map { line(of: $0) }))
      + agenda("Orden del día") + discussion("Asuntos tratados") + [.heading("Acuerdos")]
      + numbered(
        agreements.map { action in
          let due = action.due.map { " Fecha límite: \($0.words)." } ?? ""
          return "\(action.infinitive). Responsable: \(action.responsible.name).\(due)"
        }) + [.heading("Próxima reunión")]
      + [.paragraph("\(nextDay.words.capitalizedFirst), \(nextStart) horas.")]
  }

  private var grouped: [Block] {
    var groups: [(name: String, people: [Attendee])] = []
    for attendee in attendees {
      let name = attendee.person.institution.name
      if let place = groups.firstIndex(where: { $0.name == name }) {
        groups[place].people.append(attendee)
      } else {
        groups.append((name, [attendee]))
      }
    }
    let roster: [Block] = groups.flatMap { group in
      [.subheading("\(group.name):")]
        + group.people.map { .bullet("\($0.name), \($0.person.position)") }
    }
    return [.title("MINUTA"), .title(body.name)] + fields + [.heading("PARTICIPANTES")] + roster
      + agenda("TEMAS") + discussion("DESARROLLO DE LA REUNIÓN") + [
        .heading("ACUERDOS Y COMPROMISOS")
      ]
      + numbered(agreements.map(sentence)) + next
  }

  // MARK: - Parts

  private var ordinal: String { "\(session + 1)ª" }

  private var fields: [Block] {
    [
      .field("Fecha", day.words), .field("Hora de inicio", "\(start) horas"),
      .field("Hora de término", "\(end) horas"), .field("Lugar", venue),
    ]
  }

  /// `Name, Position, Institution`.
  private func line(of attendee: Attendee) -> String {
    "\(attendee.name), \(attendee.person.position), \(attendee.institution)"
  }

  private func agenda(_ heading: String) -> [Block] {
    [.heading(heading)] + numbered(topics.map(\.title))
  }

  private func discussion(_ heading: String) -> [Block] {
    [.heading(heading)]
      + topics.flatMap { topic in
        [.subheading(topic.title)] + topic.paragraphs.map { .paragraph($0) }
      }
  }

  private func sentence(of action: AgreedAction) -> String {
    let due = action.due.map { " a más tardar el \($0.words)" } ?? ""
    let person = action.responsible
    return
      "\(person.article.capitalizedFirst) \(person.honorific) \(person.name) \(action.future)\(due)."
  }

  private var next: [Block] {
    [
      .heading("PRÓXIMA REUNIÓN"),
      .paragraph("\(nextDay.words.capitalizedFirst), \(nextStart) horas."),
    ]
  }

  private var closing: String {
    "No habiendo más asuntos que tratar, se dio por concluida la sesión a las \(end) horas del día "
      + "de su inicio."
  }

  private func numbered(_ texts: [String]) -> [Block] {
    texts.enumerated().map { .numbered($0.offset + 1, $0.element) }
  }

  private func behindTab(_ heading: String, _ blocks: [Block]) -> [Block] {
    [.paragraph("\t" + heading)] + blocks + [.paragraph("")]
  }
}
