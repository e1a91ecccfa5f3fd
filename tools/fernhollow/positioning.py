"""Twelve dated versions of the positioning: each says what it changed, so that the key knows which changes matter."""

from out import prose

SECTIONS = [
    ("alternatives", "Competitive alternatives"),
    ("attributes", "Unique attributes"),
    ("value", "Value"),
    ("segment", "Best-fit segment"),
    ("category", "Market category"),
]


def versions():
    """Reads the edits; yields (head, sections, changes) with sections as they stand after each version."""
    state = {key: [] for key, _ in SECTIONS}
    for block in prose("positioning.txt").split("\n=== ")[1:]:
        lines = block.strip().split("\n")
        date, number, kind, owner, approved = [part.strip() for part in lines[0].split("|")]
        head = {"date": date, "version": int(number), "kind": kind, "owner": owner, "approved_by": approved}
        changed = []
        for line in lines[1:]:
            key, act, text = line.split(" ", 2)
            if act == "+":
                state[key].append(text)
            elif act == "-":
                state[key] = [item for item in state[key] if not item.startswith(text)]
            else:  # "3=" puts a text in the third place
                state[key][int(act[:-1]) - 1] = text
            if number != "1" and key not in changed:
                changed.append(key)
        yield head, {key: list(items) for key, items in state.items()}, changed


def markdown(head, sections, tagged, page_review):
    text = (
        f"---\nversion: {head['version']}\neffective: {head['date']}\nowner: {head['owner']}\n"
        f"approved_by: [{head['approved_by']}]\n---\n# Positioning - Fernhollow Handover\n"
    )
    for key, title in SECTIONS:
        text += f"## {title}\n"
        for item in sections[key]:
            text += "- " + (item if tagged else item.split("  [")[0]).replace("{page}", page_review) + "\n"
    return text


def write(out):
    """The tag of A-1 names the first review that says it in a buyer's words."""
    page = next(r["review_id"] for r in out.tables["reviews.csv"] if "before anybody has picked up a pen" in r["likes"])
    made = list(versions())
    for head, sections, _ in made[:-1]:
        out.text(f"positioning/history/{head['date']}.md", markdown(head, sections, head["version"] >= 5, page))
    out.text("positioning/positioning.md", markdown(*made[-1][:2], True, page))
    return made
