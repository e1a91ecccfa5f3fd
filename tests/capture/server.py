"""A web server on loopback that behaves well on some pages and badly on most."""
import gzip
import http.server
import socketserver
import threading
import time
import zlib

HOME = """<!doctype html><html lang="en"><head><title>Shiftly</title>
<meta name="description" content="Handover without paper.">
<link rel="canonical" href="/"><link rel="stylesheet" href="http://evil.example/x.css">
<base href="http://evil.example/"><meta http-equiv="refresh" content="0;url=http://evil.example/">
<script>document.write("never")</script><style>h1{background:url(http://evil.example/a.png)}</style></head>
<body onload="alert(1)"><nav><a href="/pricing">Pricing</a> <a href="/docs">Docs</a></nav>
<main class="hero" style="color:red;background:url(//evil.example/b.png);display:block">
<h1 onclick="alert(2)">Nothing gets lost between shifts</h1>
<p>Shiftly hands over every open task in 4 minutes instead of 25.</p>
<p>It works on the plant floor <b>without a network for 48 hours</b>.</p>
<img src="http://evil.example/pixel.gif" alt="A tablet at the line" onerror="alert(3)">
<a href="javascript:alert(4)">Click</a> <a href=" java&#115;cript:alert(5)">me</a> <a href="/pricing">Prices</a>
<a href="data:text/html,x">data</a> <a href="#top">top</a> <a href="faq.html">faq</a>
<iframe src="http://evil.example/frame"></iframe><object data="http://evil.example/o.swf">old</object>
<embed src="http://evil.example/e"><form action="http://evil.example/post"><input name=q value=secret><button>Go</button></form>
<svg onload="alert(6)"><a xlink:href="javascript:alert(7)"><text>icon</text></a><script>alert(8)</script></svg>
<video src="http://evil.example/v.mp4" poster="http://evil.example/p.png">no video</video>
<p title="<img src=x onerror=alert(9)>" data-candor-main>Every handover is one page that the machines wrote.</p>
<<!-- x -->script>alert(10)</script>
</main><footer>Imprint and cookies</footer></body></html>"""

LATIN = "<html><head><title>Gr\u00f6\u00dfe</title></head><body><main><h1>Gr\u00f6\u00dfer als je zuvor</h1>" \
    "<p>Shiftly spart 30 Minuten je Schicht f\u00fcr jede \u00dcbergabe.</p></main></body></html>"


