"""What can be chosen in the forms, and how staff call it."""

from __future__ import annotations

from typing import Any, Final

from server.domain.catalogue import FRENCH, Site
from server.domain.screens import Way
from server.domain.visits import Ask
from server.staff.words import say

LANGUAGES: Final = (FRENCH, "ar", "en", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh")
"""In the order in which the kiosk knows them."""

PICTOGRAMS: Final = (
    "identification-card",
    "hand-coins",
    "laptop",
    "train",
    "lightning",
    "handshake",
    "chalkboard-teacher",
    "chat-circle-dots",
    "users",
    "phone-call",
    "globe",
    "wheelchair",
    "ear",
    "door",
    "armchair",
    "wrench",
    "keyboard",
    "printer",
    "hand-waving",
    "question",
    "star",
)
"""Those of the sprite (hatch_build.py) that can stand for a need."""

COLOURS: Final = ("blue", "green", "violet", "teal", "amber", "rose", "indigo", "slate")
"""The needs' colours of server/look/tokens.css."""

SHAPES: Final = ("square", "circle", "hexagon", "diamond", "triangle", "shield", "pentagon", "bubble")
"""Those of server/look/shapes.svg."""


def choices_at(site: Site) -> dict[str, Any]:
    """Every choice of the forms of a site, by its name in their templates: ids with their words, or looks by name."""
    return {
        "pictograms": PICTOGRAMS,
        "colours": COLOURS,
        "shapes": SHAPES,
        "needs_served": [(need.id, f"{need.letter} · {need.name}") for need in site.needs],
        "counters_shown": [(counter.id, counter.label) for counter in site.counters],
        "ways": [("", say("way-none")), *((way.value, say(f"way-{way}")) for way in Way)],
        "asks": [(ask.value, say(f"ask-{ask}")) for ask in Ask],
    }
