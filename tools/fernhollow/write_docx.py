"""Word documents: headings, paragraphs, bullets, tables."""

from xml.sax.saxutils import escape

from ooxml import HEAD, content_types, core, pack, relations, root_relations

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def styles():
    made = ""
    for name, title, size in (
        ("Title", "Title", 48),
        ("Heading1", "heading 1", 32),
        ("Heading2", "heading 2", 26),
        ("ListParagraph", "List Paragraph", 22),
    ):
        made += (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:basedOn w:val="Normal"/>'
            f'<w:rPr><w:sz w:val="{size}"/></w:rPr></w:style>'
        )
    return (
        f'{HEAD}<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:style>{made}</w:styles>'
    )


def paragraph(text, style=None):
    place = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{place}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows):
    body = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{paragraph(cell)}</w:tc>' for cell in row)
        + "</w:tr>"
        for row in rows
    )
    grid = "".join("<w:gridCol/>" for _ in rows[0])
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


STYLE = {"# ": "Title", "## ": "Heading1", "### ": "Heading2", "- ": "ListParagraph"}


def document(lines, title, author, date):
    """Bytes of a .docx from lines in a small markup: #, ##, - and | cells |."""
    body, rows = "", []
    for line in lines + [""]:
        if line.startswith("| "):
            rows.append([cell.strip() for cell in line.strip("| ").split("|")])
            continue
        if rows:
            body += table(rows)
            rows = []
        mark = next((m for m in ("### ", "## ", "# ", "- ") if line.startswith(m)), None)
        if mark:
            body += paragraph(line[len(mark) :], STYLE[mark])
        elif line:
            body += paragraph(line)
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    return pack(
        {
            "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}{page}</w:body></w:document>",
            "word/styles.xml": styles(),
            "word/_rels/document.xml.rels": relations([("styles", "styles.xml")]),
            "docProps/core.xml": core(title, author, date),
            "_rels/.rels": root_relations("word/document.xml"),
            "[Content_Types].xml": content_types(
                [
                    ("word/document.xml", f"{TYPE}.document.main+xml"),
                    ("word/styles.xml", f"{TYPE}.styles+xml"),
                    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                ]
            ),
        }
    )
