"""A browser that follows every link of the staff pages, and reads the forms that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

LINKS: Final = ("href", "hx-get", "src")
OTHER_SITES: Final = re.compile(r"/(site-\d|unite-mobile)\b")
"""Their pages are the first site's."""
FREE_TYPES: Final = frozenset({"", "text", "search", "password", "textarea"})
PAGES_AT_MOST: Final = 400
"""More than there are: a walk that goes round for ever fails."""


@dataclass
class Form:
    """A form as a page shows it: where it goes, what it holds, what can be typed freely, and its buttons."""

    address: str
    sends: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    free: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Page(HTMLParser):
    """What stands on a page: links, forms, and whatever a policy against inline code would refuse."""

    address: str
    links: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        self._judge(tag, at)
        self.links += [urljoin(self.address, at[name]) for name in LINKS if at.get(name)]
        if tag == "form":
            address = at.get("hx-post") or at.get("action") or self.address
            self._open = Form(urljoin(self.address, address), at.get("method", "get").lower())
            self._open.sends = "post" if "hx-post" in at else self._open.sends
            self.forms.append(self._open)
        elif self._open is not None and "name" in at:
            self._take(self._open, tag, at)
        if tag == "option" and self._open is not None and "selected" in at:
            self._open.fields.append((self._select, at.get("value", "")))

    def _take(self, form: Form, tag: str, at: dict[str, str]) -> None:
        kind = "textarea" if tag == "textarea" else at.get("type", "")
        if tag == "button":
            form.buttons.append((at["name"], at.get("value", "")))
        elif tag == "select":
            self._select = at["name"]
        elif kind not in {"checkbox", "radio"} or "checked" in at:
            form.fields.append((at["name"], at.get("value", "")))
            form.free += [at["name"]] if kind in FREE_TYPES else []

    def _judge(self, tag: str, at: dict[str, str]) -> None:
        if tag == "style" or (tag == "script" and "src" not in at and at.get("type") != "application/json"):
            self.inline.append(f"<{tag}>")
        self.inline += [
            f"{name}={value}"
            for name, value in at.items()
            if name == "style" or name.startswith(("on", "hx-on")) or value.lstrip().lower().startswith("javascript:")
        ]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None


def read_page(address: str, answer: TestResponse) -> Page:
    """What stands on a page."""
    page = Page(address)
    page.feed(answer.text)
    return page


def walk(browser: FlaskClient, starts: Iterable[str]) -> dict[str, TestResponse]:
    """Every page of the first site and of none that links lead to, from these on; files lead nowhere."""
    seen: dict[str, TestResponse] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop(0)
        if path in seen or OTHER_SITES.search(path):
            continue
        assert len(seen) < PAGES_AT_MOST, sorted(seen)
        seen[path] = answer = browser.get(path)
        if answer.mimetype == "text/html":
            waiting += [_path(link) for link in read_page(path, answer).links if _is_ours(link)]
        if answer.status_code in {301, 302, 303, 308} and _is_ours(answer.headers["Location"]):
            waiting.append(_path(answer.headers["Location"]))
    return seen


def _is_ours(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme in {"", "http", "https"} and parts.netloc in {"", "localhost"} and parts.path.startswith("/")


def _path(link: str) -> str:
    parts = urlsplit(link)
    return parts.path + (f"?{parts.query}" if parts.query else "")
