"""How JSON bodies are read, and answers written."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import Request, request
from flask.json.provider import DefaultJSONProvider
from werkzeug.exceptions import RequestEntityTooLarge

from server.api.schemas import MAX_BODY_BYTES


class Json(DefaultJSONProvider):
    """Flask’s JSON, with French as it is written. Brackets nested without end are no JSON, and no fault of ours."""

    ensure_ascii = False

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Read JSON. Raises ValueError, also for brackets within brackets beyond what Python follows."""
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


class ApiRequest(Request):
    """A request whose body is JSON when its header says so."""

    def get_json(self, force: bool = False, silent: bool = False, cache: bool = True) -> Any:  # noqa: FBT001, FBT002  # as Flask has it
        """The body as JSON. Raises UnsupportedMediaType for a body of another kind, whatever the caller forces.

        APIFlask forces, and would take `null` for an object without fields: it is no more an object than a list is.
        """
        read = super().get_json(force=force and self.is_json, silent=silent, cache=cache)
        return [] if read is None else read


def measure_body() -> None:
    """Read a body that came in chunks, without saying how long it is, and refuse it beyond the limit.

    Werkzeug measures announced lengths; it reads a chunked body up to the limit and takes that for the whole.
    """
    if request.content_length is None and "chunked" in request.headers.get("Transfer-Encoding", ""):
        body = request.environ["wsgi.input"].read(MAX_BODY_BYTES + 1)
        if len(body) > MAX_BODY_BYTES:
            raise RequestEntityTooLarge
        request.environ |= {"wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))}
