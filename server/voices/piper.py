"""Piper, when the machine has it: a command that reads a text and writes a WAV file.

It reads its model anew for each sentence, a second or two of work: what it has said is kept.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from server.voices.folder import PiperVoice, UnfitVoiceError
from server.voices.sound import whole_wav

PATIENCE_S: Final = 30.0
COMMAND: Final = "piper"


def piper_command() -> str | None:
    """Where the machine has Piper."""
    return shutil.which(COMMAND)


def say(command: str, voice: PiperVoice, text: str, environment: Mapping[str, str]) -> bytes:
    """A WAV file of the text. Raises UnfitVoiceError.

    The three options are spelt as both the older program in C++ and the later one in Python take them. The later one
    writes a WAV header without its length to standard output, hence a file.
    """
    named = f"{voice.model.parent.name}/{voice.model.name}"
    with tempfile.TemporaryDirectory(prefix="accueil-piper-") as folder:
        out = Path(folder) / "said.wav"
        try:
            subprocess.run(  # nosec B603  # noqa: S603 - a program of this machine, the text comes by its standard input
                [command, "--model", voice.model, "--config", voice.config, "--output_file", out],
                input=f"{text}\n".encode(),
                env=dict(environment),
                cwd=folder,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE_S,
                check=True,
            )
            data = out.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise UnfitVoiceError(f"{named} : Piper n’a pas pu parler ({type(error).__name__}).") from error
    if not whole_wav(data):
        raise UnfitVoiceError(f"{named} : Piper n’a pas donné de son.")
    return data
