"""Settings are saved whole, with what changed in the trail; nothing invalid is kept, and no change is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import time

import pytest

from server.domain.catalogue import Counter, Notice, Priority
from server.domain.errors import UnknownSiteError
from server.domain.people import Actor
from server.domain.screens import Message, Screen, Way
from server.domain.setup import InvalidSettingError, SiteTakenError, StaleSettingsError
from server.records.catalogue import Catalogue
from server.records.saving import add_site, save
from server.records.trail import Trail
from tests.support.duchere import ENERGY, PAPERS, PLAIN, RICH

ZOE = Actor("person:1", "Zoé")


@pytest.fixture
def catalogue(store):
    """A catalogue with one plain site in it."""
    made = Catalogue(store)
    add_site(made, PLAIN, ZOE)
    return made


def trail(catalogue):
    return Trail(catalogue.store).newest(None, 100)


def test_a_site_is_read_back_as_it_was_saved(catalogue):
    before = catalogue.site("duchere")
    after = save(catalogue, replace(RICH, revision=before.revision), ZOE)
    assert after == Catalogue(catalogue.store).site("duchere")
    assert after == replace(RICH, ordinal=1, revision=2)


def test_each_thing_that_changed_is_in_the_trail_with_what_it_was(catalogue):
    here = catalogue.site("duchere")
    renamed = replace(PAPERS, name="Papiers et démarches")
    save(catalogue, replace(here, name="Duchère", needs=(renamed, ENERGY)), ZOE)
    newest = {entry.change.about: entry for entry in trail(catalogue)[:2]}
    assert newest["name"].change.detail == {"before": "La Duchère", "after": "Duchère"}
    needs = newest["needs"].change.detail
    assert (needs["before"]["papiers"]["name"], needs["after"]["papiers"]["name"]) == (
        "Papiers",
        "Papiers et démarches",
    )
    assert set(needs["after"]) == {"papiers"}, "what stayed as it was is not told"
    assert {entry.by for entry in newest.values()} == {ZOE}
    assert {(entry.change.what, entry.change.site) for entry in newest.values()} == {("site.changed", "duchere")}


def test_a_new_order_is_a_change(catalogue):
    here = catalogue.site("duchere")
    assert save(catalogue, replace(here, needs=(ENERGY, PAPERS)), ZOE).needs == (ENERGY, PAPERS)
    detail = next(entry for entry in trail(catalogue) if entry.change.about == "needs").change.detail
    assert detail == {"before": {"order": ["papiers", "energie"]}, "after": {"order": ["energie", "papiers"]}}


def test_saving_what_stands_there_already_changes_nothing(catalogue):
    here, told = catalogue.site("duchere"), len(trail(catalogue))
    assert save(catalogue, here, ZOE) == here
    assert len(trail(catalogue)) == told


def test_a_change_on_an_older_revision_is_refused_and_loses_nothing(catalogue):
    here = catalogue.site("duchere")
    save(catalogue, replace(here, name="La première"), ZOE)
    told = len(trail(catalogue))
    with pytest.raises(StaleSettingsError):
        save(catalogue, replace(here, open=False), ZOE)
    now = Catalogue(catalogue.store).site("duchere")
    assert (now.name, now.open, now.revision, len(trail(catalogue))) == ("La première", True, 2, told)


def test_of_many_who_save_at_once_on_one_revision_one_is_heard(catalogue):
    here = catalogue.site("duchere")

    def change(name):
        try:
            return save(Catalogue(catalogue.store), replace(here, name=name), ZOE).name
        except StaleSettingsError:
            return None

    with ThreadPoolExecutor(6) as together:
        heard = [name for name in together.map(change, [f"Nom {n}" for n in range(12)]) if name]
    now = Catalogue(catalogue.store).site("duchere")
    assert [now.name] == heard
    assert now.revision == 2
    assert [entry.change.detail["after"] for entry in trail(catalogue) if entry.change.about == "name"] == heard


def test_the_desk_that_chooses_its_needs_makes_an_open_page_of_settings_old(catalogue):
    here = catalogue.site("duchere")
    catalogue.serve("duchere", "1", ["energie"])
    with pytest.raises(StaleSettingsError):
        save(catalogue, replace(here, name="Duchère"), ZOE)


INVALID = [
    ({"name": " "}, "name", "écrivez quelque chose"),
    ({"languages": ("en",)}, "languages", "français"),
    ({"languages": ("fr", "fr")}, "languages.1", "deux fois"),
    ({"needs": ()}, "needs", "au moins un"),
    ({"needs": (PAPERS, replace(ENERGY, letter="A"))}, "needs.1.letter", "« A »"),
    ({"needs": (PAPERS, replace(ENERGY, letter="é"))}, "needs.1.letter", "majuscule"),
    ({"needs": (PAPERS, replace(ENERGY, labels={"en": "Energy"}))}, "needs.1.labels.fr", "français"),
    ({"needs": (replace(PAPERS, labels={"fr": "a" * 201}), ENERGY)}, "needs.0.labels.fr", "200 signes"),
    ({"needs": (replace(PAPERS, labels={"fr": "a\x00b"}), ENERGY)}, "needs.0.labels.fr", "affiché"),
    ({"needs": (PAPERS, replace(ENERGY, limit=0))}, "needs.1.limit", "1 au moins"),
    ({"needs": (PAPERS, replace(ENERGY, pictogram='"><script>'))}, "needs.1.pictogram", "pas possible"),
    ({"counters": ()}, "counters", "au moins un"),
    ({"counters": (Counter("1", "Guichet 1", ("papiers",)),)}, "needs.1.id", "Énergie"),
    ({"counters": (Counter("1", "G", ("papiers", "energie", "permis")),)}, "counters.0.needs", "permis"),
    ({"counters": (Counter("1 2", "G", ("papiers", "energie")),)}, "counters.0.id", "minuscules"),
    ({"counters": (Counter("1", "", ("papiers", "energie")),)}, "counters.0.label", "écrivez"),
    ({"priorities": (Priority("p", 0, {"fr": "P"}, kiosk=True),)}, "priorities.0.minutes", "1 au moins"),
    ({"notices": (Notice("n", {"fr": ""}),)}, "notices.0.texts.fr", "français"),
    ({"messages": (Message("m", {"fr": "M", "x1": "M"}),)}, "messages.0.texts.x1", "pas possible"),
    ({"screens": (Screen("s", "S", counters=("9",)),)}, "screens.0.counters", "« 9 »"),
    ({"screens": (Screen("s", "S", mute=("25:00-26:00",)),)}, "screens.0.mute.0", "12:00-14:00"),
    ({"hours": replace(RICH.hours, turns_at=time(19))}, "hours", "19 h 00"),
    ({"hours": replace(RICH.hours, timezone="Europe/Lyon")}, "hours", "Europe/Lyon"),
    ({"visit_asks": ("shoe size",)}, "visit_asks.0", "pas possible"),
    ({"recalls_before_absent": 0}, "recalls_before_absent", "1 au moins"),
    ({"printers": ("Accueil",)}, "printers.0", "minuscules"),
]


@pytest.mark.parametrize(("change", "field", "said"), INVALID, ids=[field for _, field, _ in INVALID])
def test_what_would_not_work_is_refused_beside_its_field_and_nothing_is_saved(catalogue, change, field, said):
    here, told = catalogue.site("duchere"), len(trail(catalogue))
    with pytest.raises(InvalidSettingError) as refused:
        save(catalogue, replace(here, **change), ZOE)
    sentences = {fault.field: fault.said for fault in refused.value.faults}
    assert said in sentences[field]
    assert refused.value.detail == next(iter(sentences.values()))
    assert (Catalogue(catalogue.store).site("duchere"), len(trail(catalogue))) == (here, told)


def test_a_need_that_is_taken_out_is_served_by_no_counter_and_still_called_from_all(catalogue):
    here = catalogue.site("duchere")
    after = save(catalogue, replace(here, needs=(ENERGY,)), ZOE)
    assert [counter.needs for counter in after.counters] == [("energie",), ()]
    assert after.given_up == ("papiers",)
    assert all("papiers" in counter.lines for counter in after.counters)
    assert set(after.lines("energie")) >= {"energie", "papiers"}
    back = save(catalogue, replace(after, needs=(ENERGY, PAPERS)), ZOE)
    assert back.given_up == ()
    assert [counter.needs for counter in back.counters] == [("energie", "papiers"), ("papiers",)]


def test_a_counter_that_is_taken_out_is_named_by_no_screen(catalogue):
    here = catalogue.site("duchere")
    screen = Screen("hall", "Hall", counters=("1", "b"), ways={"b": Way.UP})
    here = save(catalogue, replace(here, screens=(screen,)), ZOE)
    after = save(catalogue, replace(here, counters=here.counters[:1]), ZOE)
    assert (after.screens[0].counters, dict(after.screens[0].ways)) == (("1",), {})


def test_words_lose_the_blanks_around_them_and_what_is_empty_is_not_kept(catalogue):
    here = catalogue.site("duchere")
    spaced = replace(PAPERS, name=" Papiers ", labels={"fr": "  Mes\r\npapiers ", "en": " "})
    need = save(catalogue, replace(here, needs=(spaced, ENERGY)), ZOE).needs[0]
    assert (need.name, dict(need.labels)) == ("Papiers", {"fr": "Mes papiers"})


def test_a_site_that_is_added_comes_after_the_others_and_is_told(catalogue):
    added = add_site(catalogue, replace(RICH, id="van", name="Le van", ordinal=7, revision=9), ZOE)
    assert (added.ordinal, added.revision) == (2, 1)
    assert added == replace(RICH, id="van", name="Le van", ordinal=2)
    entry = trail(catalogue)[0]
    assert (entry.change.what, entry.change.about, entry.by) == ("site.added", "van", ZOE)
    with pytest.raises(SiteTakenError):
        add_site(catalogue, replace(PLAIN, id="van"), ZOE)


def test_nobody_saves_a_site_that_is_not_there(catalogue):
    with pytest.raises(UnknownSiteError):
        save(catalogue, replace(PLAIN, id="ailleurs"), ZOE)
