"""What is wrong with a site as a seed file or the desk gives it, and no single field can say.

Each fault is told twice: in English to whoever plants a file, in French to whoever typed it at the desk. Words that are
missing in another language than French are no fault: `domain/gaps.py` tells of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import available_timezones

from server.domain.catalogue import FRENCH
from server.domain.hours import Period
from server.domain.setup import PAGES
from server.records.seed_shapes import SeedScreen, SeedSite, Shared


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the field that it is about; see domain/setup.py."""

    field: str
    english: str
    french: str


def faults(shared: Shared, site: SeedSite) -> Iterator[Fault]:
    """Everything that is wrong with one site of a file, given what it has of its own and what all share."""
    if site.id in PAGES:
        yield Fault(
            "id",
            f"the id “{site.id}” is the address of a staff page: choose another",
            f"L’identifiant « {site.id} » est celui d’une page : choisissez-en un autre.",
        )
    if FRENCH not in shared.languages:
        yield Fault(
            "languages",
            f"languages: “{FRENCH}” is not among them, and is what is said where another has no words",
            "Gardez le français parmi les langues : c’est ce qui est dit quand une autre langue n’a pas de mots.",
        )
    yield from _silent(shared)
    yield from _twice(shared, site)
    if shared.timezone not in available_timezones():
        unknown = f"nobody knows “{shared.timezone}”"
        yield Fault("hours", f"timezone: {unknown}", f"Le fuseau horaire « {shared.timezone} » n’existe pas.")
    else:
        yield from _hours(shared, site)
    yield from _served(shared, site)
    for at, screen in enumerate(site.screens):
        yield from _screen(shared, site, screen, f"screens.{at}")


def _silent(shared: Shared) -> Iterator[Fault]:
    lists: tuple[tuple[str, str, str, str, Sequence[tuple[str, Mapping[str, str]]]], ...] = (
        ("needs", "labels", "need “{}” has no label", "Le besoin « {} »", _spoken(shared.needs, "labels")),
        (
            "priorities",
            "labels",
            "priority “{}” has no label",
            "La priorité « {} »",
            _spoken(shared.priorities, "labels"),
        ),
        ("notices", "texts", "notice “{}” has no text", "Le mot prêt « {} »", _spoken(shared.notices, "texts")),
        ("messages", "texts", "message “{}” has no text", "Le message « {} »", _spoken(shared.messages, "texts")),
    )
    for where, words, english, french, spoken in lists:
        for at, (each, said) in enumerate(spoken):
            if not said.get(FRENCH, "").strip():
                yield Fault(
                    f"{where}.{at}.{words}.{FRENCH}",
                    f"the {english.format(each)} in {FRENCH}",
                    f"{french.format(each)} n’a pas de texte en français.",
                )


def _spoken(items: Sequence[object], words: str) -> list[tuple[str, Mapping[str, str]]]:
    return [(str(getattr(item, "id")), getattr(item, words)) for item in items]  # noqa: B009 - they share no class


def _twice(shared: Shared, site: SeedSite) -> Iterator[Fault]:
    counters = site.counters if isinstance(site.counters, list) else []
    of = f"of “{site.id}”"
    lists = (
        ("needs", "letter", "needs share the letter", "Deux besoins ont la même lettre", shared.needs),
        ("needs", "id", "needs share the id", "Deux besoins ont le même identifiant", shared.needs),
        ("priorities", "id", "priorities share the id", "Deux priorités ont le même identifiant", shared.priorities),
        ("notices", "id", "notices share the id", "Deux mots prêts ont le même identifiant", shared.notices),
        ("messages", "id", "messages share the id", "Deux messages ont le même identifiant", shared.messages),
        ("operators", "id", "operators share the id", "Deux organismes ont le même identifiant", shared.operators),
        ("topics", "id", "topics share the id", "Deux sujets ont le même identifiant", shared.topics),
        ("screens", "id", f"screens {of} share the id", "Deux écrans ont le même identifiant", site.screens),
        ("counters", "id", f"counters {of} share the id", "Deux guichets ont le même identifiant", counters),
    )
    for where, field, english, french, items in lists:
        names = [str(getattr(item, field)) for item in items]
        for at in _repeats(names):
            yield Fault(f"{where}.{at}.{field}", f"two {english} “{names[at]}”", f"{french} : « {names[at]} ».")
    for where, english, french, names in (
        ("printers", f"printers {of} share the name", "Deux imprimantes ont le même nom", site.printers),
        ("languages", "languages are the same:", "La même langue est là deux fois", shared.languages),
    ):
        for at in _repeats(names):
            yield Fault(f"{where}.{at}", f"two {english} “{names[at]}”", f"{french} : « {names[at]} ».")


