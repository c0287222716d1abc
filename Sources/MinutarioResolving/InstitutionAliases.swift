// Which names mean the same institution. A name is led to its full name by its acronym, as long as
// the archive knows one meaning of that acronym; an acronym with two meanings is led there only
// inside a document that says which one it means.

import MinutarioLexicon
import MinutarioModel

/// The aliases of all institutions of an archive.
struct InstitutionAliases {
  private let keys: NameKeys
  /// The forms of the references that the archive makes.
  private var known: [InstitutionReference: Forms] = [:]
  /// Full names that are spellings of one: each leads to a fuller one, and in the end to itself.
  private var fuller: [String: String] = [:]
  /// Full names by acronym, over the archive, and within single documents where those of the archive
  /// are several.
  private var meanings: [String: Set<String>] = [:]
  private var meaningsInDocument: [String: [String: Set<String>]] = [:]
  /// Names of the lexicon as it writes them, by their keys.
  private(set) var lexiconNames: [String: (acronym: String, name: String)] = [:]

  /// Learns the aliases from every reference of the archive, with the document where it stands.
  init(
    keys: NameKeys, references: some Sequence<(document: String, reference: InstitutionReference)>
  ) {
    self.keys = keys
    var seen: Set<String> = []
    var stated: [(document: String, forms: Forms)] = []
    for (document, reference) in references {
      let forms = forms(of: reference)
      known[reference] = forms
      for form in [forms.name, forms.short, forms.long] {
        if let form { seen.insert(form) }
      }
      guard let long = forms.long else { continue }
      if let short = forms.short { meanings[short, default: []].insert(long) }
      stated.append((document, forms))
    }
    addLexicon(seen: seen)
    for short in meanings.keys.sorted(by: { $0.precedesBytewise($1) }) { uniteSpellings(of: short) }
    for (document, forms) in stated { noteMeaning(forms, in: document) }
  }

  /// Notes what a document says of an acronym or a word, where the archive leaves that open.
  private mutating func noteMeaning(_ forms: Forms, in document: String) {
    guard let long = forms.long, let short = forms.short ?? forms.localName else { return }
    if forms.short != nil, onlyMeaning(meanings[short]) != nil { return }
    meaningsInDocument[document, default: [:]][short, default: []].insert(long)
  }

  /// The forms of one reference, folded.
  struct Forms {
    var name: String?
    /// The acronym or a short name of its own.
    var short: String?
    var long: String?
    /// A word such as "Instituto", which means this institution in its document only.
    var localName: String?
  }

  /// What a reference says about itself: its acronym, its full name, or both.
  func forms(of reference: InstitutionReference) -> Forms {
    if let forms = known[reference] { return forms }
    let name = keys.institution(reference.name)
    var short = reference.acronym.flatMap(keys.institution)
    var long = reference.fullName.flatMap(keys.institution)
    if short == nil, let name, let long, name != long, !name.contains(" ") { short = name }
    if long == nil, let name, let short, name != short { long = name }
    var forms = Forms(name: name, short: short, long: long)
    if let word = short, isGeneric(word) {
      forms.short = nil
      forms.localName = word
    }
    return forms
  }

  /// Whether a word opens the names of many institutions and so tells none of them.
  private func isGeneric(_ word: String) -> Bool {
    keys.vocabulary.institutionWords.holds(word) || keys.vocabulary.bodies.holds(word)
  }

  /// The key under which a reference's institution is known; nil when it has no name.
  func key(for forms: Forms, in document: String) -> String? {
    if let long = forms.long { return fullest(long) }
    guard let name = forms.short ?? forms.name else { return nil }
    if let meaning = onlyMeaning(meaningsInDocument[document]?[name]) { return meaning }
    if let meaning = onlyMeaning(meanings[name]) { return meaning }
    return fullest(name)
  }

  /// Whether a reference uses an acronym that the archive knows several meanings of, and none of
  /// them in this document.
  func isAmbiguous(_ forms: Forms, in document: String) -> Bool {
    guard forms.long == nil, let name = forms.short ?? forms.name, let known = meanings[name] else {
      return false
    }
    return onlyMeaning(known) == nil && onlyMeaning(meaningsInDocument[document]?[name]) == nil
  }

  private func onlyMeaning(_ meanings: Set<String>?) -> String? {
    guard let meanings, let any = meanings.first else { return nil }
    let meaning = fullest(any)
    return meanings.allSatisfy { fullest($0) == meaning } ? meaning : nil
  }

  private func fullest(_ key: String) -> String {
    var key = key
    while let next = fuller[key] { key = next }
    return key
  }

  /// The lexicon explains acronyms that the archive uses and does not explain, and gives acronyms
  /// to full names that it uses. What the archive itself says goes first.
  private mutating func addLexicon(seen: Set<String>) {
    for entry in keys.vocabulary.institutions.entries {
      guard let short = keys.institution(entry.term), let long = keys.institution(entry.value),
        seen.contains(short) || seen.contains(long), meanings[short] == nil
      else { continue }
      meanings[short] = [long]
      lexiconNames[long] = (entry.term, entry.value)
    }
  }

  /// Full names of one acronym are spellings of one when the words of one are all in the other. A
  /// name whose words are in two that differ ("Secretaría de Salud", of which state?) stays alone.
  private mutating func uniteSpellings(of short: String) {
    let names = (meanings[short] ?? []).sorted { Self.isFuller($0, than: $1) }
    // Beyond this many names an acronym is not worth comparing all pairs: it says nothing.
    guard names.count > 1, names.count <= 64 else { return }
    let words = names.map(keys.significantWords)
    for (index, name) in names.enumerated() {
      let containers = names.indices.prefix(index).filter {
        !words[index].isEmpty && words[index].isSubset(of: words[$0])
      }
      let candidates = Set(containers.map { fullest(names[$0]) })
      if candidates.count == 1, let only = candidates.first { unite(name, only) }
    }
  }

  private mutating func unite(_ a: String, _ b: String) {
    let (a, b) = (fullest(a), fullest(b))
    guard a != b else { return }
    if Self.isFuller(a, than: b) { fuller[b] = a } else { fuller[a] = b }
  }

  private static func isFuller(_ a: String, than b: String) -> Bool {
    if a.utf8.count != b.utf8.count { return a.utf8.count > b.utf8.count }
    return a.precedesBytewise(b)
  }
}

extension InstitutionReference {
  /// The reference with an acronym of its own when its name ends with one: `Instituto Novense de
  /// Riego (INR)`. A word with two capitals
  /// counts as an acronym.
  var separatingAcronym: InstitutionReference {
    guard acronym == nil, fullName == nil, name.hasSuffix(")"),
      let bracket = name.lastIndex(of: "(")
    else { return self }
    let word = name[name.index(after: bracket)...].dropLast()
    var front = name[..<bracket]
    while front.last == " " { front.removeLast() }
    guard !front.isEmpty, word.count >= 2, word.allSatisfy({ $0.isLetter || $0 == "." }),
      word.unicodeScalars.count(where: { $0.properties.isUppercase }) >= 2
    else { return self }
    return InstitutionReference(
      name: String(front), acronym: String(word), fullName: String(front))
  }
}
