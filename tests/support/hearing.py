"""An ear: what can be heard in a sound, without understanding a word."""

from __future__ import annotations

import io
import wave
from array import array
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from server.voices.sound import Sound, as_wav

LOCALES = Path(__file__).parents[2] / "kiosk" / "locales"
LANGUAGES = ("fr", "en", "ar", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh")
SAMPLES = {"count": 3, "low": 10, "high": 20, "number": "A 0 1 2", "counter": "3", "label": "A 0 1 2"}
"""What stands in the messages that have something to fill in."""

GREETING = "Bonjour. Pourquoi venez-vous\u202f?"
RECORDED = as_wav(array("h", [1000, -1000] * 8000), 16_000)
"""A recording, and the sentence that it stands for."""

WINDOW_S = 0.05
QUIET = 300
"""Mean amplitude of a window in which nothing is said, of 32,767: 40 dB under full."""

FAINT = 100
"""Of 32,767: 50 dB under full."""


@dataclass(frozen=True)
class Heard:
    """A WAV file that was listened to."""

    rate: int
    channels: int
    bits: int
    samples: array

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate

    @property
    def peak(self) -> int:
        return max(max(self.samples), -min(self.samples))  # noqa: PLW3301 - “*samples” would be a million arguments

    def silent_ends(self) -> tuple[float, float]:
        """Seconds of silence at the beginning and at the end."""
        before = next(at for at, sample in enumerate(self.samples) if abs(sample) > FAINT)
        after = next(at for at, sample in enumerate(reversed(self.samples)) if abs(sample) > FAINT)
        return before / self.rate, after / self.rate

    @property
    def loudness(self) -> float:
        """Root mean square of what is audible."""
        audible = [sample for sample in self.samples[::3] if abs(sample) > 200]
        return (sum(sample * sample for sample in audible) / len(audible)) ** 0.5

    @cached_property
    def amplitudes(self) -> list[float]:
        """The mean amplitude of each twentieth of a second."""
        step = int(self.rate * WINDOW_S)
        # Every third sample: an ear as good, three times as quick.
        pieces = [self.samples[at : at + step : 3] for at in range(0, len(self.samples), step)]
        return [sum(map(abs, piece)) / len(piece) for piece in pieces]

    def like(self, other: Heard) -> bool:
        """Whether both seem to say the same.

        espeak-ng never says a sentence twice with the very same samples: its hiss is made of chance. The course of its
        loudness then differs by an eighth at most, and its length by 0.03 s.
        """
        both = zip_longest(self.amplitudes, other.amplitudes, fillvalue=0.0)
        apart = sum(abs(one - another) for one, another in both)
        alike = apart < 0.15 * (sum(self.amplitudes) + sum(other.amplitudes))
        return alike and abs(self.seconds - other.seconds) < 0.04

    @cached_property
    def windows(self) -> list[bool]:
        """For each twentieth of a second, whether something is heard."""
        return [amplitude > QUIET for amplitude in self.amplitudes]


def hear(data: bytes) -> Heard:
    """Listen to a WAV file. Raises wave.Error for anything else, AssertionError for one that is cut off."""
    with wave.open(io.BytesIO(data)) as file:
        frames = file.readframes(file.getnframes())
        assert len(frames) == file.getnframes() * file.getsampwidth() * file.getnchannels(), "cut off"
        return Heard(file.getframerate(), file.getnchannels(), 8 * file.getsampwidth(), array("h", frames))


@cache
def kiosk_sentences(language: str) -> tuple[str, ...]:
    """Each sentence that the kiosk has in this language, once."""
    bundle = FluentBundle([language], use_isolating=True)
    bundle.add_resource(FluentResource((LOCALES / f"{language}.ftl").read_text("utf-8")))
    found = []
    for name in bundle._messages:
        said, errors = bundle.format_pattern(bundle.get_message(name).value, SAMPLES)
        assert not errors, (name, errors)
        found.append(said)
    return tuple(dict.fromkeys(found))


def by_espeak(sound: Sound) -> bool:
    """Whether espeak-ng said it: it alone has this rate."""
    return sound.media_type == "audio/wav" and hear(sound.data).rate == 22_050
