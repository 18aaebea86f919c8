"""In a real browser: the annotated page, and a notebook in JupyterLab."""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

import stimmlage as sl
from stimmlage.display.article import Page
from stimmlage.study import Study

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
def study(tmp_path_factory):
    """A copy of the study, so that running the notebooks changes nothing here."""
    root = tmp_path_factory.mktemp("study")
    for name in ("seeds", "corpus", "notebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("answers"))
    return root


@pytest.fixture(scope="module")
def lab(study, tmp_path_factory):
    """The real JupyterLab on the copy; gives a function from a notebook's path to its address."""
    settings = tmp_path_factory.mktemp("settings")
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
            f"--ServerApp.root_dir={study}",
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


EVERY = os.environ.get("NOTEBOOKS") == "all"
STUDY = [path for path in Study(ROOT).notebooks if EVERY or path.stem in ("01_corpus", "02_voices")]
LESSONS = [path for path in Study(ROOT).lessons if EVERY or path.stem == "5_welcher_ton"]
DRAWS = re.compile(r"sl\.figures\.save|lesson\.draw|sl\.charts\.(?!language)")


@pytest.fixture
def run_all(lab, browser):
    """Open a notebook in JupyterLab and run all its cells; nothing may fail, and nothing be asked of the network."""
    pages = []

    def run(path):
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        pages.append(page)
        page.errors, page.asked = [], []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(lab(path))
        page.wait_for_selector(".jp-Notebook", timeout=90_000)
        page.wait_for_selector("text=| Idle", timeout=90_000)  # before the kernel is up, Run opens a dialog
        page.click(".lm-MenuBar-item:has-text('Run')")
        page.click(".lm-Menu li[data-command='runmenu:run-all']")
        page.wait_for_timeout(500)
        page.wait_for_function(  # hidden cells have no number to wait for
            """() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(p => !/\\*/.test(p.textContent))
                  && document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status == 'idle'""",
            timeout=180_000,
        )
        page.wait_for_timeout(300)
        assert page.errors == []
        assert [url for url in page.asked if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []
        wrong = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
        assert page.locator(wrong).all_inner_texts() == []
        if EVERY:
            place = ROOT / "build/browser" / f"{path.split('/')[-2]}-{Path(path).stem}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=place)
        return page

    yield run
    for page in pages:
        page.close()


def code_of(path):
    return [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


@pytest.mark.parametrize("path", STUDY, ids=lambda p: p.stem)
def test_notebook_in_jupyterlab(run_all, path):
    page = run_all(path.relative_to(ROOT).as_posix())
    code = code_of(path)
    assert page.locator(".jp-CodeCell").count() == len(code)
    drawn = sum(bool(DRAWS.search(source)) for source in code)
    assert page.locator(".jp-OutputArea-output img").count() >= drawn
    assert page.locator("table.dataframe").count() >= 1
    if "corpus.show" in " ".join(code):
        annotated = page.frame_locator("iframe[srcdoc]").first
        assert annotated.locator("span.v").count() >= 1 and annotated.locator("span.v").first.is_visible()


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_lesson_in_jupyterlab(run_all, path):
    code = code_of(path)
    if not code:
        pytest.skip("a page to read")
    page = run_all(path.relative_to(ROOT).as_posix())
    tasks = [source for source in code if "lesson.task" in source]
    assert page.locator(".jp-OutputArea-output img").count() == sum("draw" in source for source in code)
    assert page.locator(".sl-task:has(small)").count() == len(tasks)
    boxes = [source for source in code if re.search(r"\.(task|box|search|name)\(", source)]
    assert page.locator(".widget-button, .jupyter-button").count() >= len(boxes)
    shown = [source for source in code if re.search(r"\.(show|look|tones|positions|search)\(", source)]
    assert page.locator("table.sl").count() == len(shown)


def test_a_task_is_answered_by_keyboard(run_all, study):
    page = run_all("notebooks/teaching/de/4_wie_sicher_aufgaben.ipynb")
    cells = page.locator(".jp-CodeCell")
    cells.nth(0).locator("input").focus()
    page.keyboard.type("Mia K.")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=answers/mia-k.json")
    task = cells.nth(1)

    def choose(*words):
        for word in words:
            task.locator("button", has_text=re.compile(f"^{word}$")).focus()
            page.keyboard.press("Space")

    def check():
        task.locator("button:has-text('am')").last.focus()  # from here on by the Tab key
        while page.evaluate("document.activeElement.textContent") != "Prüfen":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")

    choose("Bus")
    check()
    page.wait_for_selector("text=0 von 3 gefunden, 1 zu viel")
    assert task.locator("text=Tipp").count() == 1 and task.locator("text=Lösung zeigen").is_hidden()
    check()
    task.locator("text=Lösung zeigen").wait_for(state="visible")
    choose("Bus", "vermutlich", "vielleicht", "könnte")
    check()
    task.locator("text=Richtig.").wait_for()
    task.locator("text=Das Werkzeug findet: vermutlich, vielleicht, könnte").wait_for(timeout=60_000)
    kept = json.loads((study / "notebooks/teaching/de/answers/mia-k.json").read_text("utf-8"))
    assert kept["tasks"]["4a"] == {"answer": [3, 6, 13], "right": True, "tries": 3, "solution_seen": False}


def test_report_renders_whole_without_network(show, tmp_path):
    sl.read(ROOT / "seeds").report(tmp_path / "report.html", language="de")
    page = show((tmp_path / "report.html").read_text("utf-8"))
    assert page.asked == [page.url] and page.ran == []
    assert page.locator("table").count() >= 5 and page.locator("svg, img").count() >= 1
    assert page.locator("article span.v").count() > 10
