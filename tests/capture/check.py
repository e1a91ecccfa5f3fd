"""check.py CANDOR SCHEMA: candor capture against a server that behaves badly."""
import json
import os
import pathlib
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

import jsonschema

import server

CANDOR, SCHEMA = sys.argv[1], json.load(open(sys.argv[2]))
DAY = "2025-11-20"


class Capture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = server.start()
        cls.base = "http://127.0.0.1:%d" % cls.server.server_address[1]

    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        (self.root / "candor.yaml").write_text("company: Fernhollow\ncompetitors: [{id: shiftly, name: Shiftly}]\n")
        self.folder = self.root / "competitors/shiftly"
        server.Handler.log.clear()
        server.Handler.agents.clear()
        server.Handler.state.update(home=server.HOME, robots=None, robots_status=200, sitemap="plain")

    def start(self, *words, day=DAY, private=True, env=None):
        options = ["--allow-private"] if private else []
        words = [self.base + w if w.startswith("/") else w for w in words]
        return subprocess.Popen([CANDOR, "capture", *words, "-C", str(self.root), "--as-of", day, *options],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=dict(os.environ, NO_COLOR="1", COLUMNS="90", **(env or {})))

    def run_it(self, *words, status=0, **how):
        p = self.start(*words, **how)
        out, err = p.communicate(timeout=120)
        self.assertEqual(p.returncode, status, out + err)
        return out if status != 2 else err

    def pages(self, *words, status=0, **how):
        doc = json.loads(self.run_it("shiftly", *words, "--format", "json", status=status, **how))
        jsonschema.Draft202012Validator(SCHEMA).validate(doc)
        return doc["pages"], doc

    def one(self, *words, state, **how):
        pages, _ = self.pages(*words, status=0 if state in ("new", "changed", "same") else 1, **how)
        self.assertEqual([p["state"] for p in pages], [state])
        return pages[0]

    def refuses(self, path, state, words, *more):
        page = self.one(path, *more, state=state)
        self.assertIn(words, page["reason"] + "; " + page["repair"])
        self.assertEqual(list(self.folder.glob("*")), [])

    # What is saved

    def test_page_is_saved_with_day_and_address(self):
        page = self.one("/", state="new")
        self.assertEqual(page["path"], "competitors/shiftly/%s-home.html" % DAY)
        text = (self.root / page["path"]).read_text()
        self.assertIn('<meta name="candor:url" content="%s/">' % self.base, text)
        self.assertIn('<meta name="candor:captured" content="%s">' % DAY, text)
        self.assertIn("<main data-candor-main", text)
        self.assertEqual(text.count("data-candor-main"), 2)  # the head explains it once
        self.assertGreaterEqual(page["claims"], 3)

    def test_nothing_runs_or_loads(self):
        text = (self.root / self.one("/", state="new")["path"]).read_text()
        self.assertNotIn("evil.example", text)
        self.assertNotIn("secret", text)
        self.assertIsNone(re.search(r"<(script|iframe|object|embed|link rel=.?stylesheet|base|applet|video|audio)", text))
        self.assertIsNone(re.search(r"<[^>]*\son[a-z]+\s*=", text))
        self.assertNotIn("javascript:", text.lower())
        self.assertNotIn("java&#115;cript", text)
        self.assertNotIn("http-equiv=\"refresh", text)
        self.assertEqual(re.findall(r"""<[^>]*\s(?:src|data|poster|action|srcset|background)\s*=""", text), [])
        self.assertIn("Content-Security-Policy", text)
        self.assertIn('href="%s/pricing"' % self.base, text)

    def status_of(self, path, day):
        out = subprocess.run([CANDOR, "status", "-C", str(self.root), "--as-of", day, "--format", "json"],
                             capture_output=True, text=True, check=True).stdout
        return {s["path"]: s for s in json.loads(out)["sources"]}[path]

    def test_age_counts_from_the_last_day_seen(self):
        path = self.one("/", state="new", day="2025-05-01")["path"]
        source = self.status_of(path, DAY)
        self.assertEqual((source["role"], source["state"], source["days"]), ("competitor page", "read", 203))
        self.one("/", state="same", day="2025-11-15")
        self.assertEqual(self.status_of(path, DAY)["days"], 5)

    def test_encodings_become_utf8(self):
        for path in ("/latin", "/latin-meta"):
            text = (self.root / self.one(path, state="new")["path"]).read_text(encoding="utf-8")
            self.assertIn("Größer als je zuvor", text)
        text = (self.root / self.one("/badutf8", state="new")["path"]).read_text(encoding="utf-8")
        self.assertIn("20 minutes a shift", text)

    def test_names_stay_apart(self):
        pages, _ = self.pages("/pricing?ref=1", "/pricing?ref=2", "/pricing?ref-1", "/battlecard")
        self.assertEqual([p["state"] for p in pages], ["new"] * 4)
        self.assertEqual(len({p["path"] for p in pages}), 4)
        self.assertNotIn("battlecard", pages[3]["path"])

    def test_file_of_another_is_never_overwritten(self):
        self.folder.mkdir(parents=True)
        mine = self.folder / ("%s-home.html" % DAY)
        mine.write_text("<h1>saved by hand</h1>")
        page = self.one("/", state="new")
        self.assertEqual(mine.read_text(), "<h1>saved by hand</h1>")
        self.assertEqual(page["path"], "competitors/shiftly/%s-home-2.html" % DAY)

    def test_same_page_is_noted_as_seen(self):
        first = self.one("/", state="new", day="2025-05-01")
        again = self.one("/", state="same", day=DAY)
        self.assertEqual(again["path"], first["path"])
        self.assertEqual(again["before"], "2025-05-01")
        text = (self.root / first["path"]).read_text()
        self.assertIn('candor:captured" content="2025-05-01"', text)
        self.assertIn('candor:seen" content="%s"' % DAY, text)
        self.assertEqual(len(list(self.folder.iterdir())), 1)
        out = self.run_it("shiftly", "/", day="2025-11-21")
        self.assertIn("says the same as on 1 May 2025", out)

    def test_changed_page_tells_claims(self):
        self.one("/", state="new", day="2025-05-01")
        server.Handler.state["home"] = server.HOME.replace("in 4 minutes instead of 25", "in 2 minutes instead of 30")
        page = self.one("/", state="changed")
        self.assertEqual((page["came"], page["went"], page["before"]), (1, 1, "2025-05-01"))
        self.assertIn("2 minutes", page["coming"][0])
        self.assertIn("4 minutes", page["going"][0])
        self.assertEqual(len(list(self.folder.iterdir())), 2)
        server.Handler.state["home"] = server.HOME.replace("in 4 minutes instead of 25", "in 1 minute")
        third = self.one("/", state="changed")  # the same day: its newer state, one file
        self.assertEqual(third["path"], page["path"])
        self.assertIn("1 minute", (self.root / page["path"]).read_text())

    def test_what_they_no_longer_say_is_not_quoted(self):
        (self.root / "site.md").write_text("# Nothing gets lost\nWe hand over every open task in 4 minutes instead of 25.\n")
        verdict = lambda: next(c["verdict"] for c in json.loads(subprocess.run(
            [CANDOR, "swap", "-C", str(self.root), "--as-of", DAY, "--format", "json"], capture_output=True, text=True,
            check=True).stdout)["claims"] if "4 minutes" in c["text"])
        self.one("/", state="new", day="2025-05-01")
        self.assertEqual(verdict(), "shared")
        server.Handler.state["home"] = server.HOME.replace("hands over every open task in 4 minutes instead of 25", "is calm")
        self.one("/", state="changed")
        self.assertNotEqual(verdict(), "shared")

    def test_page_drawn_by_scripts_is_told(self):
        self.assertTrue(self.one("/empty-app", state="new")["thin"])
        self.assertFalse(self.one("/pricing", state="new")["thin"])

    # What is refused, and why

    def test_broken_servers(self):
        for path, words in (("/bomb", "more than 8 MB"), ("/endless", "more than 8 MB"), ("/headers", "64 kB of headers"),
                            ("/longheader", "headers"), ("/badgzip", "garbled"), ("/truncated", "broke off"),
                            ("/garbage", "HTTP/0.9"), ("/hangup", "broke off"), ("/loop", "more than 5 times"),
                            ("/broken", "500"), ("/forbidden", "403"), ("/nothere", "404"), ("/pdf", "application/pdf"),
                            ("/notype", "no stated kind")):
            with self.subTest(path):
                self.refuses(path, "failed", words)

    def test_slow_server_ends(self):
        begun = time.monotonic()
        self.refuses("/drip", "failed", "within 1 seconds", "--timeout", "1")
        self.assertLess(time.monotonic() - begun, 10)

    def test_redirects_leave_the_web(self):
        for path in ("/to-file", "/to-ftp", "/to-user"):
            with self.subTest(path):
                self.refuses(path, "refused", "redirects to an address that is not read here")
        page = self.one("/moved", state="new")
        self.assertEqual(page["url"], self.base + "/pricing")

    def test_one_failure_stops_nothing(self):
        pages, doc = self.pages("/nothere", "/pricing", "http://", "/product", status=1)
        self.assertEqual([p["state"] for p in pages], ["failed", "new", "refused", "new"])
        self.assertEqual((doc["kept"], doc["not_kept"]), (2, 2))

    def test_private_addresses_are_refused(self):
        port = self.server.server_address[1]
        for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"):
            with self.subTest(host):
                page = self.one("http://%s:%d/" % (host, port), state="refused", private=False)
                self.assertIn("private network", page["reason"])
        self.assertEqual(server.Handler.log, [])

    def test_name_that_means_this_machine_is_refused(self):
        # This machine's own name passes every look at the text; only the socket knows.
        name = os.uname().nodename
        try:
            import socket
            mine = {i[4][0] for i in socket.getaddrinfo(name, None)}
        except OSError:
            self.skipTest("this machine does not know its own name")
        if not all(a.startswith(("127.", "10.", "172.", "192.168.", "::1", "fe80")) for a in mine):
            self.skipTest("this machine has a public address")
        page = self.one("http://%s:%d/" % (name, self.server.server_address[1]), state="refused", private=False)
        self.assertIn("private network", page["reason"])
        self.assertEqual(server.Handler.log, [])

    def test_redirect_to_private_address_is_refused_by_its_socket(self):
        # A proxy on loopback plays the public network: the redirect leaves it for this machine.
        port = self.server.server_address[1]
        env = {"http_proxy": "http://127.0.0.1:%d" % port, "no_proxy": ""}
        page = self.one("http://site.example/to-private", state="failed", private=False, env=env)
        self.assertIn("404", page["reason"])  # the proxy answered: it may have a private address
        page = self.one("http://127.0.0.1:%d/" % port, state="refused", private=False, env=env)
        self.assertIn("private network", page["reason"])

    def test_certificate_nobody_vouches_for(self):
        if not shutil.which("openssl"):
            self.skipTest("openssl is not installed")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.root / "k", "-out",
                        self.root / "c", "-days", "2", "-subj", "/CN=127.0.0.1"], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.root / "c", self.root / "k")
        secure = server.start(context=context)
        page = self.one("https://127.0.0.1:%d/" % secure.server_address[1], state="failed")
        self.assertIn("certificate cannot be trusted", page["reason"])
        secure.shutdown()
        secure.server_close()

    def test_nobody_answers(self):
        self.assertIn("nothing answers", self.one("http://127.0.0.1:1/", state="failed")["reason"])

    def test_noarchive_is_obeyed(self):
        self.refuses("/noarchive", "refused", "noarchive")
        self.refuses("/noarchive-header", "refused", "noarchive")

    # robots.txt

    def test_robots_is_asked_first_and_once(self):
        self.pages("/pricing", "/product")
        self.assertEqual(server.Handler.log, ["/robots.txt", "/pricing", "/product"])
        for agent, cookie, secret in server.Handler.agents:
            self.assertRegex(agent, r"^Candor/[0-9.]+ \(.*robots\.txt\)$")
            self.assertIsNone(cookie)
            self.assertIsNone(secret)

    def test_robots_forbids(self):
        server.Handler.state["robots"] = "User-agent: *\nDisallow: /\n\nUser-agent: candor\nDisallow: /pri\nAllow: /pricing\n"
        pages, _ = self.pages("/pricing", "/private-plan", "/to-secret", "/product", status=1)
        self.assertEqual([p["state"] for p in pages], ["new", "refused", "refused", "new"])
        self.assertNotIn("/private-plan", server.Handler.log)
        self.assertIn("robots.txt", pages[1]["reason"])

    def test_robots_with_a_fault_forbids_and_its_absence_does_not(self):
        server.Handler.state.update(robots="x", robots_status=503)
        self.refuses("/pricing", "failed", "robots.txt answers 503")
        server.Handler.state.update(robots="User-agent: *\nDisallow: /\n", robots_status=403)
        self.one("/pricing", state="new")

    # Sitemaps

    def paths(self, *more, status=0):
        pages, doc = self.pages("/", "--sitemap", *more, status=status)
        return [p["address"][len(self.base):] for p in pages], doc

    def test_sitemap_takes_the_telling_pages_first(self):
        got, doc = self.paths("--pages", "3")
        self.assertEqual(got, ["/", "/pricing", "/product"])
        self.assertIn("lists 8 pages", " ".join(doc["notes"]))
        self.assertIn("1 address in the sitemap", " ".join(doc["notes"]))
        self.assertNotIn("/pixel.gif", server.Handler.log)

    def test_sitemap_index_and_gzip(self):
        server.Handler.state["sitemap"] = "index"
        self.assertEqual(self.paths("--pages", "3")[0], ["/", "/pricing", "/product"])

    def test_hostile_sitemaps(self):
        server.Handler.state["sitemap"] = "long"
        got, doc = self.paths("--pages", "2", status=1)
        self.assertEqual(got[0], "/")
        self.assertIn("more than 50000 pages", " ".join(doc["notes"]))
        server.Handler.state["sitemap"] = "laughs"
        begun = time.monotonic()
        got, _ = self.paths("--pages", "2")
        self.assertEqual(got, ["/", "/pricing"])
        self.assertLess(time.monotonic() - begun, 5)
        for kind, words in (("huge", "more than 16 MB"), ("html", "no sitemap")):
            server.Handler.state["sitemap"] = kind
            pages, _ = self.pages("/", "--sitemap", status=1)
            self.assertIn(words, pages[0]["reason"])

    # The command

    def test_wrong_words(self):
        for words, said in ((["shiftly"], "at least one address"), ([self.base + "/", self.base + "/"], "whose page is it?"),
                            (["../evil", "/"], "whose page is it?"), ([".hidden", "/"], "cannot name a folder"),
                            (["a b", "/"], "cannot name a folder"), (["shiftly", "/", "--pages", "3"], "--sitemap"),
                            (["shiftly", "/", "--sitemap", "--pages", "201"], "200"),
                            (["shiftly", "/", "--timeout", "0"], "timeout")):
            with self.subTest(words):
                self.assertIn(said, self.run_it(*words, status=2))
        self.assertEqual(server.Handler.log, [])

    def test_new_competitor_gets_a_folder_and_a_hint(self):
        out = self.run_it("OpsGrid", "/pricing")
        self.assertTrue((self.root / "competitors/opsgrid" / ("%s-pricing.html" % DAY)).exists())
        self.assertIn("candor.yaml", out)
        self.assertIn("swap --against opsgrid", out)
        self.assertIn("Was shiftly meant?", self.run_it("shiftli", "/pricing"))
        self.assertIn("Shiftly,", self.run_it("SHIFTLY", "/pricing"))

    def test_interrupted_says_what_was_kept(self):
        p = self.start("shiftly", "/pricing", "/drip", "/product", "--format", "json")
        end = time.monotonic() + 20
        while "/drip" not in server.Handler.log and time.monotonic() < end:
            time.sleep(0.02)
        p.send_signal(signal.SIGINT)
        out, err = p.communicate(timeout=20)
        self.assertEqual(p.returncode, 130, out + err)
        doc = json.loads(out)
        self.assertEqual([x["state"] for x in doc["pages"]], ["new", "left", "left"])
        self.assertTrue(doc["interrupted"])

    def test_terminal_gets_no_escapes_from_a_page(self):
        server.Handler.state["home"] = server.HOME.replace("in 4 minutes", "in 5\x1b[31m\u202e minutes")
        self.one("/", state="new", day="2025-05-01")
        server.Handler.state["home"] = server.HOME.replace("in 4 minutes", "in 6\x1b[31m\u202e minutes")
        out = self.run_it("shiftly", "/")
        self.assertNotIn("\x1b", out)
        self.assertNotIn("\u202e", out)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
