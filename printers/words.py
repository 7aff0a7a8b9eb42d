"""The paper's words, one Fluent file a language in `printers/locales/`; French stands in for what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime
from fluent.runtime import FluentLocalization, FluentResourceLoader

LOCALES = Path(__file__).parent / "locales"
LANGUAGES = frozenset(path.stem for path in LOCALES.glob("*.ftl"))
FALLBACK = "fr"

# The shortest wait that is told, in minutes.
SHORT_MIN = 5

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Words:
    """What the ticket says in one language. `language` is the one spoken: French for a language unknown here."""

    language: str
    direction: Direction
    messages: FluentLocalization

    def ahead(self, people: int) -> str:
        """How many people come before this ticket, with the plural that the language wants."""
        return self.messages.format_value("ahead", {"ahead": people})

    def wait(self, low: int | None, high: int | None) -> str:
        """How long it may take, from minutes as they were estimated; empty when nobody can say.

        “About 0 to 5 minutes” promises what nobody can keep: what may be over at once is “less than”.
        """
        if low is None or high is None:
            return ""
        if low <= 0 or high <= SHORT_MIN:
            return self.messages.format_value("wait-less", {"high": max(high, SHORT_MIN)})
        if low >= high:
            return self.messages.format_value("wait-about", {"high": high})
        return self.messages.format_value("wait-range", {"low": low, "high": high})

    def watch(self) -> str:
        """What to do now."""
        return self.messages.format_value("watch")

    def follow(self) -> str:
        """What the QR code is for."""
        return self.messages.format_value("follow")

    def moment(self, at: datetime) -> str:
        """Date and time in words, as the clock on the wall showed them: “lundi 23 nov. 10:42”."""
        return format_datetime(at, self.messages.format_value("date"), locale=self.language)


@lru_cache
def words_in(language: str) -> Words:
    """The words in a language, by its BCP 47 code."""
    spoken = next((code for code in (language, primary(language)) if code in LANGUAGES), FALLBACK)
    # Fluent's isolation marks are for placeables of unknown direction. The only ones here are counts, which
    # every script sets left to right, and the marks would be control characters to a printer.
    messages = FluentLocalization(
        [spoken, FALLBACK], ["{locale}.ftl"], FluentResourceLoader(str(LOCALES)), use_isolating=False
    )
    return Words(spoken, "rtl" if Locale.parse(spoken).text_direction == "rtl" else "ltr", messages)


def primary(language: str) -> str:
    """The language of a BCP 47 code without its script and region: “zh” of “zh-Hans”."""
    return language.split("-", maxsplit=1)[0].lower()


def french_name(language: str) -> str:
    """What a mediator calls a language: “Arabe”. Empty for French, and for what the CLDR does not know."""
    if primary(language) == FALLBACK:
        return ""
    try:
        name = Locale.parse(primary(language)).get_language_name(FALLBACK)
    except (UnknownLocaleError, ValueError):
        return ""
    return name.capitalize() if name else ""
