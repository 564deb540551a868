#!/usr/bin/env python3
"""Walks the site as a stranger would and says what is wrong with it.

    Tools/smoke.py --binary .build/debug/concordat [--load FILE...]   make a record, serve it, walk it
    Tools/smoke.py --url http://127.0.0.1:8080                        walk a site that is running
    Tools/smoke.py --self-test                                        prove that planted faults are found

It follows links of the same origin breadth first, the least seen kind of page first, and looks at each page
twice: at the bytes the server sent, and in headless Chromium at several widths, dark, and without scripts.
Ends with "N passed, N failed" and exit code 1 when anything failed. One check of one page counts as one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

HERE = Path(__file__).resolve().parent
WIDTHS = (360, 768, 1280, 1920)
ZOOMED = 320  # 1280 px at 400% leaves 320 px of page (WCAG 2.2, 1.4.10)
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GRAVE = {"serious", "critical"}
DATE_CONTROL = "date-control"  # the id every page gives its date control


# What was found ---------------------------------------------------------------------------------------


@dataclass
class Tally:
    passed: int = 0
    faults: list[tuple[str, str, str]] = field(default_factory=list)  # address, check, what is wrong
    advice: Counter = field(default_factory=Counter)

    def note(self, address: str, check: str, wrong: list[str]) -> None:
        if wrong:
            self.faults.append((address, check, "; ".join(wrong[:4]) + (" ..." if len(wrong) > 4 else "")))
        else:
            self.passed += 1

    def report(self) -> int:
        for rule, count in sorted(self.advice.items()):
            print(f"advice: {rule} ({count} pages and widths)")
        for address, check, wrong in self.faults:
            print(f"FAULT {check}: {address}\n      {wrong}")
        print(f"{self.passed} passed, {len(self.faults)} failed")
        return 1 if self.faults else 0


# The page as the server sent it -----------------------------------------------------------------------


class Markup(HTMLParser):
    """What one page says of itself, read without running anything."""

    FOCUSABLE = {"a", "button", "input", "select", "textarea", "summary"}

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.lang = ""
        self.h1 = 0
        self.ids: list[str] = []
        self.links: list[str] = []  # pages and downloads
        self.assets: list[str] = []  # style sheets, pictures, fonts, scripts
        self.first_focus: dict[str, str] | None = None
        self.scripted: list[str] = []
        self.forms: list[dict] = []
        self._in_title = False
        self._drawings = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, pairs: list) -> None:
        got = {key: value or "" for key, value in pairs}
        if "id" in got:
            self.ids.append(got["id"])
        self.scripted += [f"<{tag} {key}>" for key in got if key.startswith("on")]
        if tag in self.FOCUSABLE and self.first_focus is None and (tag != "a" or "href" in got):
            self.first_focus = {"tag": tag, **got}
        if tag == "html":
            self.lang = got.get("lang", "")
        elif tag == "svg":
            self._drawings += 1  # a drawing has titles of its own
        elif tag == "title":
            self._in_title = self._drawings == 0
        elif tag == "h1":
            self.h1 += 1
        elif tag in ("a", "area") and "href" in got:
            if got["href"].lower().startswith("javascript:"):
                self.scripted.append(f"<a href={got['href'][:40]}>")
            else:
                self.links.append(got["href"])
        elif tag == "link" and "href" in got and "canonical" not in got.get("rel", ""):
            self.assets.append(got["href"])
        elif tag in ("img", "script", "source", "iframe") and got.get("src"):
            self.assets.append(got["src"])
        elif tag == "form":
            self.forms.append({"action": got.get("action", ""), "submit": False})
        if self.forms and (
            (tag == "button" and got.get("type", "submit") == "submit")
            or (tag == "input" and got.get("type") in ("submit", "image"))
        ):
            self.forms[-1]["submit"] = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif tag == "svg":
            self._drawings -= 1

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def page_rules(page: Markup) -> dict[str, list[str]]:
    """Check name to what is wrong; an empty list is a pass."""
    skip = page.first_focus or {}
    skips = skip.get("tag") == "a" and skip.get("href", "").startswith("#") and skip["href"][1:] in page.ids
    repeated = [name for name, count in Counter(page.ids).items() if count > 1]
    return {
        "title": [] if page.title.strip() else ["no title"],
        "lang": [] if page.lang.lower().startswith("en") else [f"html lang is '{page.lang}'"],
        "one-h1": [] if page.h1 == 1 else [f"{page.h1} h1 elements"],
        "skip-link": [] if skips else ["the first thing to focus is not a link to a part of this page"],
        "date-control": [] if DATE_CONTROL in page.ids else [f"nothing has the id '{DATE_CONTROL}'"],
        "needs-script": page.scripted
        + [f"form to '{form['action']}' has no submit button" for form in page.forms if not form["submit"]],
        "unique-ids": [f"id '{name}' is there more than once" for name in repeated],
    }


# Fetching and following -------------------------------------------------------------------------------


@dataclass
class Reply:
    status: int
    kind: str
    body: bytes
    address: str  # after redirects


def fetch(address: str, timeout: float = 60) -> Reply:
    request = urllib.request.Request(address, headers={"Accept": "text/html,*/*", "User-Agent": "smoke"})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            kind = answer.headers.get_content_type()
            body = answer.read() if kind == "text/html" else answer.read(1 << 16)
            return Reply(answer.status, kind, body, answer.url)
    except urllib.error.HTTPError as error:
        return Reply(error.code, error.headers.get_content_type(), error.read(), address)
    except OSError as error:
        return Reply(0, "", str(error).encode(), address)


def words_of(address: str) -> list[str]:
    """The parts of the path that are not dates."""
    return [word for word in urlsplit(address).path.split("/") if word and not word[:4].isdigit()]


def kind_of(address: str) -> tuple:
    """Pages of one kind differ in names and dates only: same first word, same depth, same query keys."""
    words, query = words_of(address), parse_qsl(urlsplit(address).query, keep_blank_values=True)
    return (words[:1], len(words), sorted({key for key, _ in query}))


class Crawl:
    """Finds pages to look at, and notes links that lead nowhere."""

    def __init__(self, base: str, starts: list[str], pages: int, links: int) -> None:
        self.base, self.page_cap, self.link_cap = base.rstrip("/"), pages, links
        self.origin = urlsplit(self.base).netloc
        self.pages: dict[str, Markup] = {}
        self.found_on: dict[str, str] = {}
        self.fragments: list[tuple[str, str, str]] = []  # on page, target page, fragment
        self.replies: dict[str, Reply] = {}
        self.waiting: list[str] = []
        self.seen_kinds: Counter = Counter()
        for path in starts:
            self._add(urljoin(self.base + "/", path), "the list of pages to visit")

    def _add(self, address: str, found_on: str) -> None:
        if address not in self.found_on:
            self.found_on[address] = found_on
            self.waiting.append(address)

    def _take_next(self) -> str:
        # The least seen kind first; among equals the one found first, which is breadth first.
        best = min(range(len(self.waiting)), key=lambda i: self.seen_kinds[str(kind_of(self.waiting[i]))])
        address = self.waiting.pop(best)
        self.seen_kinds[str(kind_of(address))] += 1
        return address

    def _follow(self, address: str, page: Markup) -> None:
        for link in page.links + page.assets:
            target, fragment = urldefrag(urljoin(address, link))
            if urlsplit(target).scheme not in ("http", "https") or urlsplit(target).netloc != self.origin:
                continue
            self._add(target, address)
            if fragment and link in page.links:
                self.fragments.append((address, target, fragment))

    def run(self) -> None:
        while self.waiting and len(self.pages) < self.page_cap:
            address = self._take_next()
            reply = self.replies[address] = fetch(address)
            if reply.status == 200 and reply.kind == "text/html" and reply.address == address:
                page = self.pages[address] = Markup(reply.body.decode("utf-8", "replace"))
                self._follow(address, page)
            elif reply.status == 200 and reply.kind == "text/html":
                if urlsplit(reply.address).netloc == self.origin:
                    self._add(urldefrag(reply.address)[0], address)
        rest, self.waiting = self.waiting[: self.link_cap], self.waiting[self.link_cap :]
        with ThreadPoolExecutor(4) as pool:
            self.replies.update(zip(rest, pool.map(fetch, rest)))

    def report(self, tally: Tally) -> None:
        for address, reply in self.replies.items():
            said = f"answers {reply.status}" if reply.status else reply.body.decode("utf-8", "replace")
            wrong = [] if reply.status == 200 else [f"{said}; linked from {self.found_on[address]}"]
            tally.note(address, "link", wrong)
        for source, target, fragment in dict.fromkeys(self.fragments):
            if target in self.pages and fragment not in self.pages[target].ids:
                tally.note(source, "fragment", [f"no part '{fragment}' in {target}"])
        print(f"smoke: {len(self.pages)} pages to look at, {len(self.replies)} addresses fetched")
        if self.waiting:
            print(f"smoke: {len(self.waiting)} more addresses were found and not fetched (the cap)")


# In the browser ---------------------------------------------------------------------------------------

TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const own = [document.documentElement, document.body];
  const excused = (node) => {
    for (let up = node.parentElement; up && !own.includes(up); up = up.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  const wrong = [];
  for (const node of document.body.querySelectorAll('*')) {
    if (node.closest('svg') && node.tagName !== 'svg') continue;
    const box = node.getBoundingClientRect();
    if (box.width > 0 && box.right > room + 1 && getComputedStyle(node).position !== 'fixed' && !excused(node))
      wrong.push(node.tagName.toLowerCase() + (node.id ? '#' + node.id : '')
        + (node.className && node.className.baseVal === undefined ? '.' + node.className : '')
        + ' ends at ' + Math.round(box.right) + ' of ' + room);
  }
  if (!wrong.length && document.documentElement.scrollWidth > room + 1)
    wrong.push('the page scrolls sideways: ' + document.documentElement.scrollWidth + ' of ' + room);
  return wrong;
}"""


