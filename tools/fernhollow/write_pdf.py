"""One- and two-page PDF files with real text: Helvetica, WinAnsi, nothing compressed."""

WIDE = {"# ": (22, "F2"), "## ": (14, "F2"), "": (10.5, "F1"), "- ": (10.5, "F1")}


def quoted(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def wrapped(text, size):
    """Lines that fit the column; half the size is a fair width for Helvetica."""
    room, lines, line = int(490 / (size * 0.5)), [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return lines + [line]


def page_stream(lines, foot):
    y, out = 790, [b"BT"]
    for line in lines:
        mark = next((m for m in ("## ", "# ", "- ") if line.startswith(m)), "")
        size, font = WIDE[mark]
        if mark in ("# ", "## "):
            y -= 12
        for number, piece in enumerate(wrapped(line[len(mark) :], size)):
            y -= int(size * 1.35)
            x = 64 if mark == "- " else 52
            bullet = b"\x95 " if mark == "- " and not number else b""
            out.append(
                b"/%s %s Tf 1 0 0 1 %d %d Tm (%s%s) Tj"
                % (font.encode(), str(size).encode(), x, y, bullet, quoted(piece))
            )
        y -= 4
    out.append(b"/F1 8 Tf 1 0 0 1 52 36 Tm (%s) Tj" % quoted(foot))
    out.append(b"ET")
    assert y > 50, f"page overflows: {lines[0]}"
    return b"\n".join(out)


def document(pages, title, author, date):
    """Bytes of a PDF; pages are lists of lines in a small markup: #, ## and -."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        None,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /Author (%s) /CreationDate (D:%s080000Z) >>"
        % (quoted(title), quoted(author), date.replace("-", "").encode()),
    ]
    kids = []
    for number, lines in enumerate(pages, 1):
        stream = page_stream(lines, f"Fernhollow NV, Ghent   {date}   page {number} of {len(pages)}")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    body, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    return (
        body
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    )
