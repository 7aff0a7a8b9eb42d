"""The desk's words, from its Fluent file."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).parent / "locales"


@cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle(["fr"], use_isolating=False)
    bundle.add_resource(FluentResource((LOCALES / "fr.ftl").read_text("utf-8")))
    return bundle


def say(message_id: str, **args: Any) -> str:
    """The words of a message. Raises LookupError for an id or an argument that the file does not know."""
    message = _bundle().get_message(message_id)
    if message.value is None:
        raise LookupError(message_id)
    text, faults = _bundle().format_pattern(message.value, args)
    if faults:
        raise LookupError(f"{message_id}: {faults[0]}")
    return str(text)


def clock(at: datetime) -> str:
    """A time of day as every part of the desk writes it: 9 h 05."""
    return f"{at.hour}\u00a0h\u00a0{at.minute:02}"
