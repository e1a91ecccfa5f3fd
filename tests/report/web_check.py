"""Checks what `web_pictures` wrote: well-formed, self-contained, escaped, within the schema.

Usage: python3 web_check.py FOLDER SCHEMA
"""
import html.parser
import json
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as tree

import jsonschema

SVG = "{http://www.w3.org/2000/svg}"
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CLASSES = {"web", "b", "h", "q", "paper", "rule", "seen", "need", "edge", "spare", "faint", "ink", "bf", "bs", "bt",
           "bo", "pe", "sf", "nf", "of", "halo", "ties", "ol", "os", "og"} | {f"s{i}" for i in range(5)} | {
           f"g{i}" for i in range(4)}
ELEMENTS = {"svg", "title", "desc", "style", "g", "path", "circle", "rect", "text"}
problems = []
NOTICE = "This describes teams, not people"
veiled = 0


def check(ok, path, what):
    if not ok:
        problems.append(f"{path.name}: {what}")


def check_svg(path):
    text = path.read_text("utf-8")
    root = tree.fromstring(text)
    tags = {e.tag.removeprefix(SVG) for e in root.iter()}
    check(tags <= ELEMENTS, path, f"elements {tags - ELEMENTS}")
    check(root.get("role") == "img", path, "no role")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    check(len(ids) == len(set(ids)), path, "an id twice")
    check(set(root.get("aria-labelledby").split()) <= set(ids), path, "labelled by nothing")
    for e in root.iter():
        for key, value in e.attrib.items():
            check(not key.startswith("on") and key != "style" and "href" not in key, path, f"{key}=")
            check("url(" not in value and "nan" not in value and "inf" not in value.split(), path, f"{key}={value}")
        names = set((e.get("class") or "").split())
        check(names <= CLASSES, path, f"classes {names - CLASSES}")
    style = root.find(SVG + "style").text
    check("url(" not in style and "@import" not in style and "<" not in style, path, "the style loads something")
    ties = root.findall(f".//{SVG}g[@class='ties']/{SVG}g")
    for tie in ties:
        check(tie.find(SVG + "title") is not None and tie.find(SVG + "desc") is not None, path, "a link without words")
    check(NOTICE in text, path, "no notice")
    check(">Seen: " in text, path, "not said what was seen")
    check(not CONTROL.search(text), path, "control characters")
    return len(text.encode()), len(ties)


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.ids, self.links, self.stack, self.nodes, self.labels = path, [], [], [], 0, []

    def handle_starttag(self, tag, attrs):
        self.nodes += 1
        check(tag not in ("script", "img", "iframe", "link", "form", "object"), self.path, f"<{tag}>")
        if tag not in ("meta", "br", "hr"):
            self.stack.append(tag)
        for key, value in attrs:
            check(not key.startswith("on") and key not in ("style", "src"), self.path, f"{key}=")
            if key == "id":
                self.ids.append(value)
            if key == "href":
                self.links.append(value)
            if key == "aria-labelledby":
                self.labels += value.split()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.stack.pop()

    def handle_endtag(self, tag):
        check(self.stack and self.stack.pop() == tag, self.path, f"</{tag}>")


def check_html(path):
    text = path.read_text("utf-8")
    page = Page(path)
    page.feed(text)
    page.close()
    check(not page.stack, path, f"left open: {page.stack}")
    check(len(page.ids) == len(set(page.ids)), path, "an id twice")
    check(all(link[1:] in page.ids for link in page.links), path, f"links {page.links}")
    check(set(page.labels) <= set(page.ids), path, "labelled by nothing")
    check("script-src &#39;none&#39;" in text or "script-src 'none'" in text, path, "a script is allowed")
    check(not CONTROL.search(text), path, "control characters")
    data = json.loads(path.with_suffix(".json").read_text("utf-8"))
    shown = " ".join(text.split())
    check(shown.count("Seen: ") >= 2 and "counts half" in shown, path, "not said what was seen, and how weighed")
    for name in (f["sentence"] for f in data["functions"]):
        escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        escaped = escaped.replace('"', "&quot;").replace("'", "&#39;")
        check(" ".join(escaped.split()) in shown, path, f"not said: {name}")
    return page.nodes


