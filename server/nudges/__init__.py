"""Tells phones of their call while their page sleeps: in the words of their page, by Web Push."""

from __future__ import annotations

from server.actions.house import House


def tell_phones(house: House) -> None:
    """Tell them in the background, for the life of the process, where the site has set a key."""
    if house.post is None:
        return
    # A site without one need not load what it takes.
    from server.nudges.telling import Nudges  # noqa: PLC0415

    Nudges(house, house.post).start()
