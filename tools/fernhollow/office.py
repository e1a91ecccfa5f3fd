"""Decks, documents, PDF files and the workbook, from plain text to their real formats."""

import write_docx as docx
import write_pdf as pdf
import write_pptx as pptx
import write_xlsx as xlsx
from out import HERE


def head_and_lines(text):
    """title, author, date and the rest."""
    lines = text.rstrip("\n").split("\n")
    fields = {}
    while lines and lines[0].split(": ")[0] in ("title", "author", "date"):
        key, value = lines.pop(0).split(": ", 1)
        fields[key] = value
    return fields, lines


def slides_of(lines):
    slides = []
    for line in lines:
        mark, _, text = line.partition(" ")
        if mark == "#":
            slides.append({"title": text, "bullets": [], "table": [], "notes": []})
        elif mark in ("-", "--"):
            slides[-1]["bullets"].append((len(mark) - 1, text))
        elif mark == ">":
            slides[-1]["notes"].append(text)
        elif mark == "|":
            slides[-1]["table"].append([cell.strip() for cell in line.strip()[1:-1].split("|")])
    return slides


def pages_of(lines):
    pages = [[]]
    for line in lines:
        if line == "--":
            pages.append([])
        else:
            pages[-1].append(line)
    return pages


def sheets_of(lines):
    sheets = []
    for line in lines:
        if line.startswith("| "):
            sheets[-1][1].append([cell.strip() for cell in line.strip()[1:-1].split("|")])
        elif line:
            sheets.append((line, []))
    return sheets


def write(out):
    base = HERE / "prose"
    for path in sorted((base / "decks").glob("*.txt")):
        fields, lines = head_and_lines(path.read_text(encoding="utf-8"))
        out.data(
            f"assets/{path.stem}.pptx", pptx.deck(slides_of(lines), fields["title"], fields["author"], fields["date"])
        )
    for path in sorted((base / "docs").glob("*.txt")):
        kind, text = path.read_text(encoding="utf-8").split("\n", 1)
        fields, lines = head_and_lines(text)
        make = docx.document(lines, **fields) if kind == "docx" else pdf.document(pages_of(lines), **fields)
        out.data(f"assets/{path.stem}.{kind}", make)
    for path in sorted((base / "assets").glob("*.md")):
        out.data(f"assets/{path.name}", path.read_bytes())
    lines = (base / "price-list.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    out.data(
        "assets/price-list-2025.xlsx", xlsx.workbook(sheets_of(lines), "Price list 2025", "Ben Stein", "2025-02-03")
    )
    odd(out, base)


def odd(out, base):
    """Files that must be skipped with a clear reason: half a document, an empty one, a picture."""
    fields, lines = head_and_lines(
        (base / "docs" / "security-answers.txt").read_text(encoding="utf-8").split("\n", 1)[1]
    )
    whole = docx.document(lines, **fields)
    out.data("assets/drafts/security-answers-old.docx", whole[: len(whole) * 5 // 8])
    out.data("assets/drafts/notes-fair.txt", b"")
    out.data("assets/drafts/whiteboard.png", picture())


def picture():
    """A small grey PNG with its pixel rows in stored deflate blocks, the same on every zlib."""
    import binascii
    import struct
    import zlib

    wide, high = 64, 40
    raw = b"".join(b"\x00" + bytes(200 + (x * 7 + y * 3) % 40 for x in range(wide)) for y in range(high))
    stored = (
        b"\x78\x01\x01" + struct.pack("<HH", len(raw), len(raw) ^ 0xFFFF) + raw + struct.pack(">I", zlib.adler32(raw))
    )

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", binascii.crc32(kind + content))

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", stored) + chunk(b"IEND", b"")
