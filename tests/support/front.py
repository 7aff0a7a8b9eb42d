"""What stands between a browser and a server, and fails as such things do: nobody listens, or a proxy says so."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

from tests.support.processes import free_port

_EXCUSE = b"<!doctype html><title>502</title><h1>502 Bad Gateway</h1>"
_BAD_GATEWAY = (
    b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
    % (len(_EXCUSE), _EXCUSE)
)

Meet = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Front:
    """Listens at a port of its own and passes on what it hears to the server's, in a thread of its own."""

    def __init__(self, speaks_to: int) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._to = speaks_to
        self._listener: asyncio.Server | None = None
        self._lines: set[asyncio.StreamWriter] = set()
        self._lost: set[asyncio.StreamWriter] = set()
        self._is_silent = False
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._listen(self._pass_on)

    @contextmanager
    def gone(self) -> Iterator[None]:
        """Nobody listens, as when the server was killed. Connections are cut."""
        self._listen(None)
        yield
        self._listen(self._pass_on)

    @contextmanager
    def bad_gateway(self) -> Iterator[None]:
        """Whatever is asked is answered with 502 and a page of the proxy's own."""
        self._listen(_excuse)
        yield
        self._listen(self._pass_on)

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Nothing comes through and nobody says so, as with a cable pulled out behind the next router.

        That router forgets the connections it had: nothing will ever come over those, nor over new ones made meanwhile.
        """
        asyncio.run_coroutine_threadsafe(self._hush(), self._loop).result()
        yield
        self._is_silent = False

    def stop(self) -> None:
        """End it and every connection."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _listen(self, meet: Meet | None) -> None:
        asyncio.run_coroutine_threadsafe(self._change(meet), self._loop).result()

    async def _change(self, meet: Meet | None) -> None:
        if self._listener:
            self._listener.close()
            await self._listener.wait_closed()
        for mouth in list(self._lines):
            mouth.close()
        self._listener = meet and await asyncio.start_server(self._keeping(meet), "127.0.0.1", self.port)

    async def _hush(self) -> None:
        self._is_silent, self._lost = True, self._lines.copy()

    async def _end(self) -> None:
        await self._change(None)
        lines = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*lines, return_exceptions=True)

    def _keeping(self, meet: Meet) -> Meet:
        async def kept(ear: asyncio.StreamReader, mouth: asyncio.StreamWriter) -> None:
            self._lines.add(mouth)
            if self._is_silent:
                self._lost.add(mouth)
            # A line that was cut is no news: that is what this is for.
            with suppress(OSError):
                await meet(ear, mouth)
            self._lines.discard(mouth)
            self._lost.discard(mouth)
            mouth.close()

        return kept

    async def _pass_on(self, ear: asyncio.StreamReader, mouth: asyncio.StreamWriter) -> None:
        up_ear, up_mouth = await asyncio.open_connection("127.0.0.1", self._to)
        await asyncio.gather(self._pour(ear, up_mouth, mouth), self._pour(up_ear, mouth, mouth))

    async def _pour(self, ear: asyncio.StreamReader, mouth: asyncio.StreamWriter, line: asyncio.StreamWriter) -> None:
        try:
            while heard := await ear.read(65536):
                if line not in self._lost:
                    mouth.write(heard)
                    await mouth.drain()
        finally:
            mouth.close()


async def _excuse(ear: asyncio.StreamReader, mouth: asyncio.StreamWriter) -> None:
    await ear.read(65536)
    mouth.write(_BAD_GATEWAY)
    await mouth.drain()
