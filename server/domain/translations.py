"""Which translations were made of other French than today's: they stand as they are until somebody reads them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.domain.catalogue import FRENCH, Site

Texts = Mapping[str, Mapping[str, str]]
"""By the place of a text in a site, such as "needs.papiers.labels": by language, what it says."""

SPOKEN_OF: Final = {
    "needs": ("labels", "hints"),
    "counters": ("place",),
    "priorities": ("labels",),
    "notices": ("texts",),
    "messages": ("texts",),
}
"""A site's lists, and what of each of their rows is said in several languages."""


def texts(site: Site) -> Texts:
    """Everything that a site says in several languages."""
    return {
        f"{name}.{row.id}.{field}": getattr(row, field)
        for name, fields in SPOKEN_OF.items()
        for row in getattr(site, name)
        for field in fields
    }


def translated_from(before: Site, after: Site) -> Texts:
    """The French that each translation of a changed site was made of, where that is not what it says today.

    A translation that was changed is of today's French; so is one that `after` does not have among its own any more,
    as somebody has read it again. French that becomes what it was makes them all right by itself.
    """
    were = texts(before)
    found = {}
    for place, words in texts(after).items():
        then, older = were.get(place, {}), before.translated_from.get(place, {})
        left = after.translated_from.get(place, {})
        found[place] = {
            language: french
            for language, text in words.items()
            if text == then.get(language) and not (language in older and language not in left)
            if (french := older.get(language, then.get(FRENCH, ""))) != words.get(FRENCH)
        }
    return {place: sources for place, sources in found.items() if sources}


def read_again(before: Site, after: Site) -> dict[str, list[str]]:
    """By text, the languages that somebody has read again and left as they were, though the French is another."""
    now, then = texts(after), texts(before)
    found = {
        place: [
            language
            for language, french in sources.items()
            if language not in after.translated_from.get(place, {})
            and now.get(place, {}).get(language) == then.get(place, {}).get(language)
            and now.get(place, {}).get(FRENCH) != french
        ]
        for place, sources in before.translated_from.items()
    }
    return {place: languages for place, languages in found.items() if languages}


def to_read(site: Site, place: str) -> tuple[str, ...]:
    """The site's languages in which a text is of older French, in their order."""
    return tuple(language for language in site.languages if language in site.translated_from.get(place, {}))


def count_to_read(site: Site, start: str) -> int:
    """How many translations of the texts whose place starts so are of older French, in the site's languages."""
    return sum(len(to_read(site, place)) for place in site.translated_from if place.startswith(start))
