"""espeak-ng may die at any time: whoever asks next is answered, and the server's own process goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from server.domain.errors import NoVoiceError, UnsayableError
from server.voices import speaker
from server.voices import voices as room
from tests.support.hearing import hear
from tests.support.processes import until
from tests.support.table import alive

BREAKS_ESPEAK = "W." * 200
"""espeak-ng 1.52 writes beyond its stack over this, in French."""


def test_no_engine_runs_before_something_is_said(opened):
    voices = opened()
    assert voices.engine_pid is None
    voices.say("fr", "Bonjour.")
    first = voices.engine_pid
    voices.say("en", "Hello.")
    assert voices.engine_pid == first


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_an_engine_that_was_ended_is_started_again(opened, number):
    voices = opened()
    first = voices.say("fr", "Bonjour.")
    killed = voices.engine_pid
    os.kill(killed, number)
    assert hear(voices.say("fr", "Au revoir.").data).seconds > 0.3
    assert voices.engine_pid != killed
    assert voices.say("fr", "Bonjour.") == first
    assert voices.problems(["fr"]) == []


def test_an_engine_that_ends_in_the_middle_of_a_sentence_is_asked_once_more(opened):
    voices = opened()
    voices.say("fr", "Bonjour.")
    stopped = voices.engine_pid
    os.kill(stopped, signal.SIGSTOP)  # it has the question and says nothing
    with ThreadPoolExecutor(1) as page:
        said = page.submit(voices.say, "fr", "Prenez votre ticket.")
        assert not said.done()
        os.kill(stopped, signal.SIGKILL)
        assert hear(said.result().data).seconds > 0.7


def test_an_engine_that_hangs_is_given_up(opened, monkeypatch):
    monkeypatch.setattr("server.voices.speaker.PATIENCE_S", 0.2)
    voices = opened()
    voices.say("fr", "Bonjour.")
    os.kill(voices.engine_pid, signal.SIGSTOP)
    with pytest.raises(UnsayableError):
        voices.say("fr", "Prenez votre ticket.")
    monkeypatch.undo()
    assert hear(voices.say("fr", "Prenez votre ticket.").data).seconds > 0.7


def test_a_text_that_breaks_the_engine_is_refused_and_the_next_one_is_said(opened):
    voices = opened()
    before = voices.say("fr", "Bonjour.")
    with pytest.raises(UnsayableError):
        voices.say("fr", BREAKS_ESPEAK)
    assert voices.problems(["fr"]) == []
    assert voices.gaps(["fr"]) == []
    assert voices.say("fr", "Bonjour.") == before
    assert hear(voices.say("fr", "Au revoir.").data).seconds > 0.3


def test_sentences_asked_for_at_once_all_come_out_whole(opened):
    voices = opened()
    asked = [(language, f"{number} {number * 7}") for number in range(1, 13) for language in ("fr", "ar", "zh")]
    with ThreadPoolExecutor(8) as pages:
        together = list(pages.map(lambda each: hear(voices.say(*each).data), asked))
    alone = opened()
    for each, heard in zip(asked, together, strict=True):
        assert heard.like(hear(alone.say(*each).data)), each


def test_the_engine_ends_with_the_process_that_asked(environment):
    script = """
        import os
        from server.voices.voices import Voices
        voices = Voices(dict(os.environ))
        voices.say("fr", "Bonjour.")
        print(voices.engine_pid, flush=True)
        os.kill(os.getpid(), 9)
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], env=environment, stdout=subprocess.PIPE, check=False
    )
    assert ran.returncode == -signal.SIGKILL
    engine = int(ran.stdout)
    until(lambda: not alive(engine), "the engine has ended")


def test_a_machine_without_espeak_ng_lacks_its_voices_and_nothing_else(environment, tmp_path):
    (tmp_path / "espeakng_loader.py").write_text("raise ImportError('no build for this machine')")
    now = [0.0]
    voices = room.Voices(environment | {"PYTHONPATH": str(tmp_path)}, now=lambda: now[0])
    with pytest.raises(NoVoiceError):
        voices.say("fr", "Bonjour.")
    assert voices.gaps(["fr", "ar"]) == ["fr", "ar"]
    assert voices.problems(["fr"]) == [room.ENGINE_AWAY]
    # A minute later it is tried again: the library may have come.
    (tmp_path / "espeakng_loader.py").unlink()
    assert voices.gaps(["fr"]) == ["fr"]
    now[0] += 61
    assert voices.gaps(["fr", "ar"]) == []
    assert voices.problems(["fr"]) == []
    assert hear(voices.say("fr", "Bonjour.").data).seconds > 0.3
    voices.close()


@pytest.mark.parametrize(
    "end", ["import os; json.loads = lambda _: os.abort()", "json.loads = lambda _: signal.pause()"]
)
def test_an_engine_that_breaks_down_over_every_question_counts_as_no_voice(environment, tmp_path, monkeypatch, end):
    monkeypatch.setattr(speaker, "PATIENCE_S", 0.2)
    (tmp_path / "sitecustomize.py").write_text(f"import json, signal; {end}")
    now = [0.0]
    voices = room.Voices(environment | {"PYTHONPATH": str(tmp_path)}, now=lambda: now[0])
    assert voices.gaps(["fr", "ar"]) == ["fr", "ar"]
    assert voices.problems(["fr"]) == [room.ENGINE_AWAY]
    # It is left alone for a while, then asked again.
    (tmp_path / "sitecustomize.py").unlink()
    assert voices.gaps(["fr"]) == ["fr"]
    now[0] += room.PAUSE_S + 1
    monkeypatch.undo()
    assert voices.gaps(["fr", "ar"]) == []
    assert voices.problems(["fr"]) == []
    voices.close()


def test_greenlets_go_on_while_one_waits_for_a_sentence(environment):
    """As in the web server: the loop turns while the engine works."""
    script = """
        from gevent import monkey
        monkey.patch_all()
        import os, time, gevent
        from server.voices.voices import Voices
        voices = Voices(dict(os.environ))
        turns = [time.monotonic()]
        def turn():
            while True:
                gevent.sleep(0.001)
                turns.append(time.monotonic())
        voices.say("fr", "Bonjour.")
        gevent.spawn(turn)
        pages = [gevent.spawn(voices.say, "fr", f"{each} " + "Bonjour à vous. " * 20) for each in range(5)]
        gevent.joinall(pages, raise_error=True)
        print(*turns)
        voices.close()
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], env=environment, capture_output=True, text=True, check=True
    )
    turns = [float(each) for each in ran.stdout.split()]
    # Five sentences of half a minute are half a second of work: a loop that waited would have turned five times.
    assert len(turns) > 50
    assert turns == sorted(turns)
    assert len([later for before, later in pairwise(turns) if later > before]) > 50