def page(words):
    return "<html><head><title>Page</title></head><body><main><h1>A page of its own</h1><p>%s</p></main></body></html>" % words


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    log = []
    agents = []
    state = {"home": HOME, "robots": None, "robots_status": 200}

    def log_message(self, *args):
        pass

    def send(self, body, kind="text/html; charset=utf-8", status=200, headers=()):
        if isinstance(body, str):
            body = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, to, status=302):
        self.send("", status=status, headers=[("Location", to)])

    def raw(self, data):
        self.wfile.write(data)
        self.close_connection = True

    def do_POST(self):
        self.send("no", status=405)

    def do_GET(self):
        path = self.path
        self.log.append(path)
        self.agents.append((self.headers.get("User-Agent"), self.headers.get("Cookie"), self.headers.get("Authorization")))
        name = "page_" + path.strip("/").split("?")[0].replace("/", "_").replace(".", "_").replace("-", "_")
        action = getattr(self, name, None)
        try:
            if path == "/":
                self.send(self.state["home"], headers=[("Set-Cookie", "id=42")])
            elif action:
                action()
            else:
                self.send("<h1>nothing here</h1>", status=404)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def page_robots_txt(self):
        if self.state["robots"] is None:
            self.send("nothing", status=404)
        else:
            self.send(self.state["robots"], "text/plain", self.state["robots_status"])

    def page_pricing(self):
        self.send(page("Shiftly costs 9 EUR per user and month, and all of it is in that price."))

    def page_product(self):
        self.send(page("Shiftly writes the handover from 12 machine signals at the end of each shift."))

    def page_blog_news(self):
        self.send(page("Shiftly was at a fair in Hannover with 14 customers in May 2025."))

    def page_private_plan(self):
        self.send(page("Nobody but us should read this sentence about 2026."))

    def page_battlecard(self):
        self.send(page("Shiftly beats everybody else in 3 of 4 evaluations by plant managers."))

    def page_latin(self):
        self.send(LATIN.encode("latin-1"), "text/html; charset=windows-1252")

    def page_latin_meta(self):
        self.send(LATIN.replace("<head>", '<head><meta charset="iso-8859-2">').encode("latin-1"), "text/html")

    def page_badutf8(self):
        self.send(b"<html><body><main><h1>Bad \xff\xfe bytes \xc3\x28 inside</h1><p>It still saves 20 minutes a shift \xe2\x82.</p></main>")

    def page_noarchive(self):
        self.send("<html><head><meta name=robots content='index, NoArchive'></head><body><p>Keep out of archives.</p></body></html>")

    def page_noarchive_header(self):
        self.send(page("Keep this one out of archives as well, please."), headers=[("X-Robots-Tag", "noarchive")])

    def page_pdf(self):
        self.send(b"%PDF-1.4 ...", "application/pdf")

    def page_notype(self):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhome")

    def page_empty_app(self):
        self.send("<html><body><div id=root></div><script src=app.js></script></body></html>")

    def page_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        for _ in range(100000):
            self.wfile.write(b"<p>endless words " * 4096)

    def page_drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(600):
            self.wfile.write(b".")
            self.wfile.flush()
            time.sleep(0.1)

    def page_bomb(self):
        pump = zlib.compressobj(9, zlib.DEFLATED, 31)
        body = b"".join(pump.compress(b"<p>" + b"0" * (1 << 20)) for _ in range(200)) + pump.flush()
        self.send(body, headers=[("Content-Encoding", "gzip")])

    def page_badgzip(self):
        self.send(b"this is no gzip at all", headers=[("Content-Encoding", "gzip")])

    def page_headers(self):
        self.send("x", headers=[("X-%d" % i, "y" * 4000) for i in range(40)])

    def page_longheader(self):
        self.send("x", headers=[("X-Long", "y" * 90000)])

    def page_truncated(self):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>short")

    def page_garbage(self):
        self.raw(b"\x00\x01\x02 nothing of HTTP\r\n\r\n")

    def page_hangup(self):
        self.raw(b"")

    def page_loop(self):
        self.redirect("/loop")

    def page_moved(self):
        self.redirect("/pricing", 301)

    def page_to_file(self):
        self.redirect("file:///etc/passwd")

    def page_to_ftp(self):
        self.redirect("ftp://127.0.0.1/x")

    def page_to_user(self):
        self.redirect("http://admin:secret@127.0.0.1/")

    def page_to_secret(self):
        self.redirect("/private-plan")

    def page_forbidden(self):
        self.send("no", status=403)

    def page_broken(self):
        self.send("no", status=500)

    def page_sitemap_xml(self):
        base = "http://127.0.0.1:%d" % self.server.server_address[1]
        kind = self.state.get("sitemap", "plain")
        if kind == "index":
            self.send("<sitemapindex><sitemap><loc>%s/sitemap-a.xml.gz</loc></sitemap>"
                      "<sitemap><loc>http://evil.example/sitemap.xml</loc></sitemap></sitemapindex>" % base, "application/xml")
        elif kind == "huge":
            self.send_response(200)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Connection", "close")
            self.end_headers()
            body = b"<urlset>" + b"".join(b"<url><loc>%s/p%d</loc></url>" % (base.encode(), i) for i in range(1000000))
            self.wfile.write(gzip.compress(body, 1))
            self.close_connection = True
        elif kind == "long":
            self.send("<urlset>" + "".join("<url><loc>%s/p%d</loc></url>" % (base, i) for i in range(200000)) + "</urlset>",
                      "application/xml")
        elif kind == "laughs":
            self.send('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "%s">%s]><urlset><url><loc>%s/&z;</loc></url>'
                      "<url><loc>%s/pricing</loc></url></urlset>" % ("lol" * 100, "".join(
                          '<!ENTITY %s "%s">' % (chr(98 + i), ("&%s;" % chr(97 + i)) * 20) for i in range(24)), base, base),
                      "application/xml")
        elif kind == "html":
            self.send("<html><body>no sitemap</body></html>")
        else:
            self.send(self.plain(base), "application/xml")

    def page_sitemap_a_xml_gz(self):
        self.send(gzip.compress(self.plain("http://127.0.0.1:%d" % self.server.server_address[1]).encode()), "application/gzip")

    @staticmethod
    def plain(base):
        paths = ["/blog/news", "/private-plan", "/product", "/pricing", "/", "/pricing?ref=1&amp;x=2", "/p404"]
        return '<?xml version="1.0"?><urlset xmlns="x" xmlns:image="y">%s<url><loc>http://evil.example/pricing</loc></url>' \
            "<url><loc><![CDATA[%s/latin]]></loc><image:image><image:loc>%s/pixel.gif</image:loc></image:image></url></urlset>" % (
                "".join("<url><loc> %s%s </loc></url>" % (base, p) for p in paths), base, base)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        pass  # clients that hang up are the point


def start(handler=Handler, context=None):
    server = Server(("127.0.0.1", 0), handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
