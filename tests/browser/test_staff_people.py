"""The door, the team and the trail, by keyboard alone; whole and touchable on a laptop and on a phone."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_accessibility import faults
from tests.browser.test_desk_look import HARD_TO_TOUCH, SIZES
from tests.support.processes import Demo

STOPS_AT_MOST = 60
SITE = "PIMMS Médiation, site 6"
MENU = "Menu Démonstration"
OWN = "trois chats sur le toit"


@pytest.fixture
def desk(demo: Demo, open_page: Open) -> Page:
    """The demo's person, signed in without a mouse."""
    page = open_page(f"{demo.url}/staff/", *SIZES[0])
    press(page, "Entrer dans la démonstration")
    expect(page.locator("h1")).to_have_text("Où travaillez-vous aujourd’hui ?")
    return page


def go_to(page: Page, name: str) -> None:
    """Tab on until what has this name has the focus."""
    for _ in range(STOPS_AT_MOST):
        page.keyboard.press("Tab")
        if page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()") == name:
            return
    raise AssertionError(f"the keyboard does not reach “{name}”")


def enter(page: Page) -> None:
    """Press Enter, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def go(page: Page, place: str) -> None:
    """To a place of the bar, which is a menu where there is little room."""
    if page.locator(".bar summary").is_visible():
        go_to(page, MENU)
        page.keyboard.press("Enter")
    press(page, place)


def press(page: Page, name: str) -> None:
    """A button or a link, by Enter."""
    go_to(page, name)
    enter(page)


def fill(page: Page, label: str, text: str) -> None:
    """A field, by its label."""
    go_to(page, label)
    page.keyboard.insert_text(text)


def added(page: Page, name: str) -> str:
    """Somebody new at one site. Their first password."""
    go(page, "L’équipe")
    press(page, "Ajouter une personne")
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.insert_text(name)
    page.keyboard.press("Tab")  # the role: mediation is chosen
    go_to(page, SITE)
    page.keyboard.press("Space")
    enter(page)
    return page.locator("[data-password]").inner_text()


def test_somebody_is_added_and_chooses_their_password_without_a_mouse(desk: Page) -> None:
    name = f"Karim {uuid.uuid4()}"
    password = added(desk, name)
    go(desk, "Fermer ma session")
    expect(desk.locator("h1")).to_have_text("Bonjour")
    fill(desk, "Votre nom", name)
    fill(desk, "Votre mot de passe", password)
    enter(desk)
    expect(desk.locator("#old")).to_be_focused()
    desk.keyboard.insert_text(password)
    fill(desk, "Nouveau mot de passe", OWN)
    fill(desk, "Nouveau mot de passe, encore une fois", OWN)
    enter(desk)
    expect(desk.get_by_role("status")).to_have_text("Votre mot de passe est changé.")
    expect(desk.locator(".choices a")).to_have_count(1)
    expect(desk.get_by_role("navigation")).not_to_contain_text("L’équipe")


def test_a_role_is_changed_and_an_account_closed_without_a_mouse(desk: Page) -> None:
    name = f"Lina {uuid.uuid4()}"
    added(desk, name)
    press(desk, "Revenir à l’équipe")
    line = desk.locator("[data-person]").filter(has_text=name)
    expect(line).to_contain_text("Médiation")
    press(desk, name)
    go_to(desk, "Médiation reçoit le public sur ses sites.")
    desk.keyboard.press("ArrowDown")
    press(desk, "Enregistrer")
    expect(line).to_contain_text("Responsable")
    press(desk, name)
    press(desk, "Fermer ce compte")
    expect(desk.get_by_role("status")).to_have_text(f"Le compte de {name} est fermé.")
    expect(desk.locator("section [data-person]").filter(has_text=name)).to_have_count(1)
    go(desk, "Historique")
    expect(desk.locator(".trail li").nth(0)).to_contain_text(f"Démonstration a fermé le compte de {name}.")
    expect(desk.locator(".trail li").nth(1)).to_contain_text("Médiation → Responsable")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_wrong_password_is_told_beside_the_form(demo: Demo, open_page: Open, width: int, height: int) -> None:
    page = open_page(f"{demo.url}/staff/", width, height)
    fill(page, "Votre nom", "Personne")
    fill(page, "Votre mot de passe", f"devinette {uuid.uuid4()}")
    enter(page)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#name")).to_have_value("Personne")
    expect(page.locator("#password")).to_have_value("")
    assert faults(page) == []
    assert page.evaluate(HARD_TO_TOUCH) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_page_is_seen_whole_and_worked_by_everybody(desk: Page, width: int, height: int) -> None:
    name = f"Une personne qui a un très long nom {uuid.uuid4()}"
    desk.set_viewport_size({"width": width, "height": height})

    def hold(title: str) -> None:
        expect(desk.locator("h1")).to_have_text(title)
        assert faults(desk) == []
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert desk.evaluate(HARD_TO_TOUCH) == []

    hold("Où travaillez-vous aujourd’hui ?")
    go(desk, "Mon mot de passe")
    hold("Mon mot de passe")
    added(desk, name)
    hold(name)
    press(desk, "Revenir à l’équipe")
    hold("L’équipe")
    press(desk, name)
    hold(name)
    go(desk, "Historique")
    hold("Historique")
    go(desk, "L’équipe")
    press(desk, "Ajouter une personne")
    hold("Ajouter une personne")
    desk.locator("#name").fill("Démonstration")
    enter(desk)
    expect(desk.get_by_role("alert")).to_contain_text("Choisissez au moins un site.")
    hold("Ajouter une personne")
