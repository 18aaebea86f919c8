"""Draw the pictures of the docs from the study, in Chromium: `python docs/pictures.py`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import stimmlage as sl
from stimmlage.display.article import Page

ROOT = Path(__file__).parents[1]
_WIDTH, _HEIGHT = 1200, 900


def draw(page: Page, target: Path) -> None:
    """Show a page in Chromium and write what is seen."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as browsers:
        place = Path(folder) / "page.html"
        page.save(place)
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = browsers.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        window = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT}, offline=True)
        window.goto(place.as_uri())
        window.screenshot(path=str(target))
        browser.close()


def main() -> int:
    """Draw `docs/article.png` and `docs/report.png`."""
    if not (shutil.which("chromium") or shutil.which("chromium-browser")):
        print("Chromium is not installed; install it to draw the pictures.", file=sys.stderr)
        return 1
    corpus = sl.read(sorted((ROOT / "seeds").glob("*.txt")))
    draw(corpus.show(language="de"), ROOT / "docs/article.png")
    with tempfile.TemporaryDirectory() as folder:
        report = corpus.report(Path(folder) / "report.html", targets=ROOT / "corpus/targets.toml", language="en")
        draw(Page(report.read_text("utf-8")), ROOT / "docs/report.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
