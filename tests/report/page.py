"""Checks the pages that `pages` wrote: well formed, self-contained, nothing foreign in them.

Usage: python3 page.py FOLDER SCHEMA
"""
import base64
import hashlib
import html.parser
import json
import pathlib
import re
import sys

import jsonschema

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SVG_LEAVES = {"path", "circle", "rect", "line"}
FORBIDDEN = {"img", "iframe", "object", "embed", "form", "base", "link", "video", "audio", "input"}
PAGE_MAX, NODES_MAX = 300 * 1024, 1500


class Page(html.parser.HTMLParser):
    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.name, self.stack, self.ids, self.nodes = name, [], set(), 0
        self.links, self.raw, self.problems, self.text = [], {}, [], []

    def wrong(self, what):
        self.problems.append(f"{self.name}:{self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attrs):
        self.nodes += 1
        if tag in FORBIDDEN:
            self.wrong(f"<{tag}> has no business here")
        if tag not in VOID:
            self.stack.append(tag)
        for key, value in attrs:
            value = value or ""
            if key.startswith("on") or key == "style":
                self.wrong(f"{key}= is not allowed by the policy")
            if key == "id":
                if value in self.ids:
                    self.wrong(f"id {value} twice")
                self.ids.add(value)
            if key in ("href", "src", "action", "xlink:href"):
                self.links.append(value)
                if not value.startswith("#"):
                    self.wrong(f"{key}={value[:60]} leaves the page")
        if tag in ("script", "style"):
            self.raw.setdefault(tag, []).append([dict(attrs), ""])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            if tag not in SVG_LEAVES:
                self.wrong(f"<{tag}/> is not closed in HTML")
            self.stack.pop()

    def handle_endtag(self, tag):
        if not self.stack or self.stack[-1] != tag:
            self.wrong(f"</{tag}> closes {self.stack[-1:] or 'nothing'}")
        else:
            self.stack.pop()

    def handle_data(self, data):
        if self.stack and self.stack[-1] in ("script", "style"):
            self.raw[self.stack[-1]][-1][1] += data
        else:
            self.text.append(data)


def source_of(text):
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def check_policy(page, text):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text).group(1).replace("&#39;", "'")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    if rules["default-src"] != "'none'" or "unsafe" in policy or "http" in policy:
        page.wrong("the policy is open")
    if rules["style-src"] != f"'{source_of(page.raw['style'][0][1])}'":
        page.wrong("the policy does not name this style")
    scripts = [body for attrs, body in page.raw["script"] if attrs.get("type") != "application/json"]
    wanted = f"'{source_of(scripts[0])}'" if scripts else "'none'"
    if rules["script-src"] != wanted:
        page.wrong("the policy does not name this script")
    if text.index("Content-Security-Policy") > text.index("<title>"):
        page.wrong("the policy comes too late")


def check_page(path, schema):
    text = path.read_bytes().decode("utf-8")
    page = Page(path.name)
    page.feed(text)
    page.close()
    if page.stack:
        page.wrong(f"left open: {page.stack}")
    if len(page.raw["style"]) != 1 or len(page.raw["script"]) > 2:
        page.wrong("more scripts or styles than ours")
    for link in page.links:
        if link[1:] not in page.ids:
            page.wrong(f"{link} leads nowhere")
    if re.search(r"url\((?!\"?data:font/)|@import", page.raw["style"][0][1]):
        page.wrong("the style loads something")
    check_policy(page, text)
    if len(text.encode()) > PAGE_MAX or page.nodes > NODES_MAX:
        page.wrong(f"{len(text.encode())} bytes, {page.nodes} nodes")
    if re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text):
        page.wrong("control characters")
    data = json.loads(page.raw["script"][0][1])
    if data != json.loads(path.with_suffix(".json").read_text("utf-8")):
        page.wrong("the data in the page is not the JSON of the command")
    jsonschema.Draft202012Validator(schema).validate(data)
    check_words(page, data)
    print(f"{path.name}: {len(text.encode())} bytes, {page.nodes} nodes, {len(page.links)} links")
    return page.problems


def folded(text):
    return " ".join(text.split())


def check_words(page, data):
    """Every sentence of the JSON stands in the page, too: the same words everywhere."""
    shown = folded("".join(page.text))
    for truth in data["truths"] + data["working"]:
        for key in ("sentence", "next", "how_sure", "detail"):
            if folded(truth[key]) not in shown:
                page.wrong(f"{truth['id']}: {key} is not in the page")
    for silent in data["silent"]:
        if silent["unlock"] and folded(silent["unlock"]["template"]) not in shown:
            page.wrong(f"{silent['id']}: no template in the page")


def check_text(path):
    text = path.read_bytes().decode("utf-8")
    if re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text):
        return [f"{path.name}: control characters"]
    long = [line for line in text.splitlines() if len(line) > 96]
    return [f"{path.name}: longer than 96 columns: {line[:120]}" for line in long]


def main(folder, schema):
    schema = json.loads(pathlib.Path(schema).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    problems = []
    pages = sorted(pathlib.Path(folder).glob("*.html"))
    for path in pages:
        problems += check_page(path, schema)
        problems += check_text(path.with_suffix(".txt"))
    print("\n".join(problems))
    if len(pages) != 3:
        problems.append("there should be three pages")
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:]))
