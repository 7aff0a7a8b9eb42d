"""Where a demo may start, and one clear line where it may not."""

from __future__ import annotations

import socket

import pytest

from tests.support.api import Client
from tests.support.processes import ACCUEIL, Demo, free_port, refused
from tests.support.table import living_in

SITE = "etats-unis"


@pytest.mark.parametrize(
    ("folder", "named"),
    [("/".join(["un-chemin-vraiment-tres-long"] * 6), None), ("l’accueil du matin", "l’accueil du matin")],
    ids=["a very long path", "a relative path with spaces and an accent"],
)
def test_a_folder_of_any_name_does(tmp_path, folder, named):
    demo = Demo(tmp_path / folder, named=named)
    try:
        client = Client(demo.url, SITE, demo.printed_token(SITE, "kiosk"))
        ticket = client.issue().json()
        assert client.ticket(ticket["id"]).json()["number"] == ticket["number"]
        assert (tmp_path / folder / "queue").is_dir()
    finally:
        demo.kill()


def test_a_port_in_use_is_told_at_once_and_nothing_is_started(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert str(port) in refused(ACCUEIL, tmp_path / "demo", port)
    assert living_in(tmp_path / "demo") == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    assert str(tmp_path / "file") in refused(ACCUEIL, tmp_path / "file" / "demo", free_port())
