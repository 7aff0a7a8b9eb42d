"""Signing in at the provider of the house, in a real browser, from a site of another name: by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from server.domain.people import Job
from tests.browser.conftest import Open
from tests.browser.test_accessibility import faults
from tests.browser.test_desk_look import HARD_TO_TOUCH, SIZES
from tests.support.abode import PASSWORD, ROSE, ZOE
from tests.support.devices import SITE
from tests.support.processes import Valkey, Web, free_port
from tests.support.provider import NAME, Provider
from tests.support.seeded import seeded, settings_in


@dataclass(frozen=True)
class Abode:
    """A running house that has a provider; `url` is its door."""

    url: str
    provider: Provider
    web: Web


@pytest.fixture(scope="module")
def abode(valkey: Valkey, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Abode]:
    folder, port = tmp_path_factory.mktemp("abode"), free_port()
    # Another name than the provider's 127.0.0.1: what is sent back comes from another site, as it will in a house.
    public_url = f"http://localhost:{port}"
    provider = Provider(public_url)
    settings = settings_in(folder, valkey.url, port=port, public_url=public_url, **provider.settings)
    house = seeded(settings)
    house.people.add(ZOE, Job.MEDIATOR, PASSWORD, [SITE])
    house.people.add(ROSE, Job.MANAGER, PASSWORD, [SITE])
    web = Web(settings, folder / "web.log")
    yield Abode(f"{public_url}/staff/", provider, web)
    web.kill()
    provider.stop()


def looked_at(page: Page) -> None:
    """Nothing to find on the page as it is, on a desk and on a phone."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(HARD_TO_TOUCH) == []


def press(page: Page, words: str) -> None:
    """Press a link or a button by keyboard."""
    page.locator("a, button").get_by_text(words, exact=True).focus()
    page.keyboard.press("Enter")


def go_there(page: Page, name: str) -> None:
    """Sign in on the provider's own pages."""
    press(page, f"Entrer avec {NAME}")
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill("x")
    page.keyboard.press("Enter")


def test_a_stranger_is_let_in_by_their_manager_and_enters_from_then_on(abode: Abode, open_page: Open) -> None:
    zoe, rose = open_page(abode.url, 1366, 768), open_page(abode.url, 1366, 768)
    looked_at(zoe)
    go_there(zoe, "zoe-there")
    # The first time it asks whether that is all right.
    zoe.get_by_role("button", name="Continue").click()
    expect(zoe.locator("h1")).to_have_text("Nous ne vous connaissons pas encore")
    looked_at(zoe)
    code = zoe.locator("[data-code]").inner_text()

    rose.get_by_label("Votre nom").fill(ROSE)
    rose.get_by_label("Votre mot de passe").fill(PASSWORD)
    rose.keyboard.press("Enter")
    expect(rose.locator("h1")).to_have_text("Où travaillez-vous aujourd’hui ?")
    press(rose, "L’équipe")
    expect(rose.locator("h1")).to_have_text("L’équipe")
    press(rose, ZOE)
    expect(rose.get_by_label("Le code affiché")).to_be_visible()
    looked_at(rose)
    rose.get_by_label("Le code affiché").fill("BCDF-GHJK")
    rose.keyboard.press("Enter")
    expect(rose.get_by_role("alert")).to_contain_text("Personne ne montre ce code")
    looked_at(rose)
    press(rose, "Revenir au compte")
    rose.get_by_label("Le code affiché").fill(code)
    rose.keyboard.press("Enter")
    expect(rose.get_by_role("status")).to_contain_text(f"{ZOE} peut entrer avec {NAME}.")

    press(zoe, "Revenir à l’entrée")
    go_there(zoe, "zoe-there")
    expect(zoe.locator("h1")).to_have_text("Où travaillez-vous aujourd’hui ?")
    expect(zoe.locator(".account")).to_contain_text(ZOE)

    # Signed out here: the next person at this computer is asked who they are.
    zoe.set_viewport_size({"width": 1366, "height": 768})
    zoe.get_by_role("button", name="Fermer ma session").click()
    # And there, too: its own page asks, and leads back to the door.
    zoe.get_by_role("button", name="Yes, sign me out").click()
    zoe.wait_for_url(abode.url)
    press(zoe, f"Entrer avec {NAME}")
    expect(zoe.locator("[name=login]")).to_be_visible()


def test_who_opens_a_page_without_a_session_signs_in_and_comes_to_it(abode: Abode, open_page: Open) -> None:
    devices = f"{abode.url}{SITE}/devices"
    page = open_page(devices, 1366, 768)
    expect(page.locator("h1")).to_have_text("Bonjour")
    expect(page.locator(".door")).to_contain_text("La page que vous avez demandée s’ouvrira ensuite.")
    looked_at(page)
    page.get_by_label("Votre nom").fill("rose  PETIT")
    page.get_by_label("Votre mot de passe").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(devices)
    # Signed out elsewhere: the page that stands open goes to the door by itself, and comes back.
    page.context.clear_cookies(name="accueil")
    expect(page.locator("h1")).to_have_text("Bonjour")
    go_there(page, "rose-there")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1")).to_have_text("Nous ne vous connaissons pas encore")


def test_who_changes_their_mind_at_the_provider_can_start_again(abode: Abode, open_page: Open) -> None:
    page = open_page(abode.url, 1366, 768)
    press(page, f"Entrer avec {NAME}")
    page.get_by_role("link", name="Cancel").click()
    expect(page.locator("h1")).to_have_text("Cela n’a pas marché")
    looked_at(page)
    press(page, f"Entrer avec {NAME}")
    page.locator("[name=login]").wait_for()


def test_while_the_provider_is_switched_off_the_door_says_so_and_a_password_opens_it(
    abode: Abode, open_page: Open
) -> None:
    abode.provider.stop()
    # As when it has been off for a minute: what it says of itself is no longer remembered.
    abode.web.kill()
    abode.web.start()
    page = open_page(abode.url, 1366, 768)
    press(page, f"Entrer avec {NAME}")
    expect(page.locator("h1")).to_have_text(f"{NAME} ne répond pas")
    looked_at(page)
    press(page, "Revenir à l’entrée")
    page.get_by_label("Votre nom").fill(ROSE)
    page.get_by_label("Votre mot de passe").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Où travaillez-vous aujourd’hui ?")
