"""The JSON forms that HTTP answers and Socket.IO pushes share; `shown.py` makes them from the domain's objects.

Times are RFC 3339 in UTC with milliseconds.
"""

from __future__ import annotations

from server.wire.common import Moment, Phase, PrintShown, Shown, WaitShown
from server.wire.corner import CornerShown, GrantShown, PrinterLineShown, TrialShown
from server.wire.site import (
    BoardShown,
    CallShown,
    CallsShown,
    CounterShown,
    HandShown,
    MediatorShown,
    MediatorsShown,
    MessageShown,
    NeedShown,
    NewsShown,
    NoticeShown,
    PrinterShown,
    PriorityShown,
    QueueShown,
    RowShown,
    ScreenShown,
    SiteShown,
)
from server.wire.ticket import (
    FollowCounterShown,
    FollowNeedShown,
    FollowShown,
    HeldShown,
    JobShown,
    PlaceShown,
    TicketShown,
)

__all__ = [
    "BoardShown",
    "CallShown",
    "CallsShown",
    "CornerShown",
    "CounterShown",
    "FollowCounterShown",
    "FollowNeedShown",
    "FollowShown",
    "GrantShown",
    "HandShown",
    "HeldShown",
    "JobShown",
    "MediatorShown",
    "MediatorsShown",
    "MessageShown",
    "Moment",
    "NeedShown",
    "NewsShown",
    "NoticeShown",
    "Phase",
    "PlaceShown",
    "PrintShown",
    "PrinterLineShown",
    "PrinterShown",
    "PriorityShown",
    "QueueShown",
    "RowShown",
    "ScreenShown",
    "Shown",
    "SiteShown",
    "TicketShown",
    "TrialShown",
    "WaitShown",
]
