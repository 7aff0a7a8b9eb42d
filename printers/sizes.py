"""How large each thing on the ticket is set, on wide paper and on narrow.

Sizes are for old eyes at arm's length, about 60 cm: what matters to the resident has capitals of at least 4 mm, and
the number is read from across a room. 203 dpi is 8 dots to the millimetre.
"""

from __future__ import annotations

from dataclasses import dataclass

# Width of font A in dots, on every ESC/POS printer of 180 and 203 dpi.
CELL_WIDTH = 12

# The largest that ESC/POS knows. Digits of font A are 15 to 18 of its 24 dots high, by the maker: 15 to 18 mm here.
NUMBER_SCALE = 8

# Below it, paper of 58 mm: sentences in letters of double height only, or each would take two lines; bold instead.
WIDE_DOTS = 500


@dataclass(frozen=True, slots=True)
class Size:
    """How large a line is set.

    wide, high   multiples of font A (12 by 24 dots), 1 to 8
    shaped       dots to the em when the line has to be a picture
    bold         the heavier face, in both
    """

    wide: int
    high: int
    shaped: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sizes:
    """head: site and moment, what the mediator reads. need: what the visitor came for. body: the sentences."""

    head: Size
    need: Size
    body: Size


WIDE = Sizes(
    head=Size(wide=1, high=2, shaped=32),
    need=Size(wide=2, high=2, shaped=46, bold=True),
    body=Size(wide=2, high=2, shaped=42),
)
NARROW = Sizes(
    head=Size(wide=1, high=2, shaped=30),
    need=Size(wide=2, high=2, shaped=44, bold=True),
    body=Size(wide=1, high=2, shaped=36, bold=True),
)


def sizes_for(width: int) -> Sizes:
    """The sizes for paper with so many dots to print on."""
    return WIDE if width >= WIDE_DOTS else NARROW
