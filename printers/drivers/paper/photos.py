"""Pictures of tickets for the documentation, made from the very bytes a printer gets.

`python -m printers.drivers.paper.photos docs/tickets` draws them again after the ticket has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from PIL.PngImagePlugin import PngInfo

from printers.drivers.drawing import drawn
from printers.drivers.paper.decoder import decode
from printers.drivers.paper.picture import paper_picture
from printers.drivers.paper_kind import Paper
from printers.job import PrintJob

NEEDS = {"fr": "Mes papiers et mes démarches", "ar": "أوراقي ومعاملاتي", "zh": "我的证件和手续"}

# Names the bytes that a picture shows, in its PNG.
BYTES = "Ticket bytes, SHA-256"

# A table top, and the shadow on it of a light from above on the left.
TABLE = (146, 135, 121)
AROUND = 48
SHADOW = (52, 44, 36)
SHADOW_AT, SHADOW_SOFT, SHADOW_DEPTH = (10, 16), 12, 150

# Thermal paper keeps the bend of its roll: darker where it turns away from the light, in parts of 255.
BEND = (246, 255, 255, 250, 238)
TILT = -1.6

# Heat spreads a little beyond each dot.
SOFT = 0.6

# Pictures are for reading on a page, a ticket 80 mm wide at 150 dots to the inch or so.
SCALE = 0.72
COLOURS = 256


def sample(language: str) -> bytes:
    """The bytes of a ticket in this language. Raises JobUnreadableError."""
    job = PrintJob(
        id="sample",
        site_name="PIMMS Médiation, Lyon 8e",
        number="A012",
        need_label=NEEDS[language],
        language=language,
        issued_at="2026-11-23T10:42:00+01:00",
        ahead=3,
        follow_url="https://accueil.example/t/Qm9uam91ciBMeW9uIDhlIQ",
        need_french=NEEDS["fr"],
        pictogram="identification-card",
        wait_low_min=10,
        wait_high_min=20,
    )
    return drawn(job, Paper())


def photo(stream: bytes) -> Image.Image:
    """The ticket of these bytes as it lies on a table, RGB. Raises PaperError."""
    ticket = bent(paper_picture(decode(stream)))
    ticket = ticket.filter(ImageFilter.GaussianBlur(SOFT)).rotate(TILT, Image.Resampling.BICUBIC, expand=True)
    size = (ticket.width + 2 * AROUND, ticket.height + 2 * AROUND)
    table = Image.new("RGB", size, TABLE)
    cast = Image.new("L", size, 0)
    cast.paste(ticket.getchannel("A"), (AROUND + SHADOW_AT[0], AROUND + SHADOW_AT[1]))
    cast = cast.filter(ImageFilter.GaussianBlur(SHADOW_SOFT)).point(lambda grey: grey * SHADOW_DEPTH // 255)
    table.paste(SHADOW, (0, 0), cast)
    table.paste(ticket, (AROUND, AROUND), ticket)
    shown = table.resize((round(size[0] * SCALE), round(size[1] * SCALE)), Image.Resampling.LANCZOS)
    return shown.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def bent(ticket: Image.Image) -> Image.Image:
    """The paper with light and shade along its length, RGBA."""
    light = Image.new("L", (1, len(BEND)))
    light.putdata(BEND)
    shade = light.resize(ticket.size, Image.Resampling.BICUBIC)
    lit = ImageChops.multiply(ticket.convert("RGB"), Image.merge("RGB", (shade, shade, shade)))
    lit.putalpha(ticket.getchannel("A"))
    return lit


def save(language: str, folder: Path) -> Path:
    """Write the picture of a ticket. Raises OSError."""
    stream = sample(language)
    note = PngInfo()
    note.add_text(BYTES, hashlib.sha256(stream).hexdigest())
    path = folder / f"{language}.png"
    photo(stream).save(path, pnginfo=note, optimize=True)
    return path


def main(arguments: list[str] | None = None) -> int:
    """Write all of them."""
    parser = argparse.ArgumentParser(prog="python -m printers.drivers.paper.photos", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    for language in NEEDS:
        print(save(language, folder))  # noqa: T201  # to the person who asked
    return 0


if __name__ == "__main__":
    sys.exit(main())
