"""meaning.py CANDOR SCHEMA: candor swap --meaning against an endpoint that behaves, and several that do not."""
import hashlib
import http.server
import json
import math
import os
import pathlib
import random
import re
import shutil
import socketserver
import subprocess
import sys
import tempfile
import threading
import unittest

import jsonschema

CANDOR, SCHEMA = sys.argv[1], json.load(open(sys.argv[2]))
OURS = """# Nothing gets lost between shifts
Operators leave the plant knowing that every open task reached the next crew.
Our gateway reads 40 machine signals a second without a cloud account.
Auditors receive any record of the last five years in two minutes.
"""
THEIRS = """<html><body><main><h1>The calm way to run a factory</h1>
<p>Workers go home certain that the following team received each pending job.</p>
<p>We publish a new release on the first Monday of every quarter.</p>
<p>Our gateway does not read machine signals without a cloud account.</p>
<p>Fresh coffee is served at each of our nine offices in Europe.</p></main></body></html>"""
# What a model would know: these two say the same in other words.
SAME = ("every open task reached", "received each pending job")


def vector(text, dims=48):
    """Random by text, but the same direction for texts that mean the same."""
    topic = "handover" if any(s in text for s in SAME) else text
    r = random.Random(hashlib.sha256(topic.encode()).digest())
    noise = random.Random(hashlib.sha256(text.encode()).digest())
    return [r.gauss(0, 1) + 0.1 * noise.gauss(0, 1) for _ in range(dims)]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    requests = []
    answer = None

    def log_message(self, *args):
        pass

    def do_GET(self):
        self.requests.append(("GET", None))
        self.send_error(405)

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.requests.append((self.headers.get("Authorization"), asked))
        rows = [{"object": "embedding", "index": i, "embedding": vector(t)} for i, t in enumerate(asked["input"])]
        body = {"object": "list", "data": rows, "model": asked["model"], "usage": {"total_tokens": 1}}
        status = 200
        if Handler.answer:
            body, status = Handler.answer(body, len(self.requests))
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


