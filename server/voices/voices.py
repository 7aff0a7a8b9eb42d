"""The server's voice: a recorded sentence, else the language's Piper voice, else espeak-ng."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Final

import structlog

from server.domain.errors import NoVoiceError, TooMuchToSayError, UnsayableError
from server.voices.engine import SILENT, SPOKEN, TOO_LONG, UNKNOWN
from server.voices.folder import PiperVoice, UnfitVoiceError, VoicesFolder
from server.voices.kept import Kept, name_of
from server.voices.piper import piper_command
from server.voices.piper import say as say_by_piper
from server.voices.sound import Sound
from server.voices.speaker import EngineAwayError, EngineBrokeError, Speaker
from server.voices.words import plain, spelt

ESPEAK_VOICES: Final[Mapping[str, str]] = {"zh": "cmn"}
"""Where espeak-ng calls a language otherwise than we do."""
ESPEAK: Final = "espeak-ng 1"
"""Part of the names under which its sounds are kept: raise it when what it says changes, and all are made again."""
PAUSE_S: Final = 300.0
"""A Piper voice that failed is left alone so long: whoever waits for a sentence gets espeak-ng's at once.

An espeak-ng that broke down when it was asked for its voices is not asked for them so long, unless it speaks again.
"""
AWAY: Final = b""
UNSAYABLE: Final = "Ce texte ne peut pas être dit. Écrivez-le autrement."
ENGINE_AWAY: Final = "espeak-ng ne marche pas sur ce serveur."

log = structlog.get_logger()


class Voices:
    """Says sentences. Starts nothing and reads nothing before it is asked."""

    def __init__(
        self,
        environment: Mapping[str, str],
        folder: Path | None = None,
        kept: Kept | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._environment = environment
        self._folder = None if folder is None else VoicesFolder(folder)
        self._kept = kept or Kept(None)
        self._now = now
        self._speaker = Speaker(environment, now)
        self._piper_turn = threading.Lock()
        self._piper_rests: dict[str, tuple[str, float]] = {}
        self._troubles: dict[str, str] = {}
        self._has: dict[str, bool] = {}
        self._engine_rests_until = 0.0

    @property
    def engine_pid(self) -> int | None:
        """The process id of espeak-ng while it runs."""
        return self._speaker.pid

    def say(self, language: str, text: str) -> Sound:
        """The sentence as a sound. Raises NoVoiceError, UnsayableError, TooMuchToSayError."""
        words = plain(text)
        if not words:
            raise UnsayableError(UNSAYABLE)
        return self._recorded(language, words) or self._by_piper(language, words) or self._by_espeak(language, words)

    def gaps(self, languages: Collection[str]) -> list[str]:
        """Which of these languages have no voice that can say any sentence. Recordings alone say only their own."""
        return [language for language in languages if not self._speaks(language)]

    def problems(self, languages: Collection[str]) -> list[str]:
        """What is wrong with the voices of these languages, each in a French sentence for the desk."""
        faults = dict(self._troubles)
        if self._folder is not None:
            for language in languages:
                faults |= {fault: fault for fault in self._folder.faults(language)}
                if self._piper_voice(language) is not None and piper_command() is None:
                    faults["piper"] = "Il y a une voix Piper, mais la commande « piper » manque sur ce serveur."
        return list(dict.fromkeys(faults.values()))

    def close(self) -> None:
        """End espeak-ng's process."""
        self._speaker.close()

    def _recorded(self, language: str, words: str) -> Sound | None:
        if self._folder is None:
            return None
        try:
            found = self._folder.recorded(language, words)
        except UnfitVoiceError as fault:
            self._tell(f"recorded {language}", str(fault))
            return None
        self._troubles.pop(f"recorded {language}", None)
        return found

    def _by_piper(self, language: str, words: str) -> Sound | None:
        voice, command = self._piper_voice(language), piper_command()
        if voice is None or command is None:
            return None
        name = name_of(voice.identity, words)
        try:
            data = self._kept.get(name) or self._fresh_by_piper(command, language, voice, words)
        except UnfitVoiceError as fault:
            self._piper_rests[language] = (voice.identity, self._now() + PAUSE_S)
            self._tell(f"piper {language}", str(fault))
            return None
        if data is None:
            return None
        self._troubles.pop(f"piper {language}", None)
        self._kept.put(name, data)
        return Sound(data)

    def _fresh_by_piper(self, command: str, language: str, voice: PiperVoice, words: str) -> bytes | None:
        """Said now, one sentence at a time: each keeps a core busy. None while the voice is left alone."""
        with self._piper_turn:
            failed, until = self._piper_rests.get(language, ("", 0.0))
            if failed == voice.identity and self._now() < until:
                return None
            return say_by_piper(command, voice, words, self._environment)

    def _piper_voice(self, language: str) -> PiperVoice | None:
        if self._folder is None:
            return None
        try:
            return self._folder.piper(language)
        except UnfitVoiceError as fault:
            self._tell(f"piper {language}", str(fault))
            return None

    def _by_espeak(self, language: str, words: str) -> Sound:
        voice = ESPEAK_VOICES.get(language, language)
        name = name_of(f"{ESPEAK} {voice}", words)
        data = self._kept.get(name)
        if data is not None:
            return Sound(data)
        answer = self._ask(voice, spelt(words))
        if answer[:1] == SILENT:
            raise UnsayableError(UNSAYABLE)
        if answer[:1] == TOO_LONG:
            raise TooMuchToSayError("Ce texte est trop long à dire. Raccourcissez-le.")
        if answer[:1] != SPOKEN:
            raise NoVoiceError(f"Ce serveur n’a pas de voix pour la langue « {language} ».")
        self._kept.put(name, answer[1:])
        return Sound(answer[1:])

    def _speaks(self, language: str) -> bool:
        if self._piper_voice(language) is not None and piper_command() is not None:
            return True
        # What a library has does not change while a process lives; that it is away may.
        if language not in self._has:
            if self._now() < self._engine_rests_until:
                return False
            try:
                answer = self._ask(ESPEAK_VOICES.get(language, language), "")
            except UnsayableError:
                # It was given no text over which it could break down: whoever asks for each language need not wait for
                # each, and staff are told.
                self._engine_rests_until = self._now() + PAUSE_S
                self._tell("espeak-ng", ENGINE_AWAY)
                return False
            if answer == AWAY:
                return False
            self._has[language] = answer != UNKNOWN
        return self._has[language]

    def _ask(self, voice: str, text: str) -> bytes:
        """espeak-ng's answer, or AWAY. Raises UnsayableError for a text over which it breaks down."""
        try:
            answer = self._speaker.ask(voice, text)
        except EngineBrokeError as broke:
            raise UnsayableError(UNSAYABLE) from broke
        except EngineAwayError as away:
            self._tell("espeak-ng", ENGINE_AWAY, str(away))
            return AWAY
        self._engine_rests_until = 0.0
        self._troubles.pop("espeak-ng", None)
        return answer

    def _tell(self, what: str, fault: str, why: str = "") -> None:
        """Keep a trouble for the desk, and write it in the log once."""
        if self._troubles.get(what) != fault:
            log.warning("a voice is out of order", what=what, fault=fault, why=why)
        self._troubles[what] = fault
