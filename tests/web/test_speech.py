"""GET …/speech: a sentence as a sound, for pages whose browser has no voice for a language."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest

from server.domain.people import Role
from server.limits import SENTENCES_OF_A_DEVICE
from tests.support.devices import Device
from tests.support.hearing import hear
from tests.web.conftest import house_of

GREETING = "Bonjour. Pourquoi venez-vous\u202f?"


def ask(device, text=GREETING, language="fr", **more):
    return device.ask("GET", f"{device.at}/speech?{urlencode({'language': language, 'text': text})}", **more)


@pytest.fixture(scope="module", autouse=True)
def _silence(shared_app):
    """The shared application's engine ends with these tests."""
    yield
    house_of(shared_app).voices.close()


@pytest.fixture
def own_kiosk(own_app, own_device):
    """A kiosk of an application whose voice nobody else uses."""
    yield own_device("kiosk")
    house_of(own_app).voices.close()


@pytest.mark.parametrize("role", ["kiosk", "display", "manager"])
def test_a_sentence_is_said_to_the_pages_that_speak(device, role):
    answer = ask(device(role))
    assert (answer.status_code, answer.content_type) == (200, "audio/wav")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert 1.0 < hear(answer.data).seconds < 4.0


@pytest.mark.parametrize("role", sorted({role.value for role in Role} - {"kiosk", "display", "manager"}))
def test_nobody_else_has_the_server_speak(device, refused, role):
    refused(403, "wrong_role", lambda: ask(device(role)))


def test_without_a_token_or_with_another_sites_nothing_is_said(app, device, refused):
    kiosk = device("kiosk")
    refused(401, "unauthenticated", lambda: app.test_client().get(f"{kiosk.at}/speech?language=fr&text=Bonjour"))
    stranger = device("kiosk", "site-2")
    stranger.at = kiosk.at
    refused(403, "foreign_site", lambda: ask(stranger))


def test_each_language_of_the_site_is_spoken(device):
    kiosk = device("kiosk")
    said = {language: ask(kiosk, "12", language).data for language in kiosk.get().json["languages"]}
    assert len(said) >= 3
    assert len(set(said.values())) == len(said)


def test_a_browser_keeps_a_sound_for_itself_for_a_day(device):
    kiosk = device("kiosk")
    first = ask(kiosk)
    assert first.headers["Cache-Control"] == "private, max-age=86400"
    assert "Set-Cookie" not in first.headers
    again = ask(kiosk, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert ask(kiosk, "Au revoir.").headers["ETag"] != first.headers["ETag"]
    assert ask(kiosk).data == first.data


def test_a_refusal_is_kept_by_nobody(device):
    assert ask(device("kiosk"), "").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("language", ["xx", "tlh", "FR", "../fr", "fr/../../etc", "%00"])
def test_a_language_that_the_site_does_not_offer_is_refused(device, refused, language):
    refused(422, "unknown_language", lambda: ask(device("kiosk"), language=language))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "invalid_field"),
        ("a" * 401, "invalid_field"),
        (" \n ", "unsayable"),
        ("…", "unsayable"),
        ("7, " * 133, "too_much_to_say"),
        ("W." * 200, "unsayable"),
    ],
)
def test_what_cannot_be_said_is_refused(device, refused, text, code):
    refused(422, code, lambda: ask(device("kiosk"), text))


@pytest.mark.parametrize("query", ["", "?text=Bonjour", "?language=fr"])
def test_what_misses_is_named(device, refused, query):
    kiosk = device("kiosk")
    refused(422, "missing_field", lambda: kiosk.get(f"/speech{query}"))


def test_four_hundred_characters_are_said(device):
    assert hear(ask(device("kiosk"), "Bonjour à vous ! ".ljust(20, "a") * 20).data).seconds > 10


def test_markup_in_a_text_is_said_and_not_obeyed(device):
    marked = ask(device("kiosk"), "<script>alert(1)</script><break time='30s'/> Bonjour")
    assert marked.content_type == "audio/wav"
    assert hear(marked.data).seconds < 15


def test_a_language_without_a_voice_has_a_code_of_its_own(own_app, own_kiosk, monkeypatch):
    monkeypatch.setattr("server.voices.voices.ESPEAK_VOICES", {"ar": "no-such-voice"})
    answer = ask(own_kiosk, "مرحبا", "ar")
    assert (answer.status_code, answer.json["code"]) == (404, "no_voice")
    assert house_of(own_app).voices.gaps(("fr", "ar")) == ["ar"]


def test_many_pages_at_once_each_hear_their_own_sentence(own_app, own_kiosk):
    words = [f"Guichet {number}" for number in range(12)]
    with ThreadPoolExecutor(6) as pages:
        together = list(pages.map(lambda text: ask(Device(own_app, own_kiosk.token), text).data, words))
    assert [hear(data).seconds > 0.5 for data in together] == [True] * len(words)
    assert len(set(together)) == len(words)
    assert together == [ask(own_kiosk, text).data for text in words]


def test_one_device_cannot_keep_the_server_speaking(own_device, own_kiosk):
    times = int(SENTENCES_OF_A_DEVICE.split()[0])
    answers = [ask(own_kiosk, str(each)).status_code for each in range(times)]
    assert answers == [200] * times
    refused = ask(own_kiosk, "encore")
    assert (refused.status_code, refused.json["code"]) == (429, "too_many_requests")
    assert int(refused.headers["Retry-After"]) > 0
    # Another device, even at the same address, is still spoken to.
    assert ask(own_device("display")).status_code == 200
