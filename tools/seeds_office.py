#!/usr/bin/env python3
"""Writes the seeds of the office readers: fuzz/corpus/{docx,pptx,xlsx}/.

The parts of an office file are XML that people can read; the zip around them is not, so the
seeds are made here.  Parts are stored, not packed, with one fixed date: the same bytes every
time.  The file "full" of each kind is also what tests/read compares word by word.
Usage: tools/seeds_office.py [fuzz/corpus]
"""
import io
import os
import sys
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = f'xmlns:r="{REL}"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TYPES = HEAD + f'<Types xmlns="{PKG}/content-types"/>'


def pack(parts, method=zipfile.ZIP_STORED):
    """The bytes of a zip archive; parts is a list of (name, text or bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            z.writestr(entry, content)
    return out.getvalue()


def rels(*entries):
    """A part of relationships from (id, type, target); an address is external."""
    rows = ""
    for rid, kind, target in entries:
        base = PKG + "/relationships/metadata" if kind == "core-properties" else REL
        mode = ' TargetMode="External"' if "://" in target else ""
        rows += f'<Relationship Id="{rid}" Type="{base}/{kind}" Target="{target}"{mode}/>'
    return HEAD + f'<Relationships xmlns="{PKG}/relationships">{rows}</Relationships>'


def core(title, author, modified):
    return HEAD + (
        f'<cp:coreProperties xmlns:cp="{PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>")


def package(main, *more, main_rels=""):
    """Parts of a package whose main part is (name, text)."""
    name, text = main
    folder, base = os.path.split(name)
    parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", rels(("rId1", "officeDocument", name),
                             ("rId2", "core-properties", "docProps/core.xml"))),
        (name, text),
    ]
    if main_rels:
        parts.append((f"{folder}/_rels/{base}.rels", main_rels))
    return parts + list(more)


# Word

def document(body):
    return ("word/document.xml",
            HEAD + f"<w:document {W} {R} {MC}><w:body>{body}</w:body></w:document>")


def run(text, props=""):
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content, props=""):
    if not content.startswith("<"):
        content = run(content)
    return f"<w:p><w:pPr>{props}</w:pPr>{content}</w:p>"


def styled(style, content):
    return para(content, f'<w:pStyle w:val="{style}"/>')


def style(sid, name, *props, based=""):
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (f'<w:style w:type="paragraph" w:styleId="{sid}"><w:name w:val="{name}"/>{base}'
            f'<w:pPr>{"".join(props)}</w:pPr></w:style>')


def item(level, text):
    num = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'
    return para(text, num)


def cell(*paras, props=""):
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(paras)}</w:tc>"


def row(*cells, props=""):
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"


STYLES = HEAD + f"<w:styles {W}>" + "".join([
    style("Standard", "Normal"),
    style("Titel", "Title", based="Standard"),
    style("berschrift1", "heading 1", '<w:outlineLvl w:val="0"/>', based="Standard"),
    style("Kapitel", "Kapitel", based="berschrift1"),
    style("Rund", "Rund", based="Kreis"),
    style("Kreis", "Kreis", based="Rund"),
    style("Aufz", "List Bullet 2", '<w:numPr><w:numId w:val="4"/></w:numPr>'),
    style("Verzeichnis1", "toc 1", based="Standard"),
    style("Zitat", "Quote", based="Standard"),
]) + "</w:styles>"

BOX = ("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>"
       + para("Only once.") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
       "<w:txbxContent>" + para("Only once.") + "</w:txbxContent></w:pict></mc:Fallback>"
       "</mc:AlternateContent></w:r>")

FULL_BODY = "".join([
    styled("Titel", "Handover in one page"),                                          # 1
    styled("berschrift1", "Why it matters"),                                          # 2
    para(run("  Nothing is ") + "<w:del>" + "<w:r><w:delText>ever </w:delText></w:r></w:del>"
         + "<w:ins>" + run("r\u00e9ally ") + "</w:ins>" + run("lost")
         + '<w:commentRangeStart w:id="7"/>' + run(" between shifts")
         + '<w:r><w:footnoteReference w:id="2"/></w:r>'
         '<w:r><w:commentReference w:id="7"/></w:r>' + run(".")),                     # 3
    item(0, "One page"), item(1, "from machine events"),                              # 4 5
    styled("Aufz", "by style"),                                                       # 6
    para("no item", '<w:pStyle w:val="Aufz"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    styled("Kapitel", "A chapter by its base"),                                       # 8
    para("A direct outline", '<w:outlineLvl w:val="2"/>'),                            # 9
    styled("berschrift2", "A style nobody describes"),                                # 10
    para(""),                                                                         # 11
    styled("Rund", "Styles in a circle"),                                             # 12
    styled("Zitat", "It saves us an hour &amp; more"),                                # 13
    styled("Verzeichnis1", "Why it matters\t2"),                                      # 14
    para(f'<w:hyperlink r:id="rId9">{run("Book a demo")}</w:hyperlink>'),             # 15
    para(f'See <w:hyperlink r:id="rId9">{run("the page")}</w:hyperlink>'
         .replace("See ", run("See "))),                                              # 16
    para(run("Seen") + run(" hidden", "<w:vanish/>") + run(" shown", '<w:vanish w:val="0"/>')
         + "<w:r><w:tab/><w:t> trimmed </w:t><w:br/></w:r>" + run("end")),            # 17
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    + para("Click or tap here") + "</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr/><w:sdtContent>" + para("Filled in") + "</w:sdtContent></w:sdt>",  # 18
    para(run("First half"), "<w:rPr><w:del/></w:rPr>"), para(", second half"),        # 19 20
    para("Was a heading", '<w:pPrChange><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>'
         "</w:pPrChange>"),                                                           # 21
    "<w:moveFrom>" + run("gone") + "</w:moveFrom>",
    para(run("Outside") + BOX),                                                       # 22 23
    '<w:tbl><w:tblPr><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/>'
    "</w:tblGrid>"
    + row(cell(para("Plan")), cell(para("Price")))                                    # 24 25
    + row(cell(para("Deleted")), cell(para("row")), props="<w:del/>")
    + row(cell(para("Team"), para("for ten")), cell(para("9 EUR")))                   # 26-28
    + row(cell(styled("berschrift1", "Heading in a cell")),                           # 29
          cell(para("x"), props="<w:cellDel/>")) + "</w:tbl>",
    para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
         + run("Field result")),                                                      # 30
    para('<w:r><w:endnoteReference w:id="5"/></w:r>' + run("The end")),               # 31
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
    '<w:headerReference w:type="first" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/></w:sectPr>',
])


def notes(root, element, entries):
    body = "".join(f'<w:{element} {attrs}>{para(text)}</w:{element}>' for attrs, text in entries)
    return HEAD + f"<w:{root} {W}>{body}</w:{root}>"


def docx_full():
    return package(
        document(FULL_BODY),
        ("word/styles.xml", STYLES),
        ("word/footnotes.xml", notes("footnotes", "footnote", [
            ('w:id="-1" w:type="separator"', "line"),
            ('w:id="2"', "Median of six plants"), ('w:id="3"', "Nobody refers to this")])),
        ("word/endnotes.xml", notes("endnotes", "endnote", [('w:id="5"', "Last words")])),
        ("word/comments.xml", notes("comments", "comment", [
            ('w:id="7" w:author="Ines Duarte"', "Can we prove it?")])),
        ("word/header1.xml", HEAD + f"<w:hdr {W}>{para('Fernhollow')}</w:hdr>"),
        ("word/header2.xml", HEAD + f"<w:hdr {W}>{para('Fernhollow')}</w:hdr>"),
        ("word/footer1.xml", HEAD + f"<w:ftr {W}>{para('Confidential')}</w:ftr>"),
        ("docProps/core.xml", core("Old title", "Ines Duarte", "2025-09-05T08:00:00Z")),
        main_rels=rels(
            ("rId1", "styles", "styles.xml"), ("rId2", "footnotes", "footnotes.xml"),
            ("rId3", "endnotes", "/word/endnotes.xml"), ("rId4", "comments", "comments.xml"),
            ("rId5", "header", "header1.xml"), ("rId6", "header", "header2.xml"),
            ("rId7", "footer", "footer1.xml"), ("rId8", "settings", "settings.xml"),
            ("rId9", "hyperlink", "https://fernhollow.example/demo")))


BOMB = ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        + "".join(f'<!ENTITY {chr(c)} "{(f"&{chr(c - 1)};") * 10}">' for c in range(99, 106))
        + "]>")


def hostile(full, main):
    """What every kind of office file must survive: name -> bytes."""
    text = dict(full)[main]
    text = text if isinstance(text, str) else text.decode()

    def with_main(content, method=zipfile.ZIP_STORED):
        return pack([(n, content if n == main else c) for n, c in full], method)

    whole = pack(full)
    body = text[len(HEAD):]
    root_end = body.index(">") + 1
    closing = body[body.rindex("</"):]
    deep = body[:root_end] + "<b>" * 100000 + "</b>" * 100000 + closing
    wide = body[:root_end] + "<b " + " ".join(f'a{i}=""' for i in range(60000)) + "/>" + closing
    spaces = body[:root_end] + "".join(f'<b xmlns:n{i}="u{i}">' for i in range(300))
    bomb = zipfile.ZIP_DEFLATED
    central = whole.rindex(b"PK\x05\x06")
    encrypted = bytearray(whole)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = encrypted.find(mark)
        while at >= 0:
            encrypted[at + offset] |= 1
            at = encrypted.find(mark, at + 4)
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    main_rel = os.path.dirname(main) + "/_rels/" + os.path.basename(main) + ".rels"
    return {
        "bomb": with_main(HEAD + body[:root_end] + " " * (24 << 20) + closing, bomb),
        "nested": pack(full + [("inner.zip", whole)]),
        "truncated": whole[:central - 300],
        "cut": whole[: len(whole) // 2],
        "entities": with_main(HEAD + BOMB + body.replace(closing, "&i;" + closing)),
        "deep": with_main(HEAD + deep, bomb),
        "attributes": with_main(HEAD + wide, bomb),
        "namespaces": with_main(HEAD + spaces, bomb),
        "broken": with_main(text[: len(text) * 2 // 3]),
        "encrypted": bytes(encrypted),
        "protected": compound + "EncryptedPackage".encode("utf-16-le") + bytes(480),
        "old": compound + bytes(512),
        "twice": pack(full + [(main.upper(), text)]),
        "no-main": pack([p for p in full if p[0] != main]),
        "no-rels": pack([p for p in full if p[0] != "_rels/.rels"]),
        "few-parts": pack([p for p in full if p[0] in ("_rels/.rels", main, main_rel)]),
        "utf16": with_main(text.replace("UTF-8", "UTF-16").encode("utf-16")),
        "crc": whole.replace(b"</", b"<!", 1),
        "empty": pack([]),
    }


def docx():
    full = docx_full()
    out = {"full": pack(full)}
    out.update(hostile(full, "word/document.xml"))
    strict = [(n, c.replace(W, 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"')
               .replace(REL, "http://purl.oclc.org/ooxml/officeDocument/relationships"))
              for n, c in full]
    out["strict"] = pack(strict)
    loop = rels(("rId1", "styles", "document.xml"), ("rId2", "footnotes", "document.xml"),
                ("rId3", "officeDocument", "document.xml"), ("rId5", "header", "document.xml"))
    out["cycle"] = pack(package(document(FULL_BODY), main_rels=loop))
    boxes = "<w:txbxContent>".join("<w:p><w:r>" for _ in range(20))
    out["boxes"] = pack(package(document(boxes)))
    out["tables"] = pack(package(document("<w:tbl><w:tr><w:tc>" * 40)))
    return out


# PowerPoint

def para_a(text, props="", link=""):
    rpr = f'<a:rPr><a:hlinkClick r:id="{link}"/></a:rPr>' if link else ""
    return f"<a:p><a:pPr{props}</a:pPr><a:r>{rpr}<a:t>{text}</a:t></a:r></a:p>" if props else \
        f"<a:p><a:r>{rpr}<a:t>{text}</a:t></a:r></a:p>"


def shape(paras, ph="", attrs="", own=""):
    holder = f"<p:ph {ph}/>" if ph else ""
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="s" {attrs}/><p:nvPr>{holder}</p:nvPr>'
            f"</p:nvSpPr><p:txBody><a:lstStyle>{own}</a:lstStyle>{paras}</p:txBody></p:sp>")


def slide(shapes, root="sld", attrs=""):
    return HEAD + (f"<p:{root} {P} {A} {R} {MC} {attrs}><p:cSld><p:spTree><p:nvGrpSpPr>"
                   f'<p:cNvPr id="1" name=""/></p:nvGrpSpPr>{shapes}</p:spTree></p:cSld></p:{root}>')


def frame(content):
    return ('<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="f"/></p:nvGraphicFramePr>'
            f"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic></p:graphicFrame>")


def cell_a(text, attrs=""):
    return f"<a:tc {attrs}><a:txBody>{para_a(text)}</a:txBody></a:tc>"


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
BULLET = '<a:lvl1pPr><a:buChar char="-"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="-"/></a:lvl2pPr>'

SLIDES = {
    "slide7": slide(  # shown first
        shape(para_a("a subtitle"), 'type="subTitle" idx="1"')
        + shape(para_a("Nothing gets lost") + para_a("between shifts"), 'type="ctrTitle"')
        + shape(para_a("Fernhollow"), 'type="ftr" idx="11"')
        + shape('<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p>', 'type="sldNum"')),
    "slide2": slide(
        shape(para_a("Why now"), 'type="title"')
        + shape(para_a("from machine events")
                + para_a("not typed", ' lvl="1">')
                + para_a("no bullet here", "><a:buNone/>"), 'idx="1"')
        + shape(para_a("a plain box &amp; more") + para_a("a list by hand", '><a:buChar char="o"/>'))
        + "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"9\" name=\"g\"/></p:nvGrpSpPr>"
        + shape(para_a("in a group")) + "</p:grpSp>"
        + shape(para_a("not to be seen"), attrs='hidden="1"')
        + shape(para_a("Book a demo", link="rId5"))
        + "<mc:AlternateContent><mc:Choice Requires=\"p14\">" + shape(para_a("one version"))
        + "</mc:Choice><mc:Fallback>" + shape(para_a("the other")) + "</mc:Fallback>"
        "</mc:AlternateContent>"),
    "slide3": slide(shape(para_a("Secret"), 'type="title"'), attrs='show="0"'),
    "slide4": slide(
        shape(para_a("Numbers"), 'type="title"')
        + frame('<a:tbl><a:tblPr firstRow="1"/><a:tr>' + cell_a("Plan", 'gridSpan="2"')
                + cell_a("stale", 'hMerge="1"') + "</a:tr><a:tr>" + cell_a("Team")
                + cell_a("9 EUR") + "</a:tr></a:tbl>")
        + frame(f'<c:chart xmlns:c="{CHART}" r:id="rId3"/>')
        + frame(f'<dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="rId4"/>')
        + frame(f'<c:chart xmlns:c="{CHART}" r:id="rId99"/>')
        + shape(para_a("own bullets"), own=BULLET)
        + shape('<a:p><a:r><a:t>two</a:t></a:r><a:br/><a:r><a:t>lines</a:t></a:r></a:p>')),
    "slide5": slide(shape(para_a("A section"), 'type="title"')
                    + shape(para_a("no list in this layout"), 'type="body" idx="1"')),
}


def pptx_full():
    chart = HEAD + (f'<c:chartSpace xmlns:c="{CHART}" {A}><c:chart><c:title><c:tx><c:rich>'
                    + para_a("Hours saved") + "</c:rich></c:tx></c:title><c:plotArea><c:catAx>"
                    "<c:title><c:tx><c:rich>" + para_a("axis") + "</c:rich></c:tx></c:title>"
                    "</c:catAx></c:plotArea></c:chart></c:chartSpace>")
    diagram = HEAD + (f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" {A}><dgm:ptLst>'
                      + "".join(f'<dgm:pt modelId="{i}"{kind}><dgm:t>{para_a(text)}</dgm:t></dgm:pt>'
                                for i, (kind, text) in enumerate([
                                    (' type="doc"', "doc"), ("", "Collect"), ("", "Decide"),
                                    (' type="parTrans"', "arrow"), (' type="pres"', "pres")]))
                      + "</dgm:ptLst></dgm:dataModel>")
    layout = slide(shape(para_a("Click to edit"), 'type="title"')
                   + shape(para_a("Click to edit"), 'idx="1"'), "sldLayout")
    section = slide(shape(para_a("Click to edit"), 'type="body" idx="1"',
                          own="<a:lvl1pPr><a:buNone/></a:lvl1pPr>"), "sldLayout")
    master = slide(shape(para_a("Click to edit Master"), 'type="body"'), "sldMaster").replace(
        "</p:sldMaster>", f"<p:txStyles><p:bodyStyle>{BULLET}</p:bodyStyle></p:txStyles></p:sldMaster>")
    note = slide(shape(para_a("Say it slowly.") + para_a("Then wait."), 'type="body" idx="1"')
                 + shape(para_a("1"), 'type="sldNum"') + shape(para_a(""), 'type="sldImg"'), "notes")
    order = "".join(f'<p:sldId id="{256 + i}" r:id="rId{r}"/>' for i, r in enumerate((7, 2, 3, 4, 5)))
    to_layout = ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
    slide_rels = {n: [to_layout] for n in SLIDES}
    slide_rels["slide2"] += [("rId2", "notesSlide", "../notesSlides/notesSlide1.xml"),
                             ("rId5", "hyperlink", "https://fernhollow.example/demo")]
    slide_rels["slide4"] += [("rId3", "chart", "../charts/chart1.xml"),
                             ("rId4", "diagramData", "../diagrams/data1.xml")]
    slide_rels["slide5"] = [("rId1", "slideLayout", "../slideLayouts/slideLayout2.xml")]
    to_master = rels(("rId1", "slideMaster", "../slideMasters/slideMaster1.xml"))
    return package(
        ("ppt/presentation.xml", HEAD + f"<p:presentation {P} {R}><p:sldIdLst>{order}</p:sldIdLst>"
                                        "</p:presentation>"),
        *((f"ppt/slides/{n}.xml", c) for n, c in SLIDES.items()),
        *((f"ppt/slides/_rels/{n}.xml.rels", rels(*e)) for n, e in slide_rels.items()),
        ("ppt/slideLayouts/slideLayout1.xml", layout),
        ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", to_master),
        ("ppt/slideLayouts/slideLayout2.xml", section),
        ("ppt/slideLayouts/_rels/slideLayout2.xml.rels", to_master),
        ("ppt/slideMasters/slideMaster1.xml", master),
        ("ppt/notesSlides/notesSlide1.xml", note),
        ("ppt/charts/chart1.xml", chart), ("ppt/diagrams/data1.xml", diagram),
        ("docProps/core.xml", core("PowerPoint Presentation", "Tom", "2025-07-14T10:00:00Z")),
        main_rels=rels(*((f"rId{n}", "slide", f"slides/slide{n}.xml") for n in (2, 3, 4, 5, 7))))


def pptx():
    full = pptx_full()
    out = {"full": pack(full)}
    out.update(hostile(full, "ppt/presentation.xml"))
    out["no-slide"] = pack([p for p in full if p[0] != "ppt/slides/slide4.xml"])
    out["broken-slide"] = pack([(n, c[:-40] if n.endswith("slide4.xml") else c) for n, c in full])
    loop = rels(("rId1", "slideLayout", "slide2.xml"), ("rId2", "notesSlide", "slide2.xml"),
                ("rId3", "slideMaster", "slide2.xml"))
    out["cycle"] = pack([(n, loop if n.endswith("slide2.xml.rels") else c) for n, c in full])
    return out


# Excel

def c(ref, value, kind="", style_id=0, tag="v"):
    t = f' t="{kind}"' if kind else ""
    s = f' s="{style_id}"' if style_id else ""
    inner = f"<is><t>{value}</t></is>" if kind == "inlineStr" else f"<{tag}>{value}</{tag}>"
    return f'<c r="{ref}"{t}{s}>{inner}</c>'


def rows_of(*lines):
    return "".join(f'<row r="{n}">{"".join(cells)}</row>' for n, cells in lines)


def sheet(rows, after=""):
    return HEAD + f"<worksheet {S} {R}><sheetData>{rows}</sheetData>{after}</worksheet>"


STRINGS = ["<t>deal</t>", "<t>amount</t>", "<t>closed</t>", '<t xml:space="preserve"> D-1 </t>',
           "<r><t>rich </t></r><r><rPr/><t>text</t></r><rPh><t>reading</t></rPh>",
           "<t>two_x000a_lines_x005F_ &amp; x</t>", "<t> trimmed </t>"]

# 1 day, 2 moment, 3 time, 4 duration, 5 day by its own format, 6 words in a format, 7 percent
FORMATS = ('<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" '
           'formatCode="[Red]0.0&quot; days&quot;"/><numFmt numFmtId="166" '
           'formatCode="[$-407]d. mmmm yyyy h:mm"/></numFmts>')
XFS = "<cellXfs>" + "".join(f'<xf numFmtId="{n}"/>' for n in (0, 14, 22, 20, 46, 164, 165, 10, 166)) \
    + "</cellXfs>"


def xlsx_full(date1904=""):
    first = sheet(rows_of(
        (1, [c("A1", 0, "s"), c("B1", 1, "s"), c("C1", 2, "s")]),
        (2, [c("A2", 3, "s"), c("B2", "84000"), c("C2", "45991", style_id=1)]),
        (3, [c("A3", 4, "s"), c("B3", "0.40000000000000002", style_id=7),
             c("C3", "45991.587568", style_id=2)]),
        (4, [c("A4", 5, "s"), c("B4", "0.5", style_id=3), c("C4", "1.5", style_id=4)]),
        (5, [c("A5", "inline", "inlineStr"), c("B5", "1", "b"), c("C5", "#N/A", "e")]),
        (6, [c("A6", "sum", "str"), '<c r="B6"><f>B2*2</f><v>168000</v></c>', c("C6", "59", style_id=5)]),
        (9, [c("B9", "1.5E-3"), c("C9", "60", style_id=1), c("XFD9", "7", style_id=6)]),
        (10, [c("A10", "merged", "inlineStr"), '<c r="B10" s="1"/>', c("C10", 6, "s")]),
        (11, [c("C11", "-1", style_id=8), c("D11", "45991.25", style_id=8)]),
        (12, ['<c t="inlineStr"><is><t>no place</t></is></c><c><v>12</v></c>']),
    ), '<mergeCells><mergeCell ref="A10:B11"/><mergeCell ref="A1:XFD1048576000"/></mergeCells>')
    second = sheet(rows_of((2, [c("B2", "2025-12-24", "d"), c("C2", "0", "b")])))
    book = HEAD + (f'<workbook {S} {R}><workbookPr{date1904}/><sheets>'
                   '<sheet name="Deals &amp; co" sheetId="1" r:id="rId1"/>'
                   '<sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/>'
                   '<sheet name="Chart" sheetId="3" r:id="rId4"/>'
                   '<sheet name="Second" sheetId="4" r:id="rId3"/></sheets></workbook>')
    return package(
        ("xl/workbook.xml", book),
        ("xl/worksheets/sheet1.xml", first),
        ("xl/worksheets/sheet2.xml", sheet(rows_of((1, [c("A1", "secret", "inlineStr")])))),
        ("xl/worksheets/sheet3.xml", second),
        ("xl/chartsheets/sheet1.xml", HEAD + f"<chartsheet {S}/>"),
        ("xl/sharedStrings.xml", HEAD + f"<sst {S}>" + "".join(f"<si>{s}</si>" for s in STRINGS) + "</sst>"),
        ("xl/styles.xml", HEAD + f'<styleSheet {S}>{FORMATS}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
                                 f"{XFS}</styleSheet>"),
        ("docProps/core.xml", core("", "Sara", "2025-11-30T23:59:59Z")),
        main_rels=rels(("rId1", "worksheet", "worksheets/sheet1.xml"),
                       ("rId2", "worksheet", "worksheets/sheet2.xml"),
                       ("rId3", "worksheet", "/xl/worksheets/sheet3.xml"),
                       ("rId4", "chartsheet", "chartsheets/sheet1.xml"),
                       ("rId5", "sharedStrings", "sharedStrings.xml"), ("rId6", "styles", "styles.xml")))


def xlsx():
    full = xlsx_full()
    out = {"full": pack(full), "date1904": pack(xlsx_full(' date1904="1"'))}
    out.update(hostile(full, "xl/workbook.xml"))

    def with_rows(rows, after=""):
        return pack([(n, sheet(rows, after) if n.endswith("sheet1.xml") and "work" in n else t)
                     for n, t in full], zipfile.ZIP_DEFLATED)

    out["rows-back"] = with_rows(rows_of((5, [c("A5", 1)]), (4, [c("A4", 1)])))
    out["row-beyond"] = with_rows(rows_of((1048577, [c("A1", 1)])))
    out["column-beyond"] = with_rows(rows_of((1, [c("XFE1", 1)])))
    out["no-row"] = with_rows(c("A1", 1))
    out["no-string"] = with_rows(rows_of((3, [c("A3", 99, "s")])))
    out["wide"] = with_rows(rows_of(*((n, [c(f"XFD{n}", 1)]) for n in range(1, 3500))))
    out["merges"] = with_rows(
        rows_of((1, [c("A1", "x", "inlineStr"), c("XFD1", 1)]), (9000, [c("A9000", 1)])),
        "<mergeCells>" + '<mergeCell ref="A1:XFD9000"/>' * 50 + "</mergeCells>")
    return out


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else "fuzz/corpus"
    for kind, seeds in (("docx", docx()), ("pptx", pptx()), ("xlsx", xlsx())):
        os.makedirs(os.path.join(root, kind), exist_ok=True)
        for name, content in seeds.items():
            with open(os.path.join(root, kind, f"{name}.{kind}"), "wb") as f:
                f.write(content)


if __name__ == "__main__":
    main()
