"""What a form tells beside its fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from server.domain.setup import InvalidSettingError
from server.staff.settings.faults import Faults
from server.staff.settings.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Said:
    """What is wrong, and where to look.

    faults    by field
    notice    a sentence above them
    focus     id of what has the focus; "" for nothing in particular
    typed     the form holds what is not published yet
    """

    faults: Faults = field(default_factory=dict)
    notice: str = ""
    focus: str = ""
    typed: bool = False

    @classmethod
    def of(cls, refusal: InvalidSettingError, sheet: Sheet) -> Said:
        """What the records refused: each fault beside its field, above them all what has no field in this form."""
        faults: Faults = {}
        notices = []
        for fault in refusal.faults:
            name, _, rest = fault.field.partition(".")
            at, _, of = rest.partition(".")
            rows = sheet.rows.get(name, ())
            if at.isdecimal() and int(at) < len(rows) and of in rows[int(at)].values:
                faults.setdefault(rows[int(at)].name(of), fault.said)
            else:
                notices.append(fault.said)
        return cls(faults, " ".join(notices), typed=True)

    def is_about(self, start: str) -> bool:
        """Whether the focus or a fault is in a field whose name starts so."""
        return any(name.startswith(start) for name in (self.focus, *self.faults))

    @property
    def first(self) -> str:
        """What has the focus: what is wrong, wherever it stands."""
        return self.focus or next(iter(self.faults), "")
