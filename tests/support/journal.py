"""A site's journal and its live queue as they lie in Redis, read by hand, for the independent checker."""

from __future__ import annotations

from typing import Any

import redis

from server.checker import Breach, Live, LiveTicket, check


class SiteKeys:
    """The keys of one site, spelled out here as an operator would find them."""

    def __init__(self, client: redis.Redis, site: str) -> None:
        self.client = client
        self.base = f"accueil:{{{site}}}:"

    def key(self, name: str) -> str:
        return self.base + name

    def journal(self, after: str = "") -> list[tuple[str, dict[str, str]]]:
        """Entries with their stream ids, all of them or those after one."""
        return self.client.xrange(self.key("journal"), f"({after}" if after else "-")

    def entries(self) -> list[dict[str, str]]:
        return [entry for _, entry in self.journal()]

    def moves(self) -> list[str]:
        """The moves of the journal, in order."""
        return [entry["move"] for entry in self.entries()]

    def breaches(self) -> tuple[Breach, ...]:
        """What the checker finds, in the journal and in the live queue beside it, while nobody changes either."""
        return check(self.entries(), self.live()).breaches

    def live(self) -> Live:
        """The live queue, while nobody changes it."""
        found = {key.removeprefix(self.key("ticket:")): key for key in self._all("ticket:")}
        tickets = {ticket_id: _ticket(self.client.hgetall(key)) for ticket_id, key in found.items()}
        return Live(
            version=int(self.client.hget(self.key("site"), "version") or 0),
            tickets=tickets,
            lines={
                key.removeprefix(self.key("waiting:")): self.client.zrange(key, 0, -1) for key in self._all("waiting:")
            },
            hands=self.client.hgetall(self.key("hand")),
            numbers=self.client.hgetall(self.key("live")),
            seats={
                counter: said.rpartition(",")[0] for counter, said in self.client.hgetall(self.key("seats")).items()
            },
        )

    def _all(self, name: str) -> list[str]:
        # The braces of the hash tag mean nothing to a pattern.
        return [*self.client.scan_iter(f"{self.key(name)}*", count=1000)]


def _ticket(fields: dict[str, Any]) -> LiveTicket:
    return LiveTicket(
        number=fields["number"],
        state=fields["state"],
        need=fields["need"],
        line=fields["line"],
        place=int(float(fields["place"])),
        counter=fields.get("counter", ""),
    )
