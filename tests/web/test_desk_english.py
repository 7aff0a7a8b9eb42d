"""The staff pages in English: chosen in the browser, and kept there."""

from __future__ import annotations

import html
import itertools
import re
import tomllib
from pathlib import Path

import pytest
from werkzeug.routing import Rule

from server.domain.people import Job
from server.staff.settings.routes import ROOMS
from tests.architecture.reading import ROOT
from tests.architecture.test_locales import words_of
from tests.support.abode import id_of
from tests.support.desk import HERE, NAME, NEXT, PASSWORD, read
from tests.support.devices import SITE, Mediator
from tests.support.seeded import SEED
from tests.web.conftest import house_of

SAID = ("aria-label", "title", "placeholder", "alt", "data-said")
"""Attributes that people read or hear."""
FOLDERS = sorted(path.parent for path in (ROOT / "server").rglob("locales/en.ftl"))


def choose(mediator: Mediator, language: str, back: str = "/staff/") -> str:
    """Choose a language as the button at the foot of a page does. Gives where that leads."""
    mediator.open("")
    form = {"csrf_token": mediator.csrf, "language": language, "back": back}
    answer = mediator.http.post("/staff/language", data=form)
    assert answer.status_code == 302
    return answer.headers["Location"]


@pytest.fixture
def english(app):
    """Somebody at the door, who reads English."""
    mediator = Mediator(app)
    choose(mediator, "en")
    return mediator


@pytest.fixture
def zoe_in_english(english):
    """The same, signed in."""
    people = house_of(english.http.application).people
    if people.named(NAME) is None:
        people.add(NAME, Job.MEDIATOR, PASSWORD)
    english.sign_in(NAME, PASSWORD)
    english.open("")
    return english


def plain_words(path: Path) -> dict[str, str]:
    """The messages of a file that are one sentence, with nothing to fill in."""
    found = re.findall(r"^([\w-]+) = ([^{\n]+)\n(?! )", path.read_text("utf-8"), re.MULTILINE)
    return {name: words.strip() for name, words in found}


def french_on(page: str) -> list[str]:
    """Sentences of the French files that stand on a page, other than those that English says alike.

    A need may be called as something of ours is: its name is the site's, and stays French.
    """
    # Whole texts of the page, so that “Absent” or “Transports” inside another sentence is not taken for French.
    parts = re.split(r"<[^>]*>", page) + re.findall(rf'\b(?:{"|".join(SAID)})="([^"]*)"', page)
    texts = {re.sub(r"\s+", " ", html.unescape(text)).strip() for text in parts}
    texts -= {need["name"] for need in tomllib.loads(SEED.read_text("utf-8"))["needs"]}
    left = []
    for folder in FOLDERS:
        english = plain_words(folder / "en.ftl")
        french = plain_words(folder / "fr.ftl")
        left += [words for name, words in french.items() if words in texts and english.get(name) != words]
    return left


def test_the_door_speaks_french_until_somebody_chooses_otherwise_whatever_their_browser_asks_for(app):
    page = app.test_client().get("/staff/", headers={"Accept-Language": "en-GB,en;q=0.9"}).text
    assert '<html lang="fr"' in page
    assert "Identifiez-vous pour ouvrir votre guichet." in page
    assert 'lang="en">English</button>' in page


def test_whoever_chooses_english_reads_english_and_can_go_back(app):
    mediator = Mediator(app)
    assert choose(mediator, "en", f"/staff/{SITE}?from=here") == f"/staff/{SITE}?from=here"
    page = mediator.open("").text
    assert '<html lang="en"' in page
    assert "Sign in to open your counter." in page
    assert 'lang="fr">Français</button>' in page
    choose(mediator, "fr")
    assert '<html lang="fr"' in mediator.open("").text


def test_the_choice_outlives_signing_out(zoe_in_english):
    zoe_in_english.http.post("/staff/sign-out", data={"csrf_token": zoe_in_english.csrf})
    assert "Sign in to open your counter." in zoe_in_english.open("").text


def test_the_cookie_of_the_choice_stays_out_of_scripts_and_lasts(app):
    mediator = Mediator(app)
    form = {"csrf_token": mediator.csrf, "language": "en"}
    cookie = mediator.http.post("/staff/language", data=form).headers["Set-Cookie"]
    assert cookie.startswith("accueil-language=en;")
    assert {"HttpOnly", "SameSite=Lax", "Path=/staff", "Max-Age=34560000"} <= set(cookie.split("; "))


