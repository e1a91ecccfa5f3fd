"""Web pages as they really arrive: the text between navigation, cookie banner, scripts and footer."""

from html import escape

import page_frames
from out import prose


def blocks(text):
    """(path, fields, lines) of each page in a prose file."""
    for part in text.split("\n=== ")[1:] if not text.startswith("=== ") else ("\n" + text).split("\n=== ")[1:]:
        path, *lines = part.strip("\n").split("\n")
        fields = {}
        while lines and ": " in lines[0] and lines[0].split(":")[0] in ("seen", "title", "nav"):
            key, value = lines.pop(0).split(": ", 1)
            fields[key] = value
        yield path.strip(), fields, lines


def element(tag, text):
    text = escape(text, quote=False)
    if tag == "btn":
        return f'<p class="cta"><a class="button" href="#contact">{text}</a></p>'
    if tag == "lead":
        return f'<p class="lead">{text}</p>'
    if tag == "quote":
        words, who = text.split(" | ")
        return f'<figure class="quote"><blockquote><p>{words}</p></blockquote><figcaption>{who}</figcaption></figure>'
    return f"<{tag}>{text}</{tag}>"


def body(pairs):
    """The main text; a heading opens a section, list items get their list."""
    html, open_section, in_list = [], False, False
    for tag, text in pairs:
        if in_list and tag != "li":
            html.append("</ul>")
            in_list = False
        if tag == "h2":
            html += ["</section>"] * open_section + ["<section>"]
            open_section = True
        if tag == "li" and not in_list:
            html.append("<ul>")
            in_list = True
        html.append(element(tag, text))
    html += ["</ul>"] * in_list + ["</section>"] * open_section
    return "\n".join(html)


def rivals(out):
    for name in ("shiftly", "opsgrid", "kilnbridge"):
        for path, fields, lines in blocks(prose(f"pages/{name}.txt")):
            if path.endswith(".md"):
                head = f"---\nsource: https://www.{name}.example/\nseen: {fields['seen']}\n---\n"
                out.text(path, head + "\n".join(lines).strip() + "\n")
                continue
            pairs = [line.split(": ", 1) for line in lines if line]
            out.text(path, page_frames.rival(name, fields, body(pairs)))


def home_versions():
    """Each version of the home page as an ordered list of (id, tag, text)."""
    current = {}
    for part in prose("pages/home.txt").split("\n=== ")[1:]:
        head, *lines = part.strip("\n").split("\n")
        date, kind = head.split(" | ")
        changed = []
        for line in lines:
            if line:
                where, text = line.split(": ", 1)
                key, tag = where.split(" ")
                current[key] = (tag, text)
                changed.append(key)
        yield date, kind, dict(current), changed


ORDER = [
    "h1",
    "lead",
    "b1",
    "s1",
    "s1p",
    "s2",
    "s2p",
    "s7",
    "s7p",
    "s5",
    "s5p",
    "s6",
    "s6p",
    "s4",
    "s4p",
    "q1",
    "s3",
    "s3p",
]


def home(out):
    made = list(home_versions())
    for date, kind, content, _ in made:
        if date == "2025-01":  # the new site dropped the phones
            for key in ("s3", "s3p", "s4", "s4p"):
                assert key in content
        pairs = [content[key] for key in ORDER if key in content] + [content["b2"]]
        day = date if len(date) == 10 else date + "-06"
        last = date == made[-1][0]
        path = "site/index.html" if last else f"site/history/{date}-home.html"
        out.text(path, page_frames.ours(day, "Fernhollow", body(pairs), home=True))
    return made


def site(out):
    for path, fields, lines in blocks(prose("pages/site.txt")):
        pairs = [line.split(": ", 1) for line in lines if line]
        out.text(path, page_frames.ours(fields["seen"], fields["title"], body(pairs)))


def write(out):
    rivals(out)
    site(out)
    return home(out)
