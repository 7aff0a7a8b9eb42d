"""Piper says what is not recorded; a voice of it that is broken is left alone, and espeak-ng speaks after all."""

from __future__ import annotations

import os
import stat
import sys
import textwrap

import pytest

from server.voices.sound import whole_wav
from tests.support.hearing import GREETING, RECORDED, by_espeak, hear

PIPER = """\
    #!{python}
    # Stands for the program “piper”: its options, the text by its standard input, a WAV file out.
    import argparse, json, pathlib, sys, wave
    options = argparse.ArgumentParser()
    options.add_argument("-m", "--model", required=True)
    options.add_argument("-c", "--config")
    options.add_argument("-f", "--output-file", "--output_file")
    given = options.parse_args()
    json.loads(pathlib.Path(given.config).read_text())
    with open({log!r}, "a") as log:
        log.write(given.model + " " + sys.stdin.readline().strip() + "\\n")
    model = pathlib.Path(given.model).read_text()
    if model == "broken":
        sys.exit("no such graph")
    with wave.open(given.output_file, "wb") as out:
        out.setnchannels(1), out.setsampwidth(2), out.setframerate(16_000)
        out.writeframes((b"\\x00\\x00" if model == "mute" else b"\\x00\\x08") * 16_000)
"""


@pytest.fixture
def piper(tmp_path, monkeypatch):
    """The program Piper on this machine; gives what it was asked."""
    log = tmp_path / "piper.log"
    log.touch()
    program = tmp_path / "bin" / "piper"
    program.parent.mkdir()
    program.write_text(textwrap.dedent(PIPER).format(python=sys.executable, log=str(log)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return lambda: log.read_text().splitlines()


@pytest.fixture
def model(folder):
    """A function that puts a Piper voice for French into the folder."""

    def put(content="fine", name="fr_FR-essai-medium.onnx", config="{}"):
        (folder / "fr" / name).write_text(content)
        if config is not None:
            (folder / "fr" / f"{name}.json").write_text(config)
        return folder / "fr" / name

    return put


def test_piper_speaks_where_nothing_is_recorded(opened, folder, record, piper, model):
    record()
    at = model()
    voices = opened(folder=folder)
    assert voices.say("fr", GREETING).data == RECORDED
    said = voices.say("fr", "Prenez\nvotre ticket.")
    assert hear(said.data).rate == 16_000
    assert whole_wav(said.data)
    assert piper() == [f"{at} Prenez votre ticket."]
    assert voices.say("fr", "Prenez votre ticket.") == said
    assert len(piper()) == 1  # it was kept
    assert by_espeak(voices.say("en", "Hello."))


def test_another_model_under_the_same_name_is_another_voice(opened, folder, piper, model):
    voices = opened(folder=folder)
    model()
    voices.say("fr", "Bonjour.")
    model("another one")
    voices.say("fr", "Bonjour.")
    assert len(piper()) == 2


@pytest.mark.parametrize("content", ["broken", "mute"])
def test_a_piper_voice_that_fails_is_left_alone_for_a_while(opened, folder, piper, model, content):
    now = [1000.0]
    voices = opened(folder=folder, now=lambda: now[0])
    model(content)
    for text in ("Un.", "Deux.", "Trois."):
        assert by_espeak(voices.say("fr", text))
    assert len(piper()) == 1
    [problem] = voices.problems(["fr"])
    assert problem.startswith("fr/fr_FR-essai-medium.onnx : Piper")
    now[0] += 301
    assert by_espeak(voices.say("fr", "Quatre."))
    assert len(piper()) == 2
    model("mended")
    assert not by_espeak(voices.say("fr", "Cinq."))
    assert voices.problems(["fr"]) == []


def test_a_piper_voice_without_its_description_is_told(opened, folder, piper, model):
    model(config=None)
    voices = opened(folder=folder)
    assert by_espeak(voices.say("fr", "Bonjour."))
    assert voices.problems(["fr"]) == ["fr/fr_FR-essai-medium.onnx : il manque fr_FR-essai-medium.onnx.json à côté."]
    assert piper() == []


def test_a_piper_voice_on_a_machine_without_piper_is_told(opened, folder, model, monkeypatch):
    model()
    monkeypatch.setenv("PATH", "/nowhere")
    voices = opened(folder=folder)
    assert by_espeak(voices.say("fr", "Bonjour."))
    assert voices.problems(["fr"]) == ["Il y a une voix Piper, mais la commande « piper » manque sur ce serveur."]


def test_piper_gives_a_voice_to_a_language_that_espeak_ng_lacks(opened, folder, piper):
    own = folder / "xx"
    own.mkdir()
    (own / "sentences.toml").write_text("")
    voices = opened(folder=folder)
    assert voices.gaps(["fr", "xx"]) == ["xx"]  # recordings say only their own sentences
    (own / "xx.onnx").write_text("fine")
    (own / "xx.onnx.json").write_text("{}")
    assert voices.gaps(["fr", "xx"]) == []
    assert hear(voices.say("xx", "Hap.").data).rate == 16_000


def test_the_folder_is_only_read(opened, folder, record, piper, model):
    record()
    model()
    voices = opened(folder=folder)
    before = sorted(path.name for path in (folder / "fr").iterdir())
    (folder / "fr").chmod(stat.S_IRUSR | stat.S_IXUSR)
    voices.say("fr", GREETING)
    voices.say("fr", "Bonjour.")
    (folder / "fr").chmod(0o755)
    assert sorted(path.name for path in (folder / "fr").iterdir()) == before
