"""Writes the manual page in man(7) out of what the program says of itself.

usage: manual.py BINARY LANGUAGE > minutario.1

The program's `--experimental-dump-help` gives commands and options in the language;
minutario.LANGUAGE.1.in beside this file gives the rest. swift-argument-parser has a plugin for
this, but it drops every letter that is not ASCII and runs the lines of examples together.
"""
import json
import os
import pathlib
import subprocess
import sys
import time

WORDS = {"en": ("values", "default", "options"), "es": ("valores", "por omisión", "opciones")}


def escaped(text):
    """Text as roff takes it: no line is a request, and a hyphen stays one."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def paragraphs(text):
    """Paragraphs; lines that begin with a space are kept as they are."""
    for part in text.split("\n\n"):
        yield ".PP"
        verbatim = False
        for line in part.split("\n"):
            if line.startswith(" ") != verbatim:
                verbatim = not verbatim
                yield ".nf" if verbatim else ".fi"
            yield escaped(line)
        if verbatim:
            yield ".fi"


def names(argument):
    """`-o, --output FOLDER` with its font changes."""
    value = argument["valueName"]
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR"
    flags = sorted(argument["names"], key=lambda name: name["kind"] != "short")
    text = ", ".join(
        "\\fB" + escaped(("-" if name["kind"] == "short" else "--") + name["name"]) + "\\fR"
        for name in flags)
    return text if argument["kind"] == "flag" else f"{text} \\fI{escaped(value)}\\fR"


def described(argument, words):
    """The help of an option with its values."""
    facts = []
    if argument.get("allValues"):
        facts.append(f"{words[0]}: {', '.join(argument['allValues'])}")
    if argument.get("defaultValue"):
        facts.append(f"{words[1]}: {argument['defaultValue']}")
    text = argument.get("abstract", "")
    return f"{text} ({'; '.join(facts)})" if facts else text


def listed(arguments, words):
    for argument in arguments:
        yield ".TP"
        yield names(argument)
        yield escaped(described(argument, words))


def synopsis(command, arguments, words):
    """The command with what it must and may be given."""
    parts = [f"\\fBminutario {command['commandName']}\\fR [\\fI{words[2]}\\fR]"]
    for argument in arguments:
        if argument["kind"] == "positional":
            dots = " ..." if argument["isRepeating"] else ""
            text = names(argument) + dots
            parts.append(f"[{text}]" if argument["isOptional"] else text)
    return " ".join(parts)


def main(binary, language):
    environment = dict(os.environ, LC_ALL=language)

    def answer(*options):
        return subprocess.run(
            [binary, *options], env=environment, check=True, capture_output=True,
            encoding="utf-8").stdout

    tool = json.loads(answer("--experimental-dump-help"))["command"]
    commands = [c for c in tool["subcommands"] if c["commandName"] != "help"]
    words = WORDS[language]
    # What every command takes is told once.
    common = [a for a in commands[0]["arguments"] if all(a in c["arguments"] for c in commands)]

    def own(command):
        return [a for a in command["arguments"] if a not in common]

    def command_lines():
        for command in commands:
            yield f".SS {command['commandName']}"
            yield escaped(command["abstract"])
            yield ".PP"
            yield synopsis(command, own(command), words)
            yield from paragraphs(command.get("discussion", ""))
            yield from listed(own(command), words)

    built = int(os.environ.get("SOURCE_DATE_EPOCH", os.stat(binary).st_mtime))
    filled = {
        "@DATE@": [time.strftime("%Y-%m-%d", time.gmtime(built))],
        "@VERSION@": [answer("--version").strip()],
        "@ABSTRACT@": [escaped(tool["abstract"].rstrip("."))],
        "@SYNOPSIS@": [
            line for command in commands
            for line in (synopsis(command, own(command), words), ".br")][:-1],
        "@COMMANDS@": list(command_lines()),
        "@COMMON@": list(listed(common, words)),
    }
    page = (pathlib.Path(__file__).parent / f"minutario.{language}.1.in").read_text("utf-8")
    for mark, lines in filled.items():
        page = page.replace(mark, "\n".join(lines))
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(page)


if __name__ == "__main__":
    main(*sys.argv[1:])
