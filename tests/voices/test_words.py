"""What a voice gets to say."""

from __future__ import annotations

import pytest

from server.domain.errors import NoVoiceError, TooMuchToSayError, UnsayableError
from server.voices.words import plain, spelt
from tests.support.hearing import hear


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Où ?", "Où ?"),
        ("  deux\n\tmots ", "deux mots"),
        ("Écouter : \u2068Mes papiers\u2069", "Écouter : Mes papiers"),
        ("e\u0301te\u0301", "été"),
        ("آمده\u200cاید", "آمده\u200cاید"),
        ("a\0b\x07c", "abc"),
        ("\ufeff\u200b", ""),
    ],
)
def test_marks_for_the_eye_are_not_said(shown, said):
    assert plain(shown) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("A 0 1 2", "A, 0 1 2"),
        ("Your number: A 012.", "Your number: A, 012."),
        ("A012", "A, 012"),
        ("A ticket", "A ticket"),
        ("EDF 3", "EDF 3"),
        ("À 3 heures", "À 3 heures"),
    ],
)
def test_a_numbers_letter_is_said_as_a_letter(number, said):
    assert spelt(number) == said


def test_markup_is_only_text(voices):
    bare = hear(voices.say("fr", "Bonjour").data)
    marked = hear(voices.say("fr", "<b>Bonjour</b> <break time='20s'/> [[bonZ'ur]] <audio src='/etc/passwd'/>").data)
    assert bare.seconds < marked.seconds < 15  # twenty seconds of a pause that nobody made


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "\u200b\u2068\u2069", "\n\n"])
def test_what_cannot_be_heard_is_refused(voices, text):
    with pytest.raises(UnsayableError):
        voices.say("fr", text)


def test_more_than_a_minute_is_refused_and_never_cut_off(voices):
    with pytest.raises(TooMuchToSayError):
        voices.say("fr", "7, " * 133)


@pytest.mark.parametrize("language", ["xx", "", "../fr", "fr/../../x", "🤔", "x" * 60, "\0"])
def test_a_language_without_a_voice_is_refused(voices, language):
    with pytest.raises(NoVoiceError):
        voices.say(language, "Bonjour.")


def test_a_sentence_of_every_kind_of_letter_harms_nobody(voices):
    voices.say("fr", "a" * 400)
    voices.say("fr", "\ud800 ça 漢字 العربية 😀 \U0010ffff ok")
    assert hear(voices.say("fr", "Bonjour.").data).seconds > 0.3
