"""How each device of a site is, as the desk tells it: what it does, that it is silent, and that it needs a hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.setbacks import let_pass
from tests.browser.test_accessibility import faults
from tests.browser.test_desk_look import HARD_TO_TOUCH, SIZES
from tests.browser.walls import LOCKED, SITE, a_minute_goes_by, devices_page, wall
from tests.support.processes import Demo

HEALTH_S = 30


@pytest.fixture
def desk(demo: Demo, open_page: Open) -> Page:
    return devices_page(demo, open_page)


def sit_down(demo: Demo, desk: Page) -> None:
    """At the first counter, in the place of whoever sat there in another test."""
    desk.goto(f"{demo.url}/staff/{SITE}")
    desk.locator("[data-counter='1']").click()
    desk.locator("#desk:not([inert])").wait_for()
    if desk.locator("#take-counter").count() > 0:
        desk.locator("#take-counter").click()
    desk.locator("#call-next").wait_for()


def test_a_screen_is_told_and_becomes_silent_when_it_is_stopped(demo: Demo, desk: Page, open_page: Open) -> None:
    screen = wall(demo, open_page)
    line = desk.locator("[data-device][data-role=display]")
    expect(line).to_contain_text("connecté")
    caption = desk.locator("[data-on]")
    for words in ("montre les bons appels", "à jour", "son actif"):
        expect(caption).to_contain_text(words)
    copies = desk.locator(".frame iframe").element_handles()
    screen.context.close()
    a_minute_goes_by(demo)
    expect(line).to_contain_text("silencieux")
    expect(line).to_have_attribute("data-urgency", "now")
    assert [copy.evaluate("(copy) => copy.isConnected") for copy in copies] == [True], "the copy was not drawn again"
    sit_down(demo, desk)
    expect(desk.locator("[data-hands='1']")).to_contain_text("silencieux")
    desk.locator("[data-hands] a").click()
    desk.get_by_role("button", name="Ne plus suivre").click()
    expect(line).to_have_count(0)


def test_a_screen_whose_sound_is_locked_is_told(demo: Demo, desk: Page, open_page: Open) -> None:
    screen = wall(demo, open_page, LOCKED)
    expect(screen.locator("body")).to_have_attribute("data-sound", "locked")
    line = desk.locator("[data-device][data-role=display]")
    expect(line).to_contain_text("son bloqué")
    expect(line).to_contain_text("Touchez l’écran une fois")
    sit_down(demo, desk)
    expect(desk.locator("[data-hands='1']")).to_contain_text("son bloqué")
    for width, height in SIZES:
        desk.set_viewport_size({"width": width, "height": height})
        assert faults(desk) == []
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert desk.evaluate(HARD_TO_TOUCH) == []


def test_what_changes_is_said_once_to_who_does_not_see_it(demo: Demo, desk: Page, open_page: Open) -> None:
    wall(demo, open_page).context.close()
    expect(desk.locator("[data-device]")).to_contain_text("connecté")
    expect(desk.locator("#said")).to_be_empty()
    a_minute_goes_by(demo)
    expect(desk.locator("#said")).to_contain_text("silencieux. Vérifiez que l’écran")


def test_a_kiosk_is_told_as_it_is_used(demo: Demo, desk: Page, open_page: Open) -> None:
    kiosk = open_page("about:blank")
    kiosk.clock.install()
    kiosk.goto(f"{demo.url}/kiosk/{SITE}")
    line = desk.locator("[data-device][data-role=kiosk]")
    expect(line).to_contain_text("prête")
    expect(line).to_contain_text("à jour")
    expect(line).to_contain_text("son à 3 sur 5")
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("[data-need]").first.wait_for()
    let_pass(kiosk, HEALTH_S)
    expect(line).to_contain_text("quelqu’un s’en sert")


def test_a_kiosk_goes_on_telling_after_the_server_was_away(demo: Demo, desk: Page, open_page: Open) -> None:
    kiosk = open_page("about:blank")
    kiosk.clock.install()
    kiosk.goto(f"{demo.url}/kiosk/{SITE}")
    line = desk.locator("[data-device][data-role=kiosk]")
    expect(line).to_contain_text("prête")
    kiosk.route("**/devices/self", lambda route: route.abort())
    let_pass(kiosk, HEALTH_S)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    a_minute_goes_by(demo)
    expect(line).to_contain_text("silencieuse")
    kiosk.unroute("**/devices/self")
    let_pass(kiosk, HEALTH_S)
    expect(line).to_contain_text("prête")


def test_the_page_says_when_it_is_cut_off_and_when_it_is_no_more(desk: Page) -> None:
    desk.route("**/devices/now", lambda route: route.abort())
    expect(desk.locator("#offline")).to_be_visible()
    desk.unroute("**/devices/now")
    expect(desk.locator("#offline")).to_be_hidden()


def test_who_was_signed_out_meanwhile_comes_to_the_door(desk: Page) -> None:
    desk.context.clear_cookies()
    desk.get_by_role("button", name="Entrer dans la démonstration").wait_for()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_page_is_seen_whole_and_worked_by_everybody(
    demo: Demo, desk: Page, open_page: Open, width: int, height: int
) -> None:
    for screen in ("/cave", "/salle-avec-un-tres-long-nom"):
        wall(demo, open_page, "", screen).context.close()
    a_minute_goes_by(demo)
    wall(demo, open_page, LOCKED)
    desk.set_viewport_size({"width": width, "height": height})
    expect(desk.locator("[data-device]")).to_have_count(3)
    expect(desk.locator("[data-device][data-silent=true]")).to_have_count(2)
    assert faults(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert desk.evaluate(HARD_TO_TOUCH) == []


def test_the_keyboard_reaches_what_can_be_done_and_nothing_in_the_copies(
    demo: Demo, desk: Page, open_page: Open
) -> None:
    wall(demo, open_page).context.close()
    a_minute_goes_by(demo)
    desk.get_by_role("button", name="Ne plus suivre").wait_for()
    desk.evaluate("document.activeElement.blur()")
    reached = []
    while len(reached) < 6:
        desk.keyboard.press("Tab")
        # The bar comes first, as on every page.
        if desk.evaluate("document.activeElement.closest('main') !== null"):
            reached.append(desk.evaluate("document.activeElement.textContent.trim()"))
    ways = ["Choisir un guichet", "Ouvrir en grand", "Appareils de tous mes sites", "Relier un appareil"]
    assert reached == [*ways, "Ne plus suivre", "Gérer"]
    desk.get_by_role("button", name="Ne plus suivre").focus()
    with desk.expect_response("**/devices/now"):
        pass
    expect(desk.get_by_role("button", name="Ne plus suivre")).to_be_focused()


def test_a_kiosk_served_by_its_worker_says_the_workers_version(demo: Demo, open_page: Open) -> None:
    """Its page may be older than what the server gives now: only the worker knows."""
    kiosk = open_page(f"{demo.url}/kiosk/{SITE}", workers="allow")
    kiosk.evaluate("navigator.serviceWorker.ready.then(() => null)")
    kiosk.route("**/kiosk-files.js", lambda route: route.abort())
    with kiosk.expect_request("**/devices/self") as told:
        kiosk.reload()
    assert kiosk.evaluate("navigator.serviceWorker.controller !== null")
    served = kiosk.request.get(f"{demo.url}/kiosk-files.js").headers["etag"]
    assert told.value.post_data_json["build"] == served.strip('"')
