"""A kiosk and a screen show a code; a manager types it at the desk; they work, and can be sent away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from server.actions.house import House
from server.domain.pairing import LETTERS, shown_code
from server.domain.people import Job, Role
from tests.browser.conftest import ROOT, Open
from tests.support.pairing import ADDRESS
from tests.support.processes import Valkey, Web, free_port
from tests.support.seeded import seeded, settings_in

AXE = Axe((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
SITE = "etats-unis"
NAME, PASSWORD = "Nadia Roux", "un long mot de passe"
LAPTOP, TELEPHONE = (1366, 768), (390, 844)
CODE = re.compile(rf"^[{LETTERS}]{{4}}-[{LETTERS}]{{4}}$")
SMALL = """() => [...document.querySelectorAll("main :is(button, input:not([type=hidden]), select)")]
    .filter((part) => part.getBoundingClientRect().height < 44).map((part) => part.outerHTML)"""
"""Of what is pressed, whatever is under 44 pixels high."""


@dataclass(frozen=True)
class Centre:
    """A site that is no demo: its web process gives no token away."""

    web: Web
    house: House


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    folder = tmp_path_factory.mktemp("centre")
    queue = Valkey(folder / "queue")
    settings = settings_in(folder, queue.url, port=free_port())
    house = seeded(settings)
    house.people.add(NAME, Job.MANAGER, PASSWORD, [SITE])
    web = Web(settings, folder / "web.log")
    yield Centre(web, house)
    web.kill()
    queue.stop()


@pytest.fixture
def desk(centre: Centre, open_page: Open) -> Page:
    """The manager's laptop, signed in."""
    return signed_in(centre, open_page)


def signed_in(centre: Centre, open_page: Open, size: tuple[int, int] = LAPTOP) -> Page:
    page = open_page(f"{centre.web.url}/staff/", *size)
    page.locator("#name").fill(NAME)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".bar").wait_for()
    return page


def code_on(page: Page) -> str:
    """What stands on the device's screen."""
    expect(page.locator("[data-code]")).to_have_text(CODE)
    return page.locator("[data-code]").inner_text()


def let_in(desk: Page, centre: Centre, code: str, name: str) -> None:
    """By keyboard alone."""
    desk.goto(f"{centre.web.url}/staff/devices/pair")
    expect(desk.get_by_label("Code", exact=True)).to_be_focused()
    desk.keyboard.type(code.lower())
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Est-ce le bon appareil ?")
    expect(desk.get_by_label("Nom de l’appareil")).to_be_focused()
    desk.keyboard.type(name)
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text(f"« {name} » est relié.")


def faults(page: Page) -> list[str]:
    """What axe-core finds, one line a fault."""
    found = AXE.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def test_a_kiosk_is_let_in_and_when_it_is_sent_away_shows_a_code_again(
    centre: Centre, desk: Page, open_page: Open
) -> None:
    kiosk = open_page(f"{centre.web.url}/kiosk/{SITE}")
    main = kiosk.locator("main")
    expect(main).to_have_attribute("data-screen", "pairing")
    expect(main).to_contain_text("Venez à l’accueil.")
    expect(main).to_contain_text("Cette borne n’est pas encore reliée.")
    assert faults(kiosk) == []
    let_in(desk, centre, code_on(kiosk), "Borne de l’entrée")
    expect(main).to_have_attribute("data-screen", "language")
    kiosk.reload()
    expect(main).to_have_attribute("data-screen", "language")

    known = desk.locator("[data-known] li", has_text="Borne de l’entrée")
    known.get_by_role("link").click()
    desk.get_by_label("Pourquoi ?").fill("prêtée")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text("L’autorisation est retirée.")
    expect(main).to_have_attribute("data-screen", "pairing")
    expect(main).to_contain_text("Cette borne n’est plus reconnue.")
    let_in(desk, centre, code_on(kiosk), "Borne revenue")
    expect(main).to_have_attribute("data-screen", "language")


@pytest.mark.parametrize("size", [LAPTOP, (1920, 1080), (1080, 1920)])
def test_a_kiosk_that_lies_or_stands_shows_its_whole_code(
    centre: Centre, open_page: Open, size: tuple[int, int]
) -> None:
    kiosk = open_page(f"{centre.web.url}/kiosk/{SITE}", *size)
    code_on(kiosk)
    bar = kiosk.locator("#frame").bounding_box()
    assert bar
    for part in kiosk.locator(".pairing > *, .notice-others > *").all():
        place = part.bounding_box()
        assert place
        assert place["y"] + place["height"] <= bar["y"], part.inner_text()
        assert place["x"] + place["width"] <= size[0], part.inner_text()


def test_a_screen_is_let_in_and_when_it_is_sent_away_shows_a_code_again(
    centre: Centre, desk: Page, open_page: Open
) -> None:
    room = open_page(f"{centre.web.url}/display/{SITE}", 1920, 1080)
    body = room.locator("body")
    expect(body).to_have_attribute("data-state", "offline")
    code = code_on(room)
    expect(room.locator("[data-team]")).to_contain_text("Cet écran n’est pas encore relié.")
    assert faults(room) == []
    let_in(desk, centre, code, "Écran du hall")
    expect(body).to_have_attribute("data-state", "live")
    room.reload()
    expect(body).to_have_attribute("data-state", "live")

    [device] = [each for each in centre.house.devices.known({SITE}) if each.name == "Écran du hall"]
    centre.house.devices.revoke(device.id, reason="vendu")
    expect(body).to_have_attribute("data-state", "offline")
    let_in(desk, centre, code_on(room), "Écran revenu")
    expect(body).to_have_attribute("data-state", "live")


@pytest.mark.parametrize(("path", "role"), [(f"kiosk/{SITE}", Role.KIOSK), (f"display/{SITE}", Role.DISPLAY)])
def test_a_page_that_is_told_to_loads_itself_anew(
    centre: Centre, desk: Page, open_page: Open, path: str, role: Role
) -> None:
    token = centre.house.devices.create(SITE, role)
    device = centre.house.devices.recognise(token)
    assert device
    page = open_page("about:blank", 1920, 1080)
    with page.expect_response("**/devices/self"):
        page.goto(f"{centre.web.url}/{path}#token={token}")
    page.evaluate("() => { window.isBefore = true; }")
    desk.goto(f"{centre.web.url}/staff/{SITE}/devices/{device.id}")
    desk.get_by_role("button", name="Recharger").click()
    page.wait_for_function("() => !window.isBefore")


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE])
def test_the_pages_of_devices_are_well_on_a_laptop_and_a_telephone(
    centre: Centre, open_page: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = signed_in(centre, open_page, size)
    waiting = centre.house.pairings.open(Role.PRINTER, None, ADDRESS)
    device = centre.house.devices.recognise(centre.house.devices.create(SITE, Role.KIOSK))
    assert device
    for path in ("devices", "devices/pair", f"{SITE}/devices", f"{SITE}/devices/{device.id}", "found"):
        if path == "found":
            desk.goto(f"{centre.web.url}/staff/devices/pair")
            desk.locator("#code").fill(shown_code(waiting.code))
            desk.keyboard.press("Enter")
            desk.locator("#site").wait_for()
        else:
            desk.goto(f"{centre.web.url}/staff/{path}")
        if path == f"{SITE}/devices":
            desk.locator("[data-known] li").first.wait_for()
        desk.screenshot(path=tmp_path / f"{path.replace('/', '-')}-{size[0]}.png", full_page=True)
        assert faults(desk) == [], path
        assert desk.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path
        assert desk.evaluate(SMALL) == [], path
