"""Who may do what: the roles of devices and of people."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """A device's role, of least power: a display reads, a kiosk issues, neither calls."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    PRINTER = "printer"
    COUNTER = "counter"
    MANAGER = "manager"


class Job(StrEnum):
    """What a person's account is for, the least first: who stands later may do all that those before may."""

    MEDIATOR = "mediator"  # receives people at the sites they work at
    MANAGER = "manager"  # settings, people, devices and reports of those sites
    ADMIN = "admin"  # everything, at every site

    def covers(self, other: Job) -> bool:
        """Whether whoever has this job may do what `other` asks for."""
        jobs = list(Job)
        return jobs.index(self) >= jobs.index(other)


@dataclass(frozen=True, slots=True)
class Device:
    """A known device: its id, its one site, its role, and how often its page was told to load itself anew."""

    id: int
    site: str
    role: Role
    reloads: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who works at the desk.

    sites        the ids of those they work at; an admin's reach needs none
    active       False for who has left: the name stays in the records, nobody signs in with it
    must_change  their password is somebody else's choice: until they have chosen their own, they do nothing else
    """

    id: int
    name: str
    job: Job
    sites: tuple[str, ...] = ()
    active: bool = True
    must_change: bool = False

    def works_at(self, site_id: str) -> bool:
        """Whether this is one of their sites."""
        return self.job is Job.ADMIN or site_id in self.sites


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a change, as the trail names them: "person:3", "device:7", "command"; and their name at that time."""

    who: str
    name: str

    @classmethod
    def of(cls, person: Person) -> Actor:
        """Somebody signed in at the desk."""
        return cls(f"person:{person.id}", person.name)


_ALIKE: Final = str.maketrans(
    dict.fromkeys("’‘ʼ`´′", "'") | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
"""Apostrophes, which each keyboard writes otherwise; and the letters that Unicode does not take apart by itself."""


def fold(name: str) -> str:
    """What two ways of writing one name have in common: no capitals, no accents, one blank, one apostrophe.

    Who types “aicha” at the door is Aïcha, and nobody else can be. Vowel signs of scripts that write them beneath and
    above their letters stay, for there they are no accents: those have a combining class.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_ALIKE))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


COMMAND: Final = Actor("command", "accueil")
"""Whoever may start commands on the server's machine."""
