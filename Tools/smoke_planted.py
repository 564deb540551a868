"""A small site with one planted fault a page, to prove that the smoke test fails where it should.

Each page names the checks that must fail on it, and no other check may: a finding too many is as wrong as one too few.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

STYLE = """
body { font: 1rem/1.5 sans-serif; margin: 1rem; color: #1a2329; background: #fcfbf7 }
a { color: #0b4a50 }
.wide { width: 900px }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9dd }
  .dim { color: #333 } }
"""

CONTROL = """<form id="date-control"><label>True on <input type="date" name="on" value="2022-07-01"></label>
<button>Show</button></form>"""

SKIP = '<a href="#main">Skip to the content</a>'


def page(
    body: str, title: str = "<title>Planted</title>", lang: str = ' lang="en-GB"', h1: str = "<h1>Planted</h1>",
    skip: str = SKIP, control: str = CONTROL, style: str = "", after: str = "",
) -> str:
    return f"""<!doctype html><html{lang}><head><meta charset="utf-8">{title}
<meta name="viewport" content="width=device-width"><link rel="icon" href="/picture.svg">
<link rel="stylesheet" href="/style.css">{style}</head>
<body>{skip}<header>{control}</header><main id="main" tabindex="-1">{h1}{body}</main>{after}</body></html>"""


EVERY_AXE = {"axe-360", "axe-768", "axe-1280", "axe-1920", "axe-dark"}

# Path: the page, and the checks that must fail there.
PLANTED: dict[str, tuple[str, set[str]]] = {
    "/good": (page("<p>Nothing is wrong here.</p><svg width='9' height='9' role='img'><title>Dot</title></svg>"), set()),
    "/scrolling-table": (
        page('<div style="overflow-x:auto" tabindex="0" role="region" aria-label="Wide">'
             '<table class="wide"><tr><th scope="col">A</th></tr><tr><td>1</td></tr></table></div>'), set()),
    "/no-alt": (page('<img src="/picture.svg" width="9" height="9">'), EVERY_AXE),
    "/broken-link": (page('<p><a href="/nowhere">Nowhere</a></p>'), set()),
    "/broken-part": (page('<p><a href="/good#nothing">No such part</a></p>'), {"fragment"}),
    "/too-wide": (page('<p class="wide">Wide</p>'), {"fits-360", "fits-768", "fits-400%"}),
    "/cut-off": (
        page('<p class="wide">Cut</p>', style="<style>html, body { overflow-x: hidden }</style>"),
        {"fits-360", "fits-768", "fits-400%"}),
    "/zoom-only": (page('<p style="width:325px">Just fits a phone</p>'), {"fits-400%"}),
    "/dim-in-the-dark": (page('<p class="dim">Hard to read at night.</p>'), {"axe-dark"}),
    "/console": (page("<script>console.error('planted')</script>"), {"console"}),
    "/throws": (page("<script>throw new Error('planted')</script>"), {"console"}),
    "/two-h1": (page("<h1>Another</h1>"), {"one-h1"}),
    "/no-h1": (page("<p>None.</p>", h1=""), {"one-h1"}),
    "/no-title": (page("<p>None.</p>", title=""), EVERY_AXE | {"title"}),
    "/no-lang": (page("<p>None.</p>", lang=""), EVERY_AXE | {"lang"}),
    "/no-skip": (page("<p>None.</p>", skip=""), {"skip-link"}),
    "/skip-to-nothing": (page("<p>None.</p>", skip='<a href="#elsewhere">Skip</a>'), {"skip-link", "fragment"}),
    "/no-date": (page("<p>None.</p>", control=""), {"date-control"}),
    "/date-goes-home": (
        page("<p>None.</p>", control=CONTROL.replace("<form ", '<form action="/" ')), {"change-date"}),
    "/date-is-lost": (page("<p>None.</p>", control=CONTROL.replace('name="on"', "")), {"change-date"}),
    "/repeated-id": (page('<p id="one">1</p><p id="one">2</p>'), {"unique-ids"}),
    "/by-script": (
        page("", h1='<div id="app"></div>',
             after="<script>app.innerHTML = '<h1>Drawn</h1><p>by a script</p>'</script>"),
        {"one-h1", "no-script"}),
    "/handler": (page('<p><a href="javascript:void 0">Act</a></p>'), {"needs-script"}),
    "/no-submit": (page('<form><label>Name <input name="n"></label></form>'), {"needs-script"}),
    "/strays": (page('<img alt="" src="http://127.0.0.2:9/x.svg">'), {"stays-home", "console"}),
}

HOME = page("<ul>" + "".join(f'<li><a href="{path}">{path[1:]}</a></li>' for path in PLANTED) + "</ul>")
ASSETS = {
    "/style.css": ("text/css", STYLE),
    "/picture.svg": ("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        status, kind, text = 200, "text/html; charset=utf-8", HOME
        if path in ASSETS:
            kind, text = ASSETS[path]
        elif path in PLANTED:
            text = PLANTED[path][0]
        elif path != "/":
            status, text = 404, page("<p>There is no such page.</p>")
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def prove(walk: Callable) -> int:
    """0 when every planted fault was found and nothing else was."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    tally = walk(base, ["/"], 60, 100, 10, None)
    server.shutdown()
    expected = {(path, check) for path, (_, checks) in PLANTED.items() for check in checks} | {("/nowhere", "link")}
    found = {(urlsplit(address).path, check) for address, check, _ in tally.faults}
    for path, check in sorted(expected - found):
        print(f"smoke: MISSED the planted fault {check} on {path}")
    for address, check, wrong in tally.faults:
        if (urlsplit(address).path, check) not in expected:
            print(f"smoke: FALSE ALARM {check} on {urlsplit(address).path}: {wrong}")
    wrong_count = len(expected ^ found)
    print(f"self-test: {len(expected & found)} of {len(expected)} planted faults found, "
          f"{len(found - expected)} false alarms, {tally.passed} checks passed")
    return 1 if wrong_count or not tally.passed else 0
