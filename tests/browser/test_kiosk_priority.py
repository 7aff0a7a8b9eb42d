"""Where the site has its kiosk ask who needs to be seen earlier: one question more, and an easy "no"."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.setbacks import kiosk_asks, let_pass
from tests.support.api import Client
from tests.support.processes import Demo

KIOSK_SITE = "site-4"


@pytest.fixture
def desk(demo: Demo) -> Client:
    """A counter of the kiosk's site, where nobody waits any more."""
    return emptied(demo, KIOSK_SITE)


def opened(demo: Demo, open_page: Open) -> Page:
    """A kiosk on whose clock time may pass faster."""
    page = open_page("about:blank")
    page.clock.install()
    page.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    return page


def choose(kiosk: Page, language: str = "fr", need: str = "papiers") -> None:
    """Two taps, up to the question."""
    kiosk.locator(f"[data-language={language}]").tap()
    kiosk.locator(f"[data-need={need}]").tap()
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "priority")


def waiting(desk: Client) -> list[tuple[str, str | None, int]]:
    """Who waits in the order of call: number, priority, head start in minutes."""
    rows: list[dict[str, Any]] = desk.queue().json()["waiting"]
    return [(row["number"], row["priority"], row["head_start_min"]) for row in rows]


def number_shown(kiosk: Page) -> str:
    return str(kiosk.locator("[data-number]").get_attribute("data-number"))


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("fr", ["Non, merci", "J’ai un handicap", "Je suis enceinte"]),
        ("en", ["No, thank you", "I have a disability", "I am pregnant"]),
        ("ar", ["لا، شكرًا", "لديّ إعاقة", "أنا حامل"]),
    ],
)
def test_no_thank_you_comes_first_and_gives_a_ticket_like_everyones(
    demo: Demo, desk: Client, open_page: Open, language: str, labels: list[str]
) -> None:
    with kiosk_asks(demo, KIOSK_SITE, "handicap", "grossesse"):
        kiosk = opened(demo, open_page)
        choose(kiosk, language)
        expect(kiosk.locator("[data-priority]")).to_have_text(labels)
        assert numbers(desk) == []
        kiosk.locator("[data-priority]").first.tap()
        number = number_shown(kiosk)
        assert waiting(desk) == [(number, None, 0)]


def test_a_reason_is_a_head_start(demo: Demo, desk: Client, open_page: Open) -> None:
    before = desk.issue().json()["number"]
    with kiosk_asks(demo, KIOSK_SITE, "grossesse"):
        kiosk = opened(demo, open_page)
        choose(kiosk)
        kiosk.locator("[data-priority=grossesse]").tap()
        number = number_shown(kiosk)
        assert waiting(desk) == [(number, "grossesse", 30), (before, None, 0)]
    expect(kiosk.locator("main")).to_contain_text("Il n’y a personne avant vous")


def test_the_reason_is_kept_while_the_server_is_away(demo: Demo, desk: Client, open_page: Open) -> None:
    with kiosk_asks(demo, KIOSK_SITE, "grossesse"):
        kiosk = opened(demo, open_page)
        choose(kiosk)
        kiosk.route("**/api/v1/sites/*/tickets", lambda route: route.abort("connectionreset"))
        kiosk.locator("[data-priority=grossesse]").tap()
        expect(kiosk.locator("main")).to_have_attribute("data-screen", "unavailable")
        kiosk.unroute_all()
        kiosk.reload()
        number = number_shown(kiosk)
        assert waiting(desk) == [(number, "grossesse", 30)]


def test_back_leads_to_the_needs_and_quiet_to_the_start(demo: Demo, desk: Client, open_page: Open) -> None:
    with kiosk_asks(demo, KIOSK_SITE, "grossesse"):
        kiosk = opened(demo, open_page)
        choose(kiosk)
        kiosk.locator("[data-action=back]").tap()
        kiosk.locator("[data-need=transports]").tap()
        expect(kiosk.locator("main")).to_have_attribute("data-screen", "priority")
        let_pass(kiosk, 61)
        expect(kiosk.get_by_role("dialog")).to_contain_text("Vous êtes encore là")
        let_pass(kiosk, 31)
        expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    assert numbers(desk) == []


@pytest.mark.parametrize("others", [(), ("handicap",)])
def test_a_reason_that_the_site_has_just_given_up_is_said_and_the_person_decides(
    demo: Demo, desk: Client, open_page: Open, others: tuple[str, ...]
) -> None:
    with ExitStack() as kept, ExitStack() as given_up:
        for other in others:
            kept.enter_context(kiosk_asks(demo, KIOSK_SITE, other))
        given_up.enter_context(kiosk_asks(demo, KIOSK_SITE, "grossesse"))
        kiosk = opened(demo, open_page)
        choose(kiosk)
        given_up.close()
        kiosk.locator("[data-priority=grossesse]").tap()
        expect(kiosk.get_by_role("alert")).to_contain_text("Ce choix n’est plus possible à la borne.")
        expect(kiosk.get_by_role("alert")).to_contain_text("parlez à quelqu’un à l’accueil")
        expect(kiosk.locator("[data-priority]")).to_have_count(1 + len(others))
        assert numbers(desk) == []
        without = kiosk.locator("[data-priority='']")
        expect(without).to_have_text("Prendre mon ticket")
        without.press("Enter")  # a second tap in one place within half a second is no tap
        number = number_shown(kiosk)
        assert waiting(desk) == [(number, None, 0)]


def test_the_kiosk_asks_for_five_reasons_at_most_and_for_none_that_only_a_mediator_gives(
    demo: Demo, open_page: Open
) -> None:
    def with_many_reasons(route: Route) -> None:
        answer = route.fetch()
        many = [{"id": f"raison-{n}", "kiosk": n != 2, "labels": {"fr": f"Raison {n}"}} for n in range(1, 10)]
        route.fulfill(response=answer, json=answer.json() | {"priorities": many})

    kiosk = open_page("about:blank")
    kiosk.route(f"**/api/v1/sites/{KIOSK_SITE}", with_many_reasons)
    kiosk.goto(f"{demo.url}/kiosk/{KIOSK_SITE}")
    choose(kiosk)
    expect(kiosk.locator("[data-priority]")).to_have_text(["Non, merci"] + [f"Raison {n}" for n in (1, 3, 4, 5, 6)])
