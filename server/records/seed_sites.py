"""From what a seed file says to the domain's sites, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.domain.catalogue import Choice, Counter, Need, Notice, Priority, Site
from server.domain.screens import Message, Screen
from server.records.seed_shapes import Seed, SeedScreen, SeedSite


def site_of(seed: Seed, site: SeedSite, ordinal: int) -> Site:
    """One site of a file, with what the file's sites share. The file must have been found without faults."""
    shared = seed.of(site)
    return Site(
        id=site.id,
        ordinal=ordinal,
        name=site.name.strip(),
        open=site.open,
        languages=tuple(shared.languages),
        needs=tuple(
            Need(
                need.id,
                need.letter,
                need.name.strip(),
                need.pictogram,
                need.colour,
                need.shape,
                _said(need.labels),
                _said(need.hints),
                need.limit,
            )
            for need in shared.needs
        ),
        counters=_counters(site, tuple(need.id for need in shared.needs)),
        hours=site.opening(shared.timezone),
        priorities=tuple(
            Priority(each.id, each.minutes, _said(each.labels), each.kiosk and site.asks_priority)
            for each in shared.priorities
        ),
        notices=tuple(Notice(each.id, _said(each.texts)) for each in shared.notices),
        next_completes=site.next_completes,
        recalls_before_absent=site.recalls_before_absent,
        printers=tuple(site.printers),
        screens=tuple(map(_screen, site.screens)),
        messages=tuple(Message(each.id, _said(each.texts)) for each in shared.messages),
        operators=tuple(Choice(each.id, each.name.strip()) for each in shared.operators),
        topics=tuple(Choice(each.id, each.name.strip()) for each in shared.topics),
        visit_asks=tuple(each.value for each in shared.visit_asks),
    )


def _counters(site: SeedSite, every: tuple[str, ...]) -> tuple[Counter, ...]:
    return tuple(
        Counter(
            counter.id,
            counter.label.strip(),
            every if counter.needs is None else tuple(need for need in every if need in counter.needs),
            counter.way,
            _said(counter.place),
        )
        for counter in site.given()
    )


def _screen(screen: SeedScreen) -> Screen:
    return Screen(
        id=screen.id,
        name=screen.name.strip(),
        counters=tuple(screen.counters),
        needs=tuple(screen.needs),
        distance_m=screen.distance_m,
        diagonal_in=screen.diagonal_in,
        voice=screen.voice,
        mute=tuple(screen.mute),
        ways=dict(screen.ways),
    )


def _said(words: Mapping[str, str]) -> dict[str, str]:
    """Without what is empty: a language that says nothing has no words, and another one is read instead."""
    return {language: text.strip() for language, text in words.items() if text.strip()}


def form_of(site: Site) -> dict[str, Any]:
    """What a file of this one site would say of it, nothing left out and nothing told as `Shared`'s defaults."""
    hours = site.hours
    form: dict[str, Any] = {
        "id": site.id,
        "name": site.name,
        "open": site.open,
        "next_completes": site.next_completes,
        "recalls_before_absent": site.recalls_before_absent,
        "last_tickets_min": hours.last_tickets_min,
        "turns_at": hours.turns_at,
        "closures": [closure.text for closure in hours.closures],
        "asks_priority": True,
        "printers": list(site.printers),
        "counters": [_counter_form(counter) for counter in site.counters],
        "screens": [_screen_form(screen) for screen in site.screens],
    }
    if hours.weekly is not None:
        form["hours"] = {day: [period.text for period in periods] for day, periods in hours.weekly.items()}
    return form | shared_form(site)


def shared_form(site: Site) -> dict[str, Any]:
    """Of a site's form, what other sites of a file may have in common with it."""
    return {
        "timezone": site.timezone,
        "languages": list(site.languages),
        "needs": [_need_form(need) for need in site.needs],
        "priorities": [
            {"id": each.id, "minutes": each.minutes, "kiosk": each.kiosk, "labels": dict(each.labels)}
            for each in site.priorities
        ],
        "notices": [{"id": each.id, "texts": dict(each.texts)} for each in site.notices],
        "messages": [{"id": each.id, "texts": dict(each.texts)} for each in site.messages],
        "operators": [{"id": each.id, "name": each.name} for each in site.operators],
        "topics": [{"id": each.id, "name": each.name} for each in site.topics],
        "visit_asks": [str(each) for each in site.visit_asks],
    }


def _need_form(need: Need) -> dict[str, Any]:
    plain = {name: getattr(need, name) for name in ("id", "letter", "name", "pictogram", "colour", "shape")}
    limit = {} if need.limit is None else {"limit": need.limit}
    return plain | limit | {"labels": dict(need.labels)} | ({"hints": dict(need.hints)} if need.hints else {})


def _counter_form(counter: Counter) -> dict[str, Any]:
    form: dict[str, Any] = {"id": counter.id, "label": counter.label, "needs": list(counter.needs)}
    if counter.way is not None:
        form["way"] = str(counter.way)
    return form | ({"place": dict(counter.place)} if counter.place else {})


def _screen_form(screen: Screen) -> dict[str, Any]:
    return {
        "id": screen.id,
        "name": screen.name,
        "counters": list(screen.counters),
        "needs": list(screen.needs),
        "distance_m": screen.distance_m,
        "diagonal_in": screen.diagonal_in,
        "voice": screen.voice,
        "mute": list(screen.mute),
        "ways": {counter: str(way) for counter, way in screen.ways.items()},
    }
