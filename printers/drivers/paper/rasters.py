"""Images in ESC/POS bytes: `GS v 0`, `GS ( L` with its functions 112 (store) and 50 (print), and bands of `ESC *`."""

from __future__ import annotations

from PIL import Image, ImageChops

from printers.drivers.paper.reader import Reader

# GS v 0 m: how many dots a bit of the image becomes, sideways and upright.
SCALES = {0: (1, 1), 1: (2, 1), 2: (1, 2), 3: (2, 2), 48: (1, 1), 49: (2, 1), 50: (1, 2), 51: (2, 2)}

# ESC * m: bytes a column, and how many dots a bit becomes, sideways and upright; at 203 dpi as at 180.
COLUMNS = {0: (1, (2, 3)), 1: (1, (1, 3)), 32: (3, (2, 1)), 33: (3, (1, 1))}

PRINT, STORE = 50, 112


class RasterReader:
    """Reads images; keeps the one that was stored and not printed yet."""

    def __init__(self, read: Reader) -> None:
        """`read` is shared with whoever reads the other commands."""
        self.read = read
        self.stored: Image.Image | None = None

    def bit_image(self) -> Image.Image:
        """GS v 0 m xL xH yL yH, then the bits: x bytes a row, y rows."""
        self.read.one_of({ord("0"): None}, "kind of GS v")
        scale = self.read.one_of(SCALES, "scale of GS v 0")
        row_bytes, rows = self.read.number(), self.read.number()
        return self.image(row_bytes * 8, rows, scale)

    def graphics(self) -> Image.Image | None:
        """GS ( L pL pH m fn …: None when it only stores."""
        self.read.one_of({ord("L"): None}, "kind of GS (")
        length = self.read.number()
        end = self.read.position + length
        self.read.one_of({48: None}, "module of GS ( L")
        function = self.read.byte()
        image = None
        if function == STORE:
            self.read.one_of({48: None}, "tone of GS ( L")
            scale = (self.read.one_of({1: 1, 2: 2}, "scale"), self.read.one_of({1: 1, 2: 2}, "scale"))
            self.read.one_of({49: None}, "colour of GS ( L")
            width, rows = self.read.number(), self.read.number()
            self.stored = self.image(width, rows, scale)
        elif function in (2, PRINT):
            image, self.stored = self.stored, None
        else:
            raise self.read.trouble(f"unknown function {function} of GS ( L")
        if self.read.position != end:
            raise self.read.trouble("GS ( L announced another length than it has")
        return image

    def band(self) -> Image.Image:
        """ESC * m nL nH, then the bits: n columns from left to right, each from top to bottom. Then a line feed."""
        column_bytes, scale = self.read.one_of(COLUMNS, "mode of ESC *")
        columns = self.read.number()
        # Columns are the rows of the picture mirrored along its diagonal.
        image = self.image(column_bytes * 8, columns, (scale[1], scale[0])).transpose(Image.Transpose.TRANSPOSE)
        if self.read.byte() != 0x0A:
            raise self.read.trouble("a band of an image without a line feed, or with text beside it")
        return image

    def image(self, width: int, rows: int, scale: tuple[int, int]) -> Image.Image:
        """The bits as dots. A set bit is black."""
        if not width or not rows:
            raise self.read.trouble("an image of no size")
        bits = Image.frombytes("1", (width, rows), self.read.bytes((width + 7) // 8 * rows))
        black_on_white = ImageChops.invert(bits)
        return black_on_white.resize((width * scale[0], rows * scale[1]), Image.Resampling.NEAREST)


def stacked(upper: Image.Image, lower: Image.Image) -> Image.Image:
    """Two pictures, the one under the other, both at the left."""
    both = Image.new("1", (max(upper.width, lower.width), upper.height + lower.height), 255)
    both.paste(upper, (0, 0))
    both.paste(lower, (0, upper.height))
    return both
