"""Sheet -> pictures: the exact dots, and the paper as it lies in a hand."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw

from printers.drivers.paper.glyphs import glyph
from printers.drivers.paper.sheet import WIDTH, Align, Run, Sheet, TextLine
from printers.drivers.paper.sheet import Picture as Raster

# Blank paper on each side, by printable width: 80 mm are 640 dots at 203 dpi and 567 at 180; 58 mm are 464 at 203.
MARGINS = {576: 32, 512: 28, 432: 16, 384: 40}
OTHER_MARGIN = 32

# Paper between the head and the knife: when it cuts, the last 12 mm stay inside, blank on the next ticket's top.
HEAD_TO_KNIFE = 96

# How deep the teeth of the tear bar are, and how wide.
TOOTH = 5

PAPER = (252, 250, 244)
INK = (38, 35, 43)
EDGE = (222, 216, 204)


def dots(sheet: Sheet, width: int = WIDTH) -> Image.Image:
    """Every dot that is burnt, black on white, mode “1”, on paper that is printable for `width` dots."""
    height = sum(part.height for part in sheet)
    image = Image.new("1", (width, max(height, 1)), 255)
    top = 0
    for part in sheet:
        if isinstance(part, Raster):
            image.paste(part.image, (start(part.image.width, part.align, width), top))
        elif isinstance(part, TextLine):
            draw_line(image, part, top)
        top += part.height
    return image


def draw_line(image: Image.Image, line: TextLine, top: int) -> None:
    """Letters of all sizes stand on the bottom of the line."""
    left = start(sum(run.width for run in line.runs), line.align, image.width)
    tallest = max((run.style.cell_height for run in line.runs), default=0)
    for run in line.runs:
        image.paste(drawn_run(run), (left, top + tallest - run.style.cell_height))
        left += run.width


def drawn_run(run: Run) -> Image.Image:
    """One run of letters."""
    style = run.style
    image = Image.new("1", (run.width, style.cell_height), 255)
    for place, letter in enumerate(run.text):
        cell = glyph(letter, style.cell_width, style.cell_height, bold=style.bold)
        image.paste(cell, (place * style.cell_width, 0))
    if style.underline:
        bottom = style.cell_height - 1
        ImageDraw.Draw(image).rectangle((0, bottom - style.underline + 1, run.width, bottom), fill=0)
    return ImageChops.invert(image) if style.inverted else image


def start(width: int, align: Align, paper: int) -> int:
    """Where something of this width begins, on paper of that width."""
    room = max(paper - width, 0)
    return {Align.LEFT: 0, Align.CENTRE: room // 2, Align.RIGHT: room}[align]


def paper_picture(sheet: Sheet, width: int = WIDTH) -> Image.Image:
    """The ticket as it lies in a hand, RGBA, one pixel a dot: thermal paper, torn edges, nothing around it."""
    burnt, margin = dots(sheet, width), MARGINS.get(width, OTHER_MARGIN)
    width, height = width + 2 * margin, max(burnt.height, HEAD_TO_KNIFE)
    paper = Image.new("RGB", (width, height), PAPER)
    paper.paste(INK, (margin, HEAD_TO_KNIFE), ImageChops.invert(burnt).convert("L"))
    paper.putalpha(torn_shape(width, height))
    teeth = ImageDraw.Draw(paper)
    teeth.line(edge(width, TOOTH, 0), fill=EDGE)
    teeth.line(edge(width, height - 1 - TOOTH, height - 1), fill=EDGE)
    teeth.line([(0, TOOTH), (0, height - TOOTH)], fill=EDGE)
    teeth.line([(width - 1, TOOTH), (width - 1, height - TOOTH)], fill=EDGE)
    return paper


def torn_shape(width: int, height: int) -> Image.Image:
    """The outline of the paper as a mask."""
    mask = Image.new("L", (width, height), 0)
    outline = [*edge(width, TOOTH, 0), *reversed(edge(width, height - 1 - TOOTH, height - 1))]
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    return mask


def edge(width: int, inner: int, outer: int) -> list[tuple[int, int]]:
    """A row of teeth from left to right."""
    return [(left, inner if place % 2 == 0 else outer) for place, left in enumerate(range(0, width + TOOTH, TOOTH))]
