"""A kiosk begins anew each night, and takes new versions of itself: whole ones, at rest, and never under a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Error, Page, Request, expect

from tests.browser.conftest import Open
from tests.browser.own_server import SITE, OwnServer, is_kept, shows
from tests.browser.setbacks import let_pass
from tests.support.processes import until

SITE_LOOK_S = 10
LOOK_S = 2 * 60
NIGHT_REST_S = 6 * 60
A_PERSON_S = 45
# By the clock of this machine, wherever it stands.
EVENING, NIGHT = "2026-11-27T20:00:00", "2026-11-28T03:01:00"


@pytest.fixture
def kiosk(own: OwnServer, open_page: Open) -> Page:
    """A kiosk on whose clock time passes as the test says."""
    return in_the_evening(open_page("about:blank"), own)


def in_the_evening(page: Page, own: OwnServer) -> Page:
    page.clock.install(time=EVENING)
    page.goto(own.set_up)
    shows(page, "language")
    page.evaluate("window.here = true")
    return page


def is_same_page(page: Page) -> bool:
    """It has not been loaded anew since it was told that it is here."""
    return bool(page.evaluate("window.here === true"))


def is_look_at_site(request: Request) -> bool:
    """Not what it tells the desk of itself, which lies below the site."""
    return request.url.partition("/api/v1/sites/")[2] == SITE


def rests(page: Page, seconds: int) -> None:
    """Nobody comes for so long. Each time the kiosk looks after its site, it gets an answer."""
    for _ in range(seconds // SITE_LOOK_S):
        # All of it: a clock that is turned on while the rest is on its way would end the kiosk's patience for it.
        with page.expect_request_finished(is_look_at_site):
            page.clock.fast_forward(SITE_LOOK_S * 1_000)


def rests_a_minute(page: Page) -> None:
    """Nobody comes."""
    rests(page, 60)


# A worker is fetched, checked and started in real time, beside whatever else the machine does.
PATIENCE_S = 180
pytestmark = pytest.mark.timeout(300)


def reloads(page: Page, meanwhile: Callable[[Page], None] = rests_a_minute) -> None:
    """It loads itself anew while nobody comes; what a browser does takes real time too."""
    until(lambda: is_loaded_anew(page, meanwhile), "the page is loaded anew", PATIENCE_S)
    shows(page, "language")


def is_loaded_anew(page: Page, meanwhile: Callable[[Page], None]) -> bool:
    """Whether it is another page after what happened meanwhile."""
    try:
        meanwhile(page)
        return not is_same_page(page)
    except Error as error:
        # What was asked of the old page while the new one came.
        if "context was destroyed" not in str(error):
            raise
        return True


def three_in_the_morning(kiosk: Page) -> None:
    kiosk.clock.set_system_time(NIGHT)


def test_once_a_night_the_page_begins_anew(kiosk: Page) -> None:
    rests(kiosk, NIGHT_REST_S)
    assert is_same_page(kiosk)
    three_in_the_morning(kiosk)
    reloads(kiosk)
    kiosk.evaluate("window.here = true")
    rests(kiosk, 2 * NIGHT_REST_S)
    assert is_same_page(kiosk)


def test_not_while_somebody_is_there_at_night(kiosk: Page) -> None:
    three_in_the_morning(kiosk)
    for _ in range(2 * NIGHT_REST_S // A_PERSON_S):
        kiosk.locator("h1").tap()
        kiosk.clock.fast_forward(A_PERSON_S * 1_000)
    assert is_same_page(kiosk)


def test_not_while_the_server_is_away_at_night(own: OwnServer, kiosk: Page) -> None:
    with own.front.gone():
        three_in_the_morning(kiosk)
        kiosk.clock.fast_forward(NIGHT_REST_S * 1_000)
        let_pass(kiosk, 60)
        assert is_same_page(kiosk)
    let_pass(kiosk, 2 * SITE_LOOK_S)
    shows(kiosk, "language")
    reloads(kiosk)


EDITIONS: list[tuple[str, str, str]] = [
    ("index.html", "<html ", '<html data-document="two" '),
    ("boot.js", "await start();", 'document.documentElement.dataset.script = "two";\nawait start();'),
    ("locales/fr.ftl", "greeting = Bonjour", "greeting = Re-bonjour"),
    ("kiosk.css", ":root {", ":root {\n--edition: two;"),
]
EDITION = """() => [
    document.documentElement.dataset.document === "two",
    document.documentElement.dataset.script === "two",
    document.querySelector("h1").textContent.includes("Re-bonjour"),
    getComputedStyle(document.documentElement).getPropertyValue("--edition") === "two",
]"""
IS_WAITING = """async () => (await navigator.serviceWorker.getRegistration("/kiosk/")).waiting !== null"""
OLD, NEW = [False] * 4, [True] * 4


@pytest.fixture
def kept(own: OwnServer, open_page: Open) -> Iterator[Page]:
    """A kiosk that is kept on its machine and served from there; the server gets its own files back after the test."""
    page = in_the_evening(open_page("about:blank", workers="allow"), own)
    is_kept(page)
    page.reload()
    shows(page, "language")
    page.evaluate("window.here = true")
    yield page
    own.restore_files()
    own.restart()


def update(own: OwnServer, edit: Callable[[], None] = lambda: None) -> None:
    """Another version of every kind of file, on the server's disk and in its list."""
    for change in EDITIONS:
        own.edit(*change)
    own.restart()
    edit()


