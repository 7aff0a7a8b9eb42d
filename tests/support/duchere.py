"""One site as plain as one can be, and the same with everything that can be said of a site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from server.domain.catalogue import Choice, Counter, Need, Notice, Priority, Site
from server.domain.hours import Closure, Hours, Period
from server.domain.screens import Message, Screen, Way

PAPERS = Need("papiers", "A", "Papiers", "laptop", "blue", "square", {"fr": "Mes papiers", "en": "My papers"}, {})
ENERGY = Need("energie", "E", "Énergie", "lightning", "amber", "triangle", {"fr": "Mon énergie"}, {"fr": "gaz"}, 12)

PLAIN = Site(
    id="duchere",
    ordinal=0,
    name="La Duchère",
    open=True,
    languages=("fr", "en"),
    needs=(PAPERS, ENERGY),
    counters=(Counter("1", "Guichet 1", ("papiers", "energie")), Counter("b", "Bureau", ("papiers",))),
    hours=Hours("Europe/Paris"),
)

RICH = replace(
    PLAIN,
    name="Médiation « Duchère »",
    open=False,
    languages=("fr", "ar"),
    needs=(
        replace(ENERGY, letter="A", limit=None),
        replace(PAPERS, letter="E", labels={"fr": "Papiers", "ar": "أوراق"}),
    ),
    counters=(
        Counter("b", "Bureau", ("energie", "papiers"), Way.UP, {"fr": "1er étage"}),
        Counter("1", "Guichet 1", ("energie",)),
    ),
    hours=Hours(
        "Europe/Paris",
        time(3, 30),
        {"monday": (Period(time(9), time(12, 30)), Period(time(14), time(17))), "friday": (Period(time(18), time(2)),)},
        (Closure(date(2026, 12, 25), date(2026, 12, 25)), Closure(date(2026, 12, 28), date(2027, 1, 2))),
        15,
    ),
    priorities=(Priority("grossesse", 30, {"fr": "Je suis enceinte"}, kiosk=True),),
    notices=(Notice("complet", {"fr": "Complet", "en": "Full"}),),
    next_completes=False,
    recalls_before_absent=2,
    printers=("accueil", "bureau"),
    screens=(
        Screen(
            "hall", "Hall", ("1",), ("papiers",), 6.5, 65.0, voice=False, mute=("12:00-14:00",), ways={"1": Way.LEFT}
        ),
    ),
    messages=(Message("question", {"fr": "Une question ?"}),),
    operators=(Choice("caf", "CAF"), Choice("edf", "EDF")),
    topics=(Choice("facture", "Facture"),),
    visit_asks=("requests", "age"),
)
