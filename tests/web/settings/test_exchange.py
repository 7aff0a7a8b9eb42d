"""The catalogue as a file: what is taken out can be taken in, seen before it is, and by nobody for others."""

from __future__ import annotations

import io
import re

import pytest

from server.domain.people import Job
from tests.support.devices import SITE, Mediator
from tests.support.settings import settings, someone
from tests.web.conftest import house_of

PAGE = "/staff/catalogue"
OTHER = "site-2"


def token(person):
    """That of the page, for its forms."""
    return re.search(r'name="csrf_token" value="([^"]+)"', person.http.get(f"/staff/{SITE}").text)[1]


@pytest.fixture
def admin(own_app):
    return someone(own_app, Job.ADMIN)


def taken_out(person: Mediator) -> str:
    answer = person.http.get(f"{PAGE}/accueil.toml")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="accueil.toml"'
    return answer.text


def compare(person, text):
    """Send a file."""
    file = (io.BytesIO(text if isinstance(text, bytes) else text.encode()), "mine.toml")
    data = {"csrf_token": token(person), "act": "compare", "file": file}
    return person.http.post(PAGE, data=data, content_type="multipart/form-data")


def take(person, page, text):
    """Press the button of the page that compared it."""
    data = dict(re.findall(r'name="(revision\.[^"]+)" value="(\d+)"', page))
    return person.http.post(PAGE, data=data | {"csrf_token": token(person), "act": "take", "text": text})


def sites_in(page):
    return re.findall(r'<section [^>]*data-site="([^"]+)"', page)


def test_what_was_taken_out_changes_nothing(admin):
    answer = compare(admin, taken_out(admin))
    assert answer.status_code == 200
    assert "Ce fichier ne change rien." in answer.text
    assert 'id="take"' not in answer.text


def test_what_a_file_changes_is_seen_before_it_is_published(admin, here):
    text = taken_out(admin).replace("Mes papiers et mes démarches", "Mes documents")
    before = here()
    page = compare(admin, text).text
    assert "Ce fichier change 8 sites." in page
    assert "<dt>Papiers et démarches · phrase · français</dt>" in page
    assert "<del>Mes papiers et mes démarches</del> → <ins>Mes documents</ins>" in page
    assert here() == before
    answer = take(admin, page, text)
    assert answer.status_code == 303
    assert here().need("papiers").labels["fr"] == "Mes documents"
    assert "Publié. Les bornes et les écrans suivent." in admin.http.get(PAGE).text


def test_what_others_changed_since_is_not_overwritten(admin, here):
    text = taken_out(admin).replace("Mes papiers et mes démarches", "Mes documents")
    page = compare(admin, text).text
    settings(admin, "needs").publish({"needs.papiers.name": "Papiers"})
    assert take(admin, page, text).status_code == 409
    assert here().need("papiers").labels["fr"] == "Mes papiers et mes démarches"


def test_a_manager_takes_out_their_own_sites_and_no_other(manager):
    text = taken_out(manager)
    assert f'id = "{SITE}"' in text
    assert OTHER not in text


def test_a_manager_takes_in_their_own_site(manager, here):
    text = taken_out(manager).replace("Mes papiers et mes démarches", "Mes documents")
    page = compare(manager, text).text
    assert sites_in(page) == [SITE]
    assert take(manager, page, text).status_code == 303
    assert here().need("papiers").labels["fr"] == "Mes documents"


@pytest.mark.parametrize("site", [OTHER, "a-new-site"])
def test_a_manager_takes_in_nothing_for_other_sites(own_app, manager, here, site):
    text = taken_out(manager).replace(f'id = "{SITE}"', f'id = "{site}"').replace("Mes papiers", "Tous les papiers")
    page = compare(manager, text).text
    assert "Ce site n’est pas un des vôtres." in page
    assert 'id="take"' not in page
    before = house_of(own_app).catalogue.sites()
    revisions = {f"revision.{each.id}": str(each.revision) for each in before} | {f"revision.{site}": "1"}
    forged = {"csrf_token": token(manager), "act": "take", "text": text} | revisions
    assert manager.http.post(PAGE, data=forged).status_code == 403
    assert house_of(own_app).catalogue.sites() == before


def test_a_mediator_has_no_catalogue(own_app):
    mediator = someone(own_app, Job.MEDIATOR)
    assert mediator.http.get(PAGE).status_code == 403
    assert mediator.http.get(f"{PAGE}/accueil.toml").status_code == 403
    assert compare(mediator, "").status_code == 403


@pytest.mark.parametrize(
    "text",
    ["", "not TOML", "[[sites]]", 'timezone = "Europe/Paris"\nlanguages = ["fr"]\nsites = []\nneeds = []', "a = b = c"],
)
def test_a_file_that_is_no_catalogue_is_refused_with_words(admin, own_app, text):
    before = house_of(own_app).catalogue.sites()
    answer = compare(admin, text)
    assert answer.status_code == 422
    assert "Ce fichier ne peut pas être publié. Rien n’a changé." in answer.text
    assert house_of(own_app).catalogue.sites() == before


def test_a_file_that_is_no_text_is_refused_with_words(admin):
    answer = compare(admin, b"\xff\xfe\x00")
    assert answer.status_code == 422
    assert "Ce fichier n’est pas un texte. Choisissez le fichier .toml qui a été exporté." in answer.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Ligne 2, colonne 16\u202f: un texte n’est pas fermé. Il manque un guillemet."),
        ("en", "Line 2, column 16: a text is not closed. A quote is missing."),
    ],
)
def test_where_a_file_cannot_be_read_is_told_in_the_language_of_the_page(admin, language, said):
    admin.http.set_cookie("accueil-language", language)
    page = compare(admin, 'languages = ["fr"]\ntimezone = "Eur\nneeds = []').text
    assert f"<li>{said}</li>" in page


def test_a_file_that_is_far_too_large_is_not_read(admin):
    assert compare(admin, "#" * 600_000).status_code == 413


def test_a_file_runs_nothing_on_the_page(admin):
    evil = "</textarea><script>alert(1)</script>"
    page = compare(admin, taken_out(admin).replace("Mes papiers et mes démarches", evil)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