class Meaning(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(("127.0.0.1", 0), Handler)
        cls.endpoint = "http://127.0.0.1:%d/v1/embeddings" % cls.server.server_address[1]
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        Handler.requests.clear()
        Handler.answer = None
        self.config()
        (self.root / "site").mkdir()
        (self.root / "site/home.md").write_text(OURS)
        (self.root / "competitors/shiftly").mkdir(parents=True)
        (self.root / "competitors/shiftly/2025-11-01-home.html").write_text(THEIRS)

    def config(self, **more):
        rule = dict({"endpoint": self.endpoint, "model": "test-model"}, **more)
        (self.root / "candor.yaml").write_text("company: Fernhollow\ncompetitors: [{id: shiftly, name: Shiftly}]\nmeaning: %s\n"
                                               % json.dumps(rule))

    def swap(self, *words, status=0, env=None):
        p = subprocess.run([CANDOR, "swap", "-C", str(self.root), "--as-of", "2025-11-20", *words], capture_output=True, text=True,
                           timeout=60, env=dict(os.environ, NO_COLOR="1", COLUMNS="100", **(env or {})))
        self.assertEqual(p.returncode, status, p.stdout + p.stderr)
        return p.stdout if status == 0 else p.stderr

    def json(self, *words, **how):
        doc = json.loads(self.swap("--format", "json", *words, **how))
        jsonschema.Draft202012Validator(SCHEMA).validate(doc)
        return doc

    @staticmethod
    def claim(doc, words):
        return next(c for c in doc["claims"] if words in c["text"])

    def test_nothing_is_asked_without_the_word(self):
        doc = self.json()
        self.assertEqual(Handler.requests, [])
        self.assertNotEqual(self.claim(doc, "every open task")["verdict"], "shared")
        self.assertNotIn("By meaning", " ".join(doc["notes"]))
        self.assertIn("entirely different words", " ".join(doc["notes"]))

    def test_paraphrase_is_shown_and_never_counted_as_said(self):
        before = self.claim(self.json(), "every open task")
        doc = self.json("--meaning")
        claim = self.claim(doc, "every open task")
        self.assertEqual(claim["verdict"], "cannot-tell")
        self.assertFalse(claim["swaps"])
        self.assertIn("may mean the same in other words", claim["reason"])
        self.assertIn("following team received each pending job", claim["closest"][0]["evidence"][0]["quote"])
        self.assertIn("found by meaning, with the endpoint you configured", claim["closest"][0]["evidence"][0]["note"])
        self.assertNotEqual(before["verdict"], "shared")
        out = self.swap("--meaning", "--all")
        self.assertIn("found by meaning, with the endpoint you configured", re.sub(r"\s+", " ", out))

    def test_cosine_alone_never_decides(self):
        # An endpoint for which everything is the same: not one verdict becomes shared or contested by it.
        plain = self.json()
        r = random.Random(7)
        Handler.answer = lambda body, n: ({"data": [{"index": d["index"], "embedding": [1 + r.random() / 1e4 for _ in range(8)]}
                                                    for d in body["data"]]}, 200)
        doc = self.json("--meaning")
        decided = lambda d: {c["text"]: c["verdict"] for c in d["claims"] if c["verdict"] in ("shared", "contested")}
        self.assertEqual(decided(doc), decided(plain))

    def test_what_words_say_stays(self):
        before, after = self.json(), self.json("--meaning")
        contested = self.claim(before, "40 machine signals")
        self.assertEqual(contested["verdict"], self.claim(after, "40 machine signals")["verdict"])

    def test_says_how_much_went_where_and_sends_once(self):
        notes = " ".join(self.json("--meaning")["notes"])
        sent = int(re.search(r"By meaning: (\d+) sentences were sent to " + re.escape(self.endpoint), notes).group(1))
        asked = [t for _, body in Handler.requests for t in body["input"]]
        self.assertEqual(sent, len(asked))
        self.assertEqual(len(asked), len(set(asked)))
        self.assertLessEqual(max(len(b["input"]) for _, b in Handler.requests), 64)
        self.assertTrue(all(b["model"] == "test-model" for _, b in Handler.requests))
        Handler.requests.clear()
        again = self.json("--meaning")
        self.assertEqual(Handler.requests, [])
        self.assertIn("0 sentences were sent", " ".join(again["notes"]))
        self.assertIn("%d were known" % sent, " ".join(again["notes"]))
        (self.root / "site/home.md").write_text(OURS + "A new line counts 12 machines in the hall.\n")
        self.json("--meaning")
        self.assertEqual([t for _, b in Handler.requests for t in b["input"]], ["A new line counts 12 machines in the hall."])

    def test_names_are_masked(self):
        (self.root / "site/home.md").write_text(OURS + "Fernhollow beats Shiftly by 30 minutes a shift.\n")
        self.json("--meaning")
        asked = " ".join(t for _, b in Handler.requests for t in b["input"])
        self.assertNotIn("Fernhollow", asked)
        self.assertNotIn("Shiftly", asked)

    def test_same_vectors_same_bytes(self):
        first = self.swap("--meaning", "--format", "json", "-j", "1")
        kept = self.swap("--meaning", "--format", "json", "-j", "4")
        strip = lambda t: re.sub(r"By meaning: [^\"]*", "", t)
        self.assertEqual(strip(first), strip(kept))
        self.assertEqual(kept, self.swap("--meaning", "--format", "json", "-j", "1"))

    def test_damaged_store_is_as_none(self):
        self.json("--meaning")
        files = list((self.root / ".candor/meaning").iterdir())
        self.assertEqual(len(files), 1)
        good = files[0].read_bytes()
        for bad in (good[:-1], good[:60], b"", b"candorv1" + b"\xff" * 200, good[:50] + bytes([good[50] ^ 1]) + good[51:],
                    good[:16] + b"\xff" * 8 + good[24:]):
            files[0].write_bytes(bad)
            Handler.requests.clear()
            doc = self.json("--meaning")
            self.assertTrue(Handler.requests)
            self.assertEqual(self.claim(doc, "every open task")["verdict"], "cannot-tell")

    def test_hostile_answers(self):
        row = lambda v, i=0: {"index": i, "embedding": v}
        cases = {
            "no JSON": lambda b, n: (b"<html>no</html>", 200),
            "JSON of another shape": lambda b, n: ([1, 2], 200),
            "another shape": lambda b, n: (b'{"data": [1]}', 200),
            "a number that no vector has": lambda b, n: (b'{"data":[{"index":0,"embedding":[1e30,1]}]}', 200),
            "0 vectors for": lambda b, n: ({"data": []}, 200),
            "vectors for": lambda b, n: ({"data": b["data"][:-1]}, 200),
            "not asked for": lambda b, n: ({"data": b["data"] + b["data"][:1]}, 200),
            "different lengths": lambda b, n: ({"data": b["data"][:-1] + [row([1.0, 2.0], len(b["data"]) - 1)]}, 200),
            "no list of numbers": lambda b, n: ({"data": [row(["NaN"])]}, 200),
            "another shape or no JSON": lambda b, n: (b'{"data":[{"index":0,"embedding":[NaN,1]}]}', 200),
            "a number that no vector has or no list of numbers": lambda b, n: (b'{"data":[{"index":0,"embedding":[1e400,1]}]}', 200),
            "a vector of zeros": lambda b, n: ({"data": [row([0.0] * 8)]}, 200),
            "more than 4096 numbers": lambda b, n: ({"data": [row([1.0] * 5000)]}, 200),
            "no whole number": lambda b, n: ({"data": [{"index": 0.5, "embedding": [1.0, 2.0]}]}, 200),
            "without a vector": lambda b, n: ({"data": [{"index": 0}]}, 200),
            "more than 8 MB": lambda b, n: (b'{"data":[' + b" " * (9 << 20) + b"]}", 200),
            "wants a key": lambda b, n: ({"error": {"message": "no"}}, 401),
            "spelled right": lambda b, n: ({"error": {"message": "no"}}, 404),
            "try again later": lambda b, n: ({"error": {"message": "no"}}, 503),
        }
        for words, answer in cases.items():
            with self.subTest(words):
                Handler.answer = answer
                Handler.requests.clear()
                shutil.rmtree(self.root / ".candor", ignore_errors=True)
                doc = self.json("--meaning")
                notes = " ".join(doc["notes"])
                self.assertIn("Nothing was looked for by meaning", notes)
                self.assertTrue(any(w in notes for w in words.split(" or ")), notes)
                self.assertEqual(len(Handler.requests), 1)  # one bad answer ends it
                self.assertNotEqual(self.claim(doc, "every open task")["verdict"], "cannot-tell")

    def test_deep_and_late_damage(self):
        Handler.answer = lambda b, n: (b'{"x":' + b"[" * 100000 + b"]" * 100000 + b"}", 200)
        self.assertIn("JSON", " ".join(self.json("--meaning")["notes"]))
        # What was received before a failure is kept; the next run asks for the rest only.
        shutil.rmtree(self.root / ".candor", ignore_errors=True)
        Handler.requests.clear()
        Handler.answer = lambda b, n: (b, 200) if n == 1 else (b"", 500)
        self.json("--meaning")
        first = len(Handler.requests[0][1]["input"])
        self.assertEqual(len(Handler.requests), 2)
        Handler.requests.clear()
        Handler.answer = None
        notes = " ".join(self.json("--meaning")["notes"])
        self.assertIn("%d were known from before" % first, notes)

    def test_only_where_it_may_go(self):
        self.config(endpoint="http://api.example.com/v1/embeddings")
        notes = " ".join(self.json("--meaning")["notes"])
        self.assertIn("not this machine", notes)
        self.assertIn("host: api.example.com", notes)
        self.config(endpoint="http://api.example.com/v1/embeddings", host="api.example.com")
        self.assertIn("use https", " ".join(self.json("--meaning")["notes"]))
        self.config(endpoint="file:///etc/passwd")
        self.assertIn("no address of a page", " ".join(self.json("--meaning")["notes"]))
        self.config(endpoint="http://localhost:%d/v1/embeddings" % self.server.server_address[1])
        self.json("--meaning", env={"http_proxy": "http://127.0.0.1:1"})  # past any proxy
        self.assertTrue(Handler.requests)

    def test_key_comes_from_the_environment_only(self):
        self.config(key_variable="CANDOR_TEST_KEY")
        self.assertIn("CANDOR_TEST_KEY, which is not set", self.swap("--meaning", status=2))
        out = self.swap("--meaning", "--format", "json", env={"CANDOR_TEST_KEY": "sk-secret-42"})
        self.assertEqual({a for a, _ in Handler.requests}, {"Bearer sk-secret-42"})
        self.assertNotIn("sk-secret-42", out)
        for path in self.root.rglob("*"):
            if path.is_file():
                self.assertNotIn(b"sk-secret-42", path.read_bytes())
        self.assertIn("no key has", self.swap("--meaning", status=2, env={"CANDOR_TEST_KEY": "a\r\nX: y"}))

    def test_configuration_is_asked_for(self):
        (self.root / "candor.yaml").write_text("company: Fernhollow\n")
        self.assertIn("--meaning needs an endpoint", self.swap("--meaning", status=2))
        self.assertEqual(Handler.requests, [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
