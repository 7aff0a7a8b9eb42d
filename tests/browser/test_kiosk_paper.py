"""The kiosk and its paper: the number first, then what is true of the paper; a code where there is none."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from server.queues.keys import JOB_LIFE_MS
from tests.browser.conftest import Open, emptied
from tests.browser.paper import (
    ABOUT_SITE,
    ABOUT_TICKET,
    SITE,
    Agent,
    codes_on,
    kiosk_of,
    let_it_ask,
    places,
    take,
    tap,
)
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.processes import Demo

PRINTING = {"fr": "Votre ticket s’imprime.", "en": "Your ticket is printing.", "ar": "تذكرتكم قيد الطباعة."}
TAKE_IT = "Prenez votre ticket."
REMEMBER = {
    "fr": "Retenez votre numéro\u202f: {number}.",
    "en": "Remember your number: {number}.",
    "ar": "احفظوا رقمكم: \u2068{number}\u2069.",
}
BEFORE = {
    "fr": "Pas de ticket papier. Votre numéro s’affiche ici.",
    "ar": "لا توجد تذاكر ورقية. سيظهر رقمكم هنا.",
    "en": "No paper tickets. Your number appears here.",
}
LATE_S = 10
WORDS = ".paper [role=status]"


@pytest.fixture
def agent(demo: Demo) -> Agent:
    return Agent(demo)


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, SITE)


def address_of(desk: Client) -> str:
    """Where the code on the paper of the only ticket leads."""
    (row,) = desk.queue().json()["waiting"]
    return str(desk.ticket(row["id"]).json()["follow_url"])


def remember(kiosk: Page, language: str, number: str, words: str) -> None:
    """The screen says these words of the paper, and asks to remember the number."""
    shown = REMEMBER[language].format(number=f"{number[0]}\u202f{number[1:]}")
    expect(kiosk.locator(WORDS)).to_have_text(f"{words} {shown}")
    expect(kiosk.locator(".follow-code")).to_be_visible()


def foresees_no_wait(kiosk: Page) -> None:
    """Its minutes change while time passes, and other words take other room: here only the paper's do."""

    def without_wait(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"wait": None})

    kiosk.route(re.compile(r"/api/v1/sites/[^/]+/tickets(/\w+)?$"), without_wait)


@pytest.mark.parametrize(
    ("language", "size", "told"),
    [
        ("fr", "portrait", ("unconfirmed", "Le ticket est-il sorti\u202f?")),
        ("fr", "tablet", ("failed", "L’imprimante est en panne.")),
        ("fr", "landscape", ("expired", "Le ticket n’est pas sorti.")),
        ("en", "tablet", ("unconfirmed", "See if the ticket came out.")),
        ("ar", "landscape", ("failed", "الطابعة لا تعمل.")),
    ],
)
def test_without_sure_paper_the_number_stays_and_the_code_takes_its_place(
    demo: Demo, open_page: Open, agent: Agent, desk: Client, language: str, size: str, told: tuple[str, str]
) -> None:
    outcome, words = told
    kiosk = kiosk_of(demo, open_page, size)
    foresees_no_wait(kiosk)
    number = take(kiosk, language)
    expect(kiosk.locator(WORDS)).to_have_text(PRINTING[language])
    assert codes_on(kiosk) == []
    expect(kiosk.locator(".wait")).to_have_count(0)
    before = places(kiosk)
    if outcome == "expired":
        agent.leave_lying(desk.queue().json()["waiting"][0]["id"])
    else:
        agent.report(agent.claim(number), outcome)
    let_it_ask(kiosk, ABOUT_TICKET)
    remember(kiosk, language, number, words)
    expect(kiosk.locator(f"[data-number={number}]")).to_be_visible()
    assert codes_on(kiosk) == [address_of(desk)]
    assert places(kiosk) == before


def test_paper_that_came_is_to_be_taken(demo: Demo, open_page: Open, agent: Agent) -> None:
    kiosk = kiosk_of(demo, open_page)
    number = take(kiosk, "fr")
    job = agent.claim(number)
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator("[data-print-state=claimed] [role=status]")).to_have_text(PRINTING["fr"])
    agent.report(job, "printed")
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator(WORDS)).to_have_text(TAKE_IT)
    expect(kiosk.locator(f"[data-number={number}]")).to_be_visible()
    assert codes_on(kiosk) == []


