"""What the waiting room says is real speech in each language: as long as its words, loud enough, and never silence."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from statistics import median

import pytest

from server.voices.sound import LOUDNESS
from tests.support.hearing import LANGUAGES, hear
from tests.support.room_sayings import CALLED, CALLED_AGAIN, THE_WAY
from tests.voices.test_languages import LONGEST_REST_S, OTHERS, SAID_AT_LEAST, SECONDS_A_LETTER, letters

LONGEST_S = 12
"""Two of these and a chime: who waits for the next call waits no longer."""


@pytest.fixture(scope="module")
def say(voices):
    """A function that hears a sentence, once for all tests."""
    return cache(lambda language, text: hear(voices.say(language, text).data))


@pytest.fixture(params=LANGUAGES)
def spoken(say, request):
    """What is said in one language: a call, a call again, a call with the way."""
    language = request.param
    return {table[language]: say(language, table[language]) for table in (CALLED, CALLED_AGAIN, THE_WAY)}


def test_a_call_is_as_long_as_its_words(spoken, request):
    least, most = SECONDS_A_LETTER.get(request.node.callspec.params["spoken"], OTHERS)
    for sentence, heard in spoken.items():
        assert least < heard.seconds / letters(sentence) < most, (sentence, heard.seconds)
        assert heard.seconds < LONGEST_S


def test_a_call_is_heard_all_along(spoken):
    for sentence, heard in spoken.items():
        assert sum(heard.windows) / len(heard.windows) > SAID_AT_LEAST, sentence
        rests = "".join("x" if loud else " " for loud in heard.windows).split("x")
        assert max(map(len, rests)) * 0.05 < LONGEST_REST_S, sentence


def test_a_call_is_as_loud_as_everything_else_and_never_clipped(spoken):
    # A decibel: the ceiling for peaks leaves one sentence of three fainter more often than one of many.
    assert median(heard.loudness for heard in spoken.values()) == pytest.approx(LOUDNESS, rel=0.12)
    assert max(heard.peak for heard in spoken.values()) < 32_000


def test_a_call_again_and_a_way_are_said_besides_the_call(spoken):
    call, again, way = (heard.seconds for heard in spoken.values())
    assert again > call + 0.4
    assert way > call + 0.4


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_of_the_number_and_the_counter_is_heard(say, language):
    call = CALLED[language]
    before, after = call.split("3")
    lengths = [say(language, call.replace("A 0 1 2", number)).seconds for number in ("A 0 1", "A 0 1 2", "A 1 0 1 2")]
    assert all(longer - shorter > 0.1 for shorter, longer in pairwise(lengths)), lengths
    assert say(language, f"{before}3 7{after}").seconds > say(language, call).seconds + 0.1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_of_each_need_is_heard(say, language):
    without = say(language, CALLED[language].replace("A 0 1 2", "0 1 2")).seconds
    said = {letter: say(language, CALLED[language].replace("A 0", f"{letter} 0")).seconds for letter in "ABCDEFGH"}
    assert {letter for letter, seconds in said.items() if seconds > without + 0.25} == set("ABCDEFGH")
