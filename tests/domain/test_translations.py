"""Which translations are of older French, and when they are right again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.catalogue import Counter, Notice, Priority
from server.domain.screens import Message
from server.domain.translations import count_to_read, read_again, texts, to_read, translated_from
from tests.support.duchere import PAPERS, PLAIN

PLACE = "needs.papiers.labels"
BEFORE = replace(PLAIN, languages=("fr", "tr", "en"), needs=(PAPERS,))


def with_labels(site, **labels):
    """The site as somebody saves it, with other labels on its need."""
    [need] = site.needs
    after = replace(site, needs=(replace(need, labels={**need.labels, **labels}),))
    return replace(after, translated_from=translated_from(site, after))


CHANGED = with_labels(with_labels(BEFORE, tr="Belgelerim"), fr="Mes documents")


def test_french_that_changes_leaves_every_translation_to_be_read():
    assert CHANGED.translated_from == {PLACE: {"tr": "Mes papiers", "en": "Mes papiers"}}
    assert to_read(CHANGED, PLACE) == ("tr", "en"), "in the order of the site"
    assert count_to_read(CHANGED, "needs.papiers.") == 2
    assert count_to_read(CHANGED, "needs.energie.") == 0


def test_a_translation_that_is_changed_too_is_of_todays_french():
    after = with_labels(BEFORE, fr="Mes documents", en="My documents")
    assert after.translated_from == {}
    assert with_labels(CHANGED, en="My documents").translated_from == {PLACE: {"tr": "Mes papiers"}}


def test_what_changes_otherwise_leaves_them_as_they_are_marked():
    assert with_labels(CHANGED).translated_from == CHANGED.translated_from
    renamed = replace(CHANGED, name="Autre nom", needs=(replace(CHANGED.needs[0], letter="Z"),))
    assert translated_from(CHANGED, renamed) == CHANGED.translated_from


def test_french_that_changes_twice_is_told_as_it_was_when_they_were_written():
    assert with_labels(CHANGED, fr="Mes dossiers").translated_from == CHANGED.translated_from


def test_french_that_is_again_what_it_was_makes_them_right():
    after = with_labels(CHANGED, fr="Mes papiers")
    assert after.translated_from == {}
    assert read_again(CHANGED, after) == {}, "nobody has read them"


def test_what_was_read_again_is_right_as_it_is_and_told():
    draft = replace(CHANGED, translated_from={PLACE: {"en": "Mes papiers"}})
    after = replace(draft, translated_from=translated_from(CHANGED, draft))
    assert to_read(after, PLACE) == ("en",)
    assert read_again(CHANGED, after) == {PLACE: ["tr"]}
    assert read_again(CHANGED, with_labels(CHANGED, tr="Evrak")) == {}, "that was written, which is told by itself"


def test_words_that_are_taken_away_are_missing_and_not_to_be_read():
    [need] = CHANGED.needs
    silent = replace(CHANGED, needs=(replace(need, labels={"fr": "Mes documents"}),))
    assert translated_from(CHANGED, silent) == {}


def test_a_language_that_the_site_gave_up_is_marked_still_and_not_counted():
    there = replace(CHANGED, languages=("fr", "en"))
    assert translated_from(CHANGED, there)[PLACE].keys() == {"tr", "en"}
    assert to_read(there, PLACE) == ("en",)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"counters": (Counter("1", "G", ("papiers",), place={"fr": "Ici"}),)}, "counters.1.place"),
        ({"priorities": (Priority("p", 9, {"fr": "P"}, kiosk=True),)}, "priorities.p.labels"),
        ({"notices": (Notice("n", {"fr": "N"}),)}, "notices.n.texts"),
        ({"messages": (Message("m", {"fr": "M"}),)}, "messages.m.texts"),
    ],
)
def test_whatever_is_said_in_several_languages_is_a_text(change, place):
    assert place in texts(replace(PLAIN, **change))
    assert {"needs.papiers.labels", "needs.papiers.hints"} <= texts(PLAIN).keys()
