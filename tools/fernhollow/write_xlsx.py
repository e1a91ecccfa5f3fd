"""Workbooks: sheets of texts and numbers, texts in the shared table as Excel writes them."""

from xml.sax.saxutils import escape

from ooxml import HEAD, REL, content_types, core, pack, relations, root_relations

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def column(index):
    return chr(ord("A") + index)


def sheet(rows, shared):
    body = ""
    for number, row in enumerate(rows, 1):
        cells = ""
        for index, value in enumerate(row):
            if value == "":
                continue
            place = f'r="{column(index)}{number}"'
            if value.replace(".", "", 1).isdigit():
                cells += f"<c {place}><v>{value}</v></c>"
            else:
                cells += f'<c {place} t="s"><v>{shared.setdefault(value, len(shared))}</v></c>'
        body += f'<row r="{number}">{cells}</row>'
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def workbook(sheets, title, author, date):
    """Bytes of an .xlsx; sheets are (name, rows of strings), digits become numbers."""
    shared, parts, kinds = {}, {}, []
    for number, (_, rows) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet(rows, shared)
        kinds.append((f"xl/worksheets/sheet{number}.xml", f"{TYPE}.worksheet+xml"))
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, (name, _) in enumerate(sheets, 1)
    )
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared)
    parts.update(
        {
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{names}</sheets></workbook>',
            "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(shared)}">{strings}</sst>',
            "xl/_rels/workbook.xml.rels": relations(
                [("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)]
                + [("sharedStrings", "sharedStrings.xml")]
            ),
            "docProps/core.xml": core(title, author, date),
            "_rels/.rels": root_relations("xl/workbook.xml"),
            "[Content_Types].xml": content_types(
                kinds
                + [
                    ("xl/workbook.xml", f"{TYPE}.sheet.main+xml"),
                    ("xl/sharedStrings.xml", f"{TYPE}.sharedStrings+xml"),
                    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                ]
            ),
        }
    )
    return pack(parts)
