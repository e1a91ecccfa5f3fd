"""The answer key beside the workspace: what must be said, what must not, and the figures of both."""

import json

import key_claims
import key_deals
import key_story
import key_work


def write(out, deals, calls, versions):
    made = list(key_claims.truths(out, deals)) + list(key_deals.truths(deals, out))
    made += list(key_story.truths(out, calls, versions)) + list(key_work.truths(out, deals, calls))
    made.sort(key=lambda t: (not t["live"], t["must"], t["id"], t["subject"]))
    path = out.root.parent / f"{out.root.name}.key.json"
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
