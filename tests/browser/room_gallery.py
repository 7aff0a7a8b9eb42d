"""Every scene of the waiting-room screen, one after another, in a real browser: for who measures, and for who looks.

The page and its painting (display/room/screen.js) are the real ones, from a real server; what is known of the queue is
told here instead of by the link, so that each scene comes at once and a thousand of them cost seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from tests.support.languages import LANGUAGES

SIZES: Final = {
    "wall": (1920, 1080),
    "upright": (1080, 1920),
    "small": (1366, 768),
    "fine": (3840, 2160),
}
SCRIPT: Final = (Path(__file__).parent / "room_gallery.js").read_text("utf-8")
MEASURED: Final = (Path(__file__).parent / "measured_room.js").read_text("utf-8")
TOUR: Final = """async ([site, scenes, turn, seat]) => {
    const wrong = [];
    for (const [name, told] of scenes) {
        await window.show(site, told, turn);
        wrong.push(...window.measured(seat).map((fault) => `${name}: ${fault}`));
    }
    return wrong;
}"""
NAME: Final = "PIMMS Médiation des États-Unis, Lyon 8e"
SHORT: Final = {"fr": "Une question ? Venez à l’accueil."}
LONG: Final = {
    "fr": "L’atelier numérique commence à 15 heures, dans la salle du premier étage. Inscrivez-vous à l’accueil.",
    "ar": "تبدأ ورشة الحاسوب في الساعة الثالثة بعد الظهر في قاعة الطابق الأول. سجلوا أسماءكم في الاستقبال.",
    "ru": "Компьютерный кружок начинается в три часа дня в зале на втором этаже. Запишитесь на стойке.",
    "zh": "数字技能课下午三点在二楼的教室开始。请在接待处报名。",
}
PLACES: Final = {"fr": "1er étage", "ar": "الطابق الأول", "ru": "Второй этаж", "zh": "二楼", "en": "First floor"}
WAYS: Final = ("left", "right", "ahead", "back", "up", "down")
LONG_LABEL: Final = "Bureau des écrivains publics"


@dataclass(frozen=True, slots=True)
class Place:
    """A site's screen: so many counters, messages or none, and from where it is read.

    signed      whether its counters have a way and a place, and the second a long name
    """

    counters: int = 4
    messages: Sequence[Mapping[str, str]] = ()
    signed: bool = True
    distance_m: float = 4.0
    diagonal_in: float = 43.0

    def told(self) -> dict[str, Any]:
        """What the server tells of it."""
        counters = [
            {
                "id": str(n),
                "label": LONG_LABEL if self.signed and n == 2 else f"Guichet {n}",
                "way": WAYS[n % len(WAYS)] if self.signed else None,
                "place": dict(PLACES) if self.signed and n % 2 == 0 else {},
            }
            for n in range(1, self.counters + 1)
        ]
        screen = {"id": None, "distance_m": self.distance_m, "diagonal_in": self.diagonal_in, "ways": {}}
        return {
            "name": NAME,
            "timezone": "Europe/Paris",
            "languages": list(LANGUAGES),
            "counters": counters,
            "screens": [screen | {"counters": [], "needs": [], "voice": True, "mute": []}],
            "messages": [{"id": str(n), "texts": dict(texts)} for n, texts in enumerate(self.messages)],
        }


def call(place: Place, nth: int, language: str, count: int = 1) -> dict[str, Any]:
    """The nth call before the newest, of a number that is long at the twelfth counter."""
    counter = place.counters - nth % place.counters
    number = f"A{1000 - nth}" if place.counters > 4 else f"{'ABDC'[nth % 4]}{12 - nth:03}"
    label = next(each["label"] for each in place.told()["counters"] if each["id"] == str(counter))
    at = "2026-11-23T09:42:00.000Z"
    return {
        "seq": 100 - nth,
        "number": number,
        "counter": str(counter),
        "label": label,
        "count": count,
        "called_at": at,
        "language": language,
    }


def scenes(place: Place, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The name of each scene, and what the screen is told for it."""
    calls = [call(place, nth, language) for nth in range(6)]
    again = [call(place, 0, language, count=2), *calls[1:]]
    if place.counters > 1 and place.signed:
        longest = call(place, place.counters - 2, language, count=2)
        yield "long_label", {"scene": {"name": "calls", "calls": [longest, *calls[:5]]}}
        yield "long_announced", {"scene": {"name": "announcement", "call": longest, "announced": 1}}
    yield "calls", {"scene": {"name": "calls", "calls": calls}}
    yield "first_call", {"scene": {"name": "calls", "calls": calls[:1]}}
    yield "recalled", {"scene": {"name": "calls", "calls": again}}
    yield "no_more", {"scene": {"name": "calls", "calls": calls}, "note": "room-no-tickets-note"}
    yield "locked", {"scene": {"name": "calls", "calls": again}, "note": "room-closed-note", "sound": "locked"}
    yield "announced", {"scene": {"name": "announcement", "call": calls[0], "announced": 1}}
    yield "announced_again", {"scene": {"name": "announcement", "call": again[0], "announced": 2}}
    yield "stale", {"scene": {"name": "calls", "calls": calls}, "state": "stale", "note": "room-stale"}
    yield "welcome", {"scene": {"name": "welcome"}}
    yield "no_tickets", {"scene": {"name": "no-tickets"}}
    yield "closed", {"scene": {"name": "closed"}, "waiting": None}
    yield "connecting", {"scene": {"name": "connecting"}, "state": "connecting", "foot": False}
    cut = {"name": "offline", "why": "room-offline-token"}
    yield "offline", {"scene": cut, "state": "offline", "foot": False}
    yield "pairing", {"scene": cut | {"code": "MWMW-WMWM"}, "state": "offline", "foot": False}


def open_gallery(page: Page, url: str, query: str = "") -> None:
    """The page of a screen whose link is cut; what it is shown comes from `show`."""
    page.route("**/assets/display/room/app.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{url}/display/etats-unis{query}")
    page.evaluate(SCRIPT)
    page.evaluate(f"() => {{ window.measured = {MEASURED} }}")


def show(page: Page, place: Place, told: Mapping[str, Any], languages: Sequence[str] = ("ar", "en")) -> None:
    """Paint a scene as the screen would, with these languages' turn where they take turns."""
    page.evaluate("([site, told, turn]) => window.show(site, told, turn)", [place.told(), told, list(languages)])


def faults(page: Page, place: Place, language: str, rows: int = 5) -> list[str]:
    """What is wrong in any scene of this place, called in this language, where so many calls are listed at least."""
    seat = {"diagonal": place.diagonal_in, "distance": place.distance_m, "rows": rows}
    turn = [language if language != "fr" else "ar", "ru"]
    found: list[str] = page.evaluate(TOUR, [place.told(), list(scenes(place, language)), turn, seat])
    return found
