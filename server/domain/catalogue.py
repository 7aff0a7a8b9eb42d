"""What a site offers: needs, languages, counters. Read from the lasting records, changed rarely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from server.domain.errors import (
    MessageIncompleteError,
    PriorityNotOfferedError,
    UnknownCounterError,
    UnknownLanguageError,
    UnknownNeedError,
    UnknownNoticeError,
    UnknownPriorityError,
)
from server.domain.hours import Hours
from server.domain.screens import Message, Screen, Way

FRENCH: Final = "fr"
"""The language that every site speaks: what is said where another has no words."""

COUNTER_LINE: Final = "counter:"
MEDIATOR_LINE: Final = "mediator:"
"""A line is where tickets wait: a need's id, or these and an id, for who was sent to someone by name."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a person comes for.

    letter      one capital letter, unique within the site: the first sign of the number
    name        what staff call it, in French
    labels      what the kiosk and the paper say, a language code to a short sentence
    hints       examples beneath the label, a language code to a few words
    pictogram   id in the pictogram sprite; colour, shape: names of the design tokens
    limit       people who may wait for it at once before the kiosk says that it is full; None: no limit
    """

    id: str
    letter: str
    name: str
    pictogram: str
    colour: str
    shape: str
    labels: Mapping[str, str]
    hints: Mapping[str, str]
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """A reason to be called earlier, as a head start: nobody is passed who came more than `minutes` before.

    kiosk   whether the kiosk may ask for it; a mediator always may give it
    """

    id: str
    minutes: int
    labels: Mapping[str, str]
    kiosk: bool

    @property
    def head_start_ms(self) -> int:
        """The head start in milliseconds."""
        return self.minutes * 60_000


@dataclass(frozen=True, slots=True)
class Notice:
    """Words ready for the day on which the kiosk must stop giving tickets, by language."""

    id: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter (guichet) and the ids of the needs it serves.

    way     where it lies for who looks at a screen; None: nobody has said
    place   where it is, as a sign would say it ("1er étage"), a language code to a few words
    given_up    lines of needs that the site has no more: whoever is left in them is called from every counter
    """

    id: str
    label: str
    needs: tuple[str, ...]
    way: Way | None = None
    place: Mapping[str, str] = field(default_factory=dict)
    given_up: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are called from here, whoever sits there."""
        return (*self.needs, COUNTER_LINE + self.id, *self.given_up)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose from a site's list of operators or of topics, when a visit is closed; its name is French."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Site:
    """One place that receives people.

    ordinal     its number among all sites, part of follow links
    open        False: closed until further notice, whatever its hours say
    next_completes  whether calling the next person completes the one in hand, or is refused until that is done
    recalls_before_absent   recalls after which the desk proposes to mark a person absent
    printers    names of its printers in the order in which they are asked for paper; others come after, by name
    screens     its waiting-room screens, where there are several or one that is not for everything
    messages    what they tell in turn
    operators, topics   whom a visitor's request is about, and what it is
    visit_asks  names of what must be said when a visit is closed
    translated_from     the French that translations were made of, where it is not today's; see domain/translations.py
    revision    raised with each change of what is set up here: whoever saves says on which one they began
    """

    id: str
    ordinal: int
    name: str
    open: bool
    languages: tuple[str, ...]
    needs: tuple[Need, ...]
    counters: tuple[Counter, ...]
    hours: Hours
    priorities: tuple[Priority, ...] = ()
    notices: tuple[Notice, ...] = ()
    next_completes: bool = True
    recalls_before_absent: int = 3
    printers: tuple[str, ...] = ()
    screens: tuple[Screen, ...] = ()
    messages: tuple[Message, ...] = ()
    operators: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    visit_asks: tuple[str, ...] = ()
    translated_from: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    revision: int = 1

    @property
    def timezone(self) -> str:
        """The IANA name of its time zone."""
        return self.hours.timezone

    @property
    def given_up(self) -> tuple[str, ...]:
        """Lines of needs that are no more: every counter calls from them."""
        return self.counters[0].given_up if self.counters else ()

    def need(self, need_id: str) -> Need:
        """The need with this id. Raises UnknownNeedError."""
        for need in self.needs:
            if need.id == need_id:
                return need
        raise UnknownNeedError(f"Ce site ne propose pas le besoin « {need_id} ».")

    def counter(self, counter_id: str) -> Counter:
        """The counter with this id. Raises UnknownCounterError."""
        for counter in self.counters:
            if counter.id == counter_id:
                return counter
        raise UnknownCounterError(f"Ce site n’a pas de guichet « {counter_id} ».")

    def screen(self, screen_id: str | None) -> Screen | None:
        """The screen with this id. None, which is the whole site's, for none or for one that is no more.

        A wall that shows too much is better than one that shows nothing since somebody renamed a screen.
        """
        return next((screen for screen in self.screens if screen.id == screen_id), None)

    def check_language(self, language: str) -> None:
        """Raises UnknownLanguageError unless the site offers this language."""
        if language not in self.languages:
            raise UnknownLanguageError(f"Ce site ne propose pas la langue « {language} ».")

    def rivals(self, need_id: str) -> tuple[str, ...]:
        """Needs whose visitors are called from the same counters as this need's: who counts as ahead."""
        shared = {need_id}.union(*(counter.needs for counter in self.counters if need_id in counter.needs))
        return tuple(need.id for need in self.needs if need.id in shared)

    def lines(self, line: str) -> tuple[str, ...]:
        """The lines whose people are called from the same counters as those in this one: who counts as ahead.

        A mediator's own line is called from whichever counter they are at: it counts for itself alone.
        """
        if line.startswith(MEDIATOR_LINE):
            return (line,)
        given_up = self.given_up
        if line in given_up:
            return (*dict.fromkeys(each for counter in self.counters for each in counter.lines),)
        if line.startswith(COUNTER_LINE):
            here = [counter for counter in self.counters if line == COUNTER_LINE + counter.id]
            return (*(here[0].needs if here else ()), line, *given_up)
        sent = (COUNTER_LINE + counter.id for counter in self.counters if line in counter.needs)
        return (*self.rivals(line), *sent, *given_up)

    def priority(self, priority_id: str, *, at_kiosk: bool = False) -> Priority:
        """The priority reason with this id. Raises UnknownPriorityError, PriorityNotOfferedError."""
        for priority in self.priorities:
            if priority.id == priority_id:
                if at_kiosk and not priority.kiosk:
                    raise PriorityNotOfferedError("La borne ne donne pas cette priorité. Demandez-la à l’accueil.")
                return priority
        raise UnknownPriorityError(f"Ce site ne connaît pas la priorité « {priority_id} ».")

    def notice(self, notice_id: str) -> Notice:
        """The ready words with this id. Raises UnknownNoticeError."""
        for notice in self.notices:
            if notice.id == notice_id:
                return notice
        raise UnknownNoticeError(f"Ce site n’a pas de message « {notice_id} ».")

    def written(self, texts: Mapping[str, str]) -> dict[str, str]:
        """A mediator's own words, in the languages in which they wrote any: French at least.

        Nobody at a desk writes twelve languages: in one without words the kiosk says its general sentence.
        Raises UnknownLanguageError, MessageIncompleteError.
        """
        for language in texts:
            self.check_language(language)
        words = {language: text.strip() for language, text in texts.items() if text.strip()}
        if FRENCH not in words:
            raise MessageIncompleteError("Écrivez le message en français.", missing=[FRENCH])
        return words
