"""Who comes before and how long it takes is said in the same words on the kiosk, on the paper and on the phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from fluent.runtime import FluentLocalization, FluentResourceLoader
from fluent.syntax import FluentParser, ast

from printers.words import LANGUAGES, LOCALES, words_in

ROOT = Path(__file__).parents[2]

# The languages of the kiosk, first ones first; Chinese and Tamil prove the road of pictures.
EVERY = ["fr", "en", "ar", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh", "ta"]

# How the messages of each room begin.
PREFIXES = {"kiosk": "", "display": "phone-"}

# After a number their nouns have no plural.
ONE_NOUN = {"tr", "fa", "zh"}


def speaking(room):
    return sorted(path.stem for path in (ROOT / room / "locales").glob("*.ftl"))


def said(room, message, language, **values):
    messages = FluentLocalization(
        [language], ["{locale}.ftl"], FluentResourceLoader(str(ROOT / room / "locales")), use_isolating=False
    )
    return messages.format_value(message, values)


def loose(text):
    """The words alone: where a line may break is another matter."""
    return text.replace("\u00a0", " ")


def test_the_paper_speaks_every_language():
    assert set(EVERY) == LANGUAGES


@pytest.mark.parametrize(
    ("room", "message", "language"),
    [
        (room, message, language)
        for room, message in (("kiosk", "people-ahead"), ("display", "phone-ahead"))
        for language in speaking(room)
    ],
)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 100])
def test_people_ahead(room, message, language, count):
    assert said(room, message, language, count=count) == words_in(language).ahead(count)


@pytest.mark.parametrize(
    ("room", "prefix", "language"),
    [(room, prefix, language) for room, prefix in PREFIXES.items() for language in speaking(room)],
)
@pytest.mark.parametrize(
    ("low", "high"), [(10, 20), (5, 10), (1, 62), (10, 10), (12, 12), (100, 100), (0, 5), (0, 11), (0, 21)]
)
def test_the_wait(room, prefix, language, low, high):
    kind = "about" if low == high else "less" if low == 0 else "range"
    words = said(room, f"{prefix}wait-{kind}", language, low=low, high=high)
    assert loose(words) == loose(words_in(language).wait(low, high))


@pytest.mark.parametrize(
    ("language", "nobody"),
    [("fr", "Il n’y a personne avant vous"), ("en", "Nobody before you"), ("ar", "لا أحد قبلكم")],
)
def test_nobody_ahead_promises_nothing(language, nobody):
    assert words_in(language).ahead(0) == nobody


def forms_people_meet(language):
    """The plural forms of whole numbers up to 1000 (beyond are only the millions of Latin languages) and fractions."""
    return {Locale.parse(language).plural_form(number) for number in range(1001)} | {"other"}


@pytest.mark.parametrize("language", EVERY)
def test_people_are_counted_in_every_plural_form_of_the_language(language):
    entries = FluentParser().parse((LOCALES / f"{language}.ftl").read_text("utf-8")).body
    ahead = next(entry for entry in entries if isinstance(entry, ast.Message) and entry.id.name == "ahead")
    (choice,) = (element.expression for element in ahead.value.elements if isinstance(element, ast.Placeable))
    forms = {variant.key.name for variant in choice.variants if isinstance(variant.key, ast.Identifier)}
    # “zero” of Arabic is only ever 0, which has words of its own; where one noun does for all, “other” is enough.
    assert forms == forms_people_meet(language) - {"zero"} or (forms == {"other"} and language in ONE_NOUN)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "ar",
            {1: "شخص واحد قبلكم", 2: "شخصان قبلكم", 10: "10 أشخاص قبلكم", 11: "11 شخصًا قبلكم", 100: "100 شخص قبلكم"},
        ),
        ("ro", {1: "1 persoană înaintea dumneavoastră", 19: "19 persoane înaintea dumneavoastră"}),
        ("ro", {20: "20 de persoane înaintea dumneavoastră", 101: "101 persoane înaintea dumneavoastră"}),
        ("ru", {1: "Перед вами 1 человек", 3: "Перед вами 3 человека", 5: "Перед вами 5 человек"}),
        ("ru", {11: "Перед вами 11 человек", 21: "Перед вами 21 человек", 22: "Перед вами 22 человека"}),
        ("uk", {1: "Перед вами 1 людина", 4: "Перед вами 4 людини", 12: "Перед вами 12 людей"}),
        ("pt", {1: "1 pessoa à sua frente", 2: "2 pessoas à sua frente"}),
        ("ta", {1: "உங்களுக்கு முன் ஒருவர்", 2: "உங்களுக்கு முன் 2 பேர்"}),
    ],
)
def test_people_ahead_are_counted_as_the_language_counts(language, sentences):
    words = words_in(language)
    assert {count: words.ahead(count) for count in sentences} == sentences


@pytest.mark.parametrize(
    ("language", "low", "high", "sentence"),
    [
        ("ru", 20, 21, "примерно от 20 до 21 минуты"),
        ("ru", 2, 22, "примерно от 2 до 22 минут"),
        ("ru", 22, 22, "примерно 22 минуты"),
        ("uk", 0, 5, "менше 5 хвилин"),
        ("ro", 10, 15, "circa 10 până la 15 minute"),
        ("ro", 10, 20, "circa 10 până la 20 de minute"),
        ("ar", 5, 10, "حوالي 5 إلى 10 دقائق"),
        ("tr", 0, 5, "5 dakikadan az"),
    ],
)
def test_minutes_agree_with_the_last_figure_said(language, low, high, sentence):
    assert loose(words_in(language).wait(low, high)) == sentence


@pytest.mark.parametrize("language", EVERY)
def test_a_range_of_minutes_is_never_torn(language):
    text = words_in(language).wait(10, 20)
    assert " " not in text[text.index("10") : text.index("20")]
