// The state of program and machine, for people and for programs.

import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// What `doctor` prints.
struct DoctorReport {
  let diagnosis: Diagnosis
  /// The file of the settings; nil when the defaults apply.
  let configurationFile: String?
  let locale: Locale
  let wording: Wording

  // MARK: For people

  /// Titled groups of lines, and the verdict at the end.
  var text: String {
    let groups = [
      (wording(.doctorDocuments), documents), (wording(.doctorSettings), settings),
      (wording(.doctorLimits), limits), (wording(.doctorMachine), machine),
      (wording(.doctorVersions), versions),
    ]
    return (groups.map { title, rows in title + "\n" + Self.lines(rows) } + [verdict])
      .joined(separator: "\n\n")
  }

  private typealias Row = (label: String, value: String)

  private static func lines(_ rows: [Row]) -> String {
    let width = rows.map(\.label.count).max() ?? 0
    return rows.map { label, value in
      "  " + label + String(repeating: " ", count: width - label.count + 2) + value
    }.joined(separator: "\n")
  }

  private var documents: [Row] {
    let read = diagnosis.formats.map { ".\($0)" }.joined(separator: ", ")
    return [(wording(.doctorRead), read)]
      + diagnosis.converters.map { converter in
        let advice =
          converter.location == nil
          ? wording(
            .doctorConverterMissing,
            ["program": converter.program, "package": converter.package])
          : wording(.doctorConvert, ["example": converter.example])
        return (".\(converter.fileExtension)", advice)
      }
  }

  private var settings: [Row] {
    let lexicon = diagnosis.lexicon
    var rows = [
      (
        wording(.doctorFile),
        configurationFile.map(PrintedText.escaped) ?? wording(.doctorDefaults)
      ),
      (
        wording(.doctorJobs),
        wording(
          .doctorJobsOnProcessors,
          ["jobs": diagnosis.jobs, "processors": diagnosis.processors])
      ),
      (
        wording(.doctorVocabulary),
        wording(
          .doctorVocabularySize,
          [
            "files": lexicon.files, "terms": lexicon.terms,
            "hash": String(lexicon.sha256.prefix(12)),
          ])
      ),
    ]
    if let folder = lexicon.folder {
      rows.append(("", wording(.doctorVocabularyReplaced, ["folder": folder])))
    }
    return rows
  }

  private var limits: [Row] {
    diagnosis.limits.map { key, value, standard in
      let changed =
        value == standard ? "" : " " + wording(.doctorLimitChanged, ["standard": standard])
      return (key, "\(value)\(changed)")
    }
  }

  private var machine: [Row] {
    var rows = [
      (wording(.doctorLocale), locale.language ?? wording(.doctorNoLocale)),
      (wording(.doctorLanguage), wording(.doctorLanguageName)),
      (
        wording(.doctorTemporary),
        PrintedText.escaped(diagnosis.temporaryFolder.path) + ": "
          + (diagnosis.temporaryFolder.problem == nil
            ? wording(.doctorWritable) : wording(.doctorNotWritable))
      ),
    ]
    if !locale.isUTF8 { rows.append(("", wording(.doctorNotUTF8))) }
    if let dataset = diagnosis.dataset {
      rows.append((wording(.doctorDataset), PrintedText.escaped(dataset.path)))
      rows += dataset.findings(wording).map { ("", $0) }
    }
    return rows
  }

  private var versions: [Row] {
    [("minutario", ToolVersion.number), ("Swift", ToolVersion.swift)] + diagnosis.libraries
  }

  private var verdict: String {
    let problems = diagnosis.problems
    guard !problems.isEmpty else { return wording(.doctorNoProblem) }
    let lines = problems.flatMap { $0.told(in: wording).split(separator: "\n") }
    return ([wording(.doctorProblems, ["count": lines.count])] + lines.map { "  \($0)" })
      .joined(separator: "\n")
  }

  // MARK: For programs

  /// One object; `docs/GUIDE.md` describes it.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("tool_version", ToolVersion.number)
      json.field("swift", ToolVersion.swift)
      json.field("libraries") { json in
        json.object { json in
          for library in diagnosis.libraries { json.field(library.name, library.version) }
        }
      }
      json.field("formats", diagnosis.formats)
      json.field("converters") { json in
        json.array(diagnosis.converters) { json, converter in
          json.object { json in
            json.field("extension", converter.fileExtension)
            json.field("program", converter.program)
            json.field("location", converter.location)
          }
        }
      }
      json.field("configuration_file", configurationFile)
      json.field("jobs", diagnosis.jobs)
      json.field("processors", diagnosis.processors)
      json.field("lexicon") { json in
        json.object { json in
          json.field("files", diagnosis.lexicon.files)
          json.field("terms", diagnosis.lexicon.terms)
          json.field("sha256", diagnosis.lexicon.sha256)
          json.field("folder", diagnosis.lexicon.folder)
        }
      }
      json.field("limits") { json in
        json.object { json in
          for limit in diagnosis.limits { json.field(limit.key, limit.value) }
        }
      }
      json.field("locale", locale.language)
      json.field("utf8", locale.isUTF8)
      json.field("language", wording.language.rawValue)
      json.field("temporary_folder") { Self.write(diagnosis.temporaryFolder, to: &$0) }
      json.field("dataset") { json in
        if let dataset = diagnosis.dataset {
          Self.write(dataset, to: &json)
        } else {
          json.null()
        }
      }
      json.field("problems", diagnosis.problems.map { $0.told(in: wording) })
    }
    json.lineBreak()
    return json.bytes
  }

  private static func write(_ folder: FolderProbe, to json: inout JSONWriter) {
    json.object { json in
      json.field("path", folder.path)
      json.field("usable", folder.problem == nil)
      json.field("is_dataset", folder.isDataset)
      json.field("exchange") { json in
        if let answer = folder.canExchange { json.boolean(answer) } else { json.null() }
      }
    }
  }
}

extension FolderProbe {
  /// What there is to say of a dataset, line by line.
  fileprivate func findings(_ wording: Wording) -> [String] {
    guard problem == nil else { return [wording(.doctorNotWritable)] }
    return [
      isDataset ? wording(.doctorIsDataset) : wording(.doctorNewDataset),
      canExchange == true ? wording(.doctorExchange) : wording(.doctorNoExchange),
    ]
  }
}
