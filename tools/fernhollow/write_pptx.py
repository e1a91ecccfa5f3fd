"""Decks: slides with title, bullets, table and speaker notes."""

from xml.sax.saxutils import escape

from ooxml import HEAD, REL, content_types, core, pack, relations, root_relations

P = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{REL}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def theme():
    colours = [
        ("dk1", "1A1D21"),
        ("lt1", "FFFFFF"),
        ("dk2", "14532D"),
        ("lt2", "F3F1EB"),
        ("accent1", "14532D"),
        ("accent2", "1F4E8C"),
        ("accent3", "A84300"),
        ("accent4", "5B5F97"),
        ("accent5", "00666E"),
        ("accent6", "8F9BAB"),
        ("hlink", "1F4E8C"),
        ("folHlink", "5B5F97"),
    ]
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours)
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f"<a:ln>{fill}</a:ln>"
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        HEAD
        + '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Fernhollow"><a:themeElements>'
        f'<a:clrScheme name="Fernhollow">{scheme}</a:clrScheme><a:fontScheme name="Fernhollow"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def paragraph(text, level=0):
    place = f'<a:pPr lvl="{level}"/>' if level else ""
    return f'<a:p>{place}<a:r><a:rPr lang="en-GB"/><a:t>{escape(text)}</a:t></a:r></a:p>'


def shape(number, kind, paragraphs, box=None):
    """A placeholder with text; kind is title, body or ctrTitle."""
    place = ""
    if box:
        x, y, cx, cy = box
        place = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    index = ' idx="1"' if kind == "body" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{kind.title()} {number}"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}"{index}/>'
        f"</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def table(number, rows):
    grid = "".join(f'<a:gridCol w="{10000000 // len(rows[0])}"/>' for _ in rows[0])
    body = "".join(
        '<a:tr h="370840">'
        + "".join(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(cell)}</a:txBody><a:tcPr/></a:tc>" for cell in row
        )
        + "</a:tr>"
        for row in rows
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Table {number}"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="838200" y="3600000"/><a:ext cx="10000000" cy="1854200"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/>'
        f"<a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def slide(content):
    shapes = [shape(2, "title", [paragraph(content["title"])], (838200, 365125, 10515600, 1325563))]
    if content["bullets"]:
        lines = [paragraph(text, level) for level, text in content["bullets"]]
        shapes.append(shape(3, "body", lines, (838200, 1825625, 10515600, 4351338)))
    if content["table"]:
        shapes.append(table(4, content["table"]))
    return f"{HEAD}<p:sld {P}><p:cSld><p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def notes(text):
    return (
        f"{HEAD}<p:notes {P}><p:cSld><p:spTree>{TREE}{shape(2, 'body', [paragraph(line) for line in text])}"
        "</p:spTree></p:cSld></p:notes>"
    )


def frames():
    """Master, layout and notes master: the least that presenters insist on."""
    blank = f"<p:cSld><p:spTree>{TREE}</p:spTree></p:cSld>"
    layout_list = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
    return {
        "ppt/slideMasters/slideMaster1.xml": f"{HEAD}<p:sldMaster {P}>{blank}{MAP}{layout_list}</p:sldMaster>",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]
        ),
        "ppt/slideLayouts/slideLayout1.xml": f'{HEAD}<p:sldLayout {P} type="obj">{blank}</p:sldLayout>',
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        ),
        "ppt/notesMasters/notesMaster1.xml": f"{HEAD}<p:notesMaster {P}>{blank}{MAP}</p:notesMaster>",
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations([("theme", "../theme/theme2.xml")]),
        "ppt/theme/theme1.xml": theme(),
        "ppt/theme/theme2.xml": theme(),
    }


def presentation(count):
    slides = "".join(f'<p:sldId id="{255 + i}" r:id="rId{i}"/>' for i in range(1, count + 1))
    return (
        f'{HEAD}<p:presentation {P}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId{count + 1}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId{count + 2}"/></p:notesMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst>'
        '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def deck(slides, title, author, date):
    """Bytes of a .pptx; slides are dicts with title, bullets [(level, text)], table [[cell]] and notes [text]."""
    count = len(slides)
    parts = frames()
    kinds = [
        ("ppt/presentation.xml", f"{TYPE}.presentation.main+xml"),
        ("ppt/slideMasters/slideMaster1.xml", f"{TYPE}.slideMaster+xml"),
        ("ppt/slideLayouts/slideLayout1.xml", f"{TYPE}.slideLayout+xml"),
        ("ppt/notesMasters/notesMaster1.xml", f"{TYPE}.notesMaster+xml"),
        ("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("ppt/theme/theme2.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    for number, content in enumerate(slides, 1):
        name = f"ppt/slides/slide{number}.xml"
        links = [("slideLayout", "../slideLayouts/slideLayout1.xml")]
        parts[name] = slide(content)
        kinds.append((name, f"{TYPE}.slide+xml"))
        if content["notes"]:
            links.append(("notesSlide", f"../notesSlides/notesSlide{number}.xml"))
            parts[f"ppt/notesSlides/notesSlide{number}.xml"] = notes(content["notes"])
            parts[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = relations(
                [("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../slides/slide{number}.xml")]
            )
            kinds.append((f"ppt/notesSlides/notesSlide{number}.xml", f"{TYPE}.notesSlide+xml"))
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(links)
    targets = [("slide", f"slides/slide{i}.xml") for i in range(1, count + 1)]
    targets += [
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"),
        ("theme", "theme/theme1.xml"),
    ]
    parts.update(
        {
            "ppt/presentation.xml": presentation(count),
            "ppt/_rels/presentation.xml.rels": relations(targets),
            "docProps/core.xml": core(title, author, date),
            "_rels/.rels": root_relations("ppt/presentation.xml"),
            "[Content_Types].xml": content_types(kinds),
        }
    )
    return pack(parts)
