"""Writes files below one folder, always with the same bytes."""

import csv
import io
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Out:
    """The workspace being written; remembers the rows of each table for the key."""

    def __init__(self, root):
        self.root = Path(root)
        self.tables = {}

    def fresh(self):
        if (self.root / "candor.yaml").exists() or not self.root.exists():
            shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True, exist_ok=True)
        if any(self.root.iterdir()):
            raise SystemExit(f"{self.root}: not empty and not a workspace; name a new folder")

    def data(self, path, content):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def text(self, path, content):
        self.data(path, content.encode("utf-8"))

    def table(self, path, columns, rows, **dialect):
        """rows are dicts; the key is computed from them, the check from the file."""
        self.tables[path] = rows
        self.text(path, csv_text(columns, rows, **dialect))

    def static(self):
        """Hand-written files go out as they are."""
        base = HERE / "static"
        for source in sorted(base.rglob("*")):
            if source.is_file():
                self.data(source.relative_to(base).as_posix(), source.read_bytes())


def csv_text(columns, rows, head=None, delimiter=",", bom=False, tail=()):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    writer.writerow(head or columns)
    for row in rows:
        writer.writerow([row.get(column, "") for column in columns])
    for row in tail:
        writer.writerow(row)
    return ("\ufeff" if bom else "") + buffer.getvalue()


def prose(path):
    return (HERE / "prose" / path).read_text(encoding="utf-8")
