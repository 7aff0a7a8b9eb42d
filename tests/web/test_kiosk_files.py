"""The list of the kiosk's files: true of what the server sends, whole, and another whenever one of them is another."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from server.pages.kiosk_files import FOLDERS, version_of


@pytest.fixture
def listed(app: Flask) -> dict[str, Any]:
    said = app.test_client().get("/kiosk-files.js")
    assert said.mimetype == "text/javascript"
    told: dict[str, Any] = json.loads(said.text.removeprefix("self.KIOSK=").rstrip(";\n"))
    return told


def test_each_file_is_sent_as_it_is_listed(app: Flask, listed: dict[str, Any]) -> None:
    files = listed["first"] | listed["later"]
    client = app.test_client()
    for address, digest in files.items():
        sent = client.get(address)
        assert sent.status_code == 200, address
        assert digest == "sha256-" + base64.b64encode(hashlib.sha256(sent.data).digest()).decode(), address


def test_it_holds_what_a_kiosk_loads_and_no_more(listed: dict[str, Any]) -> None:
    first, later = set(listed["first"]), set(listed["later"])
    kiosk = FOLDERS["/assets/kiosk/"]
    words = {f"/assets/kiosk/locales/{path.name}" for path in kiosk.glob("locales/*.ftl")}
    assert {"/assets/kiosk/index.html", "/assets/kiosk/boot.js", "/look/tokens.css", "/look/vendor/fluent.js"} <= first
    assert words
    assert words <= first
    assert [address for address in first if "/host/" in address or address.endswith(("worker.js", "htmx.js"))] == []
    # A face of thousands of letters comes in slices: none of them up front.
    assert later
    assert all("-common-" in address for address in later)
    assert [address for address in first if "-common-" in address] == []


def test_another_file_is_another_version(tmp_path: Path) -> None:
    folders = {"/assets/kiosk/": tmp_path}
    (tmp_path / "boot.js").write_text("one")
    versions = [version_of(folders)["version"]]
    (tmp_path / "boot.js").write_text("two")
    versions.append(version_of(folders)["version"])
    (tmp_path / "boot.js").rename(tmp_path / "start.js")
    versions.append(version_of(folders)["version"])
    (tmp_path / "face-common-12-400.woff2").write_text("a slice")
    versions.append(version_of(folders)["version"])
    assert len(set(versions)) == len(versions)
    later = version_of(folders)["later"]
    assert isinstance(later, dict)
    assert set(later) == {"/assets/kiosk/face-common-12-400.woff2"}


def test_the_worker_cares_for_kiosks_from_the_top(app: Flask) -> None:
    sent = app.test_client().get("/kiosk-worker.js")
    assert (sent.status_code, sent.mimetype) == (200, "text/javascript")
