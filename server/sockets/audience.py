"""Who listens on this process: which sites have clients, and which tickets their phones follow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

BOARD: Final = "/board"
DESK: Final = "/desk"
PRINTER: Final = "/printer"
FOLLOW: Final = "/follow"


@dataclass(slots=True)
class Audience:
    """Clients of this process by namespace and site; a phone also by its follow link."""

    rooms: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    links: dict[str, str] = field(default_factory=dict)
    _where: dict[tuple[str, str], str] = field(default_factory=dict)

    def enter(self, namespace: str, site_id: str, sid: str, link: str | None = None) -> None:
        """A client connected."""
        self.rooms[namespace, site_id].add(sid)
        self._where[namespace, sid] = site_id
        if link is not None:
            self.links[sid] = link

    def leave(self, namespace: str, sid: str) -> None:
        """A client went."""
        site_id = self._where.pop((namespace, sid), None)
        if site_id is None:
            return
        room = self.rooms[namespace, site_id]
        room.discard(sid)
        if not room:
            del self.rooms[namespace, site_id]
        self.links.pop(sid, None)

    def sites(self) -> set[str]:
        """Sites with at least one client here."""
        return {site_id for _, site_id in self.rooms}
