// The Spanish words that people read in place of the codes: in the flat table of attendances, in
// the readable record and in the roster. Tables keep the codes.

extension Attendance.Presence {
  /// As the column `asistencia` says it.
  public var spanish: String {
    switch self {
    case .present: "presente"
    case .absent: "ausente"
    case .excused: "con justificación"
    case .represented: "representado"
    case .unknown: "sin dato"
    }
  }
}

extension Attendance.Capacity {
  /// As the column `calidad` says it.
  public var spanish: String { self == .secretaria ? "secretaría" : rawValue }
}

extension AttendanceLinks.InstitutionOrigin {
  /// As the column `institucion_origen` says it.
  public var spanish: String {
    self == .meetingBody ? "derivada del órgano que sesiona" : "en la lista"
  }
}

extension Meeting.Mode {
  public var spanish: String {
    switch self {
    case .inPerson: "presencial"
    case .remote: "a distancia"
    case .hybrid: "híbrida"
    case .unknown: "sin dato"
    }
  }
}

extension Meeting.Classification {
  public var spanish: String {
    switch self {
    case .workingGroup: "grupo de trabajo"
    case .installation: "instalación"
    case .unknown: "sin dato"
    default: rawValue
    }
  }
}

extension Institution.Kind {
  public var spanish: String { self == .body ? "órgano colegiado" : "sin dato" }
}

extension Agreement.Status {
  public var spanish: String {
    switch self {
    case .open: "pendiente"
    case .fulfilled: "cumplido"
    case .partial: "cumplido en parte"
    case .superseded: "sustituido"
    case .cancelled: "cancelado"
    case .unknown: "sin dato"
    }
  }
}

extension Issue.Severity {
  public var spanish: String {
    switch self {
    case .info: "aviso"
    case .warning: "advertencia"
    case .error: "error"
    }
  }
}

extension Outcome {
  public var spanish: String {
    switch self {
    case .read: "leída"
    case .partial: "leída en parte"
    case .empty: "vacía"
    case .failed: "no se pudo leer"
    }
  }
}
