"""The desk sees what the public sees: live copies of the screens, and how each device of the site is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import redis
from playwright.sync_api import FrameLocator, Page, expect

from server.embedded import valkey_url
from server.queues.keys import DEVICE_SILENT_MS, base
from tests.browser.conftest import Open, emptied
from tests.browser.setbacks import forget_calls, let_pass
from tests.browser.test_accessibility import faults
from tests.browser.test_desk_look import HARD_TO_TOUCH, SIZES
from tests.support.api import Client
from tests.support.processes import Demo

SITE = "unite-mobile"
HEALTH_S = 30
COPY_WITHIN_MS = 2_000

# A browser that lets no page sound before somebody has touched it; the tests' own lets all of them.
LOCKED = "Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });"


@pytest.fixture
def queue(demo: Demo) -> Iterator[redis.Redis]:
    """The demo's live queue, no device heard of at the site."""
    client = redis.Redis.from_url(valkey_url(demo.folder / "queue"), decode_responses=True)
    client.delete(f"{base(SITE)}devices")
    yield client
    client.close()


@pytest.fixture
def visitors(demo: Demo, queue: redis.Redis) -> Client:
    forget_calls(demo, SITE)
    return emptied(demo, SITE)


@pytest.fixture
def desk(demo: Demo, visitors: Client, open_page: Open) -> Page:
    """The page of screens and devices."""
    page = open_page(f"{demo.url}/staff/", 1366, 768)
    page.get_by_role("button", name="Entrer dans la démonstration").click()
    page.goto(f"{demo.url}/staff/{SITE}/devices")
    return page


def wall(demo: Demo, open_page: Open, script: str = "", screen: str = "") -> Page:
    """A screen on the wall, live, that has said so."""
    page = open_page("about:blank", 1920, 1080)
    if script:
        page.add_init_script(script)
    with page.expect_response("**/devices/self"):
        page.goto(f"{demo.url}/display/{SITE}{screen}")
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    return page


def copy_of(desk: Page) -> FrameLocator:
    return desk.frame_locator("[data-copy=''] iframe")


def age(queue: redis.Redis, ms: int) -> None:
    """So much time goes by without a word of any device."""
    for device in queue.zrange(f"{base(SITE)}devices", 0, -1):
        queue.zincrby(f"{base(SITE)}devices", -ms, device)


def test_the_copy_shows_the_number_that_the_screen_shows(
    demo: Demo, desk: Page, visitors: Client, open_page: Open
) -> None:
    screen = wall(demo, open_page)
    expect(copy_of(desk).locator("body")).to_have_attribute("data-state", "live")
    for _ in range(2):
        visitors.issue()
        number = visitors.call().json()["number"]
        shown = f"[data-number={number}]"
        screen.locator(f"[data-announcing]{shown}").wait_for()
        expect(copy_of(desk).locator(f"[data-announcing]{shown}")).to_be_visible(timeout=COPY_WITHIN_MS)
        screen.locator(f"[data-newest]{shown}").wait_for()
        expect(copy_of(desk).locator(f"[data-newest]{shown}")).to_be_visible()
    same = screen.locator("body").get_attribute("data-hash")
    expect(copy_of(desk).locator("body")).to_have_attribute("data-hash", str(same))


def test_the_copy_is_the_whole_page_of_the_screen_made_small(desk: Page, demo: Demo, open_page: Open) -> None:
    expect(copy_of(desk).locator("body")).to_have_attribute("data-state", "live")
    assert copy_of(desk).locator("body").evaluate("() => [innerWidth, innerHeight]") == [1920, 1080]
    upright = open_page(f"{demo.url}/display/{SITE}", 1080, 1920)
    expect(upright.locator("body")).to_have_attribute("data-state", "live")
    expect(desk.locator("[data-size='1080x1920']")).to_be_attached()
    frame, picture = (desk.locator(part).bounding_box() for part in (".frame", ".frame iframe"))
    assert frame
    assert picture
    assert picture["width"] == pytest.approx(frame["width"], abs=1)
    assert picture["height"] == pytest.approx(frame["height"], abs=1)
    assert frame["height"] > frame["width"]


