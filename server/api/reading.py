"""How JSON bodies are read, and answers written."""

from __future__ import annotations

from typing import Any

from flask.json.provider import DefaultJSONProvider


class Json(DefaultJSONProvider):
    """Flask’s JSON, with French as it is written. Brackets nested without end are no JSON, and no fault of ours."""

    ensure_ascii = False

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Read JSON. Raises ValueError, also for brackets within brackets beyond what Python follows."""
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
