"""`make sheets`: a sheet holds every scene of the waiting room, in the size, the theme and the language asked for."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.room_gallery import SIZES, scenes
from tests.browser.room_sheets import PLACES, asked_for, make
from tests.support.processes import Demo


def test_every_scene_is_taken_at_full_size_and_laid_out_on_one_sheet(
    demo: Demo, browser: Browser, tmp_path: Path
) -> None:
    wanted = ["--size", "wall", "--theme", "contrast", "--place", "four", "--language", "ru"]
    make(browser, demo.url, asked_for([*wanted, "--into", str(tmp_path)]))
    folder = tmp_path / "wall-contrast-four-ru"
    assert {path.stem for path in folder.iterdir()} == {name for name, _ in scenes(PLACES["four"], "ru")}
    for picture in folder.iterdir():
        with Image.open(picture) as taken:
            assert taken.size == SIZES["wall"]
    with Image.open(folder.with_suffix(".png")) as sheet:
        # The first picture's corner: the ground of this theme.
        assert sheet.getpixel((27, 27)) == (0, 0, 0)
