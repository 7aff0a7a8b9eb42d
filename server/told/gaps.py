"""What a site lacks, in sentences: its catalogue says it by itself, its voices when they are asked."""

from __future__ import annotations

from server.actions.house import House
from server.domain.catalogue import Site
from server.domain.gaps import Gap, Missing, gaps
from server.told.languages import language_name
from server.told.words import say


def told_gaps(house: House, site: Site) -> tuple[str, ...]:
    """Everything that residents of this site would miss, a sentence each; empty when nothing is missing."""
    voiceless = house.voices.gaps(site.languages)
    return (
        *(_sentence(site, gap) for gap in gaps(site)),
        *((say("gap-voice", count=len(voiceless), languages=_names(voiceless)),) if voiceless else ()),
        *house.voices.problems(site.languages),
    )


def _sentence(site: Site, gap: Gap) -> str:
    if gap.missing is Missing.NEEDS:
        return say("gap-needs")
    names = {need.id: need.name for need in site.needs}
    return say(
        f"gap-{gap.missing.replace('_', '-')}",
        of=names.get(gap.of, gap.of) if gap.missing is Missing.NEED_LABEL else gap.of,
        languages=_names(gap.languages),
    )


def _names(languages: tuple[str, ...] | list[str]) -> str:
    """« arabe, turc et russe »."""
    names = [language_name(language) for language in languages]
    return names[0] if len(names) == 1 else say("names-and", first=", ".join(names[:-1]), last=names[-1])