def test_a_new_version_is_taken_whole_and_at_rest(own: OwnServer, kept: Page) -> None:
    update(own)
    assert kept.evaluate(EDITION) == OLD
    # A person comes: for as long as they are there, nothing changes, whatever lies ready.
    kept.clock.fast_forward((LOOK_S - 10) * 1_000)
    kept.locator("[data-language=fr]").tap()
    for _ in range(2 * LOOK_S // A_PERSON_S):
        kept.clock.fast_forward(A_PERSON_S * 1_000)
        kept.locator("h1").tap()
    assert is_same_page(kept)
    kept.locator("[data-action=back]").tap()
    reloads(kept)
    assert kept.evaluate(EDITION) == NEW
    with own.front.gone():
        kept.reload()
        expect(kept.locator("html")).to_have_attribute("data-script", "two")
        assert kept.evaluate("caches.keys().then(names => names.filter(name => /-kiosk-/.test(name)).length)") == 1


def lies_ready(page: Page) -> None:
    """The new version is on the kiosk's machine, whole; between two cuts of a test's line it would not come down."""
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration('/kiosk/')).update()")
    until(lambda: bool(page.evaluate(IS_WAITING)), "the new version lies ready")


def test_a_line_that_breaks_every_minute_keeps_no_version_away(own: OwnServer, kept: Page) -> None:
    def rests_on_a_bad_line(page: Page) -> None:
        with own.front.gone():
            page.clock.fast_forward(SITE_LOOK_S * 1_000)
            shows(page, "unavailable")
        page.clock.fast_forward(SITE_LOOK_S * 1_000)
        shows(page, "language")
        rests(page, 40)

    update(own)
    lies_ready(kept)
    reloads(kept, rests_on_a_bad_line)
    assert kept.evaluate(EDITION) == NEW


def test_a_version_that_is_here_needs_no_answer(own: OwnServer, kept: Page) -> None:
    """Where a line breaks as regularly as the kiosk asks, every one of its questions may be lost."""
    update(own)
    lies_ready(kept)
    with own.front.gone():
        kept.clock.fast_forward(SITE_LOOK_S * 1_000)
        shows(kept, "unavailable")
        let_pass(kept, LOOK_S)
        # From here on in real time: the kiosk's look and the browser's change of workers take some.
        until(lambda: is_loaded_anew(kept, lambda page: None), "the page is loaded anew")
        shows(kept, "unavailable")
    shows(kept, "language")
    assert kept.evaluate(EDITION) == NEW


def test_half_a_version_is_not_taken(own: OwnServer, kept: Page) -> None:
    update(own, lambda: own.edit("kiosk.css", "--edition: two", "--edition: three"))
    rests(kept, 4 * LOOK_S)
    assert is_same_page(kept)
    kept.reload()
    shows(kept, "language")
    assert kept.evaluate(EDITION) == OLD


def test_kept_files_that_were_harmed_give_place_to_the_servers(own: OwnServer, kept: Page) -> None:
    update(own)
    kept.evaluate(
        """async () => {
            const [name] = (await caches.keys()).filter(each => /-kiosk-/.test(each));
            await (await caches.open(name)).delete("/assets/kiosk/boot.js");
        }"""
    )
    kept.reload()
    expect(kept.locator("html")).to_have_attribute("data-script", "two")
    shows(kept, "language")
    assert kept.evaluate(EDITION) == NEW
