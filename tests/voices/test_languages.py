"""What the kiosk has to say is said in each of its languages: real speech, as long as its words, and never silence."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from statistics import median

import pytest

from server.voices.sound import LOUDNESS
from server.voices.words import plain
from tests.support.hearing import LANGUAGES, hear, kiosk_sentences

SECONDS_A_LETTER = {"zh": (0.2, 0.5)}
"""A letter of Chinese is a syllable. Figures between words are letters too, and take the longest to say."""
OTHERS = (0.05, 0.38)
SAID_AT_LEAST = 0.55
"""Of the twentieths of a second: the rest are the stops inside words and the rests between sentences."""
LONGEST_REST_S = 0.8


@pytest.fixture(scope="module")
def listen(voices):
    """A function that hears each sentence of a language, once for all tests."""

    @cache
    def hear_all(language):
        return {sentence: hear(voices.say(language, sentence).data) for sentence in kiosk_sentences(language)}

    return hear_all


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def spoken(listen, language):
    """The sentences of one language."""
    assert len(listen(language)) > 60
    return listen(language)


def letters(sentence):
    return sum(character.isalnum() for character in plain(sentence))


def test_each_sentence_is_as_long_as_its_words(spoken, language):
    least, most = SECONDS_A_LETTER.get(language, OTHERS)
    for sentence, heard in spoken.items():
        assert least < heard.seconds / letters(sentence) < most, (sentence, heard.seconds)


def test_each_sentence_is_heard_all_along(spoken):
    for sentence, heard in spoken.items():
        windows = heard.windows
        assert sum(windows) / len(windows) > SAID_AT_LEAST, sentence
        rests = "".join("x" if loud else " " for loud in windows).split("x")
        assert max(map(len, rests)) * 0.05 < LONGEST_REST_S, sentence


def test_each_sentence_begins_and_ends_where_the_sound_does(spoken):
    for sentence, heard in spoken.items():
        before, after = heard.silent_ends()
        assert before < 0.05, sentence
        assert after < 0.1, sentence


def test_a_longer_sentence_takes_longer(spoken):
    by_length = sorted(spoken, key=letters)
    short, long = by_length[: len(by_length) // 3], by_length[-len(by_length) // 3 :]
    assert median(spoken[each].seconds for each in long) > 2 * median(spoken[each].seconds for each in short)


def test_a_long_text_is_said_to_its_end(voices, spoken, language):
    sentences = [sentence for sentence in spoken if sentence.endswith((".", "。"))][:6]
    together = hear(voices.say(language, " ".join(sentences)).data)
    assert together.seconds > 0.95 * sum(spoken[sentence].seconds for sentence in sentences)


def test_different_sentences_are_different_sounds(spoken):
    pairs = list(combinations(spoken.values(), 2))
    alike = [pair for pair in pairs if pair[0].like(pair[1])]
    # Two short ones in a hundred may run alike for this ear: “Normal text” and “Larger text”.
    assert len(alike) < 0.02 * len(pairs)


def test_nothing_is_clipped(spoken):
    assert max(heard.peak for heard in spoken.values()) < 32_000


def test_every_language_is_as_loud(spoken):
    # Half a decibel is 6 %; nobody hears less.
    assert median(heard.loudness for heard in spoken.values()) == pytest.approx(LOUDNESS, rel=0.06)


def test_a_sound_is_what_every_browser_plays(spoken):
    assert {(heard.rate, heard.channels, heard.bits) for heard in spoken.values()} == {(22_050, 1, 16)}


def test_the_same_words_in_another_language_are_said_otherwise(voices):
    heard = [hear(voices.say(language, "3 12 27").data) for language in LANGUAGES]
    assert [pair for pair in combinations(heard, 2) if pair[0].like(pair[1])] == []


def test_each_figure_of_a_number_is_said(voices, language):
    lengths = [hear(voices.say(language, number).data).seconds for number in ("A", "A 0", "A 0 1", "A 0 1 2")]
    assert lengths == sorted(lengths)
    assert all(longer - shorter > 0.1 for shorter, longer in pairwise(lengths)), lengths


def test_every_one_of_them_has_a_voice_and_no_invented_one_has(voices):
    assert voices.gaps([*LANGUAGES, "xx", "tlh-nobody"]) == ["xx", "tlh-nobody"]
    assert voices.problems(LANGUAGES) == []
