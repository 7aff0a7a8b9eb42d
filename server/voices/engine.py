"""espeak-ng in a process of its own: `python -m server.voices.engine`, a socket for its standard input.

The library is written in C, keeps one global state and is licensed under the GPL: here it can crash, and be used
from one thread alone, without the web server sharing its memory. The process ends when the other side closes.

A question and an answer are each a length of four bytes and so many bytes: a question is JSON,
`{"voice": "fr", "text": "Bonjour."}`, an answer one byte of ANSWERS and then a WAV file, or nothing.
"""

from __future__ import annotations

import ctypes
import json
import resource
import socket
import struct
import sys
from array import array
from typing import Any, Final

from server.voices.sound import as_wav, finished

LENGTH: Final = struct.Struct("!I")
SPOKEN: Final = b"S"
SILENT: Final = b"-"  # nothing of the text is audible
TOO_LONG: Final = b"L"
UNKNOWN: Final = b"?"  # no such voice
READY: Final = b"R"
ANSWERS: Final = (SPOKEN, SILENT, TOO_LONG, UNKNOWN, READY)

WORDS_A_MINUTE: Final = 145
"""espeak-ng's own is 175. Slower is kinder to who is new to the language, or hears badly."""
LONGEST_S: Final = 60
"""400 characters of a sentence take some 40 s; numbers of 400 digits would take minutes."""

# <espeak-ng/speak_lib.h>
_SYNCHRONOUS: Final = 2
_DONT_EXIT: Final = 0x8000
_UTF8: Final = 1
_BY_CHARACTER: Final = 1
_RATE: Final = 1
_OK: Final = 0
_ON: Final = 0
_ABORT: Final = 1
_Callback: Final = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """The library. Raises OSError or ImportError when the machine has none, RuntimeError when it does not start."""

    def __init__(self) -> None:
        # Not every machine has a build of it.
        import espeakng_loader  # type: ignore[import-untyped]  # noqa: PLC0415 - not every machine has it

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        self.rate: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DONT_EXIT)
        if self.rate <= 0:
            raise RuntimeError("espeak-ng does not start")
        self._got = bytearray()
        self._callback = _Callback(self._take)  # the library calls it: it must live as long
        self._library.espeak_SetSynthCallback(self._callback)

    def answer(self, voice: str, text: str) -> bytes:
        """One of ANSWERS, with a WAV file after SPOKEN."""
        if self._library.espeak_SetVoiceByName(voice.encode()) != _OK:
            return UNKNOWN
        self._library.espeak_SetParameter(_RATE, WORDS_A_MINUTE, 0)
        self._got.clear()
        said = text.encode("utf-8", "replace") + b"\0"
        self._library.espeak_Synth(said, len(said), 0, _BY_CHARACTER, 0, _UTF8, None, None)
        if self._full():
            return TOO_LONG
        samples = finished(array("h", bytes(self._got)), self.rate)
        return SPOKEN + as_wav(samples, self.rate) if samples else SILENT

    def _take(self, samples: int | None, count: int, _events: int | None) -> int:
        if samples and count > 0:
            self._got += ctypes.string_at(samples, 2 * count)
        return _ABORT if self._full() else _ON

    def _full(self) -> bool:
        return len(self._got) > 2 * LONGEST_S * self.rate


def read(link: socket.socket) -> bytes:
    """One message. Raises EOFError when the other side has closed, OSError (TimeoutError) as the socket does."""
    return _exactly(link, LENGTH.unpack(_exactly(link, LENGTH.size))[0])


def write(link: socket.socket, message: bytes) -> None:
    """Send one message. Raises OSError."""
    link.sendall(LENGTH.pack(len(message)) + message)


def _exactly(link: socket.socket, count: int) -> bytes:
    got = bytearray()
    while len(got) < count:
        piece = link.recv(count - len(got))
        if not piece:
            raise EOFError
        got += piece
    return bytes(got)


def main() -> int:
    """Answer until the other side closes."""
    # It is known to crash over some texts: nobody reads its remains, and they would hold what was said.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with socket.socket(fileno=0) as link:
        try:
            espeak = Espeak()
        except (ImportError, OSError, RuntimeError) as error:
            print(f"no espeak-ng here: {error}", file=sys.stderr)  # noqa: T201 - into the server's log
            return 1
        try:
            write(link, READY)
            while True:
                asked: dict[str, Any] = json.loads(read(link))
                write(link, espeak.answer(asked["voice"], asked["text"]))
        except (EOFError, ConnectionError):
            return 0


if __name__ == "__main__":
    sys.exit(main())
