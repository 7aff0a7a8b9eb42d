"""Staff pages say the same in each of their languages, and every refusal has words in all of them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from flask import Flask

import server.app  # noqa: F401 - every refusal there is
from server.domain.errors import RefusalError
from server.domain.moves import UNDOABLE, State
from server.queues.refusals import REFUSALS as OF_THE_QUEUE
from server.told.languages import KNOWN
from server.told.words import REFUSALS, SPOKEN, refused, speak
from tests.architecture.reading import ROOT
from tests.architecture.test_locales import unmarked, words_of
from tests.support.languages import LANGUAGES

FOLDERS = sorted(path for room in ("staff", "told") for path in (ROOT / "server" / room).rglob("locales"))
OTHERS = [language for language in SPOKEN if language != "fr"]
OWN_IDS = re.compile(r"""\bsay\(\s*"([\w-]+)"\s*[,)]""")


def refusals(of: type[RefusalError] = RefusalError) -> set[type[RefusalError]]:
    """Every kind of refusal."""
    return {of}.union(*(refusals(kind) for kind in of.__subclasses__()))


def unknown_ids(pages: dict[str, str], known: set[str]) -> list[str]:
    """Messages that pages or modules say by a plain id that no file has."""
    return sorted(
        f"{name}: {found}" for name, text in pages.items() for found in OWN_IDS.findall(text) if found not in known
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_room_speaks_every_language_of_the_staff_pages(folder):
    assert {path.stem for path in folder.glob("*.ftl")} == set(SPOKEN)


@pytest.mark.parametrize("folder", [*FOLDERS, REFUSALS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_file_says_in_its_first_line_whether_a_native_speaker_has_read_it(folder):
    assert unmarked(folder) == []


def test_two_rooms_do_not_give_one_name_to_two_messages():
    # The first would be said in both places, without a word.
    names = Counter(name for folder in FOLDERS for name in words_of(folder / "fr.ftl"))
    assert [name for name, count in names.items() if count > 1] == []


def test_whatever_is_said_by_name_has_words():
    known = {name for folder in FOLDERS for name in words_of(folder / "fr.ftl")}
    files = [path for ending in ("*.html", "*.py") for path in sorted((ROOT / "server").rglob(ending))]
    assert unknown_ids({path.name: path.read_text("utf-8") for path in files}, known) == []


def test_a_name_without_words_is_found():
    page = '{{ say("one") }} {{ say("two", number=1) }} {{ say("th" ~ "ree") }}'
    assert unknown_ids({"page.html": page}, {"one"}) == ["page.html: two"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_refusal_has_words_in_every_language_and_none_is_of_a_refusal_that_is_gone(language):
    codes = {kind.code.replace("_", "-") for kind in refusals()}
    assert set(words_of(REFUSALS / f"{language}.ftl")) == codes


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("code", OF_THE_QUEUE)
@pytest.mark.parametrize("state", State)
def test_a_refusal_of_the_queue_fills_in_what_its_words_ask_for(language, code, state):
    more = {"number": "A012", "ticket": "1", "counter": "2", "printer": "accueil", "by": "Karim", "state": state}
    if code == "site_closed":
        more["state"] = "last_tickets"
    with Flask("words").test_request_context():
        french = refused(OF_THE_QUEUE[code](more))
        speak(language)
        told = refused(OF_THE_QUEUE[code](more))
    assert told
    assert told != french
    assert "{" not in told


def test_every_language_that_residents_speak_has_a_name():
    assert set(LANGUAGES) == KNOWN


WORDS = {
    "call": ("appel", "call"),
    "serve": ("présence", "presence"),
    "no_show": ("absence", "absence"),
    "complete": ("fin", "end"),
    "park": ("mise de côté", "putting aside"),
    "transfer": ("transfert", "transfer"),
    "cancel": ("retrait", "removal"),
}


def test_the_sheet_of_keys_names_each_act_that_can_be_taken_back_and_no_other():
    seats = ROOT / "server/staff/seats/locales"
    for number, language in enumerate(("fr", "en")):
        said = re.search(r"^keys-undo = (.*)$", (seats / f"{language}.ftl").read_text("utf-8"), re.MULTILINE)[1]
        acts, _ = re.split(r", (?:pendant|for) ", said)
        named = re.split(r", | ou | or ", re.sub(r"^(?:Annuler|Undo) ", "", acts))
        assert [re.sub(r"^(?:une? |an? )", "", each) for each in named] == [WORDS[verb][number] for verb in WORDS]
    assert set(WORDS) == UNDOABLE


FRENCH = sorted(path for room in ("server", "kiosk", "display", "printers") for path in (ROOT / room).rglob("fr.ftl"))
LOOSE = re.compile(r"(?<![\u00a0\u202f])[;!?»](?!\w)|(?<![\u00a0\u202f\d]):(?!\S)|«(?![\u00a0\u202f])")
"""A sign that a line may end before, or a page may show without its blank. Hours (12:00) have none."""


def loose(text: str) -> list[str]:
    """Lines of a French file, remarks left out, of which a sign may stand alone at the start or end of a line."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    # What Fluent writes in a placeable of its own may be a blank; it is not read here.
    return [line for line in lines if LOOSE.search(re.sub(r"\{ \"\\u00A0\" \}", "\u00a0", line))]


@pytest.mark.parametrize("path", FRENCH, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_in_french_no_sign_is_parted_from_its_word(path):
    assert loose(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "a = Oui : non",
        "a = Oui ?",
        "a = Oui?",
        "a = Oui ; non",
        "a = « Oui\u202f»",
        "a = «\u00a0Oui »",
        "a = Oui: a",
        "a = Oui :",
    ],
)
def test_a_sign_that_is_parted_from_its_word_is_found(line):
    assert loose(f"# Oui : non\n{line}\nb = De 12:00 à 14:00\u202f: «\u00a0oui\u202f»\u00a0!\n") == [line]
