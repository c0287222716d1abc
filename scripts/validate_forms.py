"""Opens the workbook and the database of a dataset with the programs that people use, and compares
what they see with the CSV files.

    validate_forms.py workbook DATA    openpyxl and LibreOffice over DATA/minutario.xlsx
    validate_forms.py database DATA    sqlite3 and Datasette over DATA/minutario.sqlite

DATA is the data folder of a dataset.
"""

import csv
import datetime
import json
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

SHEETS = ["Asistencias", "Personas", "Instituciones", "Reuniones", "Acuerdos", "Diccionario"]
# Sheets with a row for each row of a table.
TABLES = {
    "Asistencias": "asistencias",
    "Personas": "people",
    "Instituciones": "institutions",
    "Reuniones": "meetings",
    "Acuerdos": "agreements",
}
FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SECONDS = 60


def rows_of_csv(path):
    """The header and the rows of a CSV file of the dataset, guards against formulas taken off."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return header, [[unguarded(cell) for cell in row] for row in rows]


def unguarded(cell):
    is_guarded = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_SIGNS)
    return cell[1:] if is_guarded else cell


def titles(data):
    """The Spanish titles of the flat table's columns, as the data package has them."""
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    flat = next(r for r in package["resources"] if r["name"] == "asistencias")
    return [field["title"] for field in flat["schema"]["fields"]]


def problems_of_workbook(data):
    from openpyxl import load_workbook

    book = load_workbook(data / "minutario.xlsx")
    if book.sheetnames != SHEETS:
        yield f"the sheets are {book.sheetnames}"
        return
    for sheet in book:
        place = f"sheet {sheet.title}"
        if sheet.freeze_panes != "A2":
            yield f"{place}: the header is not frozen"
        if sheet.auto_filter.ref != sheet.dimensions:
            yield f"{place}: the filter is {sheet.auto_filter.ref}, the cells {sheet.dimensions}"
        if not all(cell.value and cell.font.bold for cell in sheet[1]):
            yield f"{place}: the header has cells that are empty or not bold"
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if cell.data_type == "f" or cell.hyperlink:
                    yield f"{place}, {cell.coordinate}: a formula or a link"
                if isinstance(cell.value, str) and DAY.fullmatch(cell.value):
                    yield f"{place}, {cell.coordinate}: a date that is text"
                if isinstance(cell.value, datetime.datetime) and cell.number_format != "yyyy-mm-dd":
                    yield f"{place}, {cell.coordinate}: shown as {cell.number_format}"
    for name, table in TABLES.items():
        _, rows = rows_of_csv(data / f"{table}.csv")
        if book[name].max_row - 1 != len(rows):
            yield f"sheet {name}: {book[name].max_row - 1} rows, {table}.csv has {len(rows)}"
    header = [cell.value for cell in book["Asistencias"][1]]
    if header != titles(data):
        yield f"sheet Asistencias: the headings are {header}"
    if not any(cell.is_date for cell in book["Asistencias"]["A"]):
        yield "sheet Asistencias: no date in the first column"
    yield from problems_in_libreoffice(data)


def problems_in_libreoffice(data):
    """Compares every cell of the flat sheet, as LibreOffice shows it, with the CSV file."""
    with tempfile.TemporaryDirectory() as scratch:
        # Comma, quotes, UTF-8, cells as shown, every sheet into a file of its own.
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        command = ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless"]
        command += ["--convert-to", form, "--outdir", scratch, str(data / "minutario.xlsx")]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS * 3)
        for name, table in TABLES.items():
            with open(f"{scratch}/minutario-{name}.csv", encoding="utf-8", newline="") as file:
                shown = list(csv.reader(file))[1:]
            _, rows = rows_of_csv(data / f"{table}.csv")
            if len(shown) != len(rows):
                yield f"LibreOffice, {name}: {len(shown)} rows, {table}.csv has {len(rows)}"
            if name == "Asistencias":
                for number, (seen, row) in enumerate(zip(shown, rows), 1):
                    if seen != row:
                        yield f"LibreOffice, {name}, row {number}: {seen}, the CSV has {row}"


def problems_of_database(data):
    database = data / "minutario.sqlite"

    def ask(sql):
        command = ["sqlite3", "-readonly", "-batch", str(database), sql]
        return subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=SECONDS
        ).stdout.splitlines()

    if ask("PRAGMA integrity_check") != ["ok"]:
        yield f"integrity_check: {ask('PRAGMA integrity_check')[:5]}"
    if broken := ask("PRAGMA foreign_key_check"):
        yield f"foreign_key_check: {broken[:5]}"
    tables = ask("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    files = sorted(path.stem for path in data.glob("*.csv") if path.stem != "diccionario")
    if tables != sorted(files + ["texts"]):
        yield f"the tables are {tables}"
    for table in files:
        _, rows = rows_of_csv(data / f"{table}.csv")
        count = int(ask(f'SELECT count(*) FROM "{table}"')[0])
        if count != len(rows):
            yield f"{table}: {count} rows, the CSV file has {len(rows)}"
    for view in ask("SELECT name FROM sqlite_schema WHERE type = 'view'"):
        if int(ask(f'SELECT count(*) FROM "{view}"')[0]) == 0:
            yield f"view {view}: no rows"
    yield from problems_in_datasette(data, database, ["asistencias", "meetings", "acuerdos"])


def problems_in_datasette(data, database, names):
    """Starts Datasette on this machine only, and asks it for some tables."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", "--immutable", str(database)]
        + ["--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for name in names:
            page = fetch(f"http://127.0.0.1:{port}/minutario/{name}.json?_shape=objects", server)
            _, rows = rows_of_csv(data / f"{'agreements' if name == 'acuerdos' else name}.csv")
            count = page.get("filtered_table_rows_count", len(page["rows"]))
            if count != len(rows):
                yield f"Datasette, {name}: {count} rows, the CSV file has {len(rows)}"
    finally:
        server.terminate()
        server.wait(SECONDS)


def fetch(address, server):
    """The JSON at an address of the server, which may still be starting."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > end or server.poll() is not None:
                raise
            time.sleep(0.1)


def main(arguments):
    match arguments:
        case ["workbook", data]:
            found = problems_of_workbook(Path(data))
        case ["database", data]:
            found = problems_of_database(Path(data))
        case _:
            sys.exit(__doc__)
    found = list(found)
    for problem in found[:50]:
        print(problem, file=sys.stderr)
    if found:
        sys.exit(f"{len(found)} problems")


if __name__ == "__main__":
    main(sys.argv[1:])
