"""The staff corner of a kiosk: opened with the site's PIN, for a look, a test print and the stop of tickets."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app

from server import grants, shown, wire
from server.access import device, house, site, who
from server.actions import corner, day, printing
from server.actions.counter import Acting
from server.api.blueprint import api
from server.api.corner_schemas import CornerIssuingAsked, CornerTestAsked, PinAsked
from server.api.refusable import refuses
from server.api.schemas import IssuingShown, JobStateShown
from server.domain import errors, paper_errors
from server.domain.corner import GRANT_S, NoPinError, PinLockedError, WrongPinError
from server.domain.people import Role
from server.queues.snapshots import read_queue
from server.told.gaps import told_gaps
from server.told.trail import latest_step
from server.told.trials import KEPT, trial_of


@api.post("/sites/<site_id>/corner")
@who(Role.KIOSK)
@refuses(NoPinError, WrongPinError, PinLockedError, errors.QueueUnreachableError)
@api.input(PinAsked, arg_name="asked")
@api.output(wire.GrantShown)
@api.doc(summary="Open a kiosk's staff corner with the site's PIN")
def open_corner(site_id: str, asked: PinAsked) -> wire.GrantShown:  # noqa: ARG001 - the gate has read it
    """A grant of ten minutes, for this device. Wrong tries are held up longer each time, for the whole site."""
    pin = corner.try_pin(house(), site(), asked.pin)
    return wire.GrantShown(grant=grants.give(str(current_app.secret_key), device(), pin), lasts_s=GRANT_S)


@api.get("/sites/<site_id>/corner")
@who(Role.KIOSK, corner=True)
@api.output(wire.CornerShown)
@api.doc(summary="The site as staff see it from its kiosk")
def get_corner(site_id: str) -> wire.CornerShown:  # noqa: ARG001 - the gate has read it
    """The door, who waits, the printers; also whether the queue answers."""
    return shown.corner(corner.look(house(), site()), told_gaps(house(), site()))


@api.put("/sites/<site_id>/corner/issuing")
@who(Role.KIOSK, corner=True)
@refuses(errors.RequestIdReusedError, errors.QueueUnreachableError)
@api.input(CornerIssuingAsked, arg_name="asked")
@api.output(IssuingShown)
@api.doc(summary="From the staff corner: stop giving tickets today, or go on")
def put_corner_issuing(site_id: str, asked: CornerIssuingAsked) -> IssuingShown:  # noqa: ARG001 - the gate has read it
    """The kiosk says the ordinary words; a desk can give others. The journal says which kiosk it was."""
    act = day.resume_issuing if asked.issuing else day.stop_issuing
    act(house(), site(), asked.request_id, corner=_kiosk())
    return IssuingShown(issuing=asked.issuing)


@api.post("/sites/<site_id>/corner/test-print")
@who(Role.KIOSK, corner=True)
@refuses(paper_errors.UnknownPrinterError, errors.RequestIdReusedError, errors.QueueUnreachableError)
@api.input(CornerTestAsked, arg_name="asked")
@api.output(JobStateShown, status_code=201)
@api.doc(summary="From the staff corner: a test print", responses={200: "The first answer again", 201: "The job"})
def corner_test_print(site_id: str, asked: CornerTestAsked) -> tuple[JobStateShown, int]:  # noqa: ARG001 - the gate
    """The job, which only this printer takes. The journal says which kiosk it was."""
    job, repeat = printing.test_print(house(), site(), Acting(corner=_kiosk()), asked.printer, asked.request_id)
    return JobStateShown.model_validate({"id": job.id, "state": job.state}), 200 if repeat else 201


@api.get("/sites/<site_id>/corner/test-print/<job_id>")
@who(Role.KIOSK, corner=True)
@refuses(paper_errors.UnknownJobError, errors.QueueUnreachableError)
@api.output(wire.TrialShown)
@api.doc(summary="What became of a test print")
def get_corner_test_print(site_id: str, job_id: str) -> wire.TrialShown:  # noqa: ARG001 - the gate has read it
    """Told for some minutes, in the words of the desk."""
    at = read_queue(house().queue, site()).at
    step = latest_step(house().queue, site(), job_id, at - KEPT - timedelta(seconds=GRANT_S))
    if step is None or step.get("move") != "test_print":
        raise paper_errors.UnknownJobError("Cet essai n’existe pas ou plus.")
    trial = trial_of(step, at, at)
    return wire.TrialShown.model_validate({"id": job_id, "state": trial.state, "words": trial.words})


def _kiosk() -> str:
    """How the journal names this kiosk."""
    return str(device().id)
