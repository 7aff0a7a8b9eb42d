"""Words from Fluent files: those of this room, and those that a room above adds to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle, FluentResource

LOCALES: Final = Path(__file__).parent / "locales"


def speaker(*folders: Path) -> Callable[..., str]:
    """A function that says the French messages of these folders and of this room's: `say("printer-named", name="A")`.

    It raises LookupError for an id or an argument that the files do not know.
    """
    bundle = FluentBundle(["fr"], use_isolating=False)
    for folder in (LOCALES, *folders):
        bundle.add_resource(FluentResource((folder / "fr.ftl").read_text("utf-8")))

    def say(message_id: str, **args: Any) -> str:
        message = bundle.get_message(message_id)
        if message.value is None:
            raise LookupError(message_id)
        text, faults = bundle.format_pattern(message.value, args)
        if faults:
            raise LookupError(f"{message_id}: {faults[0]}")
        return str(text)

    return say


say: Final = speaker()


def clock(at: datetime) -> str:
    """A time of day as staff read it: 9 h 05."""
    return f"{at.hour}\u00a0h\u00a0{at.minute:02}"
