"""Who may do what: the roles of devices and of people."""

from __future__ import annotations

import re
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
    dict.fromkeys("\u2019\u2018\u201b\u02bc\u02bb`\u00b4\u2032", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
"""Apostrophes and dashes, which each keyboard writes otherwise; and letters that Unicode does not take apart itself."""
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""Unicode's Default_Ignorable_Code_Point within names: joiners, marks of direction, selectors, blanks without width."""


def fold(name: str) -> str:
    """What two ways of writing one name have in common: no capitals, no accents, one blank, one apostrophe, one dash.

    Who types “aicha” at the door is Aïcha, and nobody else can be. Whatever has a combining class in Unicode is taken
    for an accent, in every script: tones, the marks that make か into が, the vowel signs of Arabic and Hebrew, some of
    Thai; names that they alone tell apart are one. Letters and other vowel signs stay; signs that nobody sees go.
    """
    # Before, for an acute accent that stands alone is a blank afterwards; and after, for what was one sign.
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_ALIKE)).casefold().translate(_ALIKE)
    return " ".join("".join(sign for sign in _UNSEEN.sub("", apart) if not unicodedata.combining(sign)).split())


COMMAND: Final = Actor("command", "accueil")
"""Whoever may start commands on the server's machine."""
