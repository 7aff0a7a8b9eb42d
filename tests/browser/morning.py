"""A morning's people and their machines: a demo of their own, and nobody at them has a mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from server.actions import setup
from server.actions.house import House
from server.actions.journal import check_journal
from server.checker import Report
from server.domain.people import COMMAND, Job
from server.records.visit_tables import VisitRow
from tests.support.api import Client
from tests.support.processes import Demo, until

SITE = "etats-unis"
GIVEN, OWN = "un mot de passe donné", "trois chats sur le toit"
MEDIATORS = ("Aïcha", "Bruno", "Chloé")
MANAGER = "Dounia"
STOPS_AT_MOST = 150


@dataclass(frozen=True, slots=True)
class Morning:
    """The demo, its records as the test reads them, and the house's kiosk and desk on the wire."""

    demo: Demo
    house: House
    kiosk: Client
    wire: Client

    @classmethod
    def dawns(cls, demo: Demo, house: House) -> Morning:
        """Everybody has an account, the manager one whose password somebody else chose; the site is closed."""
        for name in MEDIATORS:
            house.people.add(name, Job.MEDIATOR, OWN, [SITE])
        house.people.add(MANAGER, Job.MANAGER, GIVEN, [SITE], must_change=True)
        setup.save(house, replace(house.catalogue.site(SITE), open=False), COMMAND)
        kiosk, wire = (Client(demo.url, SITE, demo.token(SITE, role)) for role in ("kiosk", "counter"))
        until(lambda: kiosk.issue().status_code == 409, "the site is closed")
        return cls(demo, house, kiosk, wire)

    def comes(self, need: str = "papiers", language: str = "fr") -> str:
        """Somebody takes a ticket. Their number."""
        answer = self.kiosk.issue(need, language)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["number"])

    def agree(self, *desks: Page) -> None:
        """Every desk shows the queue as it is, which may still move: a paper that comes out is told, too."""

        def alike() -> bool:
            shown = [
                tuple(desk.locator(f"[data-{fact}]").get_attribute(f"data-{fact}") for fact in ("version", "total"))
                for desk in desks
            ]
            queue = self.wire.queue().json()
            return set(shown) == {(str(queue["version"]), str(queue["total"]))}

        until(alike, "every desk shows the queue as it is")

    def visits(self) -> list[str]:
        """The tickets of which a visit is kept, one for each record."""
        with self.house.catalogue.store.session() as session:
            return sorted(session.scalars(select(VisitRow.ticket_id).where(VisitRow.site_id == SITE)))

    def told(self) -> list[dict[str, str]]:
        """The requests that the visits tell of."""
        with self.house.catalogue.store.session() as session:
            rows = session.scalars(select(VisitRow.requests).where(VisitRow.site_id == SITE))
            return [request for requests in rows for request in requests]

    def check(self) -> Report:
        """What `accueil check-journal` finds."""
        return check_journal(self.house, self.house.catalogue.site(SITE))


def reach(page: Page, selector: str, key: str = "Tab") -> None:
    """Tab on, or back, until the focus is there."""
    page.locator(selector).first.wait_for()
    for _ in range(STOPS_AT_MOST):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"the keyboard does not reach {selector}")


def enter_on(page: Page, selector: str) -> None:
    """Press what is reached by keyboard."""
    reach(page, selector)
    page.keyboard.press("Enter")


def leads(page: Page, act: Callable[[], None]) -> None:
    """Do it, and wait for the page that it leads to."""
    with page.expect_navigation():
        act()


def write(page: Page, selector: str, text: str) -> None:
    """Replace what stands in a field."""
    reach(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def sign_in(page: Page, name: str, password: str) -> None:
    """Come in by the door."""
    write(page, "#name", name)
    write(page, "#password", password)
    leads(page, lambda: page.keyboard.press("Enter"))


def sign_out(page: Page) -> None:
    """Leave, from a page that has the bar."""
    leads(page, lambda: enter_on(page, "form[action='/staff/sign-out'] button"))
    expect(page.locator("#name")).to_be_visible()


def sit(page: Page, counter: str) -> None:
    """Take a free counter, and wait until its keys work."""
    leads(page, lambda: enter_on(page, f"button[data-counter='{counter}']"))
    page.locator("#desk:not([inert]) #call-next").wait_for()


def hand(desk: Page) -> Locator:
    """The person in hand."""
    return desk.locator("[data-hand]")


def has(desk: Page, number: str, state: str = "called") -> None:
    """That person comes to be in hand."""
    expect(hand(desk)).to_have_attribute("data-hand", number)
    expect(hand(desk)).to_have_attribute("data-state", state)


def is_free(desk: Page) -> None:
    """Nobody is in hand, and no sheet lies over the desk."""
    expect(hand(desk)).to_have_attribute("data-hand", "")
    expect(desk.locator("#sheet")).to_be_hidden()


def publish(page: Page) -> None:
    """Publish the settings that are open."""
    leads(page, lambda: enter_on(page, "#publish"))
    expect(page.get_by_role("status")).to_have_text("Publié. Les bornes et les écrans suivent.")
