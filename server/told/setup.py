"""What a file would change of a site, in sentences for who is about to take it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from server.actions.setup import Difference
from server.domain.catalogue import Site
from server.records.trail import Change
from server.told.words import say

LISTS: Final = frozenset(
    {"needs", "counters", "priorities", "notices", "messages", "screens", "operators", "topics"},
)


def told_difference(difference: Difference) -> tuple[str, ...]:
    """A sentence for each thing that would be otherwise at one site."""
    if difference.before is None:
        return (say("setup-new-site", name=difference.after.name),)
    names = {**_names(difference.before), **_names(difference.after)}
    return tuple(
        sentence
        for change in difference.changes
        for sentence in (_of_list(change, names) if change.about in LISTS else (_of_one(change),))
    )


def _of_one(change: Change) -> str:
    detail = change.detail or {}
    before, after = detail.get("before"), detail.get("after")
    field = say(f"setup-{change.about}")
    if all(isinstance(each, str) for each in (before, after)):
        return say("setup-becomes", field=field, before=before, after=after)
    return say("setup-changes", field=field)


def _of_list(change: Change, names: Mapping[str, str]) -> tuple[str, ...]:
    detail = change.detail or {}
    before, after = _items(detail.get("before")), _items(detail.get("after"))
    field = say(f"setup-{change.about}")
    told = {
        "setup-more": [each for each in after if each not in before],
        "setup-less": [each for each in before if each not in after],
        "setup-other": [each for each in after if each in before],
    }
    said = [
        say(words, field=field, names=", ".join(names.get(f"{change.about}.{each}", each) for each in ids))
        for words, ids in told.items()
        if ids
    ]
    return tuple(said) or (say("setup-order", field=field),)


def _items(side: Any) -> list[str]:
    return [each for each in side or () if each != "order"] if isinstance(side, Mapping) else []


def _names(site: Site) -> dict[str, str]:
    """What things are called, by list and id. What has no name of its own goes by its id."""
    named = ("needs", "operators", "topics", "screens")
    return {
        **{f"{of}.{each.id}": each.name for of in named for each in getattr(site, of)},
        **{f"counters.{counter.id}": counter.label for counter in site.counters},
    }
