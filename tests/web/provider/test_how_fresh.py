"""Who comes back from the provider has just typed their password there, as far as two clocks can tell."""

from __future__ import annotations

import time

import pytest

from server.staff.provider.provider import SET_OUT
from tests.support.abode import ZOE, bind, is_in
from tests.support.provider import Traveller


@pytest.mark.parametrize(("later_s", "is_in_then"), [(10, True), (11, False)])
def test_who_signed_in_there_more_than_ten_seconds_before_setting_out_has_to_do_it_again(
    abode, provider, later_s, is_in_then
):
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    before = int(time.time())
    back = traveller.sign_in_there(traveller.set_out(), "zoe-there")
    with traveller.http.session_transaction() as session:
        # As if they had set out so long after the earliest moment at which they may have signed in, or the latest.
        session[SET_OUT] = (before if is_in_then else int(time.time())) + later_s
    traveller.come_back(back)
    assert is_in(traveller) is is_in_then
