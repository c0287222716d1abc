"""Checks outputs against the public validators: JSON Schema and Data Package.

    validate.py document SCHEMA FILE    one JSON document
    validate.py lines SCHEMA FILE       one JSON document a line
    validate.py package FILE            a datapackage.json and the tables it names
"""

import json
import sys
from pathlib import Path


def problems_of_json(schema_path, documents):
    """Yields a line of text for each place where a document breaks the schema."""
    from jsonschema import Draft202012Validator

    schema = json.loads(Path(schema_path).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name, document in documents:
        for error in validator.iter_errors(document):
            yield f"{name}: {error.json_path}: {error.message[:300]}"


def problems_of_package(path):
    """Yields a line of text for each error that frictionless finds in the package."""
    from frictionless import validate

    report = validate(path)
    for error in report.errors:
        yield f"{path}: {error.message}"
    for task in report.tasks:
        for error in task.errors:
            yield f"{task.place}: {error.message}"


def main(arguments):
    match arguments:
        case ["document", schema, file]:
            text = Path(file).read_text(encoding="utf-8")
            found = problems_of_json(schema, [(file, json.loads(text))])
        case ["lines", schema, file]:
            # Not splitlines(): a record may hold other characters that Python takes for line ends.
            lines = Path(file).read_text(encoding="utf-8").rstrip("\n").split("\n")
            documents = [(f"{file}:{n}", json.loads(line)) for n, line in enumerate(lines, 1)]
            found = problems_of_json(schema, documents)
        case ["package", file]:
            found = problems_of_package(file)
        case _:
            sys.exit(__doc__)
    found = list(found)
    for problem in found[:50]:
        print(problem, file=sys.stderr)
    if found:
        sys.exit(f"{len(found)} problems")


if __name__ == "__main__":
    main(sys.argv[1:])
