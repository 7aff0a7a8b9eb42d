"""Two taps to a number, six tiles a screen at most, and every need within reach, however many a site has."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.kiosk_site import retell, shows, with_needs
from tests.support.api import Client
from tests.support.processes import Demo

KIOSK_SITE = "site-3"
MOST_TILES = 6
MOST_LARGE_TILES = 4
TILES = "main [data-need], main [data-need-more]"
COUNT_TAPS = "window.taps = 0; addEventListener('pointerup', () => { window.taps += 1; }, { capture: true });"
PAGES = """async ([count, unsure, large]) => {
    const { setComfort } = await import("/assets/kiosk/comfort.js");
    const { mostTiles, pageOf, pageWith } = await import("/assets/kiosk/screens/pages.js");
    setComfort({ text: large ? "large" : "normal" });
    const needs = Array.from({ length: count }, (_, at) => ({ id: unsure && at === 1 ? "aide" : `need-${at}` }));
    const pages = [];
    do pages.push(pageOf(needs, pages.length)); while (pages.at(-1).more && pages.length <= count);
    return {
        most: mostTiles(),
        needs: needs.map(({ id }) => id),
        pages: pages.map(({ shown, unsure, more }) => [shown.map(({ id }) => id), unsure?.id ?? null, more]),
        found: needs.map(({ id }) => pageWith(needs, id)),
    };
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


def kiosk_of(demo: Demo, open_page: Open, needs: int | None = None, *, unsure: bool = True) -> Page:
    """A kiosk at its start; its site has so many needs."""
    page = open_page("about:blank")
    page.add_init_script(COUNT_TAPS)
    if needs is not None:
        retell(demo, page, KIOSK_SITE, with_needs(needs, unsure=unsure))
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    shows(page, "language")
    return page


def tiles(page: Page) -> list[str]:
    """What stands on the screen of needs, in its order: ids, and "" for "something else"."""
    found: list[str] = page.locator(TILES).evaluate_all("(tiles) => tiles.map((tile) => tile.dataset.need ?? '')")
    return found


def test_two_taps_lead_from_the_start_to_a_number_for_each_need_of_the_first_screen(
    demo: Demo, desk: Client, open_page: Open
) -> None:
    page = kiosk_of(demo, open_page)
    page.locator("[data-language=fr]").tap()
    shows(page, "need")
    first_screen = [need for need in tiles(page) if need]
    assert len(first_screen) == MOST_TILES - 1
    page.locator("[data-action=back]").tap()
    for need in first_screen:
        shows(page, "language")
        page.evaluate("window.taps = 0")
        page.locator("[data-language=fr]").tap()
        page.locator(f"[data-need={need}]").tap()
        number = page.locator("[data-number]").get_attribute("data-number")
        assert page.evaluate("window.taps") == 2
        ticket = desk.queue().json()["waiting"][-1]
        assert (ticket["number"], ticket["need"]) == (number, need)
        shows(page, "ticket")
        page.locator("[data-action=done]").tap()
    assert len(numbers(desk)) == len(first_screen)


@pytest.mark.parametrize("count", [7, 8, 9, 12])
def test_at_a_site_with_many_needs_each_can_be_reached_and_taken(demo: Demo, open_page: Open, count: int) -> None:
    page = kiosk_of(demo, open_page, count)
    page.locator("[data-language=fr]").tap()
    shows(page, "need")
    reached: list[str] = []
    while "" in tiles(page):
        *certain, other, unsure = tiles(page)
        assert (len(certain), other, unsure) == (MOST_TILES - 2, "", "aide")
        reached += certain
        page.locator("[data-need-more]").tap()
        expect(page.locator(f"[data-need={certain[0]}]")).to_have_count(0)
        shows(page, "need")
    *last, unsure = tiles(page)
    assert unsure == "aide"
    assert len(last) < MOST_TILES
    assert len({*reached, *last}) == len(reached + last) == count - 1
    with page.expect_request("**/tickets") as asked:
        page.locator(f"[data-need={last[-1]}]").tap()
    assert asked.value.post_data_json["need"] == last[-1]


@pytest.mark.parametrize("count", [1, 2, 5, 6])
@pytest.mark.parametrize("unsure", [True, False])
def test_a_site_with_six_needs_or_fewer_has_one_screen_of_them(
    demo: Demo, open_page: Open, count: int, *, unsure: bool
) -> None:
    page = kiosk_of(demo, open_page, count, unsure=unsure)
    page.locator("[data-language=fr]").tap()
    shows(page, "need")
    assert len(tiles(page)) == count
    assert "" not in tiles(page)
    assert (tiles(page)[-1] == "aide") is unsure


def test_i_do_not_know_stands_last_wherever_the_site_lists_it(demo: Demo, open_page: Open) -> None:
    page = open_page("about:blank")
    retell(demo, page, KIOSK_SITE, lambda told: told | {"needs": told["needs"][::-1]})
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    page.locator("[data-language=fr]").tap()
    shows(page, "need")
    assert tiles(page)[-1] == "aide"


@pytest.mark.parametrize(("width", "height", "large"), [(1080, 1920, False), (1080, 1920, True), (1280, 800, True)])
@pytest.mark.parametrize("unsure", [True, False])
def test_whatever_the_number_of_needs_each_stands_on_one_screen_in_the_sites_order(
    demo: Demo, open_page: Open, width: int, height: int, *, large: bool, unsure: bool
) -> None:
    page = open_page(f"{demo.url}/kiosk/{KIOSK_SITE}", width, height)
    shows(page, "language")
    for count in range(2 if unsure else 1, 21):
        told: dict[str, Any] = page.evaluate(PAGES, [count, unsure, large])
        most = told["most"]
        assert most == (MOST_LARGE_TILES if width == 1280 else MOST_TILES)
        pages = told["pages"]
        assert [need for shown, _, _ in pages for need in shown] == [n for n in told["needs"] if n != "aide"]
        for shown, last, more in pages:
            assert len(shown) + (last is not None) + more <= most
            assert last == ("aide" if unsure else None)
            assert shown
        assert [more for *_, more in pages] == [True] * (len(pages) - 1) + [False]
        if count <= most:
            assert len(pages) == 1
        # "Something else" never stands where the one need behind it would have.
        assert all(len(shown) > 1 for shown, _, _ in pages[1:])
        where = dict(zip(told["needs"], told["found"], strict=True))
        assert all(need in pages[at][0] for need, at in where.items() if need != "aide")
        assert where.get("aide", 0) == 0
