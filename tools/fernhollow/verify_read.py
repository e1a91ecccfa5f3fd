"""Text out of the written files, by the shortest honest way: zipfile, html.parser and regular expressions."""

import csv
import re
import zipfile
from html import unescape
from html.parser import HTMLParser


class Page(HTMLParser):
    """Headings and all text of a page, without script, style and what is only there for machines."""

    def __init__(self):
        super().__init__()
        self.skip, self.heading, self.headings, self.text = 0, None, [], []

    def handle_starttag(self, tag, attrs):
        self.skip += tag in ("script", "style", "title")
        if tag in ("h1", "h2"):
            self.heading = ""

    def handle_endtag(self, tag):
        self.skip -= tag in ("script", "style", "title")
        if tag in ("h1", "h2"):
            self.headings.append(self.heading)
            self.heading = None

    def handle_data(self, data):
        if self.skip:
            return
        self.text.append(data)
        if self.heading is not None:
            self.heading += data


def page(path):
    parser = Page()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


def slides(path):
    """The text of each slide, without notes."""
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
        names.sort(key=lambda n: int(re.search(r"\d+", n).group()))
        return [
            "\n".join(unescape(t) for t in re.findall(r"<a:t>([^<]*)</a:t>", archive.read(n).decode("utf-8")))
            for n in names
        ]


def paragraphs(path):
    """(style, text) of each paragraph of a document."""
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode("utf-8")
    found = []
    for part in re.findall(r"<w:p>.*?</w:p>", xml):
        style = re.search(r'w:pStyle w:val="(\w+)"', part)
        found.append((style.group(1) if style else "", unescape("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part)))))
    return found


def pdf_pages(path):
    """[(font, text)] of each page; lines that were wrapped are joined by the caller."""
    made = []
    for stream in re.findall(rb"stream\n(.*?)\nendstream", path.read_bytes(), re.S):
        lines = re.findall(rb"/(F\d) [\d.]+ Tf 1 0 0 1 \d+ \d+ Tm \((.*?)(?<!\\)\) Tj", stream)
        made.append([(font.decode(), re.sub(r"\\(.)", r"\1", text.decode("cp1252"))) for font, text in lines])
    return made


def sheet_texts(path):
    with zipfile.ZipFile(path) as archive:
        return [
            unescape(t)
            for t in re.findall(r"<t [^>]*>([^<]*)</t>", archive.read("xl/sharedStrings.xml").decode("utf-8"))
        ]


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def transcript(path):
    """[(speaker, text)] of a call in any of the four formats, cues of one speaker joined."""
    turns = []
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"<v ([^>]+)>(.*)", line) or re.match(r"([^:<>]{2,60}): (.*)", line)
        if match and not line.startswith("NOTE"):
            who, text = match.groups()
            if turns and turns[-1][0] == who:
                turns[-1] = (who, turns[-1][1] + " " + text)
            else:
                turns.append((who, text))
    return turns
