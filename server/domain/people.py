"""Who may do what: the roles of devices and of people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A device's role, of least power: a display reads, a kiosk issues, neither calls."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    PRINTER = "printer"
    COUNTER = "counter"
    MANAGER = "manager"


class Job(StrEnum):
    """What a person's account is for."""

    MEDIATOR = "mediator"
    MANAGER = "manager"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Device:
    """A known device: its id, its one site, its role."""

    id: int
    site: str
    role: Role


@dataclass(frozen=True, slots=True)
class Person:
    """Someone signed in at the desk."""

    id: int
    name: str
    job: Job
