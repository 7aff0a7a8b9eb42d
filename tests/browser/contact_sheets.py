"""Pictures of every screen of the kiosk, and contact sheets of them: made by `make sheets`, for whoever looks.

    make sheets SHEETS="--language ar --size tablet"

It starts a demo of its own and ends it. Pictures go to build/sheets/SIZE/WAY/LANGUAGE/, a sheet of each such folder
beside it, with the screen's name beneath each picture. `every` holds what stands in all languages at once.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import corner
from tests.browser.conftest import ROOT, launch, token
from tests.browser.gallery import LANGUAGES, SIZES, Gallery
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.processes import Demo

SITE: Final = "site-7"
THEMES: Final = ("normal", "contrast")
AS_SET: Final = {"theme": "normal", "text": "normal", "reach": "normal", "mirror": False}
WAYS: Final = {
    "normal": AS_SET,
    "contrast": AS_SET | {"theme": "contrast"},
    "large": AS_SET | {"text": "large"},
    "low": AS_SET | {"reach": "low"},
    "mirror": AS_SET | {"mirror": True},
}
"""What a person can make of a screen. Both themes come in every language, the others in the first two asked for."""
SET: Final = """async (wanted) => {
    (await import("/assets/kiosk/comfort.js")).setComfort(wanted);
    await document.fonts.ready;
}"""
COVER_S: Final = 330
"""Untouched for longer than this, the start is covered."""
ACROSS: Final = {"portrait": 5, "landscape": 3, "tablet": 3}
"""Pictures in a row of a sheet."""
SHEET_PX: Final = 2_000
MARGIN_PX: Final = 24
NAME_PX: Final = 30


@dataclass(slots=True)
class Sheets:
    """Where the pictures of one size go, and what a sheet is made of."""

    into: Path
    size: str
    pictures: dict[tuple[str, str], list[tuple[str, bytes]]] = field(default_factory=dict)

    def take(self, page: Page, screen: str, language: str, ways: list[str]) -> None:
        """Take the screen that stands in each of these ways, and leave it as it was."""
        for way in ways:
            page.evaluate(SET, WAYS[way])
            page.clock.run_for(400)
            taken = page.screenshot(animations="disabled")
            of_sheet = self.pictures.setdefault((way, language), [])
            folder = self.into / self.size / way / language
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{len(of_sheet) + 1:02}-{screen}.png").write_bytes(taken)
            of_sheet.append((screen, taken))
        page.evaluate(SET, AS_SET)

    def write(self) -> None:
        """Lay out what was taken, and tell where it is."""
        for (way, language), taken in self.pictures.items():
            path = self.into / f"{self.size}-{way}-{language}.png"
            sheet(taken, ACROSS[self.size]).save(path)
            print(path, flush=True)
        self.pictures.clear()


def sheet(pictures: list[tuple[str, bytes]], across: int) -> Image.Image:
    """All of them on one page, as large as it allows, each over its name."""
    font = ImageFont.truetype(ROOT / "printers" / "fonts" / "NotoSans_700Bold.ttf", NAME_PX)
    wide = (SHEET_PX - MARGIN_PX) // across - MARGIN_PX
    first = Image.open(BytesIO(pictures[0][1]))
    high = round(wide * first.height / first.width)
    row = high + 2 * NAME_PX + MARGIN_PX
    page = Image.new("RGB", (SHEET_PX, ceil(len(pictures) / across) * row + MARGIN_PX), "#8a8a8a")
    draw = ImageDraw.Draw(page)
    for at, (name, taken) in enumerate(pictures):
        left = MARGIN_PX + at % across * (wide + MARGIN_PX)
        top = MARGIN_PX + at // across * row
        small = Image.open(BytesIO(taken)).convert("RGB").resize((wide, high), Image.Resampling.LANCZOS)
        page.paste(small, (left, top))
        draw.text((left + wide / 2, top + high + NAME_PX), name, font=font, fill="black", anchor="mm")
    return page


def in_every_language(browser: Browser, demo: Demo, size: str) -> Iterator[tuple[str, Page]]:
    """What stands in all languages at once or in none of a resident's: no tickets, the saver, the staff's corner."""
    page = opened(browser, size)
    gallery = gallery_of(page, demo)
    for screen in gallery.shut_screens():
        yield screen, page
    let_pass(page, COVER_S)
    page.locator(".saver").wait_for()
    yield "saver", page
    page.context.close()

    page = opened(browser, size)
    page.clock.install()
    page.goto(f"{demo.url}/kiosk/{SITE}")
    page.locator(corner.NAME).wait_for()
    let_pass(page, 1)
    corner.knock(page)
    yield "corner_door", page
    corner.type_pin(page, corner.new_pin(demo, SITE))
    page.locator("[data-fact=version]").wait_for()
    let_pass(page, 1)
    yield "corner_house", page
    for tab in ("printers", "settings"):
        corner.turn_to(page, tab)
        yield f"corner_{tab}", page
    page.context.close()


def opened(browser: Browser, size: str) -> Page:
    """A page of this size, as a kiosk has it."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True, service_workers="block")
    expect.set_options(timeout=30_000)
    return context.new_page()


def gallery_of(page: Page, demo: Demo) -> Gallery:
    """The kiosk of a site, told what the real server says of it and of a ticket."""
    kiosk = Client(demo.url, SITE, token(demo, SITE, "kiosk"))
    gallery = Gallery(page, f"{demo.url}/kiosk/{SITE}", kiosk.get_site().json(), kiosk.issue("energie", "fr").json())
    gallery.open()
    return gallery


def make(browser: Browser, demo: Demo, asked: Namespace) -> None:
    """Every sheet that was asked for."""
    languages = asked.language or [*LANGUAGES, "every"]
    for size in asked.size or SIZES:
        sheets = Sheets(asked.into, size)
        ways = [way for way in asked.way or WAYS if way != "low" or size == "portrait"]
        if "every" in languages:
            for screen, page in in_every_language(browser, demo, size):
                sheets.take(page, screen, "every", ways)
            sheets.write()
        spoken = [language for language in languages if language != "every"]
        for at, language in enumerate(spoken):
            page = opened(browser, size)
            gallery = gallery_of(page, demo)
            wanted = [way for way in ways if asked.way or way in THEMES or at < 2]
            for screen in gallery.road(language):
                sheets.take(page, screen, language, wanted)
            page.context.close()
            sheets.write()


def asked_for(arguments: list[str]) -> Namespace:
    """What is to be made: everything, or less of it."""
    parser = ArgumentParser(prog="make sheets", description="Pictures of every screen of the kiosk.")
    parser.add_argument("--language", action="append", choices=[*LANGUAGES, "every"])
    parser.add_argument("--size", action="append", choices=list(SIZES))
    parser.add_argument("--way", action="append", choices=list(WAYS))
    parser.add_argument("--into", type=Path, default=ROOT / "build" / "sheets")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Make it, before a demo of our own."""
    asked = asked_for(arguments)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Demo(Path(folder) / "demo")
        try:
            browser = launch(playwright, "headless-path")
            make(browser, demo, asked)
            browser.close()
        finally:
            demo.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
