"""Sound as numbers: silence cut off its ends, loudness made even, and the file that a browser plays."""

from __future__ import annotations

import hashlib
import io
import sys
import wave
from array import array
from dataclasses import dataclass
from functools import cached_property
from typing import Final

WAV: Final = "audio/wav"

AUDIBLE: Final = 200
"""Samples beyond this, of 32,767, are sound: espeak-ng's pauses are zeros, its faintest hiss is above."""
LEAD_S: Final = 0.02
"""Silence that stays before the first sound: players of some browsers swallow the first milliseconds."""
TAIL_S: Final = 0.06
"""Silence that stays after the last sound, so that it does not break off."""
LOUDNESS: Final = 4000
"""Root mean square of what is audible, of 32,767: −18 dB. The languages of espeak-ng lie within 3 dB of it as they
come; made even by their peaks instead, Spanish and Russian would be 4 dB fainter than French."""
CEILING: Final = 31_000
"""No sample goes beyond, of 32,767: nothing is clipped, here or when a browser makes another rate of it."""


@dataclass(frozen=True)
class Sound:
    """A file that a browser plays."""

    data: bytes
    media_type: str = WAV

    @cached_property
    def tag(self) -> str:
        """Names the bytes: another sound has another tag."""
        return hashlib.sha256(self.data).hexdigest()[:32]


def finished(samples: array[int], rate: int) -> array[int]:
    """The samples without the silence at their ends, as loud as any other language. Empty when nothing is audible."""
    first = next((at for at, sample in enumerate(samples) if abs(sample) > AUDIBLE), None)
    if first is None:
        return array("h")
    last = next(at for at in range(len(samples) - 1, -1, -1) if abs(samples[at]) > AUDIBLE)
    kept = samples[max(0, first - int(LEAD_S * rate)) : last + 1 + int(TAIL_S * rate)]
    # Every fourth sample says it as well as all do, in a fourth of the time; the first of them is audible.
    audible = [sample for sample in samples[first : last + 1 : 4] if abs(sample) > AUDIBLE]
    mean = (sum(sample * sample for sample in audible) / len(audible)) ** 0.5
    peak = max(max(kept), -min(kept))  # noqa: PLW3301 - “*kept” would be a million arguments
    gain = min(LOUDNESS / mean, CEILING / peak)
    return array("h", [int(sample * gain) for sample in kept])


def as_wav(samples: array[int], rate: int) -> bytes:
    """A WAV file: one channel, 16 bit."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def whole_wav(data: bytes) -> bool:
    """Whether this is a WAV file that holds all the frames it announces, and at least one that is not silent."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            announced, width = file.getnframes(), file.getsampwidth() * file.getnchannels()
            frames = file.readframes(announced)
    except (wave.Error, EOFError):
        return False
    return len(frames) == announced * width and any(frames)
