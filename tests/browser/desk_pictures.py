"""The pictures in docs/: the desk as it is, before a demo of our own. `make pictures` makes them; look, and commit."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.conftest import ROOT, SITE, launch, sign_in, token
from tests.support.api import Client
from tests.support.processes import Demo

INTO: Final = ROOT / "docs" / "pictures"
LAPTOP: Final[ViewportSize] = {"width": 1366, "height": 768}
COLOURS: Final = 64
"""Flat pages of few colours: a picture of them is some ten kilobytes."""


def keep(page: Page, name: str) -> None:
    """Write a picture of the page as it stands."""
    taken = Image.open(BytesIO(page.screenshot()))
    taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(INTO / f"{name}.png", optimize=True)


def take(page: Page, demo: Demo) -> None:
    """A morning's desk, the sheet that closes a visit, and the settings of the site."""
    kiosk = Client(demo.url, SITE, token(demo, SITE, "kiosk"))
    page.goto(f"{demo.url}/staff/")
    sign_in(page)
    for need, language in (("papiers", "ar"), ("energie", "fr"), ("numerique", "fr"), ("aide", "tr")):
        kiosk.issue(need, language)
    page.locator("[data-list=ours] > li").nth(3).wait_for()
    page.keyboard.press("Space")
    page.locator("[data-hand=A001]").wait_for()
    keep(page, "desk")
    page.keyboard.press("t")
    page.locator("#sheet[open]").wait_for()
    keep(page, "visit")
    page.goto(f"{demo.url}/staff/{SITE}/settings")
    keep(page, "settings")


def main() -> int:
    """Make them."""
    INTO.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Demo(Path(folder) / "demo")
        browser = launch(playwright, "headless-path")
        try:
            take(browser.new_page(viewport=LAPTOP, locale="fr-FR"), demo)
        finally:
            browser.close()
            demo.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
