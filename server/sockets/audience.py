"""Who listens on this process: which sites have clients, for which screens, and which tickets their phones follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

BOARD: Final = "/board"
DESK: Final = "/desk"
PRINTER: Final = "/printer"
FOLLOW: Final = "/follow"


@dataclass(frozen=True, slots=True)
class Listener:
    """A client.

    device  id of the device that it is, None for a phone or a person signed in
    session of a person signed in: the token of their browser's session
    screen  of a board: id of the screen that it asked to see, None for the whole site
    secret  of a phone: what its follow link holds
    """

    site: str
    device: int | None = None
    session: str | None = field(default=None, repr=False)
    screen: str | None = None
    secret: str = ""

    @property
    def room(self) -> str:
        """The Socket.IO room of those who are told the same."""
        return self.site if self.screen is None else f"{self.site} {self.screen}"


@dataclass(slots=True)
class Audience:
    """Clients of this process by namespace and site."""

    rooms: defaultdict[tuple[str, str], dict[str, Listener]] = field(default_factory=lambda: defaultdict(dict))
    _where: dict[tuple[str, str], Listener] = field(default_factory=dict)
    _lines: Counter[str] = field(default_factory=Counter)

    def enter(self, namespace: str, sid: str, listener: Listener) -> None:
        """A client connected."""
        self.rooms[namespace, listener.site][sid] = listener
        self._where[namespace, sid] = listener
        self._lines[listener.secret] += 1

    def leave(self, namespace: str, sid: str) -> None:
        """A client went."""
        listener = self._where.pop((namespace, sid), None)
        if listener is None:
            return
        room = self.rooms[namespace, listener.site]
        room.pop(sid, None)
        if not room:
            del self.rooms[namespace, listener.site]
        self._lines[listener.secret] -= 1
        if not self._lines[listener.secret]:
            del self._lines[listener.secret]

    def sites(self) -> set[str]:
        """Sites with at least one client here."""
        return {site_id for _, site_id in self.rooms}

    def listens(self, namespace: str, site_id: str) -> dict[str, Listener]:
        """Who listens to a site there, by their Socket.IO id."""
        return self.rooms.get((namespace, site_id), {})

    def boards(self, site_id: str) -> dict[str, str | None]:
        """The boards that a site's displays here show: their rooms, and the screen of each."""
        return {each.room: each.screen for each in self.listens(BOARD, site_id).values()}

    def lines(self, secret: str) -> int:
        """How many phones here hold the same follow link."""
        return self._lines[secret]

    def devices(self) -> set[int]:
        """Ids of the devices that are connected here."""
        return {each.device for each in self._where.values() if each.device is not None}

    def people(self) -> set[tuple[str, str]]:
        """The session and the site of each person signed in who is connected here."""
        return {(each.session, each.site) for each in self._where.values() if each.session is not None}

    def connections(
        self, devices: AbstractSet[int], people: AbstractSet[tuple[str, str]] = frozenset()
    ) -> list[tuple[str, str]]:
        """Namespace and Socket.IO id of each connection that some devices hold, or some people at some sites."""
        return [
            where
            for where, each in self._where.items()
            if each.device in devices or (each.session is not None and (each.session, each.site) in people)
        ]