class Browser:
    """Headless Chromium: one window with scripts, one dark, one without scripts."""

    def __init__(self, playwright, chromium: str, axe_source: str, tally: Tally) -> None:
        self.axe_source, self.tally = axe_source, tally
        self.engine = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        options = {"reduced_motion": "reduce", "locale": "en-GB", "timezone_id": "Europe/London"}
        self.window = self.engine.new_page(**options)
        self.plain = self.engine.new_page(java_script_enabled=False, **options)
        self.heard: list[str] = []
        self.strayed: list[str] = []
        self.origin = ""
        self.window.on("console", self._console)
        self.window.on("pageerror", lambda error: self.heard.append(str(error)))
        self.window.on("request", self._request)

    def close(self) -> None:
        self.engine.close()

    def _console(self, message) -> None:
        if message.type == "error":
            self.heard.append(message.text)

    def _request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.origin:
            self.strayed.append(request.url)

    def _axe(self, address: str, check: str) -> None:
        self.window.evaluate(self.axe_source)
        found = self.window.evaluate(
            "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", AXE_TAGS
        )["violations"]
        grave = []
        for rule in found:
            where = " ".join(str(part) for part in rule["nodes"][0]["target"])
            if rule["impact"] in GRAVE:
                grave.append(f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])} places): {where[:160]}")
            else:
                self.tally.advice[f"{rule['id']}: {rule['help']}"] += 1
        self.tally.note(address, check, grave)

    def look(self, address: str) -> None:
        self.heard.clear()
        self.strayed.clear()
        self.origin = urlsplit(address).netloc
        self.window.emulate_media(color_scheme="light")
        self.window.set_viewport_size({"width": WIDTHS[-1], "height": 900})
        self.window.goto(address, wait_until="load")
        for width in reversed(WIDTHS):
            self.window.set_viewport_size({"width": width, "height": 900})
            self.tally.note(address, f"fits-{width}", self.window.evaluate(TOO_WIDE))
            self._axe(address, f"axe-{width}")
        self.window.set_viewport_size({"width": ZOOMED, "height": 256})
        self.tally.note(address, "fits-400%", self.window.evaluate(TOO_WIDE))
        self.window.set_viewport_size({"width": 1280, "height": 900})
        self.window.emulate_media(color_scheme="dark")
        self._axe(address, "axe-dark")
        self.tally.note(address, "console", list(dict.fromkeys(self.heard)))
        self.tally.note(address, "stays-home", [f"asks {url}" for url in dict.fromkeys(self.strayed)])
        self._without_scripts(address)

    def _without_scripts(self, address: str) -> None:
        with_scripts = self.window.locator("main").all_inner_texts()
        self.plain.goto(address, wait_until="load")
        without = self.plain.locator("main").all_inner_texts()
        wrong = []
        if not "".join(without).strip():
            wrong.append("the main part is empty without scripts")
        elif len("".join(without)) < 0.9 * len("".join(with_scripts)):
            wrong.append("without scripts the main part says less")
        self.tally.note(address, "no-script", wrong)
        self._change_the_date(address)

    def _change_the_date(self, address: str) -> None:
        """The date control must work without scripts, keep the page, and put the date in the address."""
        control = self.plain.locator(f"#{DATE_CONTROL}")
        box = control.locator("input[type=date]").first
        if control.count() == 0 or box.count() == 0:
            return  # a control that is not there is a fault of its own; one of links only is walked as links
        fold = control.locator("details > summary")
        if fold.count() > 0 and not box.is_visible():
            fold.first.click()  # the form is folded away, as a reader finds it
        box.evaluate("(box) => box.setAttribute('value', '2023-01-01')")
        with self.plain.expect_navigation() as moved:
            control.locator("button, input[type=submit]").first.click()
        wrong = []
        if moved.value is None or moved.value.status != 200:
            wrong.append(f"answers {moved.value.status if moved.value else 'nothing'}")
        if "2023-01-01" not in self.plain.url:
            wrong.append(f"the date is not in the address it leads to: {self.plain.url}")
        if not set(words_of(address)) <= set(words_of(self.plain.url)):
            wrong.append(f"leads to another page: {self.plain.url}")
        self.tally.note(address, "change-date", wrong)

    def picture(self, address: str, folder: Path, name: str, width: int) -> None:
        self.window.emulate_media(color_scheme="light")
        self.window.set_viewport_size({"width": width, "height": 900})
        self.window.goto(address, wait_until="load")
        self.window.screenshot(path=str(folder / f"{name}-{width}.png"), full_page=True)


