"""In a real browser: the annotated page, and a notebook in JupyterLab."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import stimmlage as sl
from stimmlage.display.article import Page

ROOT = Path(__file__).parents[1]
TEXT = (
    "Am Dienstag kam der schöne Plan. „Der Umbau ist wohl unvermeidlich“, sagte Anna Berg im Rathaus. "
    "Jonas Feld behauptete, der Hafen werde auf keinen Fall geschlossen."
)
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>\" onfocus=\"alert(4)&lt;b&gt;"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if CHROMIUM is None:
    pytest.skip("no Chromium on this machine", allow_module_level=True)


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser, tmp_path):
    """Open a page from a file with the network off; it must ask for nothing else and run nothing."""
    contexts = []

    def open_page(html, **options):
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.ran = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("dialog", lambda dialog: (page.ran.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: page.ran.append(str(error)))
        page.on("console", lambda message: page.ran.append(message.text))
        path = tmp_path / "page.html"
        path.write_text(html, "utf-8")
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def article():
    return sl.from_text(TEXT).show(language="en")


def words(text):
    return "".join(text.split())


def note(page, selector):
    return page.evaluate("selector => getComputedStyle(document.querySelector(selector), '::after').content", selector)


def test_page_renders_whole_without_network(show, article):
    page = show(article.html)
    assert words(TEXT) in words(page.inner_text("main"))
    assert page.asked == [page.url] and page.ran == []
    # the style sheet is let through by the page's own policy
    assert page.evaluate("getComputedStyle(document.querySelector('span.v')).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_evidence_shows_on_hover(show, article):
    page = show(article.html)
    assert note(page, "mark.hedge[data-note]") == "none"
    page.hover("mark.hedge[data-note]")
    assert "hedge: wohl" in note(page, "mark.hedge[data-note]")
    assert note(page, "span.v:has(mark.hedge)") == "none"  # its evidence is in the mark's


def test_evidence_shows_on_keyboard_focus(show, article):
    page = show(article.html)
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.tagName"))
        if stops[-1] == "SUMMARY":
            break
    assert stops.count("SPAN") == page.locator("span.v[data-tag]").count() and "MARK" not in stops
    assert len(stops) < 30
    page.keyboard.press("Enter")
    page.focus("details a:has-text('auf keinen Fall')")
    page.keyboard.press("Enter")
    assert "auf keinen Fall" in note(page, "mark.booster[data-note]")


def test_layers_are_switched_without_a_script(show, article):
    page = show(article.html)
    colour = "getComputedStyle(document.querySelector('article .positive, article .negative')).color"
    before = page.evaluate(colour)
    page.check("#layer-tone")
    assert page.evaluate(colour) != before
    page.uncheck("#layer-hedges")
    assert page.evaluate("getComputedStyle(document.querySelector('article mark.hedge')).textDecorationLine") == "none"
    page.uncheck("#layer-mode")
    assert "·" not in page.evaluate("getComputedStyle(document.querySelector('.v[data-tag]'), '::before').content")
    page.uncheck("#layer-voices")
    assert page.evaluate("getComputedStyle(document.querySelector('span.v')).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.ran == []


def test_of_several_articles_one_is_shown_at_a_time(show):
    page = show(sl.from_texts({"a": TEXT, "b": TEXT}).show(language="en").html)
    assert page.locator("article:visible").count() == 2
    page.click("nav.contents a >> nth=1")
    assert page.locator("article:visible").count() == 1
    page.click("article:visible a[href='#contents']")
    assert page.locator("article:visible").count() == 2


def test_evidence_fits_a_phone(show, article):
    page = show(article.html, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_dark(show, article, scheme):
    page = show(article.html, color_scheme=scheme)
    contrasts = page.evaluate(
        """() => {
        const brush = document.createElement('canvas').getContext('2d');
        const rgb = c => { brush.fillStyle = c; brush.fillRect(0, 0, 1, 1); return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3)
            .map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); };
        const light = c => { const [r, g, b] = rgb(c); return .2126 * r + .7152 * g + .0722 * b; };
        const back = e => { let c; do { c = getComputedStyle(e).backgroundColor; e = e.parentElement; } while (c == 'rgba(0, 0, 0, 0)'); return c; };
        const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
        return [...document.querySelectorAll('p, span.v, mark, td, th')].map(e => ratio(getComputedStyle(e).color, back(e)));
        }"""
    )
    assert min(contrasts) >= 4.5


def test_print_keeps_tags_and_hides_the_evidence_bar(show, article):
    page = show(article.html)
    page.emulate_media(media="print")
    page.hover("mark.hedge[data-note]")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('mark.hedge[data-note]'), '::after').display") == "none"
    )
    assert "Berg" in page.evaluate("getComputedStyle(document.querySelector('.v:has(mark.hedge)'), '::before').content")


@pytest.mark.parametrize("framed", [False, True], ids=["page", "in a notebook"])
def test_hostile_article_runs_nothing(show, framed):
    text = f"{HOSTILE} „{HOSTILE}“, sagte <svg onload=alert(5)> Berg."
    page = sl.from_text(text, f"{HOSTILE}.txt").show()
    shown = show(page._repr_html_() if framed else page.html)
    shown.wait_for_timeout(300)
    frame = shown.frames[-1]
    frame.evaluate("document.querySelectorAll('*').forEach(e => { e.focus?.(); })")
    shown.wait_for_timeout(100)
    assert shown.ran == []
    assert words(text) in words(frame.inner_text("main"))
    assert frame.query_selector("script, img, [onerror], [onfocus], a[href^=javascript]") is None


def test_negative_control_a_page_that_is_not_escaped_does_run(show):
    assert show(Page("<body><script>alert('ran')</script>").html).ran == ["ran"]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The real JupyterLab on a copy of the study; gives a function from a notebook's path to its address."""
    root, settings = tmp_path_factory.mktemp("study"), tmp_path_factory.mktemp("settings")
    for name in ("seeds", "corpus", "notebooks"):
        shutil.copytree(ROOT / name, root / name)
    tracker = settings / "lab/@jupyterlab/notebook-extension/tracker.jupyterlab-settings"
    tracker.parent.mkdir(parents=True)
    tracker.write_text(json.dumps({"windowingMode": "none"}))  # else cells out of view are not in the page
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            f"--port={port}",
            "--ServerApp.port_retries=0",
            f"--IdentityProvider.token={token}",
            f"--ServerApp.root_dir={root}",
            "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        env={
            **os.environ,
            "JUPYTER_CONFIG_DIR": str(settings / "config"),
            "JUPYTERLAB_SETTINGS_DIR": str(settings / "lab"),
            "JUPYTERLAB_WORKSPACES_DIR": str(settings / "workspaces"),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/api?token={token}")
        yield lambda notebook: f"http://127.0.0.1:{port}/lab/workspaces/auto-t/tree/{notebook}?reset&token={token}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address):
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(f"JupyterLab did not answer at {address}")


def test_first_notebook_in_jupyterlab(lab, browser):
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(lab("notebooks/01_corpus.ipynb"))
    page.wait_for_selector(".jp-Notebook", timeout=90_000)
    page.wait_for_selector("text=| Idle", timeout=90_000)  # before the kernel is up, Run opens a dialog
    page.click("text=Run >> nth=0")
    page.click("text=Run All Cells")
    cells = page.locator(".jp-CodeCell").count()
    page.wait_for_function(
        "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(p => /\\[\\d+\\]:/.test(p.textContent))",
        timeout=120_000,
    )
    annotated = page.frame_locator("iframe[srcdoc]")
    annotated.locator("article").wait_for(timeout=30_000)
    assert cells >= 10
    assert page.locator(".jp-OutputArea-output img").count() >= 1
    assert page.locator("table.dataframe").count() >= 6
    assert (
        page.locator(
            "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
        ).count()
        == 0
    )
    assert annotated.locator("span.v").count() > 10 and annotated.locator("mark.hedge[data-note]").count() > 3
    assert annotated.locator("span.v").first.is_visible()
    assert errors == []
    page.close()
