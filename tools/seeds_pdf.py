#!/usr/bin/env python3
"""Writes the seeds of the PDF reader: fuzz/corpus/pdf/.

Every file is written by hand, object by object, with streams that are not packed: the same
bytes every time.  "full" is also what tests/read compares line by line.
Usage: tools/seeds_pdf.py [fuzz/corpus]
"""
import os
import sys
import zlib


def text(x, y, size, words):
    words = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n"


def lines(x, y, size, *words):
    """Lines below each other at the usual distance."""
    return "".join(text(x, y - i * size * 1.2, size, w) for i, w in enumerate(words))


def stream(content, extra=""):
    data = content if isinstance(content, bytes) else content.encode("latin-1")
    return f"<< /Length {len(data)} {extra}>>\nstream\n".encode() + data + b"\nendstream"


def pdf(objects, trailer=""):
    """The file of objects 1, 2, ...; object 1 is the catalogue."""
    out, offsets = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        offsets.append(len(out))
        data = body if isinstance(body, bytes) else body.encode("latin-1")
        out += f"{n} 0 obj\n".encode() + data + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


FONT = ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding "
        "/BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>")


def book(pages, trailer="", more=()):
    """A file with these page contents."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", FONT]
    for i, content in enumerate(pages):
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
                       f"<< /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>")
        objects.append(content if isinstance(content, bytes) else stream(content))
    return pdf(objects + list(more), trailer)


def edges(number):
    return text(72, 800, 8, "Fernhollow - internal") + text(280, 30, 8, f"Page {number} of 4")


FULL = [
    edges(1)
    + text(72, 740, 20, "Handover in one page")
    + lines(72, 700, 10,
            "Nothing is lost between shifts, because every handover is writ-",
            "ten from machine events and not typed by hand. It is self-",
            "service, and it \x01nds events in a state-of-the-",
            "art plant. We have self-service terminals on every line, for each")
    + lines(72, 630, 10, "\x95 works without a network", "\x95 finds any event of the last five",
            "years while the auditor waits")
    + lines(72, 580, 10, "1. Collect", "2. Decide")
    + text(72, 540, 14, "Why it matters")
    + lines(72, 520, 10, "Auditors ask and we look through binders for hours, says a plant",
            "manager. That is over. A second sentence ends early.",
            "A new paragraph begins here, and it goes on to the next page, on which",
            "the sentence that was begun is not quite"),
    edges(2) + lines(72, 760, 10, "finished, but now it is.") + text(72, 700, 10, "\x95")
    + text(90, 700, 10, "a bullet that stands alone"),
    edges(3) + lines(72, 760, 10, "The left column is the first one that", "people read.")
    + lines(330, 760, 10, "The right column comes after it, as", "anybody would expect."),
    edges(4) + lines(72, 760, 10, "Plan", "Team") + lines(300, 760, 10, "Price", "9 EUR"),
]
INFO = ("<< /Title (Handover\\040one-pager) /Author (Ines Duarte) "
        "/ModDate (D:20250905100000Z) >>")


def seeds():
    full = book(FULL, f"/Info {4 + 2 * len(FULL)} 0 R ", [INFO])
    one = [text(72, 700, 12, "One line of text.")]
    lock = ("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (" + "o" * 32 + ") /U ("
            + "u" * 32 + ") >>")
    out = {
        "full": full,
        "encrypted": book(one, "/Encrypt 6 0 R /ID [(a) (a)] ", [lock]),
        "scanned": book(["0.5 g 72 72 400 600 re f\n", "0.2 g 72 72 400 600 re f\n"]),
        "no-pages": pdf(["<< /Type /Catalog /Pages 2 0 R >>",
                         "<< /Type /Pages /Kids [] /Count 0 >>"]),
        "truncated": full[: len(full) // 3],
        "no-xref": full[: full.index(b"xref\n")],
        "wrong-xref": full.replace(b"0000000", b"0000009"),
        "page-cycle": pdf(["<< /Type /Catalog /Pages 2 0 R >>",
                           "<< /Type /Pages /Kids [2 0 R] /Count 1000000000 /Parent 2 0 R >>"]),
        "deep": book(["[" * 100000]),
        "deep-object": pdf(["<< /Type /Catalog /Pages 2 0 R >>", "[" * 50000 + "]" * 50000]),
        "form-cycle": book(["/X Do\n"], more=[stream(
            "/X Do " + one[0], "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources "
            "<< /XObject << /X 6 0 R >> /Font << /F1 3 0 R >> >> ")]).replace(
            b"/Font << /F1 3 0 R >> >> /Contents",
            b"/XObject << /X 6 0 R >> /Font << /F1 3 0 R >> >> /Contents"),
        "bomb": book([stream(zlib.compress(b" " * (20 << 20), 9), "/Filter /FlateDecode ")]),
        "wrong-length": full.replace(b"/Length ", b"/Length 9"),
        "signs": book([text(72, 700, 12, "".join(chr(c) for c in range(14, 256) if c not in (92,)))]),
        "far": book([text(1e9, -1e9, 1e6, "far away") + text(72, 700, 0.001, "tiny")]),
        "empty": b"%PDF-1.4\n",
        "not": b"<html>not a PDF</html>\n",
    }
    return out


def main():
    folder = os.path.join(sys.argv[1] if len(sys.argv) > 1 else "fuzz/corpus", "pdf")
    os.makedirs(folder, exist_ok=True)
    for name, content in seeds().items():
        with open(os.path.join(folder, f"{name}.pdf"), "wb") as f:
            f.write(content)


if __name__ == "__main__":
    main()
