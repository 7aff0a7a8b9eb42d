"""A folder of voices that replace espeak-ng: for each language recorded sentences, a Piper voice, or both.

    DIR/fr/sentences.toml     "Choisissez votre langue." = "langue.ogg"
    DIR/fr/langue.ogg
    DIR/fr/fr_FR-siwis-medium.onnx      and .onnx.json beside it

Nothing outside DIR/fr is ever read for French: not by “..”, not by a link.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from server.voices.sound import WAV, Sound, whole_wav
from server.voices.words import plain

SENTENCES: Final = "sentences.toml"
KINDS: Final[Mapping[str, str]] = {".wav": WAV, ".ogg": "audio/ogg", ".mp3": "audio/mpeg"}
LARGEST: Final = 5_000_000
"""Bytes of a recording: half a minute of uncompressed studio sound. A kiosk has to fetch it."""
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)


class UnfitVoiceError(Exception):
    """A recording or a voice that cannot be used; its text says which and why, in French, for the desk."""


@dataclass(frozen=True, slots=True)
class PiperVoice:
    """Piper's model and its description."""

    model: Path
    config: Path
    identity: str
    """Another file under the same name is another voice, and so is one with another description."""


class VoicesFolder:
    """Reads the folder anew at each question: what a manager puts in is heard at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked_at: dict[Path, tuple[tuple[int, int], str]] = {}

    def recorded(self, language: str, text: str) -> Sound | None:
        """The recording of exactly this sentence, None when there is none. Raises UnfitVoiceError."""
        name = self._sentences(language).get(plain(text))
        return None if name is None else self._recording(language, name)

    def piper(self, language: str) -> PiperVoice | None:
        """The language's Piper voice, the first by name; None when there is none. Raises UnfitVoiceError."""
        own = self._of(language)
        if own is None:
            return None
        for model in sorted(own.glob("*.onnx")):
            config = model.with_name(model.name + ".json")
            if not (_inside(own, model) and _inside(own, config)):
                raise UnfitVoiceError(f"{language}/{model.name} : il manque {config.name} à côté.")
            seen = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in (model, config)]
            return PiperVoice(model, config, f"piper {seen}")
        return None

    def faults(self, language: str) -> Iterator[str]:
        """What is wrong with the language's recordings, looked at one by one."""
        try:
            names = sorted(set(self._sentences(language).values()))
        except UnfitVoiceError as fault:
            yield str(fault)
            return
        yield from filter(None, (self._fault(language, name) for name in names))

    def _fault(self, language: str, name: str) -> str:
        """What is wrong with a recording, "" for nothing. An unchanged one is not read again: desks ask often."""
        path = self._folder / language / name
        try:
            found = path.stat()
        except (OSError, ValueError):
            stamp = (0, 0)
        else:
            stamp = (found.st_size, found.st_mtime_ns)
        if path not in self._looked_at or self._looked_at[path][0] != stamp:
            try:
                self._recording(language, name)
            except UnfitVoiceError as fault:
                self._looked_at[path] = (stamp, str(fault))
            else:
                self._looked_at[path] = (stamp, "")
        return self._looked_at[path][1]

    def _of(self, language: str) -> Path | None:
        own = self._folder / language
        return own if _LANGUAGE.fullmatch(language) and own.is_dir() else None

    def _sentences(self, language: str) -> dict[str, str]:
        """File names by sentence. Raises UnfitVoiceError."""
        own = self._of(language)
        if own is None or not (own / SENTENCES).exists():
            return {}
        where = f"{language}/{SENTENCES}"
        if not _inside(own, own / SENTENCES):
            raise UnfitVoiceError(f"{where} : ce fichier n’est pas dans le dossier.")
        try:
            found = tomllib.loads((own / SENTENCES).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise UnfitVoiceError(f"{where} : illisible ({error}).") from error
        if not all(isinstance(name, str) for name in found.values()):
            raise UnfitVoiceError(f'{where} : chaque ligne doit dire "phrase" = "fichier".')
        return {plain(sentence): name for sentence, name in found.items()}

    def _recording(self, language: str, name: str) -> Sound:
        own = self._folder / language
        where = f"{language}/{name}"
        kind = KINDS.get(Path(name).suffix.lower())
        if kind is None:
            raise UnfitVoiceError(f"{where} : il faut un fichier {', '.join(KINDS)}.")
        try:
            path = own / name
            if not _inside(own, path):
                raise UnfitVoiceError(f"{where} : ce fichier n’est pas dans le dossier.")
            if path.stat().st_size > LARGEST:
                raise UnfitVoiceError(f"{where} : plus de {LARGEST // 1_000_000} Mo.")
            data = path.read_bytes()
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            raise UnfitVoiceError(f"{where} : illisible ({error}).") from error
        if not _sounds(kind, data):
            raise UnfitVoiceError(f"{where} : ce n’est pas un son {Path(name).suffix[1:]} entier.")
        return Sound(data, kind)


def _inside(own: Path, path: Path) -> bool:
    """Whether this is a file in the folder itself, wherever links and “..” lead."""
    return path.is_file() and path.resolve().is_relative_to(own.resolve())


def _sounds(kind: str, data: bytes) -> bool:
    """Whether the bytes are what the name says, as far as can be seen without a decoder of that kind."""
    match kind:
        case "audio/ogg":
            return data.startswith(b"OggS")
        case "audio/mpeg":
            # An ID3 tag, or the eleven set bits that begin a frame.
            return data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] >= b"\xe0")
        case _:
            return whole_wav(data)
