"""The meaning of ESC/POS parameters. Source: Epson's ESC/POS command reference; many take a number or its digit."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from escpos.capabilities import CAPABILITIES

from printers.drivers.paper.sheet import Align

# ESC t n -> Python's codec, from Epson's table of code pages (TM-T20II). Kept apart from python-escpos's own table,
# so that a mistake there shows.
CODE_PAGES = {
    0: "cp437", 2: "cp850", 3: "cp860", 4: "cp863", 5: "cp865", 13: "cp857", 14: "cp737", 15: "iso8859-7",
    16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858", 33: "cp775", 34: "cp855", 35: "cp861", 36: "cp862",
    37: "cp864", 38: "cp869", 39: "iso8859-2", 40: "iso8859-15", 44: "cp1125", 45: "cp1250", 46: "cp1251",
    47: "cp1253", 48: "cp1254", 49: "cp1255", 50: "cp1256", 51: "cp1257", 52: "cp1258",
}  # fmt: skip

# Python's codec takes two bytes a letter; on the printer, this page is half-width katakana of one byte each.
NOT_OF_ONE_BYTE = {"CP932"}

# A sixth of an inch, as ESC 2 and ESC @ set it; 30 dots on a TM-T20II.
DEFAULT_PITCH = 30

# ESC a n.
ALIGNMENTS = {0: Align.LEFT, 1: Align.CENTRE, 2: Align.RIGHT, 48: Align.LEFT, 49: Align.CENTRE, 50: Align.RIGHT}

# ESC M n -> whether it is the small font, B.
FONTS = {0: False, 1: True, 48: False, 49: True}

# ESC - n -> dots.
UNDERLINES = {0: 0, 1: 1, 2: 2, 48: 0, 49: 1, 50: 2}

# GS V m -> (partial, feeds n dots first).
CUTS = {
    0: (False, False), 48: (False, False), 1: (True, False), 49: (True, False), 65: (False, True), 66: (True, True)
}  # fmt: skip


def code_pages_of(profile: str | None) -> Mapping[int, str]:
    """ESC t n -> Python's codec, on a printer of this python-escpos profile; by Epson's own table for None.

    Pages that Python has no codec for are left out. Raises KeyError for an unknown profile.
    """
    if profile is None:
        return CODE_PAGES
    pages = CAPABILITIES["profiles"][profile]["codePages"]
    return {int(number): codec for number, name in pages.items() if (codec := codec_of(name))}


def codec_of(name: str) -> str | None:
    """Python's codec for a code page by python-escpos's name, “CP1250” or “ISO_8859-2”; None where it has none."""
    try:
        return None if name in NOT_OF_ONE_BYTE else codecs.lookup(name).name
    except LookupError:
        return None
