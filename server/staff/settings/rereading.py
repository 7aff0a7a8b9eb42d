"""Translations that are of older French: which of them somebody has ticked as read again, and how many are left."""

from __future__ import annotations

from typing import Final

from server.domain.catalogue import Site
from server.domain.translations import Texts
from server.staff.settings.sheet import Sheet

READ: Final = "read."
"""With the name of a text behind it: the field whose ticks are languages, or EVERY."""
EVERY: Final = "every"


def left_to_read(sheet: Sheet, site: Site) -> Texts:
    """The site's translations of older French without those that are ticked."""
    ticked = {
        f"{row.list}.{row.key}.{field.removeprefix(READ)}": languages
        for rows in sheet.rows.values()
        for row in rows
        for field, languages in row.values.items()
        if field.startswith(READ)
    }
    return {
        place: {language: french for language, french in sources.items() if language not in ticked.get(place, ())}
        for place, sources in site.translated_from.items()
        if EVERY not in ticked.get(place, ())
    }
