"""Everything a Valkey holds, so that "nothing changed" can be said of all of it at once."""

from __future__ import annotations

from typing import Any

import redis

_READ = {
    "string": lambda client, key: client.get(key),
    "hash": lambda client, key: client.hgetall(key),
    "set": lambda client, key: sorted(client.smembers(key)),
    "list": lambda client, key: client.lrange(key, 0, -1),
    "zset": lambda client, key: client.zrange(key, 0, -1, withscores=True),
    "stream": lambda client, key: client.xrange(key),
}


def contents(client: redis.Redis) -> dict[str, tuple[Any, int]]:
    """Each key's value and the moment it dies, in ms since 1970; -1 for never.

    When an agent last asked for a job, and a kiosk for its site, is left out: asking is no change.
    """
    found = {}
    for key in sorted(client.scan_iter(count=1000)):
        if not key.endswith((":printers", ":door")):
            found[key] = (_READ[client.type(key)](client, key), client.execute_command("PEXPIRETIME", key))
    return found
