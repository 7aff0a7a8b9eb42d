"""What a phone shows of a call when its page sleeps: the words of the page itself, in the ticket's language."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentLocalization, FluentResourceLoader

from server.domain.catalogue import Site
from server.domain.phones import Nudge
from server.domain.ticket import spaced

LOCALES: Final = Path(__file__).parents[2] / "display" / "phone" / "locales"
"""The same beside the server package in a checkout and in an installation."""
FRENCH: Final = "fr"
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa"})


def message_of(site: Site, nudge: Nudge) -> bytes:
    """The message as JSON for display/phone/worker.js: title, body, lang, dir. It knows which page it is of."""
    language = nudge.language if (LOCALES / f"{nudge.language}.ftl").exists() else FRENCH
    words = _words_in(language)
    said = {
        "title": f"{words.format_value('phone-recalled' if nudge.again else 'phone-called')} · {spaced(nudge.number)}",
        "body": "\n".join(_where(site, nudge.counter, language, words)),
        "lang": language,
        "dir": "rtl" if language in RIGHT_TO_LEFT else "ltr",
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _where(site: Site, counter_id: str, language: str, words: FluentLocalization) -> list[str]:
    """The words of the sign, as the person will see it; then in their own language; then the floor, where it has one.

    Not the way: it is told for who looks at the screen, and they may stand in the street.
    """
    counter = next((counter for counter in site.counters if counter.id == counter_id), None)
    label = counter_id if counter is None else counter.label
    own = words.format_value("phone-counter", {"counter": counter_id, "label": label})
    place = {} if counter is None else counter.place
    lines = (label, "" if language == FRENCH else own, place.get(language) or place.get(FRENCH) or "")
    return [line for line in lines if line]


@lru_cache
def _words_in(language: str) -> FluentLocalization:
    # As on the page: isolation marks keep "A 012" whole inside Arabic.
    return FluentLocalization(
        [language, FRENCH],
        ["{locale}.ftl"],
        FluentResourceLoader(str(LOCALES)),
        use_isolating=language in RIGHT_TO_LEFT,
    )