def _repeats(names: Sequence[str]) -> list[int]:
    return [at for at, name in enumerate(names) if name in names[:at]]


def _hours(shared: Shared, site: SeedSite) -> Iterator[Fault]:
    try:
        hours = site.opening(shared.timezone)
    except ValueError as error:
        yield Fault("hours", f"the hours of “{site.id}”: {error}", "Un horaire ou une fermeture n’est pas lisible.")
        return
    if hours.overlap():
        yield Fault(
            "hours",
            f"the hours of “{site.id}” meet or lie over each other: write them as one",
            "Des horaires se touchent ou se chevauchent : écrivez-les en une seule plage.",
        )
    if hours.turns_while_open():
        yield Fault(
            "hours",
            f"the hours of “{site.id}” go on at {site.turns_at:%H:%M}, when its day ends and who waits is sent home. "
            "Give it a turns_at when it is closed.",
            f"Le site est ouvert à {site.turns_at:%H h %M}, quand la journée se termine et que la file est vidée. "
            "Choisissez une heure où le site est fermé.",
        )


def _served(shared: Shared, site: SeedSite) -> Iterator[Fault]:
    known = {need.id for need in shared.needs}
    given = site.given()
    for at, counter in enumerate(given):
        for need in counter.needs or ():
            if need not in known:
                yield Fault(
                    f"counters.{at}.needs",
                    f"a counter of “{site.id}” serves “{need}”, which is no need",
                    f"Le guichet « {counter.label} » sert « {need} », qui n’est pas un besoin du site.",
                )
    served = {need for counter in given for need in (known if counter.needs is None else counter.needs)}
    for at, each in enumerate(shared.needs):
        if each.id not in served:
            yield Fault(
                f"needs.{at}.id",
                f"no counter of “{site.id}” serves “{each.id}”: who takes a ticket for it would wait for nobody",
                f"Aucun guichet ne sert « {each.name} » : donnez ce besoin à un guichet.",
            )


def _screen(shared: Shared, site: SeedSite, screen: SeedScreen, at: str) -> Iterator[Fault]:
    what = f"the screen “{screen.id}” of “{site.id}”"
    counters, needs = {counter.id for counter in site.given()}, {need.id for need in shared.needs}
    for counter in (*screen.counters, *screen.ways):
        if counter not in counters:
            french = f"L’écran « {screen.name} » nomme un guichet qui n’existe pas : « {counter} »."
            yield Fault(f"{at}.counters", f"{what} names “{counter}”, which is no counter", french)
    for need in screen.needs:
        if need not in needs:
            french = f"L’écran « {screen.name} » nomme un besoin qui n’existe pas : « {need} »."
            yield Fault(f"{at}.needs", f"{what} names “{need}”, which is no need", french)
    for number, period in enumerate(screen.mute):
        try:
            Period.parse(period)
        except ValueError as error:
            french = f"L’écran « {screen.name} » : « {period} » n’est pas une plage comme 12:00-14:00."
            yield Fault(f"{at}.mute.{number}", f"{what}: mute: {error}", french)
