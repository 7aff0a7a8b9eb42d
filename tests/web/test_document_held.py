"""The API does what its own document says.

Schemathesis asks each route all that the document allows, and what it does not, of tickets, counters and jobs that are
there. Every answer must be one that the document describes: its status, kind and headers, each member by its shape.
"""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, reject, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation

from server.app import create_app
from server.domain.people import Role
from server.grants import HEADER
from server.settings import Settings
from server.webpush.keys import new_private_key
from tests.support.devices import SITE, Device
from tests.support.narrowed import BODIES, KNOWN, narrowed
from tests.support.processes import free_port
from tests.support.seeded import SECRET_KEY
from tests.support.stage import Stage
from tests.web.conftest import house_of

EXAMPLES = 25

# What the domain refuses in a body that is well formed: the words of a request do not go together.
UNFIT = {"misplaced_field", "transfer_nowhere", "unknown_language", "message_incomplete", "unsayable"}


def document():
    """The document as the application tells it; it asks nothing of the queue or the records."""
    asked = Settings(secret_key=SECRET_KEY, redis_url="redis://127.0.0.1:1", database_url="sqlite://", demo=True)
    return create_app(asked).test_client().get("/api/v1/openapi.json").json


CONFIG = SchemathesisConfig.from_dict(
    {
        "seed": 20261124,
        "generation": {"max-examples": EXAMPLES, "deterministic": True, "database": "none"},
        "phases": {"examples": {"enabled": False}},
        "checks": {
            # Not 401 and 403: who asks may ask. 422 for words that do not go together; its codes are held below.
            "positive_data_acceptance": {"expected-statuses": ["2xx", "404", "409", "422", "429"]},
            # Not 5xx: whatever is sent, it is no fault of ours. 401 when it is the token that is left out.
            "negative_data_rejection": {"expected-statuses": ["400", "401", "404", "405", "409", "415", "422", "429"]},
        },
    }
)


class Door:
    """Leads to the application, which is built only when the queue of this run is there."""

    def __call__(self, environ, start_response):
        # The demo gives its tokens to its own machine only.
        return self.app(environ | {"REMOTE_ADDR": "127.0.0.1"}, start_response)


DOOR = Door()
API = schemathesis.openapi.from_dict(narrowed(document()), config=CONFIG)
API.app = DOOR


ANNOUNCE = "PUT /api/v1/printers/{printer}"


@pytest.fixture(scope="module")
def stage(build, valkey):
    DOOR.app = build(demo=True, push_private_key=new_private_key(), push_contact="https://example.org")
    return Stage(DOOR.app, valkey)


@pytest.fixture(scope="module")
def away(build):
    """A function that gives a device of an application whose queue nobody serves."""
    app = build(redis_url=f"redis://127.0.0.1:{free_port()}/0", demo=True)
    return lambda role: Device(app, house_of(app).devices.create(SITE, Role(role)))


def role_for(operation) -> str:
    """A role that may call it: the first that its description names."""
    _, named, roles = operation.definition.raw["description"].partition("For devices of the roles: ")
    return roles.rstrip(".").split(", ")[0] if named else "kiosk"


@schemathesis.check
def well_formed_is_read(ctx, response, case):
    """What the document calls well formed is never refused as if it were not."""
    meta = case.meta
    if meta is not None and meta.generation.mode.is_positive and response.status_code == 422:
        assert response.json()["code"] in UNFIT, response.json()


@API.parametrize()
@settings(max_examples=EXAMPLES, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_one_that_the_document_describes(case, stage):
    if case.meta is not None and case.operation.label == ANNOUNCE and case.meta.is_negative_at(ParameterLocation.PATH):
        reject()  # any word names a printer that was not there before
    stage.set()
    # A token of ours would mend the case in which schemathesis left out the header.
    tokenless = case.meta is not None and case.meta.is_negative_at(ParameterLocation.HEADER)
    role = role_for(case.operation)
    known = {"Authorization": f"Bearer {stage.token(role)}", HEADER: stage.grant(role)}
    case.call_and_validate(headers=None if tokenless else known)


def described(path, method, answer):
    """Holds an answer to what the document says of this route."""
    assert str(answer.status_code) in API[path][method].definition.raw["responses"], (path, method, answer.status)
    API[path][method].validate_response(answer)


@pytest.mark.parametrize(
    ("path", "method"), [(path, method) for path, item in API.raw_schema["paths"].items() for method in item]
)
@pytest.mark.parametrize("trouble", ["no token", "another role", "another site", "no such site", "no queue"])
def test_the_refusals_of_the_gate_and_of_a_queue_that_is_away_are_described(stage, away, path, method, trouble):
    stage.set()
    operation = API[path][method]
    gated = bool(operation.definition.raw["security"])
    device, site = stage.device(role_for(operation)), SITE
    match trouble:
        case "no token":
            device = Device(stage.app, "nonsense")
        case "another role":
            device = stage.device("printer" if role_for(operation) != "printer" else "kiosk")
        case "another site":
            site = "site-2"
        case "no such site":
            site = "nulle-part"
        case "no queue":
            device = away(role_for(operation))
    named = {name: values[0] for name, values in KNOWN.items()} | {"site_id": site}
    body = BODIES.get(operation.label.partition(" ")[2].rpartition("/")[2])
    answer = device.ask(method.upper(), path.format(**named), json=body)
    described(path, method, answer)
    if gated and trouble == "no token":
        assert answer.status_code == 401
    if gated and trouble in {"another site", "no such site"} and "{site_id}" in path:
        assert answer.json["code"] in {"foreign_site", "unknown_site"}


def test_no_job_and_a_repeat_are_described(stage):
    stage.set()
    agent, kiosk = stage.device("printer"), stage.device("kiosk")
    while (answer := agent.claim()).status_code == 200:
        described("/api/v1/printers/jobs", "get", answer)
    described("/api/v1/printers/jobs", "get", answer)
    assert answer.status_code == 204
    for status in (201, 200):
        answer = kiosk.issue(request_id="twice")
        assert answer.status_code == status
        described("/api/v1/sites/{site_id}/tickets", "post", answer)


def test_a_body_that_is_too_large_is_described(stage):
    answer = stage.device("kiosk").issue(request_id="x" * 20_000)
    assert answer.status_code == 413
    described("/api/v1/sites/{site_id}/tickets", "post", answer)
