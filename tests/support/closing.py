"""The closing sheet of a desk, opened and sent as its form does."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.test import TestResponse

from tests.support.desk import Sheet
from tests.support.devices import Mediator


def opened(desk: Mediator) -> Sheet:
    """The sheet of the person in hand."""
    return Sheet.opened(desk, 'id="move-complete"')


def end(desk: Mediator, sheet: Sheet | None = None, **form: Any) -> TestResponse:
    """Send the sheet, as its form does."""
    sheet = sheet or opened(desk)
    address = re.search(r'<form class="visit"[^>]*hx-post="([^"]+)"', sheet.page)[1]
    name = re.search(r'name="request_id" value="([^"]+)"', sheet.page)[1]
    answer = desk.send(address, {"request_id": name, "passes": "0"} | form)
    assert answer.status_code == 200, answer.text
    return answer
