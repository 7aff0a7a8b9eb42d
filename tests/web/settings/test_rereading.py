"""Translations of older French: marked from the publishing on that changed it, until each was read or written again."""

from __future__ import annotations

import re

import pytest

from server.actions import setup
from server.domain.people import COMMAND
from server.records.trail import Trail
from tests.support.devices import SITE
from tests.support.settings import settings
from tests.web.conftest import house_of

PLACE = "needs.papiers.labels"
OLD = "Mes papiers et mes démarches"
READ = "needs.papiers.read.labels"


def marks(page):
    """How many translations are to be read, as each mark of a page says it."""
    return [int(count) for count in re.findall(r'data-to-read="(\d+)"', page)]


@pytest.fixture
def form(manager):
    """The needs' form after French was changed of one text that has eleven translations."""
    assert marks(manager.http.get(f"/staff/{SITE}/settings").text) == []
    settings(manager, "needs").publish({f"{PLACE}.fr": "Mes documents"})
    return settings(manager, "needs")


def test_they_are_counted_on_the_tile_on_the_card_and_beside_the_text(manager, form):
    home = manager.http.get(f"/staff/{SITE}/settings").text
    assert marks(home) == [11]
    assert "11 traductions à relire" in home
    assert marks(form.page) == [11, 11]
    assert form.page.count(f'Traduit de <q lang="fr">{OLD}</q>') == 11
    assert form.page.count(f'name="{READ}"') == 12, "each of them, and all at once"


def test_one_that_is_ticked_is_read_and_the_trail_tells_who_did(own_app, manager, form, here):
    form.publish({READ: ["tr", "ar"]})
    assert here().translated_from[PLACE].keys() == {"en", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh"}
    [newest] = Trail(house_of(own_app).catalogue.store).newest((SITE,), 1)
    assert (newest.change.what, newest.by.name) == ("site.reread", "manager etats-unis")
    assert newest.change.detail == {"after": {PLACE: ["ar", "tr"]}}
    assert marks(settings(manager, "needs").page) == [9, 9]


def test_all_are_read_with_one_tick(manager, form, here):
    form.publish({READ: "every"})
    assert here().translated_from == {}
    assert marks(manager.http.get(f"/staff/{SITE}/settings").text) == []


def test_one_that_is_written_anew_is_of_todays_french(manager, form, here):
    form.publish({f"{PLACE}.tr": "Belgelerim"})
    assert "tr" not in here().translated_from[PLACE]
    assert marks(settings(manager, "needs").page) == [10, 10]


def test_a_tick_is_kept_through_a_fault_and_a_preview(manager, form, here):
    form.press("publish", {READ: ["tr"], "needs.papiers.name": ""})
    assert form.fields.getlist(READ) == ["tr"]
    form.press("preview", {"needs.papiers.name": "Papiers"})
    form.publish()
    assert "tr" not in here().translated_from[PLACE]


def test_what_is_published_elsewhere_leaves_the_marks(manager, form, here):
    before = here().translated_from
    settings(manager, "hours").publish({"hours.hours.last_tickets_min": "10"})
    settings(manager, "needs").publish({"needs.energie.name": "Énergies"})
    assert here().translated_from == before


@pytest.mark.parametrize(
    ("room", "text"),
    [
        ("messages", "messages.question.texts"),
        ("notices", "notices.panne.texts"),
        ("priorities", "priorities.handicap.labels"),
    ],
)
def test_every_room_with_words_marks_them(manager, room, text):
    settings(manager, room).publish({f"{text}.fr": "Autre chose."})
    assert marks(settings(manager, room).page) == [11, 11]


def test_a_file_leaves_the_marks_of_what_it_does_not_change(own_app, manager, form, here):
    house, before = house_of(own_app), here().translated_from
    setup.take(house, setup.export(house).replace('name = "Énergie"', 'name = "Énergies"'), COMMAND)
    assert here().need("energie").name == "Énergies"
    assert here().translated_from == before