def test_paper_that_is_late_is_not_waited_for_and_is_still_to_be_taken_when_it_comes(
    demo: Demo, open_page: Open, agent: Agent, desk: Client
) -> None:
    kiosk = kiosk_of(demo, open_page)
    number = take(kiosk, "fr")
    let_pass(kiosk, LATE_S)
    let_it_ask(kiosk, ABOUT_TICKET)
    remember(kiosk, "fr", number, "Le ticket n’est pas là.")
    assert codes_on(kiosk) == [address_of(desk)]
    # It may still come, for as long as the server says so.
    let_pass(kiosk, JOB_LIFE_MS // 1000 - LATE_S)
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator(WORDS)).to_contain_text("Le ticket n’est pas là.")
    agent.report(agent.claim(number), "printed")
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator(WORDS)).to_have_text(TAKE_IT)
    assert codes_on(kiosk) == []


def test_another_paper_that_a_mediator_asked_for_is_on_its_way_like_the_first(
    demo: Demo, open_page: Open, agent: Agent, desk: Client
) -> None:
    kiosk = kiosk_of(demo, open_page)
    number = take(kiosk, "fr")
    agent.report(agent.claim(number), "failed")
    let_it_ask(kiosk, ABOUT_TICKET)
    remember(kiosk, "fr", number, "L’imprimante est en panne.")
    let_pass(kiosk, LATE_S)
    (row,) = desk.queue().json()["waiting"]
    asked = desk.http.post(f"/sites/{SITE}/tickets/{row['id']}/prints", json={"request_id": "again"})
    assert asked.status_code == 201
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator(WORDS)).to_have_text(PRINTING["fr"])
    agent.report(agent.claim(number), "printed")
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator(WORDS)).to_have_text(TAKE_IT)


def test_a_code_that_cannot_be_had_leaves_the_words_and_comes_later(
    demo: Demo, open_page: Open, agent: Agent, desk: Client
) -> None:
    kiosk = kiosk_of(demo, open_page)
    kiosk.route("**/code.svg", lambda route: route.abort("connectionrefused"))
    number = take(kiosk, "fr")
    agent.report(agent.claim(number), "failed")
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator(WORDS)).to_contain_text("Retenez votre numéro")
    expect(kiosk.locator(".paper .picture")).to_be_visible()
    expect(kiosk.locator(".paper img, .follow-words:visible")).to_have_count(0)
    kiosk.unroute_all()
    let_it_ask(kiosk, ABOUT_TICKET)
    remember(kiosk, "fr", number, "L’imprimante est en panne.")
    assert codes_on(kiosk) == [address_of(desk)]


def test_without_paper_everybody_is_told_before_they_tap_and_no_longer_when_it_is_back(
    demo: Demo, open_page: Open, agent: Agent, desk: Client
) -> None:
    kiosk = kiosk_of(demo, open_page)
    note = kiosk.locator(".no-paper")
    expect(note).to_be_empty()
    without = places(kiosk)
    agent.announce("down", "paper_out")
    let_it_ask(kiosk, ABOUT_SITE)
    expect(note.locator("[lang=fr]")).to_have_text(BEFORE["fr"])
    assert places(kiosk) == without
    tap(kiosk, "[data-language=en]")
    expect(kiosk.locator("main[data-screen=need] .no-paper")).to_have_text("No paper tickets.")
    told = places(kiosk)
    agent.announce("ready")
    let_it_ask(kiosk, ABOUT_SITE)
    expect(note).to_be_empty()
    assert places(kiosk) == told
    agent.announce("down", "cover_open")
    let_it_ask(kiosk, ABOUT_SITE)
    expect(note).to_have_text("No paper tickets.")
    tap(kiosk, "[data-need=papiers]")
    number = str(kiosk.locator("[data-number]").get_attribute("data-number"))
    remember(kiosk, "en", number, "No paper tickets.")
    assert codes_on(kiosk) == [address_of(desk)]


def test_the_next_person_is_told_at_once_that_the_paper_ran_out_on_the_one_before(
    demo: Demo, open_page: Open, agent: Agent
) -> None:
    kiosk = kiosk_of(demo, open_page)
    expect(kiosk.locator(".no-paper")).to_be_empty()
    job = agent.claim(take(kiosk, "fr"))
    agent.announce("down", "paper_out")
    agent.report(job, "failed")
    let_it_ask(kiosk, ABOUT_TICKET)
    expect(kiosk.locator("[data-print-state=failed]")).to_be_visible()
    tap(kiosk, "[data-action=done]")
    let_pass(kiosk, 1)
    expect(kiosk.locator("main[data-screen=language] .no-paper [lang=fr]")).to_have_text(BEFORE["fr"])
    agent.announce("ready")
    let_it_ask(kiosk, ABOUT_SITE)
    expect(kiosk.locator("main[data-screen=language] .no-paper")).to_be_empty()
