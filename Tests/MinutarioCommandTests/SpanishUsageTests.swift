// Whoever works in Spanish meets no English word: neither in help nor when a command is mistyped.

import Foundation
import Testing

@Suite struct SpanishUsageTests {
  /// English words that ArgumentParser or this program use, and that are no words of Spanish.
  private static let english: Set<String> = [
    "and", "any", "argument", "arguments", "but", "can", "command", "default", "did", "does",
    "expected", "folder", "following", "for", "generate", "had", "help", "information", "invalid",
    "mean", "missing", "more", "of", "one", "option", "options", "or", "overview", "parent",
    "please", "provide", "required", "see", "set", "show", "specified", "subcommand",
    "subcommands", "take", "the", "unexpected", "unknown", "usage", "value", "values",
    "version", "was", "with", "you",
  ]

  /// The words of a text but for what is typed: options, commands, values, names of files.
  private func words(_ text: String) -> Set<String> {
    let prose = text.replacing(/--[a-z-]+(=<\w+>)?/, with: "")
      .replacing(/\(valores:[^)]*\)/, with: "").replacing(/minutario [a-z]+/, with: "")
      .replacing(/'[^']*'|`[^`]*`|"[^"]*"/, with: "")
      .replacing(/\S*[.\/]\S*\.?[a-z]{2,4}\b/, with: "")
    return Set(prose.lowercased().split { !$0.isLetter }.map(String.init))
  }

  @Test(arguments: [
    (["run", "--nada"], "No existe la opción «--nada»"),
    (["run", "--outpu", "x"], "¿Quiso decir «--output»?"),
    (["run", "-z"], "No existe la opción «-z»"),
    (["run", "-qo"], "o bien: Falta el valor de «-o <carpeta>» en «-qo»"),
    (["extract"], "Falta indicar «<ruta> ...»"),
    (["run", "--jobs"], "Falta el valor de «--jobs <número>»"),
    (["run", "--jobs", "dos"], "El valor «dos» no es válido para «--jobs <número>»"),
    (["extract", "x", "--lang", "fr"], "Indique uno de estos: 'es' o 'en'."),
    (["roster", "x", "--by", "z"], "'institution', 'person' o 'meeting'."),
    (["runn", "actas"], "No existe el comando «runn». Los comandos son: run, extract,"),
    (["run", "a", "b"], "No se esperaba «b»"),
    (["run", "a", "b", "c"], "No se esperaban estos 2 argumentos: 'b', 'c'"),
    (["run", "--quiet=3"], "La opción «--quiet» no lleva valor, pero se indicó «3»."),
    (["run"], "¿Qué carpeta de minutas?"),
    (["extract", "x", "--jobs", "0"], "--jobs debe estar entre 1 y 1024."),
    (["extract", "x", "--text", "--pretty"], "Elija --pretty, o bien --text y --places."),
    (["--generate-completion-script", "foo"], "No se puede generar el autocompletado"),
  ])
  func wrongUsageIsToldInSpanish(arguments: [String], expected: String) throws {
    let answer = try BuiltBinary.run(arguments, in: "/", language: "es_MX.UTF-8")
    #expect(answer.errors.contains(expected), "\(answer.errors)")
    #expect(answer.errors.contains("Para más información: «minutario"))
    #expect(words(answer.errors).intersection(Self.english) == [])
    #expect(answer.output == "")
    #expect(answer.code == 64)
  }

  /// The command that the library adds points to no help of its own.
  @Test func theHelpCommandIsToldInSpanishToo() throws {
    let answer = try BuiltBinary.run("help", "--nada", language: "es")
    #expect(answer.errors.contains("Uso: minutario help [<comando> ...]"))
    #expect(answer.code == 64)
  }

  @Test(arguments: HelpTests.commands)
  func helpIsInSpanish(command: String) throws {
    let arguments = (command.isEmpty ? [] : [command]) + ["--help", "--lang", "es"]
    let answer = try BuiltBinary.run(arguments)
    #expect(words(answer.output).intersection(Self.english) == [])
    #expect(answer.code == 0)
  }

  @Test func aLineOfHelpIsNoWiderThanTheTerminal() throws {
    let help = try BuiltBinary.run("roster", "--help", language: "es").output
    let lines = help.split(separator: "\n").filter { !$0.hasPrefix("USO:") }
    #expect(lines.count > 10)
    for line in lines { #expect(line.count <= 80, "\(line)") }
  }

  /// Scripts of completions and the version are for programs: they speak no language.
  @Test(arguments: [["--version"], ["--generate-completion-script", "bash"]])
  func whatProgramsReadDependsOnNoLanguage(arguments: [String]) throws {
    let english = try BuiltBinary.run(arguments, language: "en")
    let spanish = try BuiltBinary.run(arguments, language: "es")
    #expect(english.code == 0 && spanish.code == 0)
    #expect(english.output == spanish.output)
  }

  @Test func theSameMistakesAreToldInEnglishElsewhere() throws {
    let answer = try BuiltBinary.run("run", "--nada", language: "fr_FR.UTF-8")
    #expect(answer.errors.hasPrefix("Error: Unknown option '--nada'"))
    #expect(answer.code == 64)
  }
}
