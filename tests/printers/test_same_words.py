"""Who comes before is said in the same words on the kiosk, on the paper and on the phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from fluent.runtime import FluentLocalization, FluentResourceLoader

from printers.words import LANGUAGES, words_in

ROOT = Path(__file__).parents[2]


def said(room, message, language, count):
    messages = FluentLocalization(
        [language], ["{locale}.ftl"], FluentResourceLoader(str(ROOT / room / "locales")), use_isolating=False
    )
    return messages.format_value(message, {"count": count})


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 100])
def test_people_ahead(language, count):
    on_paper = words_in(language).ahead(count)
    assert said("kiosk", "people-ahead", language, count) == on_paper
    assert said("display", "phone-ahead", language, count) == on_paper


@pytest.mark.parametrize(
    ("language", "nobody"), [("fr", "Personne avant vous"), ("en", "Nobody before you"), ("ar", "لا أحد قبلكم")]
)
def test_nobody_ahead_promises_nothing(language, nobody):
    assert words_in(language).ahead(0) == nobody
