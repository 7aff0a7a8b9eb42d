"""What a site lacks is told to staff, on the desk and in the kiosk's corner, in sentences they can act on."""

from __future__ import annotations

import re

import pytest

from server.records.tables import NeedRow, NoticeRow, PriorityRow, SiteRow
from server.told.gaps import told_gaps
from tests.support.desk import read
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def voiced(own_app, monkeypatch):
    """An application whose voices say everything: what is told is what the catalogue lacks."""
    voices = house_of(own_app).voices
    monkeypatch.setattr(type(voices), "gaps", lambda *_: [])
    monkeypatch.setattr(type(voices), "problems", lambda *_: [])
    return own_app


@pytest.fixture
def told(own_app):
    """A function that gives what the first site is told, its catalogue read anew."""

    def tell():
        house = house_of(own_app)
        house.catalogue._read.clear()
        return [
            sentence.replace("\u00a0", " ").replace("\u202f", " ")
            for sentence in told_gaps(house, house.catalogue.site(SITE))
        ]

    return tell


def plain(sentences):
    """Sentences with blanks of one kind."""
    return [re.sub(r"\s", " ", sentence) for sentence in sentences]


def without(texts, *languages):
    return {language: words for language, words in texts.items() if language not in languages}


@pytest.fixture
def cut(own_app, change):
    """A function that takes words in some languages away from a row of the records."""

    def take(table, key, field, *languages):
        with house_of(own_app).catalogue.store.session() as session:
            texts = getattr(session.get_one(table, key), field)
        change(table, key, **{field: without(texts, *languages)})

    return take


def test_a_site_that_lacks_nothing_is_told_nothing(voiced, told, own_desk):
    assert told() == []
    assert "<details" not in own_desk.http.get(f"/staff/{SITE}/gaps").text


def test_a_need_without_words_in_a_language_is_named_as_staff_call_it(voiced, told, cut):
    cut(NeedRow, (SITE, "papiers"), "labels", "ar", "tr", "ru")
    [sentence] = told()
    assert re.fullmatch(
        r"« [^»]+ » n’est pas traduit en arabe, turc et russe : la borne le dit en français\.", sentence
    )
    assert "papiers" not in sentence.split("»")[0].split("«")[1].split()


def test_one_language_is_named_alone(voiced, told, cut):
    cut(NeedRow, (SITE, "papiers"), "labels", "zh")
    assert "traduit en chinois :" in told()[0]


def test_priorities_and_notices_are_told_as_well(voiced, told, cut):
    cut(PriorityRow, (SITE, "grossesse"), "labels", "ar")
    cut(NoticeRow, (SITE, "panne"), "texts", "ar")
    assert [sentence.split(" n’est")[0] for sentence in told()] == ["La priorité « grossesse »", "Le message « panne »"]


def test_a_site_without_needs_is_told_that_its_kiosk_gives_no_ticket(voiced, told, own_app):
    with house_of(own_app).catalogue.store.session() as session:
        session.query(NeedRow).filter_by(site_id=SITE).delete()
    assert told()[0] == "Ce site n’a aucun besoin : la borne ne peut donner aucun ticket."


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (["ar"], "La borne n’a pas de voix en arabe : elle montre le texte, sans le dire."),
        (["ar", "tr"], "La borne n’a pas de voix en arabe et turc : elle montre les textes, sans les dire."),
    ],
)
def test_a_language_without_a_voice_is_told(voiced, told, own_app, monkeypatch, missing, said):
    monkeypatch.setattr(type(house_of(own_app).voices), "gaps", lambda *_: missing)
    assert told() == [said]


def test_what_is_wrong_with_the_voices_is_told_in_their_own_words(voiced, told, own_app, monkeypatch):
    monkeypatch.setattr(type(house_of(own_app).voices), "problems", lambda *_: ["espeak-ng ne marche pas."])
    assert told() == ["espeak-ng ne marche pas."]


def test_a_language_that_nobody_speaks_is_found_by_the_voices_themselves(own_app, told, change):
    change(SiteRow, SITE, languages=["fr", "tlh"])  # Klingon: the needs have no words for it either
    assert any("voix en tlh" in sentence for sentence in told())


def test_the_desk_and_the_corner_tell_the_same(voiced, cut, own_desk, own_device, told):
    cut(NeedRow, (SITE, "papiers"), "labels", "ar")
    [sentence] = told()
    strip = read(own_desk.http.get(f"/staff/{SITE}/gaps").text)
    assert "À savoir 1" in strip
    assert sentence.replace(" :", ":") in strip.replace("\u00a0", " ").replace(" :", ":")
    kiosk = own_device("kiosk")
    kiosk.open_corner(house_of(voiced).pins.make(SITE))
    assert [gap.replace("\u00a0", " ").replace("\u202f", " ") for gap in kiosk.get("/corner").json["gaps"]] == [
        sentence
    ]


def test_an_engine_that_breaks_down_does_not_shut_the_corner(own_app, own_device, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import json, os; json.loads = lambda _: os.abort()")
    house_of(own_app).voices._speaker._environment["PYTHONPATH"] = str(tmp_path)
    kiosk = own_device("kiosk")
    kiosk.open_corner(house_of(own_app).pins.make(SITE))
    answer = kiosk.get("/corner")
    assert answer.status_code == 200
    assert any("pas de voix en français" in sentence for sentence in answer.json["gaps"])


def test_the_strip_is_for_who_is_signed_in(own_app):
    assert own_app.test_client().get(f"/staff/{SITE}/gaps").status_code == 401


@pytest.mark.parametrize("page", [SITE, f"{SITE}/1"])
def test_the_strip_has_its_place_where_a_day_begins_and_at_the_desk(own_desk, page):
    own_desk.open(page)
    assert f'data-gaps="/staff/{SITE}/gaps"' in own_desk.page
