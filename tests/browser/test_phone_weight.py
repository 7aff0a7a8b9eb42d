"""What the phone's page weighs in each language, from an empty cache until the number stands there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import emptied
from tests.browser.phone_site import HEIGHT, WIDTH
from tests.browser.scale import Scale
from tests.support.languages import LANGUAGES
from tests.support.processes import Demo

SITE = "site-6"
FIRST_VIEW, WHOLE = 60_000, 75_000
"""Bytes on the wire, heads included, gzip: the first view; and with the socket, fetched once that stands."""
LATER = ("/look/vendor/socket.io.js", "/socket.io/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_view_is_light(demo: Demo, browser: Browser, language: str) -> None:
    ticket = emptied(demo, SITE).issue(language=language).json()
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, service_workers="block")
    page = context.new_page()
    scale = Scale(page, demo.url)
    page.goto(ticket["follow_url"])
    expect(page.locator("[data-ahead]")).to_be_visible()
    page.wait_for_function("performance.getEntriesByName(`${location.origin}/look/vendor/socket.io.js`).length > 0")
    scale.settle()
    first = {path: came for path, came in scale.came.items() if not path.startswith(LATER)}
    weight, whole = sum(first.values()), sum(scale.came.values())
    print(f"{language}: {weight:,} bytes in {len(first)} files, {whole:,} with the socket")
    assert weight < FIRST_VIEW, sorted(first.items(), key=lambda each: -each[1])
    assert whole < WHOLE
    # Letters of other scripts are the phone's own, and no language pays for another's words.
    assert [path for path in first if path.endswith(".woff2") and "-phone-" not in path] == []
    assert [path for path in first if path.endswith(".ftl")] == [f"/assets/display/phone/locales/{language}.ftl"]
    context.close()


def test_every_part_of_the_page_is_asked_for_at_once(demo: Demo, browser: Browser) -> None:
    ticket = emptied(demo, SITE).issue().json()
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, service_workers="block")
    page = context.new_page()
    page.goto(ticket["follow_url"])
    named = set(page.eval_on_selector_all("link[href], script[src]", "all => all.map((one) => one.href ?? one.src)"))
    expect(page.locator("[data-ahead]")).to_be_visible()
    parts = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    late = {part for part in parts if part.endswith((".js", ".css"))} - named
    assert {part.removeprefix(demo.url) for part in late} <= {"/look/vendor/socket.io.js"}
    context.close()
