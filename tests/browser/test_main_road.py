"""The main road, whole: a tap, the paper, the phone, a call, the waiting-room screen."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import dots
from printers.drivers.paper.sheet import lines_of
from tests.browser.conftest import SITE, Open, sign_in, take_ticket
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.processes import Demo, until

# Where each character of an element's text is drawn.
LEFT_EDGES = """(element) => [...element.textContent].map((_, at) => {
    const character = document.createRange();
    character.setStart(element.firstChild, at);
    character.setEnd(element.firstChild, at + 1);
    return character.getBoundingClientRect().left;
})"""


def printed_bytes(demo: Demo, number: str) -> bytes:
    """The bytes that the printer got for a number, once it got them."""
    found: list[Path] = []

    def there() -> bool:
        found[:] = (demo.folder / "preview").glob(f"*-{number}-*.bin")
        return bool(found)

    until(there, f"{number} is printed")
    return max(found).read_bytes()


@pytest.mark.parametrize(
    ("language", "direction", "need", "words_on_paper"),
    [
        ("fr", "ltr", "papiers", "Mes papiers et"),
        ("ar", "rtl", "transports", "PIMMS Médiation des États-Unis, Lyon 8e"),
        ("en", "ltr", "energie", "My electricity, gas"),
        ("zh", "ltr", "numerique", "PIMMS Médiation des États-Unis, Lyon 8e"),
    ],
)
def test_a_tap_becomes_paper_a_phone_page_a_call_and_a_number_on_the_screen(
    demo: Demo, counter: Client, open_page: Open, language: str, direction: str, need: str, words_on_paper: str
) -> None:
    display = open_page("about:blank", 1920, 1080)
    display.clock.install()
    display.goto(f"{demo.url}/display/{SITE}")
    expect(display.locator("body")).to_have_attribute("data-state", "live")

    kiosk = open_page(f"{demo.url}/kiosk/{SITE}")
    number = take_ticket(kiosk, language, need)
    expect(kiosk.locator("html")).to_have_attribute("dir", direction)
    expect(kiosk.locator("html")).to_have_attribute("lang", language)
    expect(kiosk.locator("[data-print-state=printed]")).to_be_visible()

    sheet = decode(printed_bytes(demo, number))
    assert words_on_paper in " ".join(lines_of(sheet))
    assert f"{number[0]} {number[1:]}" in lines_of(sheet)
    codes = zxingcpp.read_barcodes(dots(sheet))
    assert [code.format for code in codes] == [zxingcpp.BarcodeFormat.QRCode]
    ticket_id = counter.queue().json()["waiting"][0]["id"]
    assert codes[0].text == counter.ticket(ticket_id).json()["follow_url"]

    phone = open_page(codes[0].text, 390, 844)
    expect(phone.locator("main")).to_have_attribute("data-state", "waiting")
    expect(phone.locator("html")).to_have_attribute("dir", direction)

    desk = open_page(f"{demo.url}/staff/", 1366, 768)
    sign_in(desk)
    desk.locator("#call-next").click()
    expect(desk.locator("[data-hand]")).to_have_attribute("data-hand", number)

    expect(display.locator(f"[data-announcing][data-number={number}]")).to_be_visible()
    let_pass(display, 6)
    expect(display.locator(f"[data-newest][data-number={number}][data-counter='3']")).to_be_visible()
    expect(display.locator("body")).not_to_contain_text("Papiers")
    expect(phone.locator("main")).to_have_attribute("data-state", "called")


def left_edge(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def test_in_arabic_the_page_is_mirrored_and_the_number_is_not(demo: Demo, counter: Client, open_page: Open) -> None:
    french, arabic = open_page(f"{demo.url}/kiosk/{SITE}"), open_page(f"{demo.url}/kiosk/{SITE}")
    french.locator("[data-language=fr]").tap()
    arabic.locator("[data-language=ar]").tap()
    for page in (french, arabic):
        page.locator("[data-need=papiers]").wait_for()
    middle = 1080 / 2
    for selector in ("[data-need=papiers]", "[data-action=back]"):
        assert left_edge(french, selector) < middle < left_edge(arabic, selector)

    arabic.locator("[data-need=papiers]").tap()
    number = arabic.locator("[data-number]")
    called = str(number.get_attribute("data-number"))
    assert called[0] == "A"
    assert number.inner_text() == f"A\u202f{called[1:]}"
    edges = number.evaluate(LEFT_EDGES)
    assert len(edges) == len(called) + 1
    assert edges == sorted(edges)
