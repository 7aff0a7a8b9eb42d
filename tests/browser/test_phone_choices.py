"""What a resident may do with the phone: leave, let others pass, change the language. Each is asked for first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, emptied, numbers
from tests.browser.phone_site import HEIGHT, WIDTH, in_state
from tests.support.api import Client
from tests.support.processes import Demo, until

SITE = "site-6"
WRITE_DOWN_LANGUAGES = """() => {
    const root = document.documentElement;
    window.spoken = [];
    new MutationObserver(() => window.spoken.push(root.lang)).observe(root, { attributes: true });
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, SITE)


@pytest.fixture
def three(desk: Client) -> list[dict[str, str]]:
    return [desk.issue().json() for _ in range(3)]


def opened(open_page: Open, ticket: dict[str, str]) -> Page:
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    in_state(phone, "waiting")
    return phone


def test_who_leaves_is_asked_once_more_and_then_gives_the_place_up(
    desk: Client, open_page: Open, three: list[dict[str, str]]
) -> None:
    first, second = opened(open_page, three[0]), opened(open_page, three[1])
    expect(second.locator("[data-ahead]")).to_have_text("1 personne avant vous")
    first.locator("[data-leave]").tap()
    expect(first.get_by_role("dialog", name="Vous partez ?")).to_be_visible()
    expect(first.locator("main")).to_be_hidden()
    first.locator("[data-answer=back]").tap()
    in_state(first, "waiting")
    assert numbers(desk) == [ticket["number"] for ticket in three]
    first.locator("[data-leave]").tap()
    first.locator("[data-answer=leave]").tap()
    in_state(first, "cancelled")
    expect(first.locator("[data-choices]")).to_be_hidden()
    assert numbers(desk) == [ticket["number"] for ticket in three[1:]]
    expect(second.locator("[data-ahead]")).to_have_text("Il n’y a personne avant vous")


def test_who_has_left_is_told_so_in_whichever_language_they_choose(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = opened(open_page, ticket)
    phone.locator("[data-leave]").tap()
    phone.locator("[data-answer=leave]").tap()
    in_state(phone, "cancelled")
    told = phone.locator("[data-todo]")
    expect(told).to_have_text("Votre place est rendue. Si vous changez d’avis, venez à l’accueil.")
    phone.locator("[data-language]").tap()
    phone.locator("[data-answer=en]").tap()
    expect(told).to_have_text("Your place is given up. If you change your mind, come to the reception.")
    phone.evaluate(WRITE_DOWN_LANGUAGES)
    for _ in range(3):
        with phone.expect_response("**/api/v1/follow/*"):
            phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert set(phone.evaluate("window.spoken")) <= {"en"}, "news of the ticket bring its own language back"
    assert desk.ticket(ticket["id"]).json()["language"] == "fr", "a ticket given up is called in none"


def test_who_was_put_aside_may_leave_and_lets_nobody_pass(
    desk: Client, open_page: Open, three: list[dict[str, str]]
) -> None:
    phone = opened(open_page, three[0])
    desk.call("2", ticket=three[0]["id"])
    desk.move(three[0]["id"], "park")
    in_state(phone, "parked")
    expect(phone.locator("[data-pass]")).to_be_hidden()
    phone.locator("[data-leave]").tap()
    phone.locator("[data-answer=leave]").tap()
    in_state(phone, "cancelled")


def test_as_many_go_first_as_were_said(desk: Client, open_page: Open, three: list[dict[str, str]]) -> None:
    phone = opened(open_page, three[0])
    phone.locator("[data-pass]").tap()
    expect(phone.get_by_role("dialog")).to_contain_text("Vous gardez votre numéro.")
    phone.locator("[data-answer='2']").tap()
    expect(phone.locator("[data-ahead]")).to_have_text("2 personnes avant vous")
    said = phone.get_by_role("status").filter(has_text="C’est noté. Merci de laisser passer.")
    expect(said).to_be_visible()
    expect(said).to_be_hidden()
    assert numbers(desk) == [three[1]["number"], three[2]["number"], three[0]["number"]]


def test_with_nobody_behind_the_place_is_kept_and_that_is_said(
    desk: Client, open_page: Open, three: list[dict[str, str]]
) -> None:
    phone = opened(open_page, three[2])
    phone.locator("[data-pass]").tap()
    phone.locator("[data-answer='1']").tap()
    expect(phone.get_by_role("dialog")).to_have_accessible_name(
        "Personne n’attend derrière vous. Vous gardez votre place."
    )
    phone.locator("[data-answer=back]").tap()
    in_state(phone, "waiting")
    assert numbers(desk) == [ticket["number"] for ticket in three]


def test_another_language_is_the_pages_at_once_and_the_calls_later(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = opened(open_page, ticket)
    phone.get_by_role("button", name="Choisir la langue · Français").tap()
    own_names = phone.locator("[data-sheet] [data-answer]").all_inner_texts()
    assert own_names[:3] == ["Français", "العربية", "English"]
    assert len(own_names) == 13
    phone.locator("[data-answer=ar]").tap()
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator("main")).to_contain_text("لا أحد قبلكم")
    desk.call("2")
    in_state(phone, "called")
    assert desk.board().json()["calls"][0]["language"] == "ar"


def test_a_wish_whose_answers_are_lost_is_carried_out_once(
    desk: Client, open_page: Open, three: list[dict[str, str]]
) -> None:
    phone = opened(open_page, three[0])
    sent: list[object] = []

    def lose_two(route: Route) -> None:
        sent.append(route.request.post_data_json)
        if len(sent) > 2:
            route.continue_()
            return
        route.fetch()  # carried out, and the answer goes astray
        route.abort("internetdisconnected")

    phone.route("**/moves", lose_two)
    phone.locator("[data-pass]").tap()
    phone.locator("[data-answer='1']").tap()
    until(lambda: bool(phone.evaluate("1")) and len(sent) == 3, "it was asked three times")
    expect(phone.locator("[data-ahead]")).to_have_text("1 personne avant vous")
    assert sent[0] == sent[1] == sent[2]
    assert numbers(desk) == [three[1]["number"], three[0]["number"], three[2]["number"]]


def test_a_call_comes_before_every_question(desk: Client, open_page: Open, three: list[dict[str, str]]) -> None:
    phone = opened(open_page, three[0])
    phone.locator("[data-leave]").tap()
    desk.call("2", ticket=three[0]["id"])
    in_state(phone, "called")
    expect(phone.locator("main")).to_be_visible()
    expect(phone.get_by_role("dialog")).to_be_hidden()


def test_a_question_is_worked_with_keys_and_gives_the_focus_back(open_page: Open, three: list[dict[str, str]]) -> None:
    phone = opened(open_page, three[0])
    phone.locator("[data-leave]").press("Enter")
    expect(phone.get_by_role("heading", name="Vous partez ?")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.locator("[data-leave]")).to_be_focused()
