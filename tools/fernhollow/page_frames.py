"""What stands around the text of a page: ours in three generations, theirs one each."""

from html import escape

COOKIES = """<div id="cookie-consent" role="dialog" aria-label="Cookies" class="consent">
<p>We use cookies to measure how this site is used and to show you content that fits. You can accept all, or only those the site
needs to work. Read more in our <a href="/privacy">privacy notice</a>.</p>
<button type="button" data-consent="all">Accept all</button>
<button type="button" data-consent="necessary">Only what is necessary</button>
<button type="button" data-consent="settings">Settings</button>
</div>"""

FAQ = """<section class="faq">
<h2>Questions plants ask us first</h2>
<details><summary>Do our people have to type?</summary><p>No. They choose a reason and say a sentence, if there is one to say.</p></details>
<details><summary>What if a machine is from 1994?</summary><p>Then a counter on the signal lamp tells us running, stopped or fault.</p></details>
<details><summary>Does it work with our works council?</summary><p>There is a model agreement, in force at five companies.</p></details>
</section>"""

NEWSLETTER = """<aside class="newsletter"><h3>Twice a year, one page</h3>
<form action="/newsletter" method="post"><label for="mail">Your mail address</label><input id="mail" type="email" name="mail">
<button type="submit">Subscribe</button></form></aside>"""


def menu(items, kind="main"):
    links = "\n".join(f'<li><a href="/{item.lower().replace(" ", "-")}">{escape(item)}</a></li>' for item in items)
    return f'<nav class="{kind}-nav" aria-label="{kind.title()}"><ul>\n{links}\n</ul></nav>'


def document(title, head, content, lang="en"):
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n{head}\n</head>\n'
        f"<body>\n{content}\n</body>\n</html>\n"
    )


def ours_2023(day, title, main):
    head = "<style>body{font-family:Arial;margin:0}.menu a{padding:8px;color:#fff}.menu{background:#234}</style>"
    return document(
        title,
        head,
        f"""<div class="menu"><a href="/">Fernhollow</a> <a href="/product">Product</a> <a href="/prices">Prices</a>
<a href="/contact">Contact</a> <a href="/login">Log in</a></div>
<div id="content">
{main}
</div>
<div class="bottom">Fernhollow NV, Ghent. Page last changed {day}. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div>
<script>var _paq=window._paq||[];_paq.push(['trackPageView']);</script>""",
    )


def ours_2024(day, title, main):
    head = (
        f'<meta name="description" content="{escape(title)}">\n<meta name="last-modified" content="{day}">\n'
        '<link rel="stylesheet" href="/css/site.8c1.css">\n<style>.hero{background:#0d3b2e;color:#fff}</style>'
    )
    return document(
        title,
        head,
        f"""<header class="top"><a class="logo" href="/">Fernhollow</a>
{menu(["Platform", "Industries", "Customers", "Pricing", "Resources", "Log in"])}</header>
{COOKIES}
<main>
{main}
</main>
<footer><p>Fernhollow NV, Kouter 12, Ghent, Belgium</p>{menu(["About", "Careers", "Press", "Imprint", "Privacy"], "footer")}
<p>Last changed {day}. All rights reserved.</p></footer>
<script src="/js/site.8c1.js"></script>""",
    )


def ours_2025(day, title, main, home):
    head = f"""<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="last-modified" content="{day}">
<meta property="og:title" content="{escape(title)}">
<link rel="canonical" href="https://www.fernhollow.example/">
<link rel="stylesheet" href="/assets/site.f31.css">
<style>
:root{{--green:#14532d;--paper:#fbfaf7}}
.hero{{background:var(--paper)}} .button{{background:var(--green);color:#fff;border-radius:4px;padding:.7em 1.2em}}
@media (max-width:720px){{.main-nav{{display:none}}}}
</style>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"Organization","name":"Fernhollow","url":"https://www.fernhollow.example/"}}</script>"""
    return document(
        title,
        head,
        f"""<a class="skip" href="#main">Skip to the text</a>
<header class="site-header">
<a class="logo" href="/" aria-label="Fernhollow, home"><svg width="120" height="28" role="img"><title>Fernhollow</title></svg></a>
{menu(["Handover", "Insights", "Customers", "Pricing", "Trust", "Log in"])}
<button class="menu-button" aria-expanded="false">Menu</button>
</header>
{COOKIES}
<main id="main">
{main}
{FAQ if home else ""}
</main>
{NEWSLETTER}
<footer class="site-footer">
{menu(["Handover", "Insights", "Pricing", "Trust", "Careers", "Press", "Imprint", "Privacy"], "footer")}
<p>Fernhollow NV, Kouter 12, 9000 Ghent, Belgium. Page last changed {day}.</p>
</footer>
<script>
window.dataLayer=window.dataLayer||[];function track(){{dataLayer.push(arguments)}}track("js",new Date());
document.querySelectorAll("[data-consent]").forEach(function(b){{b.onclick=function(){{document.getElementById("cookie-consent").remove()}}}});
</script>""",
    )


def ours(day, title, main, home=False):
    if day < "2024":
        return ours_2023(day, title, main)
    return ours_2024(day, title, main) if day < "2025" else ours_2025(day, title, main, home)


BRANDS = {"shiftly": "Shiftly", "opsgrid": "OpsGrid", "kilnbridge": "Kilnbridge"}
RIVALS = {
    "shiftly": ("#e8562a", "Shiftly ApS, Aarhus", ["Help", "Status", "Terms", "Privacy", "Jobs"]),
    "opsgrid": (
        "#1d3fa8",
        "OpsGrid Inc., Columbus, Ohio, and OpsGrid B.V., Eindhoven",
        ["Legal", "Partners", "Events", "Newsroom", "Careers"],
    ),
    "kilnbridge": ("#8a5a2b", "Kilnbridge Ltd, Leeds", ["Blog", "Terms", "Cookies"]),
}


def rival(name, fields, main):
    colour, address, foot = RIVALS[name]
    head = f'<meta name="viewport" content="width=device-width">\n<style>a{{color:{colour}}}.button{{background:{colour};color:#fff}}</style>'
    banner = (
        COOKIES if name == "opsgrid" else '<div class="cookie-bar">This site uses cookies. <button>OK</button></div>'
    )
    saved = f"<!-- saved from https://www.{name}.example/ on {fields['seen']} -->\n"
    return saved + document(
        fields["title"],
        head,
        f"""<header><a class="brand" href="/">{BRANDS[name]}</a>
{menu(fields["nav"].split(" | "))}</header>
{banner}
<main>
{main}
</main>
<footer>{menu(foot, "footer")}<p>{address}</p></footer>
<script>(function(w,d){{w.q=w.q||[];w.q.push(["page",d.title])}})(window,document);</script>""",
    )