def check_json(path, schema):
    global veiled
    data = json.loads(path.read_text("utf-8"))
    for error in jsonschema.Draft202012Validator(schema).iter_errors(data):
        problems.append(f"{path.name}: {'/'.join(map(str, error.path))}: {error.message[:200]}")
    ids = {f["id"] for f in data["functions"]}
    n = len(ids)
    check(len(data["ties"]) == n * (n - 1) // 2, path, "not every pair")
    for tie in data["ties"]:
        check(tie["a"] in ids and tie["b"] in ids, path, f"unknown function {tie['a']}")
        if tie["under_five"] or tie["withheld"]:
            veiled += 1
            check(tie["pairs"] is None and tie["given"] is None and tie["taken"] is None, path, "a veil was lifted")
    check(data.get("svg") == path.with_suffix(".svg").read_text("utf-8"), path, "another picture")


def check_text(path, width):
    for line in path.read_text("utf-8").splitlines():
        check(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) <= width, path, f"wide: {line}")
        check(not CONTROL.search(line), path, "control characters")
    check(NOTICE in " ".join(path.read_text("utf-8").split()), path, "no notice")


def check_mermaid(path):
    lines = path.read_text("utf-8").splitlines()
    check(lines[0] == "flowchart LR", path, lines[0])
    known = re.compile(r'  (%% .*|f\d+\(\["[^"<>\[\]{}|&\']*"\]\)(:::\w+)?|f\d+ (-\.-|===|---)\|"[^"<>|]*"\| f\d+'
                       r'|linkStyle \d+ stroke:#[0-9a-f]{6},stroke-width:[\d.]+px|classDef [\w :,#-]+)')
    for line in lines[1:]:
        check(known.fullmatch(line), path, f"not Mermaid: {line}")
        check("%%{" not in line and "}%%" not in line, path, f"a directive: {line}")
    # What a reader of the diagram sees: codes back to characters, and every link styled by its number.
    data = json.loads(path.with_suffix(".json").read_text("utf-8"))
    shown = [re.search(r'\["(.*)"\]', line).group(1) for line in lines if re.match(r"  f\d+\(", line)]
    names = [re.sub(r"#(\d+);", lambda code: chr(int(code.group(1))), name) for name in shown]
    check(names == [f["name"] for f in data["functions"]], path, f"names {names}")
    links = [line for line in lines if "|" in line and not line.startswith("  %%")]
    styled = [int(line.split()[1]) for line in lines if line.startswith("  linkStyle")]
    check(styled == list(range(len(links))), path, "links without a style")
    ids = {line.split("(")[0].strip() for line in lines if re.match(r"  f\d+\(", line)}
    check(all(end in ids for line in links for end in re.findall(r"\bf\d+\b", line.split("|")[0] + line.split("|")[-1])),
          path, "a link to nobody")
    check(any(data["seen"].startswith(line[5:40]) for line in lines if line.startswith("  %% Seen")), path, "not said what was seen")


def main(folder, schema):
    folder = pathlib.Path(folder)
    schema = json.loads(pathlib.Path(schema).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for path in sorted(folder.glob("*.svg")):
        size, ties = check_svg(path)
        print(f"{path.name}: {size} bytes, {ties} links")
        check(size < 100_000, path, f"{size} bytes")
    pages = sorted(folder.glob("*.html"))
    for path in pages:
        print(f"{path.name}: {check_html(path)} elements")
    for path in sorted(folder.glob("*.json")):
        check_json(path, schema)
    for name, width in (("60", 60), ("120", 96), ("ascii", 80)):
        for path in sorted(folder.glob(f"*.{name}.txt")):
            check_text(path, width)
            if name == "ascii":
                check(path.read_text("utf-8").isascii(), path, "not ASCII")
    for path in sorted(folder.glob("*.mmd")):
        check_mermaid(path)
    check(veiled > 0, folder, "no veiled relationship was drawn")
    check(len(pages) >= 8, folder, "pages are missing")
    print("\n".join(problems[:40]))
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:]))
