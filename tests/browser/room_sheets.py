"""Pictures of every scene of the waiting room, and contact sheets of them: made by `make sheets`, for whoever looks.

    python -m tests.browser.room_sheets --language ar --size upright

A sheet shows each scene at about a quarter of its size, as it is seen from the far side of the room: the number must be
the first thing seen. Sheets go to build/sheets/room/, pictures at full size into a folder beside each.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ROOT, launch
from tests.browser.contact_sheets import sheet
from tests.browser.room_gallery import LONG, SHORT, SIZES, Place, open_gallery, scenes, show
from tests.support.processes import Demo

ACROSS: Final = {"wall": 4, "upright": 6, "small": 4, "fine": 4}
PLACES: Final = {
    "four": Place(4, (SHORT,)),
    "twelve": Place(12, (LONG,)),
    "far": Place(4, (SHORT,), distance_m=6),
    "plain": Place(1, signed=False),
}
THEMES: Final = {"normal": "", "contrast": "?theme=contrast"}


def make(browser: Browser, url: str, asked: Namespace) -> None:
    """Every sheet that was asked for."""
    for size in asked.size or ["wall", "upright"]:
        width, height = SIZES[size]
        for theme in asked.theme or THEMES:
            page = browser.new_context(viewport={"width": width, "height": height}).new_page()
            open_gallery(page, url, THEMES[theme])
            for place in asked.place or PLACES:
                for language in asked.language or ["fr", "ar"]:
                    folder = asked.into / f"{size}-{theme}-{place}-{language}"
                    folder.mkdir(parents=True, exist_ok=True)
                    pictures = []
                    for name, told in scenes(PLACES[place], language):
                        show(page, PLACES[place], told)
                        pictures.append((name, page.screenshot(path=folder / f"{name}.png")))
                    sheet(pictures, ACROSS[size]).save(folder.with_suffix(".png"))
                    print(folder.with_suffix(".png"), flush=True)
            page.context.close()


def asked_for(arguments: list[str]) -> Namespace:
    """What is to be made: everything, or less of it."""
    parser = ArgumentParser(description="Pictures of every scene of the waiting room.")
    parser.add_argument("--language", action="append")
    parser.add_argument("--size", action="append", choices=list(SIZES))
    parser.add_argument("--place", action="append", choices=list(PLACES))
    parser.add_argument("--theme", action="append", choices=list(THEMES))
    parser.add_argument("--into", type=Path, default=ROOT / "build" / "sheets" / "room")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Make it, before a demo of our own."""
    asked = asked_for(arguments)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Demo(Path(folder) / "demo")
        try:
            browser = launch(playwright, "headless-path")
            make(browser, demo.url, asked)
            browser.close()
        finally:
            demo.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
