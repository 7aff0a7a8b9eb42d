"""What a driver has learnt of its printer, from one job to the next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Learnt:
    """Of one printer, until it was away: another one may hang there then.

    tells      whether it answers DLE EOT; None while that is not known
    confirms   whether it confirms a job; None while that is not known
    clears     whether it says that it forgot what it was told to forget; None while that is not known
    leftover   it may hold the rest of a job that was reported as failed, which a new roll must not bring out
    half_read  a job may have reached it in part: the command that was cut off would swallow the head of the next ticket
    """

    tells: bool | None = None
    confirms: bool | None = None
    clears: bool | None = None
    leftover: bool = False
    half_read: bool = False

    def holds_half_a_job(self) -> None:
        """A job stopped in its middle, as far as is known."""
        self.leftover = self.half_read = True

    def forget(self) -> None:
        """It was away. What it holds it may still hold."""
        self.tells = self.confirms = self.clears = None