def test_a_copy_is_no_screen(demo: Demo, visitors: Client, open_page: Open) -> None:
    page = open_page(f"{demo.url}/staff/", 1366, 768)
    page.get_by_role("button", name="Entrer dans la démonstration").click()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.goto(f"{demo.url}/staff/{SITE}/devices")
    body = copy_of(page).locator("body")
    expect(body).to_have_attribute("data-state", "live")
    expect(body).to_have_attribute("data-sound", "off")
    # Drawn again, so that the copy has stood for a while.
    with page.expect_response("**/devices/now"):
        pass
    expect(page.locator("[data-device]")).to_have_count(0)
    expect(page.locator(".nobody")).to_be_visible()
    assert [line for line in asked if line.startswith("PUT") or "demo/tokens" in line] == []
    assert page.evaluate(f"localStorage.getItem('accueil.display.{SITE}')") is None


def test_without_a_session_a_copy_shows_nothing_of_the_site(demo: Demo, visitors: Client, open_page: Open) -> None:
    page = open_page(f"{demo.url}/display/{SITE}?copy", 1920, 1080)
    expect(page.locator("body")).to_have_attribute("data-state", "offline")


def test_a_screen_is_told_and_becomes_silent_when_it_is_stopped(
    demo: Demo, desk: Page, open_page: Open, queue: redis.Redis
) -> None:
    screen = wall(demo, open_page)
    line = desk.locator("[data-device][data-role=display]")
    expect(line).to_contain_text("connecté")
    caption = desk.locator("[data-on]")
    for words in ("montre les bons appels", "à jour", "son actif"):
        expect(caption).to_contain_text(words)
    copies = desk.locator(".frame iframe").element_handles()
    screen.context.close()
    age(queue, DEVICE_SILENT_MS)
    expect(line).to_contain_text("silencieux")
    expect(line).to_have_attribute("data-urgency", "now")
    assert [copy.evaluate("(copy) => copy.isConnected") for copy in copies] == [True], "the copy was not drawn again"
    desk.goto(f"{demo.url}/staff/{SITE}/1")
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
    desk.goto(f"{demo.url}/staff/{SITE}/1")
    expect(desk.locator("[data-hands='1']")).to_contain_text("son bloqué")
    for width, height in SIZES:
        desk.set_viewport_size({"width": width, "height": height})
        assert faults(desk) == []
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert desk.evaluate(HARD_TO_TOUCH) == []


def test_what_changes_is_said_once_to_who_does_not_see_it(
    demo: Demo, desk: Page, open_page: Open, queue: redis.Redis
) -> None:
    wall(demo, open_page).context.close()
    expect(desk.locator("[data-device]")).to_contain_text("connecté")
    expect(desk.locator("#said")).to_be_empty()
    age(queue, DEVICE_SILENT_MS)
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


def test_a_kiosk_goes_on_telling_after_the_server_was_away(
    demo: Demo, desk: Page, open_page: Open, queue: redis.Redis
) -> None:
    kiosk = open_page("about:blank")
    kiosk.clock.install()
    kiosk.goto(f"{demo.url}/kiosk/{SITE}")
    line = desk.locator("[data-device][data-role=kiosk]")
    expect(line).to_contain_text("prête")
    kiosk.route("**/devices/self", lambda route: route.abort())
    let_pass(kiosk, HEALTH_S)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    age(queue, DEVICE_SILENT_MS)
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
    demo: Demo, desk: Page, open_page: Open, queue: redis.Redis, width: int, height: int
) -> None:
    for screen in ("/cave", "/salle-avec-un-tres-long-nom"):
        wall(demo, open_page, "", screen).context.close()
    age(queue, DEVICE_SILENT_MS)
    wall(demo, open_page, LOCKED)
    desk.set_viewport_size({"width": width, "height": height})
    expect(desk.locator("[data-device]")).to_have_count(3)
    expect(desk.locator("[data-device][data-silent=true]")).to_have_count(2)
    assert faults(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert desk.evaluate(HARD_TO_TOUCH) == []


def test_the_keyboard_reaches_what_can_be_done_and_nothing_in_the_copies(
    demo: Demo, desk: Page, open_page: Open, queue: redis.Redis
) -> None:
    wall(demo, open_page).context.close()
    age(queue, DEVICE_SILENT_MS)
    desk.get_by_role("button", name="Ne plus suivre").wait_for()
    desk.evaluate("document.activeElement.blur()")
    reached = []
    for _ in range(4):
        desk.keyboard.press("Tab")
        reached.append(desk.evaluate("document.activeElement.textContent.trim()"))
    assert reached[:3] == ["Choisir un guichet", "Ouvrir en grand", "Ne plus suivre"]
    desk.get_by_role("button", name="Ne plus suivre").focus()
    with desk.expect_response("**/devices/now"):
        pass
    expect(desk.get_by_role("button", name="Ne plus suivre")).to_be_focused()
