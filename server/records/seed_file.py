"""A seed file: read, and checked for what no single field can say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from zoneinfo import available_timezones

from pydantic import ValidationError

from server.domain.catalogue import FRENCH
from server.domain.hours import Period
from server.records.seed_shapes import Seed, SeedScreen, SeedSite


class SeedUnreadableError(ValueError):
    """The seed file cannot be used; the message says where and why."""


def read_seed(path: Path) -> Seed:
    """Read and check a seed file. Raises SeedUnreadableError, OSError."""
    try:
        seed = Seed.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SeedUnreadableError(f"{path}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SeedUnreadableError(f"{path}: {where}: {first['msg']}") from error
    try:
        _check(seed)
    except SeedUnreadableError as error:
        raise SeedUnreadableError(f"{path}: {error}") from error
    return seed


def _check(seed: Seed) -> None:
    """What no single field can say. Raises SeedUnreadableError.

    Words that are missing in another language than French are no fault: `domain/gaps.py` tells of them.
    """
    if FRENCH not in seed.languages:
        raise SeedUnreadableError(
            f"languages: “{FRENCH}” is not among them, and is what is said where another has no words"
        )
    spoken = {
        **{f"need “{need.id}” has no label": need.labels for need in seed.needs},
        **{f"priority “{each.id}” has no label": each.labels for each in seed.priorities},
        **{f"notice “{notice.id}” has no text": notice.texts for notice in seed.notices},
        **{f"message “{message.id}” has no text": message.texts for message in seed.messages},
    }
    for what, words in spoken.items():
        if not words.get(FRENCH, "").strip():
            raise SeedUnreadableError(f"the {what} in {FRENCH}")
    for what, names in {
        "needs share the letter": [need.letter for need in seed.needs],
        "needs share the id": [need.id for need in seed.needs],
        "sites share the id": [site.id for site in seed.sites],
        "priorities share the id": [each.id for each in seed.priorities],
        "notices share the id": [notice.id for notice in seed.notices],
        "messages share the id": [message.id for message in seed.messages],
        **{f"screens of “{site.id}” share the id": [screen.id for screen in site.screens] for site in seed.sites},
        **{f"printers of “{site.id}” share the name": site.printers for site in seed.sites},
        **{
            f"counters of “{site.id}” share the id": [counter.id for counter in site.counters]
            for site in seed.sites
            if isinstance(site.counters, list)
        },
    }.items():
        if twice := [name for name in names if names.count(name) > 1]:
            raise SeedUnreadableError(f"two {what} “{twice[0]}”")
    if seed.timezone not in available_timezones():
        raise SeedUnreadableError(f"timezone: nobody knows “{seed.timezone}”")
    for site in seed.sites:
        _check_site(seed, site)


def _check_site(seed: Seed, site: SeedSite) -> None:
    try:
        hours = site.opening(seed.timezone)
    except ValueError as error:
        raise SeedUnreadableError(f"the hours of “{site.id}”: {error}") from error
    if hours.overlap():
        raise SeedUnreadableError(f"the hours of “{site.id}” meet or lie over each other: write them as one")
    if hours.turns_while_open():
        raise SeedUnreadableError(
            f"the hours of “{site.id}” go on at {site.turns_at:%H:%M}, when its day ends and who waits is sent home. "
            "Give it a turns_at when it is closed."
        )
    known = {need.id for need in seed.needs}
    for need in (need for counter in site.given() for need in counter.needs or ()):
        if need not in known:
            raise SeedUnreadableError(f"a counter of “{site.id}” serves “{need}”, which is no need")
    for screen in site.screens:
        _check_screen(site, screen, known)


def _check_screen(site: SeedSite, screen: SeedScreen, needs: set[str]) -> None:
    counters = {counter.id for counter in site.given()}
    for counter in (*screen.counters, *screen.ways):
        if counter not in counters:
            raise SeedUnreadableError(f"the screen “{screen.id}” of “{site.id}” names “{counter}”, which is no counter")
    for need in screen.needs:
        if need not in needs:
            raise SeedUnreadableError(f"the screen “{screen.id}” of “{site.id}” names “{need}”, which is no need")
    for period in screen.mute:
        try:
            Period.parse(period)
        except ValueError as error:
            raise SeedUnreadableError(f"the screen “{screen.id}” of “{site.id}”: mute: {error}") from error
