"""Recorded sentences are played instead of espeak-ng; broken ones are told, and espeak-ng speaks after all."""

from __future__ import annotations

from array import array

import pytest

from server.voices.sound import Sound, as_wav
from tests.support.hearing import GREETING, RECORDED, by_espeak


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("salut.wav", RECORDED, "audio/wav"),
        ("salut.ogg", b"OggS" + bytes(100), "audio/ogg"),
        ("salut.mp3", b"ID3\x04" + bytes(100), "audio/mpeg"),
        ("salut.mp3", b"\xff\xfb\x90\x00" + bytes(100), "audio/mpeg"),
    ],
)
def test_a_recorded_sentence_is_played(opened, folder, record, name, data, kind):
    record(name, data)
    voices = opened(folder=folder)
    assert voices.say("fr", GREETING) == Sound(data, kind)
    # The same words with other blanks, as another page writes them.
    assert voices.say("fr", "\u2068Bonjour.\u2069 Pourquoi venez-vous ?") == Sound(data, kind)
    assert by_espeak(voices.say("fr", "Bonjour."))
    assert by_espeak(voices.say("en", "Hello."))
    assert voices.problems(["fr", "en"]) == []


def test_a_recording_that_is_put_in_later_is_heard_at_once(opened, folder, record):
    voices = opened(folder=folder)
    assert by_espeak(voices.say("fr", GREETING))
    record()
    assert voices.say("fr", GREETING).data == RECORDED


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("salut.wav", RECORDED[:-1000]),
        ("salut.wav", as_wav(array("h", [0] * 8000), 16_000)),
        ("salut.wav", b""),
        ("salut.wav", None),
        ("salut.ogg", RECORDED),
        ("salut.mp3", b"<html>404</html>"),
        ("salut.flac", b"fLaC"),
        ("salut.wav", b"RIFF" + bytes(5_000_000)),
    ],
)
def test_a_broken_recording_is_told_once_and_said_by_espeak_ng(opened, folder, record, told, name, data):
    record(name, data)
    voices = opened(folder=folder)
    for _ in range(3):
        assert by_espeak(voices.say("fr", GREETING))
    assert told().count(name) == 1
    [problem] = voices.problems(["fr", "en"])
    assert problem.startswith(f"fr/{name} : ")
    record()
    assert voices.say("fr", GREETING).data == RECORDED
    assert voices.problems(["fr", "en"]) == []


@pytest.mark.parametrize("content", ["no toml", '"a" = 3', '[fr]\n"a" = "b.wav"', "\udcff", '"a" = "\\u0000.wav"'])
def test_a_list_of_sentences_that_makes_no_sense_is_told(opened, folder, content):
    (folder / "fr" / "sentences.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    voices = opened(folder=folder)
    assert by_espeak(voices.say("fr", "a"))
    [problem] = voices.problems(["fr"])
    assert problem.startswith("fr/")


@pytest.mark.parametrize("name", ["../secret.wav", "{outside}/secret.wav", "link.wav", "linked/secret.wav", ".", ""])
def test_nothing_outside_the_languages_folder_is_ever_read(opened, folder, record, name):
    outside = folder.parent
    (folder / "secret.wav").write_bytes(RECORDED)
    (outside / "secret.wav").write_bytes(RECORDED)
    (folder / "fr" / "link.wav").symlink_to(outside / "secret.wav")
    (folder / "fr" / "linked").symlink_to(outside)
    record(name.format(outside=outside), None)
    voices = opened(folder=folder)
    assert by_espeak(voices.say("fr", GREETING))
    assert len(voices.problems(["fr"])) == 1


def test_a_language_names_no_other_folder(opened, folder, record):
    record()
    (folder / "en").mkdir()
    voices = opened(folder=folder / "en")
    for language in ("../fr", "en/../../voices/fr", str(folder / "fr")):
        assert voices._recorded(language, "Bonjour. Pourquoi venez-vous ?") is None
