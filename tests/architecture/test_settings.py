"""Each setting says what it is, and none of them holds a secret by default."""

from __future__ import annotations

import pytest

from server.settings import Settings


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_says_what_it_decides(name):
    assert Settings.model_fields[name].description


def test_no_secret_has_a_default():
    secrets = [f for f in Settings.model_fields.values() if "Secret" in str(f.annotation)]
    assert secrets
    assert [f for f in secrets if f.default.get_secret_value()] == []
