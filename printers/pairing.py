"""How the agent gets its token: its log shows a code, somebody at the desk types it, the agent fetches the token, once.

After RFC 8628. It happens whenever the server does not know the agent: at its first start, and after it was sent away.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeGuard

import httpx
import structlog

from printers.backoff import Backoff
from printers.memory import written
from printers.server_link import ANSWER_SECONDS, ServerLink, ServerTroubleError, content_of, trouble_in

PAIRINGS: Final = "api/v1/pairings"

# Who asks too soon is to ask so much less often, in seconds (RFC 8628, 3.5).
SLOWER: Final = 5

TO_DO: Final = "type this code at the desk: “Relier un appareil”"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Code:
    """What the server gave to be let in with; times in seconds."""

    code: str
    proof: str
    expires_in: float
    interval: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """The agent's way in. `token_file`: where its token outlives it, for nobody else's eyes."""

    link: ServerLink
    token_file: Path
    stop: asyncio.Event
    backoff: Backoff

    async def stay_known(self) -> None:
        """Until asked to stop: wherever the server does not know the agent, have it let in."""
        attempt = 0
        while await self.is_refused():
            try:
                await self.one_code()
                attempt = 0
            except ServerTroubleError as trouble:
                log.warning("no_pairing_code", why=str(trouble))
                await self.pause(self.backoff.seconds(attempt))
                attempt += 1

    async def is_refused(self) -> bool:
        """Wait until the server refuses the agent; False when `stop` is set first."""
        waits = [asyncio.create_task(event.wait()) for event in (self.link.refused, self.stop)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waits:
                each.cancel()
        return not self.stop.is_set()

    async def one_code(self) -> None:
        """Show a code until somebody has typed it, it is too old, or the agent is known again by itself.

        A server with the wrong records behind it knows nobody for a minute: it has revoked nothing. Raises
        ServerTroubleError when no code can be had.
        """
        code = code_in(await self.ask("", {"role": "printer"}))
        log.warning("pairing_code", code=code.code, do=TO_DO, lasts_s=code.expires_in)
        interval, end = code.interval, asyncio.get_running_loop().time() + code.expires_in
        while asyncio.get_running_loop().time() < end:
            await self.pause(interval)
            if self.stop.is_set() or not self.link.refused.is_set():
                return
            try:
                answer = await self.ask("/claim", {"proof": code.proof})
            except ServerTroubleError:
                continue  # away: the code stands, and is asked about again
            if answer.status_code == httpx.codes.NOT_FOUND:
                return
            if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
                interval += SLOWER
            token = content_of(answer).get("token")
            if answer.is_success and is_token(token):
                self.keep(token)
                return

    async def ask(self, path: str, body: dict[str, Any]) -> httpx.Response:
        """One question about pairing. Raises ServerTroubleError when no answer comes."""
        return await self.link.answer("POST", f"{PAIRINGS}{path}", json=body, timeout=ANSWER_SECONDS)

    def keep(self, token: str) -> None:
        """Show it from now on. A disk that takes nothing is told of: after the next start there is a code again."""
        self.link.show(token)
        try:
            written(self.token_file, f"{token}\n")
        except OSError as trouble:
            log.warning("token_not_kept", file=str(self.token_file), reason=str(trouble))
        log.info("paired")

    async def pause(self, seconds: float) -> None:
        """Wait, or less when asked to stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.stop.wait()


def code_in(answer: httpx.Response) -> Code:
    """The code that an answer holds. Raises ServerTroubleError for every other answer."""
    if answer.status_code != httpx.codes.CREATED:
        raise trouble_in(answer)
    match content_of(answer):
        case {
            "code": str(code),
            "proof": str(proof),
            "expires_in": int() | float() as lasts,
            "interval": int() | float() as interval,
        }:
            return Code(code, proof, lasts, interval)
    raise ServerTroubleError("the server’s answer is no code for pairing", answered=True)


def is_token(token: object) -> TypeGuard[str]:
    """Whether this can be shown in a request’s head."""
    return isinstance(token, str) and token.isascii() and token.isprintable() and len(token) > 0 and " " not in token