@pytest.mark.parametrize("language", ["xx", "", "de", "../en"])
def test_a_language_that_nobody_speaks_here_is_not_kept(app, language):
    mediator = Mediator(app)
    choose(mediator, language)
    assert '<html lang="fr"' in mediator.open("").text


@pytest.mark.parametrize("back", ["https://evil.example/staff/", "//evil.example/staff/", "", "staff/", "/kiosk/x"])
def test_a_choice_leads_to_no_other_place_than_the_staff_pages(app, back):
    assert choose(Mediator(app), "en", back) == "/staff/"


def test_a_choice_that_another_page_sends_is_refused(app):
    assert app.test_client().post("/staff/language", data={"language": "en"}).status_code == 400


def filled(rule: Rule, known: dict[str, list[object]]) -> list[str]:
    """The addresses of a rule with each of the values that are known of what it asks for."""
    choices = [[(name, value) for value in known[name]] for name in sorted(rule.arguments)]
    return [rule.build(dict(chosen))[1] for chosen in itertools.product(*choices)]


def test_no_french_sentence_of_ours_is_left_on_any_page_in_english(own_app):
    house_of(own_app).people.add("Ada", Job.ADMIN, PASSWORD)
    ada = Mediator(own_app)
    ada.sign_in("Ada", PASSWORD)
    choose(ada, "en")
    known = {"site_id": [SITE], "counter_id": ["1"], "person_id": [id_of(own_app, "Ada")], "room_name": [*ROOMS]}
    rules = [rule for rule in own_app.url_map.iter_rules() if "GET" in rule.methods and rule.rule.startswith("/staff/")]
    pages = {page for rule in rules if rule.arguments <= known.keys() for page in filled(rule, known)}
    assert len(pages) > 20
    answers = {page: ada.open(page.removeprefix("/staff/")) for page in sorted(pages)}
    shown = {page: answer.status_code for page, answer in answers.items() if answer.status_code != 200}
    assert set(shown) <= {"/staff/provider", "/staff/provider/back"}, shown
    # What is handed out as a file is no page: its words are the site's own.
    left = {page: french_on(answer.text) for page, answer in answers.items() if answer.mimetype == "text/html"}
    assert {page: words for page, words in left.items() if words} == {}


@pytest.mark.parametrize("sheet", ["tickets/new", "needs", "stop", "tickets/{id}", "tickets/{id}/transfer"])
def test_no_french_sentence_of_ours_is_left_on_a_sheet_in_english(zoe_in_english, device, sheet):
    ticket = device("kiosk").issue(language="ar").json["id"]
    page = zoe_in_english.http.get(f"{HERE}/{sheet.format(id=ticket)}").text
    assert french_on(page) == []


def test_a_person_in_hand_is_told_of_in_english(zoe_in_english, device):
    device("kiosk").issue(language="ar")
    zoe_in_english.open(f"{SITE}/1")
    zoe_in_english.press(NEXT)
    assert "Called: once · waiting for less than a minute" in read(zoe_in_english.page)
    assert "Arabic" in read(zoe_in_english.page)
    assert french_on(zoe_in_english.page) == []


def test_a_refusal_is_told_in_english(zoe_in_english):
    zoe_in_english.open(f"{SITE}/1")
    zoe_in_english.press(NEXT)
    assert "data-notice>Nobody is waiting for this counter.</p>" in zoe_in_english.page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (SITE, "Sign in to continue."),
        ("nulle/part/du/tout", "There is nothing at this address."),
    ],
)
def test_a_page_that_cannot_be_shown_says_so_in_english(english, path, words):
    answer = english.open(path)
    assert '<html lang="en"' in answer.text
    assert words in answer.text


def test_a_colleague_goes_on_reading_french(zoe_in_english, app):
    other = Mediator(app)
    other.sign_in(NAME, PASSWORD)
    assert "Vous êtes libre" in other.open(f"{SITE}/1").text


def test_the_french_that_is_left_is_found():
    words = words_of(ROOT / "server/staff/locales/fr.ftl")
    assert "hand-empty-title" in words
    assert french_on("<p>Vous êtes libre</p>") == ["Vous êtes libre"]
    assert french_on('<p title="Vous êtes libre">You are free</p>') == ["Vous êtes libre"]
