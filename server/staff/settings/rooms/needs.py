"""What people can come for: in the order of the kiosk, with their words in each language and their look."""

from __future__ import annotations

from dataclasses import replace

from server.domain.catalogue import FRENCH, Need, Site
from server.records.seed_shapes import SeedNeed
from server.staff.settings.choices import COLOURS, PICTOGRAMS, SHAPES
from server.staff.settings.faults import Faults, id_of, need_french, once, read_row
from server.staff.settings.room import Room, Seen
from server.staff.settings.sheet import Row, Sheet
from server.staff.words import say

BLANK = {"name": "", "letter": "", "pictogram": "question", "colour": "slate", "shape": "bubble", "limit": ""}


def fill(site: Site) -> Sheet:
    """One row a need."""
    return Sheet(
        site.revision,
        {
            "needs": tuple(
                Row.of(
                    "needs",
                    need.id,
                    {
                        "name": need.name,
                        "letter": need.letter,
                        "labels": need.labels,
                        "hints": need.hints,
                        "pictogram": need.pictogram,
                        "colour": need.colour,
                        "shape": need.shape,
                        "limit": need.limit,
                    },
                )
                for need in site.needs
            )
        },
    )


def read(sheet: Sheet, site: Site, faults: Faults) -> Site:
    """A name in French, a letter of its own, a label in French at least."""
    rows = sheet.rows["needs"]
    known = {need.id: need for need in site.needs}
    taken = {row.key for row in rows if not row.is_new} | set(known)
    found = [_need(row, known.get(row.key), taken, faults) for row in rows]
    if not rows:
        faults["add-needs"] = say("fault-no-need")
    once(rows, "letter", say("fault-letter-twice"), faults)
    return replace(site, needs=tuple(each for each in found if each is not None))


def _need(row: Row, before: Need | None, taken: set[str], faults: Faults) -> Need | None:
    need_french(row, "labels", faults)
    letter = row.text("letter").upper()
    if not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
        faults[row.name("letter")] = say("fault-letter")
        letter = "A"
    # A look that is not among the choices came with a seed file: it may stay.
    for of, choices in (("pictogram", PICTOGRAMS), ("colour", COLOURS), ("shape", SHAPES)):
        if row.text(of) not in choices and not (before and row.text(of) == getattr(before, of)):
            faults[row.name(of)] = say("fault-choice")
    seed = read_row(
        SeedNeed,
        row,
        {
            "id": id_of(row, row.text("name") or row.text(f"labels.{FRENCH}"), taken),
            "letter": letter,
            "name": row.text("name"),
            "labels": row.said("labels"),
            "hints": row.said("hints"),
            "limit": row.text("limit") or None,
            **{of: row.text(of) for of in ("pictogram", "colour", "shape")},
        },
        faults,
    )
    return None if seed is None else Need(**seed.model_dump())


ROOM = Room("needs", "users", fill, read, {"needs": BLANK}, Seen.OPEN)
