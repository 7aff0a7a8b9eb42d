"""What a phone is told of its call: in each language, as its page says it, with the sign's own words first."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from server.domain.phones import Nudge
from server.nudges.words import message_of
from tests.support.languages import LANGUAGES
from tests.support.reception import PLACE

CALLED = {
    "fr": "C’est à vous",
    "ar": "حان دوركم",
    "en": "It is your turn",
    "tr": "Sıra sizde",
    "pt": "É a sua vez",
    "es": "Es su turno",
    "ro": "Este rândul dumneavoastră",
    "sq": "Është radha juaj",
    "ru": "Ваша очередь",
    "uk": "Ваша черга",
    "fa": "نوبت شماست",
    "zh": "轮到您了",
}


def told(language="fr", counter="2", site=PLACE, *, again=False):
    nudge = Nudge("A012", language, counter, again, "secret", {})
    return json.loads(message_of(site, nudge))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_that_it_is_their_turn_and_where(language):
    said = told(language)
    assert said["title"] == f"{CALLED[language]} · A\u202f012"
    assert said["lang"] == language
    assert said["dir"] == ("rtl" if language in {"ar", "fa"} else "ltr")
    sign, *own = said["body"].splitlines()
    assert sign == "Guichet 2"
    assert len(own) == (0 if language == "fr" else 1)
    assert all("2" in line for line in own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recall_says_that_it_is_one(language):
    assert told(language, again=True)["title"].partition(" · ")[0] not in {CALLED[language], "phone-recalled"}


def test_a_language_without_words_is_told_in_french():
    assert told("ta") == told("fr")


def test_the_floor_is_told_in_the_language_or_in_french_and_the_way_on_no_phone():
    upstairs = replace(PLACE.counters[1], place={"fr": "1er étage", "ar": "الطابق الأول"}, way="left")
    site = replace(PLACE, counters=(PLACE.counters[0], upstairs))
    assert told("fr", site=site)["body"].splitlines() == ["Guichet 2", "1er étage"]
    assert told("ar", site=site)["body"].splitlines()[-1] == "الطابق الأول"
    assert told("ru", site=site)["body"].splitlines()[-1] == "1er étage"


def test_a_counter_that_left_the_site_since_is_called_by_its_id():
    assert told(counter="9")["body"] == "9"


def test_a_message_fits_every_push_service():
    """RFC 8030, 7.2: a service may refuse more than 4096 bytes, of which RFC 8291 leaves 3993."""
    assert max(len(json.dumps(told(language), ensure_ascii=False).encode()) for language in LANGUAGES) < 3993
