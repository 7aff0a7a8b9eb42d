"""The server away, in every way and at every step: never a browser's error page, never a lost or doubled ticket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.conftest import FLAGS, ROOT, Open, numbers, take_ticket
from tests.browser.own_server import Away, OwnServer, is_kept, shows
from tests.browser.setbacks import let_pass

LONGEST_PAUSE_S = 10


@pytest.fixture
def kiosk(own: OwnServer, open_page: Open) -> Page:
    """A kiosk whose files are kept on its machine, on whose clock time may pass faster; nobody waits at its site."""
    own.call_everyone()
    page = open_page("about:blank", workers="allow")
    page.clock.install()
    page.goto(own.set_up)
    shows(page, "language")
    is_kept(page)
    return page


def gone(own: OwnServer, _: Page) -> AbstractContextManager[None]:
    return own.front.gone()


def bad_gateway(own: OwnServer, _: Page) -> AbstractContextManager[None]:
    return own.front.bad_gateway()


@contextmanager
def unplugged(_: OwnServer, page: Page) -> Iterator[None]:
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


EACH_WAY = pytest.mark.parametrize("away", [gone, bad_gateway, unplugged])


def shows_the_start(page: Page) -> None:
    shows(page, "language")


def to_the_needs(page: Page) -> None:
    page.locator("[data-language=fr]").tap()
    page.locator("[data-need=papiers]").wait_for()


@EACH_WAY
def test_a_page_comes_without_its_server_and_heals(own: OwnServer, kiosk: Page, away: Away) -> None:
    for step in (shows_the_start, to_the_needs):
        step(kiosk)
        with away(own, kiosk):
            kiosk.reload()
            shows(kiosk, "unavailable")
            expect(kiosk.locator("h1")).to_have_text("La borne ne marche pas.")
        let_pass(kiosk, LONGEST_PAUSE_S)
        shows(kiosk, "language")
    number = take_ticket(kiosk, "fr", "papiers")
    assert numbers(own.desk) == [number]


@EACH_WAY
def test_a_need_tapped_just_then_gets_one_ticket(own: OwnServer, kiosk: Page, away: Away) -> None:
    to_the_needs(kiosk)
    with away(own, kiosk):
        kiosk.locator("[data-need=papiers]").tap()
        shows(kiosk, "unavailable")
        kiosk.reload()
        shows(kiosk, "unavailable")
    let_pass(kiosk, LONGEST_PAUSE_S)
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    assert numbers(own.desk) == [number]


@EACH_WAY
def test_a_ticket_on_the_screen_is_not_lost(own: OwnServer, kiosk: Page, away: Away) -> None:
    number = take_ticket(kiosk, "fr", "papiers")
    with away(own, kiosk):
        kiosk.reload()
        expect(kiosk.locator("main:not([data-screen=starting])")).to_be_visible()
    let_pass(kiosk, LONGEST_PAUSE_S)
    expect(kiosk.locator("[data-number]")).to_have_attribute("data-number", number)
    assert numbers(own.desk) == [number]


def test_a_server_that_is_really_killed_is_no_different(own: OwnServer, kiosk: Page) -> None:
    to_the_needs(kiosk)
    own.web.kill()
    kiosk.locator("[data-need=papiers]").tap()
    kiosk.reload()
    shows(kiosk, "unavailable")
    own.web.start()
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    assert numbers(own.desk) == [number]


def test_a_machine_that_is_switched_on_without_its_server_shows_the_kiosk(
    own: OwnServer, playwright: Playwright, tmp_path: Path
) -> None:
    chromium = (ROOT / "build" / "chromium-path").read_text().strip()

    @contextmanager
    def switched_on() -> Iterator[Page]:
        context = playwright.chromium.launch_persistent_context(tmp_path, executable_path=chromium, args=FLAGS)
        yield context.new_page()
        context.close()

    with switched_on() as page:
        page.goto(own.set_up)
        shows(page, "language")
        is_kept(page)
    with switched_on() as page:
        with own.front.gone():
            page.goto(own.page)
            shows(page, "unavailable")
        # The token was kept too: nobody has to set the machine up again.
        shows(page, "language")


def test_another_site_is_another_site(own: OwnServer, kiosk: Page) -> None:
    kiosk.goto(own.page.replace("site-2", "site-3"))
    assert kiosk.evaluate("location.pathname") == "/kiosk/site-3"
    shows(kiosk, "pairing")  # this machine has no token for it: the team reads a code, visitors that it does not work
    expect(kiosk.locator("h1")).to_have_text("La borne ne marche pas.")
    answer = kiosk.goto(own.page.replace("site-2", "no-such-site"))
    assert answer is not None
    assert answer.status == 404
    kiosk.goto(own.page)
    shows(kiosk, "language")


def test_nothing_that_changes_is_kept(own: OwnServer, kiosk: Page) -> None:
    kiosk.reload()
    number = take_ticket(kiosk, "fr", "papiers")
    assert numbers(own.desk) == [number]
    kept = kiosk.evaluate(
        """async () => {
            const names = await caches.keys();
            const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
            return requests.flat().map(({ url }) => new URL(url).pathname);
        }"""
    )
    assert "/assets/kiosk/index.html" in kept
    assert [path for path in kept if path.startswith(("/api/", "/t/"))] == []


def test_where_browsers_have_no_service_workers_the_kiosk_works_without(own: OwnServer, open_page: Open) -> None:
    page = open_page("about:blank", workers="allow")
    # As on plain http over a network.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(own.set_up)
    own.call_everyone()
    number = take_ticket(page, "fr", "papiers")
    assert numbers(own.desk) == [number]
