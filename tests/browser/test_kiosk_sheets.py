"""`make sheets`, narrowed to one of them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.contact_sheets import SHEET_PX, asked_for, make
from tests.support.processes import Demo


def test_a_narrow_run_makes_its_sheet_and_no_other(browser: Browser, demo: Demo, tmp_path: Path) -> None:
    narrow = ["--language", "ar", "--size", "tablet", "--way", "contrast", "--into", str(tmp_path)]
    make(browser, demo, asked_for(narrow))

    assert [path.name for path in tmp_path.glob("*.png")] == ["tablet-contrast-ar.png"]
    pictures = sorted((tmp_path / "tablet" / "contrast" / "ar").iterdir())
    assert [path.name for path in pictures][:2] == ["01-need.png", "02-more_needs.png"]
    assert pictures[-1].stem.endswith("-start_again")
    with Image.open(pictures[0]) as one, Image.open(tmp_path / "tablet-contrast-ar.png") as sheet:
        assert one.size == (1280, 800)
        assert sheet.width == SHEET_PX
        # The first picture stands on it as it was taken: black, the ground of this theme, is black there too.
        assert one.convert("RGB").getpixel((5, 5)) == sheet.getpixel((27, 27)) == (0, 0, 0)