# The whole walk ---------------------------------------------------------------------------------------


def find_chromium() -> str:
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        path = shutil.which(name) if name else None
        if path:
            return path
    sys.exit("smoke: no Chromium here; Scripts/setup smoke installs it, or put its path in CHROMIUM")


def axe_source() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def listed_pages() -> list[str]:
    lines = (HERE / "smoke-pages.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def walk(base: str, starts: list[str], pages: int, links: int, minutes: float, pictures: Path | None) -> Tally:
    from playwright.sync_api import Error, sync_playwright

    tally, began = Tally(), time.monotonic()
    crawl = Crawl(base, starts, pages, links)
    crawl.run()
    crawl.report(tally)
    missing = fetch(base.rstrip("/") + "/no-such-page-here")
    tally.note(missing.address, "not-found", [] if missing.status == 404 else [f"answers {missing.status}, not 404"])
    for address, page in crawl.pages.items():
        for check, wrong in page_rules(page).items():
            tally.note(address, check, wrong)
    with sync_playwright() as playwright:
        browser = Browser(playwright, find_chromium(), axe_source(), tally)
        looked = 0
        for address in crawl.pages:
            if time.monotonic() - began > minutes * 60:
                tally.note(address, "time", [f"{minutes:g} minutes were over after {looked} pages"])
                break
            try:
                browser.look(address)
            except Error as error:
                tally.note(address, "browser", [str(error).splitlines()[0]])
            looked += 1
        if pictures:
            pictures.mkdir(parents=True, exist_ok=True)
            for width in WIDTHS:
                browser.picture(base, pictures, "home", width)
        browser.close()
    print(f"smoke: looked at {looked} pages in {time.monotonic() - began:.0f} s")
    return tally


# The site under test ----------------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """A new record, served by the real program for as long as the walk lasts."""

    def __init__(self, binary: str, load: list[str]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="concordat-smoke-"))
        self.record = str(self.folder / "record.concordat")
        self.binary = binary
        self.command("init", self.record)
        for path in load:
            self.command("import", self.record, path)
        self.said = self.folder / "serve.log"
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        with self.said.open("wb") as log:
            self.process = subprocess.Popen(
                [binary, "serve", self.record, "--port", str(port)], stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )

    def command(self, *words: str) -> None:
        done = subprocess.run([self.binary, *words], capture_output=True, text=True, timeout=900)
        if done.returncode:
            sys.exit(f"smoke: concordat {' '.join(words)} exits {done.returncode}\n{done.stdout}{done.stderr}")

    def __enter__(self) -> Site:
        for _ in range(600):
            if self.process.poll() is not None:
                sys.exit(f"smoke: concordat serve ended by itself\n{self.said.read_text()}")
            if fetch(self.base + "/", timeout=5).status:
                break
            time.sleep(0.1)
        else:
            self.__exit__()
            sys.exit(f"smoke: no answer from {self.base} in a minute\n{self.said.read_text()}")
        return self

    def printed_no_address(self) -> list[str]:
        said = self.said.read_text(errors="replace")
        return [] if self.base in said else [f"serve did not print its address; it printed: {said[:200]!r}"]

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--binary", help="the concordat program to test")
    what.add_argument("--url", help="a running site")
    what.add_argument("--self-test", action="store_true", help="walk a site with planted faults")
    parser.add_argument("--load", nargs="*", default=[], metavar="FILE", help="files to import before serving")
    parser.add_argument("--also", nargs="*", default=[], metavar="PATH", help="pages to visit beside the list")
    parser.add_argument("--pages", type=int, default=60, help="pages to look at, at most (60)")
    parser.add_argument("--links", type=int, default=1500, help="further links to fetch, at most (1500)")
    parser.add_argument("--minutes", type=float, default=12, help="time for the browser, at most (12)")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="keep pictures of the home page here")
    got = parser.parse_args()
    if got.self_test:
        import smoke_planted

        return smoke_planted.prove(walk)
    starts = listed_pages() + got.also
    settings = (starts, got.pages, got.links, got.minutes, got.pictures)
    if got.url:
        return walk(got.url, *settings).report()
    with Site(got.binary, got.load) as site:
        tally = walk(site.base, *settings)
        tally.note(site.base, "prints-address", site.printed_no_address())
        return tally.report()


if __name__ == "__main__":
    sys.exit(main())
