"""How each screen and each kiosk of a site is, since when, and what a person can do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from server.domain.catalogue import Site
from server.domain.devices import DeviceState, Heard, Roll, Sound
from server.domain.hours import Phase
from server.domain.people import Role
from server.queues.snapshots import Snapshot
from server.told.strip import Urgency, since_when
from server.told.truth import Builds, Truth, truth_of
from server.told.words import say

ITSELF: Final = "écran"
"""A name that starts so says itself that it is a screen's."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is so of a device: which thing, its state for programs, and the words; `act`: what to do."""

    of: str
    state: str
    words: str
    act: str = ""
    urgency: Urgency = Urgency.CALM


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One screen or one kiosk.

    screen  id of the screen that it is, "" for the one of a whole site and for a kiosk
    name    as staff call it: the name that they gave it, or what it is, as “Écran Salle d’attente”
    place   of a screen, which of the site’s it is; "" for a kiosk
    since   since when it is so, in words
    facts   what is so of it, the one that matters most first
    size    of its picture in pixels, "" while it is not known
    """

    id: str
    role: Role
    screen: str
    name: str
    place: str
    since: str
    facts: tuple[Fact, ...]
    size: str
    silent: bool

    @property
    def head(self) -> Fact:
        """What matters most."""
        return self.facts[0]

    @property
    def urgency(self) -> Urgency:
        """Who must act."""
        return self.head.urgency

    @property
    def said(self) -> str:
        """What a screen reader says of it by itself: what needs a hand, or that nothing does any more."""
        if self.urgency is Urgency.CALM:
            return say("device-well", name=self.name)
        return say("device-said", name=self.name, since=self.since, words=self.head.words, act=self.head.act)


def lines_of(
    site: Site, boards: Snapshot, roll: Roll, builds: Builds, given: Mapping[str, str]
) -> tuple[DeviceLine, ...]:
    """The screens and kiosks of a site: first those that need a hand, then screens before kiosks, by name.

    `given`: the names that people gave, by the number of a device's token.
    """
    phase = boards.board().phase
    names = dict(_names(site, roll.devices, given))
    lines = []
    for heard in roll.devices:
        facts = _facts(site, heard, truth_of(site, boards, roll, heard, builds))
        if heard.silent:
            facts = (_silence(heard, roll, phase),)
        lines.append(
            DeviceLine(
                id=heard.id,
                role=heard.role,
                screen=heard.said.screen,
                name=names[heard.id],
                place="" if heard.role is Role.KIOSK else _kind(site, heard),
                since=since_when(site, heard.seen if heard.silent else heard.since, roll.at),
                facts=tuple(sorted(facts, key=_weight)),
                size=heard.said.size,
                silent=heard.silent,
            )
        )
    return tuple(sorted(lines, key=lambda line: (_weight(line.head), line.role, line.name, line.id)))


def _weight(fact: Fact) -> int:
    return [Urgency.NOW, Urgency.SOON, Urgency.CALM].index(fact.urgency)


def _facts(site: Site, heard: Heard, truth: Truth) -> tuple[Fact, ...]:
    """What is so of a device that is heard, in the order in which it is told."""
    said = heard.said
    facts = [_state(heard)]
    if heard.role is Role.DISPLAY:
        if said.screen and site.screen(said.screen) is None:
            act = say("screen-unknown-act")
            facts.append(Fact("place", "unknown", say("screen-unknown", screen=said.screen), act, Urgency.SOON))
        if said.state is DeviceState.LIVE:
            facts.append(_shown(truth))
    if truth.build:
        facts.append(Fact("build", truth.build, say(f"build-{truth.build}")))
    facts += [_sound(heard), Fact("seen", "", say("device-seen", seconds=truth.seconds))]
    return tuple(facts)


def _state(heard: Heard) -> Fact:
    state = heard.said.state
    words = say(f"{'kiosk' if heard.role is Role.KIOSK else 'screen'}-{state}")
    if state in {DeviceState.OFFLINE, DeviceState.STALE}:
        return Fact("state", state, words, say("device-offline-act"), Urgency.SOON)
    return Fact("state", state, words)


def _shown(truth: Truth) -> Fact:
    if truth.shows == "other":
        return Fact("shows", "other", say("shows-other"), say("shows-other-act"), Urgency.NOW)
    return Fact("shows", truth.shows, say(f"shows-{truth.shows}"))


def _sound(heard: Heard) -> Fact:
    sound = heard.said.sound
    if sound is Sound.LOCKED:
        return Fact("sound", sound, say("sound-locked"), say("sound-locked-act"), Urgency.SOON)
    if sound is Sound.ON and heard.said.volume:
        return Fact("sound", sound, say("sound-volume", volume=heard.said.volume))
    return Fact("sound", sound, say(f"sound-{sound}"))


def _silence(heard: Heard, roll: Roll, phase: Phase) -> Fact:
    """Nobody has to walk to what another device does in its place, or to what is switched off for the night."""
    words = "kiosk-silent" if heard.role is Role.KIOSK else "screen-silent"
    replaced = any(
        not other.silent and (other.role, other.said.screen) == (heard.role, heard.said.screen)
        for other in roll.devices
    )
    if replaced or phase is Phase.CLOSED:
        return Fact("state", "silent", say(words))
    return Fact("state", "silent", say(words), say(f"{words}-act"), Urgency.NOW)


def _names(site: Site, devices: Sequence[Heard], given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """By device, how staff call it: with its number where two would be called alike."""
    screens = Counter(heard.number for heard in devices)
    plain = []
    for heard in devices:
        name = given.get(heard.number)
        # Of a machine with two screens the name says less than which of them it is.
        plain.append((heard, name if name and screens[heard.number] == 1 else _kind(site, heard)))
    alike = Counter(name for _, name in plain)
    for heard, name in plain:
        yield heard.id, name if alike[name] == 1 else say("device-of-many", name=name, number=heard.number)


def _kind(site: Site, heard: Heard) -> str:
    """What it is, in words: a kiosk, or which screen of the site."""
    if heard.role is Role.KIOSK:
        return say("kiosk-name")
    screen = site.screen(heard.said.screen)
    if screen is None and heard.said.screen:
        # A part of an address is no name: it has no capital and no accent.
        return say("screen-at-address", address=heard.said.screen)
    return screen_name(screen.name if screen else "")


def screen_name(name: str) -> str:
    """A screen's name as people read it: “Écran Salle d’attente”; the one of a whole site for ""."""
    if not name:
        return say("screen-whole")
    words = name[0].upper() + name[1:]
    return words if words.lower().startswith(ITSELF) else say("screen-named", name=words)
