"""The server's voices, and an ear for what they say."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from structlog.testing import LogCapture

from server.voices import kept, speaker
from server.voices import voices as voices_module
from server.voices.voices import Voices
from tests.support.hearing import GREETING, RECORDED


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment of the programs that speak."""
    return {name: value for name, value in os.environ.items() if not name.startswith("ACCUEIL_")}


@pytest.fixture
def opened(environment: dict[str, str]) -> Iterator[Callable[..., Voices]]:
    """A function that makes voices; their engines end with the test."""
    made = []

    def make(**given: Any) -> Voices:
        made.append(Voices(environment, **given))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def voices(environment: dict[str, str]) -> Iterator[Voices]:
    """The voices of a server without a folder of its own, shared by the tests."""
    shared = Voices(environment)
    yield shared
    shared.close()


@pytest.fixture
def folder(tmp_path):
    """A folder of voices with a room for French."""
    (tmp_path / "voices" / "fr").mkdir(parents=True)
    return tmp_path / "voices"


@pytest.fixture
def record(folder):
    """A function that puts a recording of the greeting into the folder."""

    def put(name="salut.wav", data=RECORDED, sentence=GREETING):
        (folder / "fr" / "sentences.toml").write_text(f'"{sentence}" = "{name}"\n')
        if data is not None:
            (folder / "fr" / name).write_bytes(data)

    return put


@pytest.fixture
def told(monkeypatch):
    """What is written in the log, as one text; loggers that other tests have used keep their own way out."""
    capture = LogCapture()
    for module in (kept, speaker, voices_module):
        monkeypatch.setattr(module, "log", structlog.wrap_logger(None, processors=[capture]))
    return lambda: "\n".join(str(entry) for entry in capture.entries)
