"""What a manager sees before publishing: the kiosk told of the draft, and the ticket as the printer would get it."""

from __future__ import annotations

import base64
import io
import json
import re
import sys

import pytest
import zxingcpp
from PIL import Image

from server.staff.settings import looks
from tests.support.devices import SITE
from tests.support.settings import settings

FRAMED = "frame-ancestors 'self'"
EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }} { $x }"


def draft_of(page):
    """What the copy of the kiosk is told."""
    return json.loads(re.search(r'<script type="application/json" id="draft">(.*?)</script>', page, re.DOTALL)[1])


def paper_of(page):
    """The ticket's picture."""
    found = re.search(r'<img class="paper" src="data:image/png;base64,([^"]+)"', page)
    return Image.open(io.BytesIO(base64.b64decode(found[1])))


@pytest.fixture
def preview(manager):
    """A function that looks at a draft, and gives the form as it is there."""

    def look(room, typed, **more):
        form = settings(manager, room)
        answer = form.press("preview", typed | more)
        assert answer.status_code == 200, form.faults
        return form

    return look


def test_the_kiosk_is_told_of_the_draft_and_nothing_is_published(preview, here):
    before = here()
    form = preview("needs", {"needs.papiers.labels.fr": "Mes documents", "needs.papiers.letter": "Z"})
    [need] = [need for need in draft_of(form.page)["needs"] if need["id"] == "papiers"]
    assert (need["labels"]["fr"], need["letter"]) == ("Mes documents", "Z")
    assert draft_of(form.page)["open"] is True
    assert here() == before


def test_the_kiosk_is_told_just_what_the_server_tells_it_afterwards(preview, own_device):
    form = preview("needs", {"needs.papiers.labels.fr": "Mes documents"})
    draft = draft_of(form.page)
    form.publish()
    own_device("printer").announce("accueil")
    assert own_device("kiosk").get().json == draft


def test_the_ticket_is_drawn_from_the_bytes_of_a_printer(preview):
    form = preview("needs", {"needs.papiers.labels.fr": "Mes documents"})
    [code] = zxingcpp.read_barcodes(paper_of(form.page))
    assert re.fullmatch(r".+/t/1-0{22}", code.text), "it leads nowhere"
    assert 'alt="Ticket A012\u202f: Mes documents"' in form.page


def test_another_need_in_another_language_is_another_ticket(preview):
    first = preview("needs", {})
    other = preview("needs", {}, shown="energie", language="ar")
    assert 'alt="Ticket E012\u202f: الكهرباء والغاز والماء"' in other.page
    assert paper_of(other.page).tobytes() != paper_of(first.page).tobytes()


def test_a_ticket_that_cannot_be_drawn_keeps_nobody_from_publishing(preview, here, monkeypatch):
    monkeypatch.setattr(looks, "DRAWING", (sys.executable, "-c", "raise SystemExit(2)"))
    form = preview("needs", {"needs.papiers.labels.fr": "Une phrase que personne n’a encore dessinée"})
    assert "Le ticket ne peut pas être dessiné sur cette machine." in form.page
    form.publish()
    assert here().need("papiers").labels["fr"].startswith("Une phrase")


def test_from_the_preview_it_is_published_or_written_on(preview, here):
    form = preview("needs", {"needs.papiers.labels.fr": "Mes documents"})
    form.press("edit")
    assert form.fields["needs.papiers.labels.fr"] == "Mes documents"
    assert "Il y a des changements à publier." in form.page
    form.press("preview")
    form.publish()
    assert here().need("papiers").labels["fr"] == "Mes documents"


def test_what_cannot_be_published_has_no_preview(manager):
    form = settings(manager, "needs")
    assert form.press("preview", {"needs.papiers.labels.fr": ""}).status_code == 422
    assert "Aperçu avant publication" not in form.page


def test_ready_words_are_seen_on_the_kiosk_that_has_stopped(preview):
    form = preview("notices", {"notices.ferme-tot.texts.fr": "Nous fermons à midi."}, shown="ferme-tot")
    told = draft_of(form.page)
    assert (told["open"], told["stopped"], told["message"]["fr"]) == (False, True, "Nous fermons à midi.")
    assert "<img" not in form.page


@pytest.mark.parametrize(("room", "typed"), [("site", {"site.site.open": None}), ("hours", {})])
def test_a_closed_site_is_seen_on_the_kiosk_that_is_closed(preview, room, typed):
    form = preview(room, typed)
    told = draft_of(form.page)
    assert (told["open"], told["phase"], told["stopped"]) == (False, "closed", False)
    assert "Voici ce que dit la borne quand le site est fermé." in form.page
    assert "Le ticket" not in form.page


def test_a_need_of_a_closed_site_is_seen_on_an_open_kiosk(manager, preview):
    settings(manager, "site").publish({"site.site.open": None})
    assert draft_of(preview("needs", {}).page)["open"] is True


def test_a_room_that_residents_do_not_see_is_published_at_once(manager, here):
    form = settings(manager, "requests")
    assert 'id="preview"' not in form.page
    form.press("preview", {"visits.visits.asks": ["age"]})
    assert here().visit_asks == ("age",)


def test_what_is_written_is_words_and_nothing_else(preview, here):
    typed = {"needs.papiers.name": EVIL[:100], "needs.papiers.labels.fr": EVIL, "needs.papiers.labels.ar": EVIL}
    form = preview("needs", typed)
    assert "<script>alert" not in form.page
    assert "<img src=x" not in form.page
    [need] = [need for need in draft_of(form.page)["needs"] if need["id"] == "papiers"]
    assert need["labels"]["fr"] == EVIL
    assert paper_of(form.page).height > 600
    form.press("edit")
    assert "<script>alert" not in form.page
    form.publish()
    assert here().need("papiers").labels["fr"] == EVIL


def test_control_characters_are_no_words(preview):
    form = preview("needs", {"needs.papiers.labels.fr": "Mes\x00 papiers\r\n\x1b@ ici"})
    [need] = [need for need in draft_of(form.page)["needs"] if need["id"] == "papiers"]
    assert need["labels"]["fr"] == "Mes papiers @ ici"


def test_only_our_own_pages_frame_the_copy_of_the_kiosk(manager):
    copy = manager.http.get(f"/staff/{SITE}/settings/kiosk?copy")
    assert FRAMED in copy.headers["Content-Security-Policy"]
    assert copy.headers["Cache-Control"] == "no-store"
    for page in ("settings/kiosk", "settings", "settings/needs?copy"):
        assert FRAMED not in manager.http.get(f"/staff/{SITE}/{page}").headers["Content-Security-Policy"]


def test_the_copy_of_the_kiosk_asks_the_draft_before_anything_else(manager):
    page = manager.http.get(f"/staff/{SITE}/settings/kiosk?copy").text
    scripts = re.findall(r'<script type="module" src="([^"]+)">', page)
    assert scripts == ["/assets/staff/settings/pretend.js", "/assets/kiosk/boot.js"]
