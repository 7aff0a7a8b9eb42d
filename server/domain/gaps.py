"""What a site has not said yet. Nothing breaks by it: French is said where another language has no words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from server.domain.catalogue import Site


class Missing(StrEnum):
    """What is not there."""

    NEEDS = "needs"
    NEED_LABEL = "need_label"
    PRIORITY_LABEL = "priority_label"
    NOTICE_TEXT = "notice_text"
    MESSAGE_TEXT = "message_text"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that the site should be told.

    of          id of the need, priority or notice; "" when the site has no needs at all
    languages   the site's languages in which it has no words, in the site's order
    """

    missing: Missing
    of: str = ""
    languages: tuple[str, ...] = ()

    @property
    def warning(self) -> str:
        """For whoever plants a seed file: nothing breaks by it, and most sites of a file lack the same."""
        if self.missing is Missing.NEEDS:
            return "a site without needs: its kiosk gives no tickets."
        what = self.missing.replace("_", " ")
        teller = "screen" if self.missing is Missing.MESSAGE_TEXT else "kiosk"
        return f"no {what} of “{self.of}” in {', '.join(self.languages)}: the {teller} says it in French."


def gaps(site: Site) -> tuple[Gap, ...]:
    """What the site has not said, in the order of its catalogue; empty when everything is there."""
    return tuple(_gaps(site))


def _gaps(site: Site) -> Iterator[Gap]:
    if not site.needs:
        yield Gap(Missing.NEEDS)
    spoken: tuple[tuple[Missing, str, Mapping[str, str]], ...] = (
        *((Missing.NEED_LABEL, need.id, need.labels) for need in site.needs),
        *((Missing.PRIORITY_LABEL, priority.id, priority.labels) for priority in site.priorities),
        *((Missing.NOTICE_TEXT, notice.id, notice.texts) for notice in site.notices),
        *((Missing.MESSAGE_TEXT, message.id, message.texts) for message in site.messages),
    )
    for missing, of, words in spoken:
        languages = tuple(language for language in site.languages if not words.get(language, "").strip())
        if languages:
            yield Gap(missing, of, languages)
