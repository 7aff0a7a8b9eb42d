"""What is promised, and what a broken promise looks like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """One name for each promise. The names are stable: a report is read by them."""

    # The journal as a sequence
    FIRST_VERSION = "first_version"  # the journal begins at version 1
    VERSION = "version"  # each entry is one version above the one before
    CLOCK_BACK = "clock_back"  # `at` never goes back
    # One entry, read by itself
    UNKNOWN_MOVE = "unknown_move"  # the move is one of the design's
    MISSING_FIELD = "missing_field"  # an entry has what its move needs
    MALFORMED_FIELD = "malformed_field"  # times, ids and days have their form
    # A ticket's path
    UNKNOWN_TICKET = "unknown_ticket"  # a ticket is issued before anything else happens to it
    WRONG_FROM = "wrong_from"  # `from` is the state that the entries before it lead to
    ILLEGAL_MOVE = "illegal_move"  # a move goes from and to states of its row in the table
    UNDO = "undo"  # a ticket's latest change is taken back, within ten seconds, to where it found the ticket
    AFTER_END = "after_end"  # nothing happens to a ticket that is done or expired
    # Who a ticket is
    ISSUED_TWICE = "issued_twice"  # a ticket id is issued once
    ID_ORDER = "id_order"  # ids rise with issue
    NUMBER_FORM = "number_form"  # a number is a capital letter and at least three digits
    NUMBER_TAKEN = "number_taken"  # nobody is given the number of who lives, or was cancelled on the same day
    NUMBER_CHANGED = "number_changed"  # a number never changes
    NEED_CHANGED = "need_changed"  # a need changes by transfer alone
    LANGUAGE = "language"  # a language is chosen that the ticket has not
    # Where it waits
    PLACE = "place"  # arrival minus head start; later only behind those who were let pass, and by no other move
    HEAD_START = "head_start"  # never below zero, and above zero for a stated reason alone
    LINE = "line"  # a ticket waits for its need, or for someone it was sent to by name
    CALL_LINES = "call_lines"  # a counter calls from its own line and its mediator's too, and from no other's
    ORDER = "order"  # who was not chosen was the first
    # In whose hands it is
    CALLED_TWICE = "called_twice"  # who was called is not called again (that is a recall)
    TWO_HANDS = "two_hands"  # a ticket is in the hands of one counter, which alone moves it
    COUNTER_FULL = "counter_full"  # a counter has one ticket in hand
    # Requests
    REPEATED_REQUEST = "repeated_request"  # a request makes one change of a kind
    NEXT_CALLED = "next_called"  # a ticket completed by the next call is followed by that call
    # The site
    WRONG_DAY = "wrong_day"  # an issue is of the current day, and a new day is a later one
    LEFT_OVER = "left_over"  # nobody of the day before still waits when a new day begins
    END_OF_DAY = "end_of_day"  # once a day began to end, nothing happens before the new one
    STOPPED = "stopped"  # the kiosk issues nothing between stop and reopen
    CLOSED_COUNTER = "closed_counter"  # nothing is called or resumed at a closed counter
    SEAT = "seat"  # one person a counter, one counter a person: taken from who sat there, left by who does
    CLOSED_LINE = "closed_line"  # nobody waits in the line of a closed counter
    # Print jobs
    PRINT_FROM = "print_from"  # `from` is the state the job was in
    PRINT_MOVE = "print_move"  # queued, claimed, then its outcome; or queued, expired
    PRINT_TICKET = "print_ticket"  # a print job is of one ticket
    PRINT_COPY = "print_copy"  # a second paper was asked for, or the one before it failed
    # The live queue against the journal
    LIVE_VERSION = "live_version"  # the journal reaches back and on to the version of the view
    LIVE_MISSING = "live_missing"  # nobody who lives by the journal has vanished
    LIVE_STRANGER = "live_stranger"  # nobody is there whom the journal does not know
    LIVE_TICKET = "live_ticket"  # number, state, need, place and line are the journal's
    LIVE_LINE = "live_line"  # a line holds exactly those who wait in it, in order
    LIVE_HAND = "live_hand"  # each counter has in hand what the journal gave it
    LIVE_SEAT = "live_seat"  # at each counter sits whom the journal says
    LIVE_NUMBER = "live_number"  # every living ticket is found by its number, and nobody who has ended


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that was broken.

    `version` is the entry's, or the view's for the live rules; `ticket` is "" where none is concerned; `said` is one
    English sentence that names what was expected and what was found.
    """

    rule: Rule
    version: int
    ticket: str
    said: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was read: the breaches by version, how many entries and tickets, and the last version (0 if none)."""

    breaches: tuple[Breach, ...]
    entries: int
    tickets: int
    version: int
