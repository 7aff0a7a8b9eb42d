"""Our own files go out compressed, and nothing that may carry a secret does."""

from __future__ import annotations

import gzip

import brotli
import pytest

FILE = "/look/tokens.css"
UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.fixture
def client(app):
    return app.test_client()


def ask(client, path, **headers):
    return client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("way", sorted(UNPACKED))
def test_a_file_comes_packed_as_the_browser_can_read_it(client, way):
    whole, packed = ask(client, FILE), ask(client, FILE, Accept_Encoding=way)
    assert packed.headers["Content-Encoding"] == way
    assert UNPACKED[way](packed.data) == whole.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(whole.data) / 2
    assert all("Accept-Encoding" in answer.headers["Vary"] for answer in (whole, packed))
    assert "Content-Encoding" not in whole.headers


def test_each_way_of_packing_is_known_again_by_its_own_mark(client):
    marks = {way: ask(client, FILE, Accept_Encoding=way).headers["ETag"] for way in ("br", "gzip", "identity")}
    assert len(set(marks.values())) == 3
    for way, mark in marks.items():
        again = ask(client, FILE, Accept_Encoding=way, If_None_Match=mark)
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", mark)
        other = ask(client, FILE, Accept_Encoding=way, If_None_Match='"of-an-older-version"')
        assert other.status_code == 200


@pytest.mark.parametrize("path", ["/kiosk/etats-unis", "/assets/kiosk/boot.js", "/assets/kiosk/locales/fr.ftl"])
def test_pages_modules_and_words_are_packed(client, path):
    assert ask(client, path, Accept_Encoding="gzip").headers["Content-Encoding"] == "gzip"


def test_a_font_is_packed_already_and_sent_as_it_is(client):
    font = ask(client, "/look/vendor/fonts/noto-sans-arabic-400.woff2", Accept_Encoding="br, gzip")
    assert (font.status_code, font.data[:4]) == (200, b"wOF2")
    assert "Content-Encoding" not in font.headers


def test_a_piece_of_a_file_is_a_piece_of_the_file_itself(client):
    piece = ask(client, FILE, Accept_Encoding="gzip", Range="bytes=0-9")
    assert (piece.status_code, piece.data) == (206, ask(client, FILE).data[:10])
    assert "Content-Encoding" not in piece.headers


@pytest.mark.parametrize("path", ["/api/v1/openapi.json", "/staff/"])
def test_what_the_server_itself_writes_may_carry_a_secret_and_is_never_packed(client, path):
    answer = ask(client, path, Accept_Encoding="br, gzip")
    assert (answer.status_code, answer.headers.get("Content-Encoding")) == (200, None)


def test_what_a_kiosk_is_told_is_never_packed(device):
    answer = device("kiosk").ask("GET", "/api/v1/sites/etats-unis", headers={"Accept-Encoding": "br, gzip"})
    assert (answer.status_code, answer.headers.get("Content-Encoding")) == (200, None)
