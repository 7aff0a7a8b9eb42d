"""The phone behind the QR code: what it says is the latest truth, and it keeps nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, emptied
from tests.browser.phone_site import HEIGHT, WIDTH
from tests.browser.setbacks import end_for
from tests.support.api import Client
from tests.support.processes import Demo

PHONE_SITE = "site-6"

# What a resident reads, in the order of a visit.
WORDS = {
    "fr": {
        "waiting": "Il n’y a personne avant vous",
        "called": "C’est à vous",
        "no_show": "Votre numéro est passé. Venez nous voir à l’accueil.",
        "serving": "Nous nous occupons de vous.",
        "done": "C’est terminé.",
        "parked": "Nous gardons votre place. Restez près d’ici, nous vous rappelons.",
        "cancelled": "Votre place est rendue. Si vous changez d’avis, venez à l’accueil.",
        "expired": "La journée est finie. Pour revenir, prenez un nouveau ticket.",
    },
    "ar": {
        "waiting": "لا أحد قبلكم",
        "called": "حان دوركم",
        "no_show": "لقد فات رقمكم. تعالوا إلينا في الاستقبال.",
        "serving": "نحن نهتم بكم الآن.",
        "done": "انتهى الأمر.",
        "parked": "نحتفظ بمكانكم. ابقوا قريبين من هنا، سنناديكم من جديد.",
        "cancelled": "لم يعد مكانكم محجوزًا. إذا غيّرتم رأيكم، تعالوا إلى الاستقبال.",
        "expired": "انتهى اليوم. للعودة خذوا تذكرة جديدة.",
    },
}


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, PHONE_SITE)


def shows(phone: Page, state: str, language: str) -> None:
    expect(phone.locator("main")).to_have_attribute("data-state", state)
    expect(phone.locator("main")).to_contain_text(WORDS[language][state])


def keeps_nothing(phone: Page) -> bool:
    return phone.context.cookies() == [] and phone.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("endings", [{"no_show": "no_show"}, {"serve": "serving", "complete": "done"}])
def test_a_visit_is_followed_to_its_end(
    demo: Demo, desk: Client, open_page: Open, language: str, direction: str, endings: dict[str, str]
) -> None:
    ticket = desk.issue(language=language).json()
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    shows(phone, "waiting", language)
    expect(phone.locator("html")).to_have_attribute("lang", language)
    expect(phone.locator("html")).to_have_attribute("dir", direction)
    expect(phone.locator("[data-digits]")).to_have_text(f"{ticket['number'][0]}\u202f{ticket['number'][1:]}")
    desk.call("2")
    shows(phone, "called", language)
    expect(phone.locator("[data-counter]")).to_have_text("Guichet 2")
    for verb, state in endings.items():
        desk.move(ticket["id"], verb)
        shows(phone, state, language)
        expect(phone.locator("[data-ahead]")).to_be_hidden()
    assert keeps_nothing(phone)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_number_that_waits_again_is_told_of_as_waiting_and_called_anew(
    desk: Client, open_page: Open, language: str
) -> None:
    ticket = desk.issue(language=language).json()
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    desk.call("2")
    shows(phone, "called", language)
    desk.move(ticket["id"], "transfer", to_counter="3")
    shows(phone, "waiting", language)
    expect(phone.locator("[data-counter]")).to_be_hidden()
    desk.call("3")
    shows(phone, "called", language)
    expect(phone.locator("[data-counter]")).to_have_text("Guichet 3")
    desk.move(ticket["id"], "no_show")
    shows(phone, "no_show", language)
    desk.move(ticket["id"], "restore")
    shows(phone, "waiting", language)
    expect(phone.locator("main")).to_have_attribute("data-number", ticket["number"])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_number_put_aside_is_kept_and_one_taken_back_is_not(desk: Client, open_page: Open, language: str) -> None:
    ticket = desk.issue(language=language).json()
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    desk.call("2")
    desk.move(ticket["id"], "park")
    shows(phone, "parked", language)
    desk.move(ticket["id"], "cancel")
    shows(phone, "cancelled", language)
    expect(phone.locator("[data-ahead]")).to_be_hidden()
    expect(phone.locator("main")).to_have_attribute("data-number", ticket["number"])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_at_the_end_of_the_day_the_number_says_that_it_is_over(
    demo: Demo, desk: Client, open_page: Open, language: str
) -> None:
    ticket = desk.issue(language=language).json()
    end_for(demo, PHONE_SITE, ticket["id"])
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    shows(phone, "expired", language)
    expect(phone.locator("[data-ahead]")).to_be_hidden()
    expect(phone.locator("main")).to_have_attribute("data-number", ticket["number"])


def test_who_comes_before_counts_down(desk: Client, open_page: Open) -> None:
    desk.issue()
    phone = open_page(desk.issue().json()["follow_url"], WIDTH, HEIGHT)
    expect(phone.locator("[data-ahead]")).to_have_text("1 personne avant vous")
    desk.call("2")
    expect(phone.locator("[data-ahead]")).to_have_text("Il n’y a personne avant vous")


def test_a_link_that_leads_nowhere_says_where_to_go_in_every_language(demo: Demo, open_page: Open) -> None:
    phone = open_page(f"{demo.url}/t/AAAAAAAAAAAAAAAAAAAAAA", WIDTH, HEIGHT)
    expect(phone.locator("main")).to_have_attribute("data-state", "unknown")
    for words in ("Venez à l’accueil", "Come to the reception", "تعالوا إلى الاستقبال"):
        expect(phone.locator("[data-unknown]")).to_contain_text(words)
    assert keeps_nothing(phone)
