"""The phone names each language as the kiosk does."""

from __future__ import annotations

import re

from tests.architecture.reading import ROOT

SPEAK = ROOT / "display/phone/speak.js"


def test_each_language_has_the_name_on_the_phone_that_it_has_at_the_kiosk():
    listed = re.search(r"NAMES = \{([^}]+)\}", SPEAK.read_text("utf-8"))
    assert listed
    names = dict(re.findall(r'\t(\w\w): "([^"]+)"', listed[1]))
    kiosk = {
        path.stem: re.search(r"^language-name = (.+)$", path.read_text("utf-8"), re.MULTILINE)[1]
        for path in (ROOT / "kiosk/locales").glob("*.ftl")
    }
    assert names == kiosk
