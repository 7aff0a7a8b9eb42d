"""Which printer the bytes are for: its python-escpos profile, and how many dots wide its paper is."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from escpos.capabilities import CAPABILITIES

# 80 mm paper at 203 dpi, and the commands that nearly every printer of the last 15 years obeys.
USUAL = "TM-T20II"
USUAL_WIDTH = 576

# Narrower, the longest words do not fit; wider is no ticket printer.
WIDTHS = range(256, 833)


class PaperKindError(ValueError):
    """No such printer or paper; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Paper:
    """profile   of python-escpos; width   printable, in dots."""

    profile: str = USUAL
    width: int = USUAL_WIDTH


def paper_for(profile: str | None, width: str | None) -> Paper:
    """The paper that a printer's address asks for. Raises PaperKindError."""
    profile = USUAL if profile is None else profile
    known = CAPABILITIES["profiles"]
    if profile not in known:
        near = difflib.get_close_matches(profile, known, 3, 0.5) or [USUAL, "default"]
        raise PaperKindError(f"“{profile}” is no printer profile. Write profile={' or profile='.join(near)}.")
    if not known[profile]["features"].get("bitImageRaster"):
        # The QR code and half of the languages are pictures.
        raise PaperKindError(
            f"A printer of the profile “{profile}” prints no pictures. Write profile={USUAL} or another."
        )
    widest = known[profile]["media"]["width"].get("pixels")
    most = widest if isinstance(widest, int) else WIDTHS[-1]
    if width is None:
        return Paper(profile, widest if isinstance(widest, int) and widest in WIDTHS else min(USUAL_WIDTH, most))
    if not width.isascii() or not width.isdecimal() or int(width) not in WIDTHS or int(width) > most:
        raise PaperKindError(
            f"“{width}” is no width of the profile “{profile}”: write dots, width={WIDTHS[0]} to {most}."
        )
    return Paper(profile, int(width))
