"""The whole server speaks: over HTTP, from a gevent worker, with an engine that dies."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.support.hearing import hear
from tests.support.processes import until
from tests.support.table import alive, command, descendants
from tests.voices.test_engine import BREAKS_ESPEAK

SITE = "etats-unis"


@pytest.fixture
def kiosk(demo):
    """A kiosk's client of the demo."""
    headers = {"Authorization": f"Bearer {demo.token(SITE, 'kiosk')}"}
    with httpx.Client(base_url=f"{demo.url}/api/v1/sites/{SITE}", headers=headers, timeout=60, trust_env=False) as http:
        yield http


@pytest.fixture
def say(kiosk):
    return lambda text, language="fr": kiosk.get("/speech", params={"language": language, "text": text})


def engines(demo):
    return [pid for pid in descendants(demo.process.pid) if "server.voices.engine" in command(pid)]


def test_each_language_of_the_kiosk_is_spoken_and_kept_in_the_demos_folder(demo, kiosk, say):
    languages = kiosk.get(f"{demo.url}/api/v1/sites/{SITE}").json()["languages"]
    for language in languages:
        assert hear(say("3 12 27", language).content).seconds > 1
    assert len(list((demo.folder / "speech").iterdir())) >= len(languages)


def test_pages_that_ask_at_once_each_hear_their_own(say):
    words = [f"{number} {number * 7}, {number * 3}" for number in range(1, 11)]
    with ThreadPoolExecutor(5) as pages:
        together = list(pages.map(lambda text: hear(say(text).content), words))
    assert [hear(say(text).content) == heard for text, heard in zip(words, together, strict=True)] == [True] * 10
    assert all(heard.seconds > 1 for heard in together)


@pytest.mark.parametrize("end", ["killed", "broken by a text"])
def test_an_engine_that_ends_takes_nobody_with_it(demo, say, end):
    say(f"Avant : {end}.")
    [engine], before = engines(demo), set(descendants(demo.process.pid))
    if end == "killed":
        os.kill(engine, signal.SIGKILL)
    else:
        answer = say(BREAKS_ESPEAK)
        assert (answer.status_code, answer.json()["code"]) == (422, "unsayable")
    assert hear(say(f"Après : {end}.").content).seconds > 1
    assert [pid for pid in before - {engine} if not alive(pid)] == []
    until(lambda: not alive(engine), "the old engine is gone")
    assert len(engines(demo)) == 1
