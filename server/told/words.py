"""Words from Fluent files: those of this room, and those that a room above adds to them.

French first: it is what everybody reads who has chosen nothing, and what stands where a language has no words yet.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from flask import g, has_request_context
from fluent.runtime import FluentBundle, FluentResource

from server.domain.catalogue import FRENCH
from server.domain.errors import RefusalError

SPOKEN: Final = {FRENCH: "Français", "en": "English"}
"""The languages in which staff can read their pages, each by its own name."""

LOCALES: Final = Path(__file__).parent / "locales"
REFUSALS: Final = Path(__file__).parent / "refusals"
"""What a refusal says in another language than French, by its code: in French it says so itself."""
NAMED_AT_MOST: Final = 300
"""Signs of what a sentence names: a form that is refused shows what was typed, however long."""


def speak(language: str) -> None:
    """Say everything in this language until the request that is being answered is over."""
    g.spoken = language


def spoken() -> str:
    """The language in which the request that is being answered is told; French outside of one."""
    language: str = g.get("spoken", FRENCH) if has_request_context() else FRENCH
    return language


def speaker(*folders: Path) -> Callable[..., str]:
    """A function that says the messages of these folders and of this room's: `say("printer-named", name="A")`.

    In the language that is spoken, and in French what that has no words for. It raises LookupError for an id or an
    argument that the files do not know.
    """
    bundles = _bundles((LOCALES, *folders))

    def say(message_id: str, **args: Any) -> str:
        bundle = bundles[spoken()]
        if not bundle.has_message(message_id):
            bundle = bundles[FRENCH]
        return _said(bundle, message_id, args)

    return say


def knower(*folders: Path) -> Callable[[str], bool]:
    """A function that says whether the files of these folders, or of this room, have a message of this id."""
    return _bundles((LOCALES, *folders))[FRENCH].has_message


def _bundles(folders: tuple[Path, ...]) -> dict[str, FluentBundle]:
    """By language, the words of these folders; a folder that lacks a language adds nothing to it."""
    bundles = {}
    for language in SPOKEN:
        bundles[language] = FluentBundle([language], use_isolating=False)
        files = (folder / f"{language}.ftl" for folder in folders)
        for file in files:
            if file.exists():
                bundles[language].add_resource(FluentResource(file.read_text("utf-8")))
    return bundles


def _said(bundle: FluentBundle, message_id: str, args: dict[str, Any]) -> str:
    message = bundle.get_message(message_id)
    if message.value is None:
        raise LookupError(message_id)
    text, faults = bundle.format_pattern(message.value, {name: _short(value) for name, value in args.items()})
    if faults:
        raise LookupError(f"{message_id}: {faults[0]}")
    return str(text)


def _short(value: Any) -> Any:
    """What a sentence names: nobody's name is longer, and Fluent fails over a thousand signs."""
    return f"{value[:NAMED_AT_MOST]}…" if isinstance(value, str) and len(value) > NAMED_AT_MOST else value


say: Final = speaker()

_REFUSED: Final = _bundles((REFUSALS,))


def refused(refusal: RefusalError) -> str:
    """Why something was refused, for whoever pressed: a sentence they can act on."""
    bundle, code = _REFUSED[spoken()], refusal.code.replace("_", "-")
    # In French the sentence is made where the refusal is, and says the most.
    return _said(bundle, code, refusal.extra) if bundle.has_message(code) else refusal.detail


def clock(at: datetime) -> str:
    """A time of day as staff read it: 9 h 05."""
    return say("clock", hour=at.hour, minute=f"{at.minute:02}")
