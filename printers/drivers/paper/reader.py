"""A place in a stream of bytes, and errors that name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from printers.drivers.paper.sheet import PaperError

Value = TypeVar("Value")


class Reader:
    """Reads from left to right, once."""

    def __init__(self, stream: bytes) -> None:
        """`stream` is everything there is."""
        self.stream = stream
        self.position = 0

    @property
    def ended(self) -> bool:
        """Whether all of it is read."""
        return self.position >= len(self.stream)

    def byte(self) -> int:
        """The next byte. Raises PaperError at the end."""
        return self.bytes(1)[0]

    def bytes(self, count: int) -> bytes:
        """The next `count` bytes. Raises PaperError when there are fewer."""
        taken = self.stream[self.position : self.position + count]
        self.position += count
        if len(taken) < count:
            raise self.trouble(f"{count} bytes were announced, {len(taken)} came")
        return taken

    def number(self) -> int:
        """A number of two bytes, the low one first."""
        return int.from_bytes(self.bytes(2), "little")

    def one_of(self, values: Mapping[int, Value], what: str) -> Value:
        """The meaning of the next byte. Raises PaperError when it has none."""
        byte = self.byte()
        if byte not in values:
            raise self.trouble(f"unknown {what} {byte}")
        return values[byte]

    def trouble(self, what: str) -> PaperError:
        """The error to raise: what is wrong, before which byte."""
        return PaperError(f"Before byte {self.position}: {what}.")
