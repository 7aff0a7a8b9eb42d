"""Accounts: who is here, somebody new, what an account may, a new password, leaving and coming back."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from server.access import house, person, who
from server.actions import people as act
from server.domain.catalogue import Site
from server.domain.errors import RefusalError
from server.domain.people import Job, Person
from server.domain.staffing import UnknownPersonError
from server.problems import STATUSES
from server.staff.words import say
from server.told.words import refused

people = Blueprint("people", __name__, url_prefix="/people", template_folder="templates")

ID = "<int(max=2147483647):person_id>"
"""Of a person: no greater than the records can hold."""


@dataclass(frozen=True, slots=True)
class Form:
    """An account as it stands in the form, whether it was read from the records or has just been typed."""

    name: str = ""
    job: Job = Job.MEDIATOR
    sites: tuple[str, ...] = ()

    @classmethod
    def of(cls, known: Person) -> Form:
        """Of an account that exists."""
        return cls(known.name, known.job, known.sites)

    @classmethod
    def typed(cls) -> Form:
        """Of what was sent. 400 where the job is none: our own form offers them."""
        job = request.form.get("job", "")
        if job not in set(Job):
            abort(400)
        return cls(request.form.get("name", ""), Job(job), tuple(dict.fromkeys(request.form.getlist("site"))))


@people.get("")
@who(Job.MANAGER)
def everyone() -> str:
    """The list: who works here, and beneath it who has left."""
    seen = act.accounts(house(), person())
    return render_template(
        "people/everyone.html",
        here=[account for account in seen if account.person.active],
        gone=[account for account in seen if not account.person.active],
        names={site.id: site.name for site in house().catalogue.sites()},
    )


@people.get("/new")
@who(Job.MANAGER)
def new() -> str:
    """The form for somebody new, at the only site where there is but one to give."""
    sites = tuple(site.id for site in _own_sites())
    return _form_page(Form(sites=sites if len(sites) == 1 else ()))


@people.post("/new")
@who(Job.MANAGER)
def add() -> ResponseReturnValue:
    """Add somebody. Their first password is shown once, here and nowhere else."""
    form = Form.typed()
    try:
        known, password = act.add(house(), person(), form.name, form.job, form.sites)
    except RefusalError as refusal:
        return _form_page(form, refusal=refusal), STATUSES[type(refusal)]
    return _password_page(known, password)


@people.get(f"/{ID}")
@who(Job.MANAGER)
def one(person_id: int) -> str:
    """An account."""
    known = act.account(house(), person(), person_id)
    return _form_page(Form.of(known), known)


@people.post(f"/{ID}")
@who(Job.MANAGER)
def change(person_id: int) -> ResponseReturnValue:
    """Change a name, a job, sites."""
    known, form = act.account(house(), person(), person_id), Form.typed()
    try:
        changed = act.change(house(), person(), person_id, form.name, form.job, form.sites)
    except UnknownPersonError:
        raise
    except RefusalError as refusal:
        return _form_page(form, known, refusal), STATUSES[type(refusal)]
    flash(say("person-changed", name=changed.name))
    return _to_list()


@people.post(f"/{ID}/password")
@who(Job.MANAGER)
def give_password(person_id: int) -> str:
    """A new password, shown once."""
    return _password_page(*act.give_password(house(), person(), person_id))


@people.post(f"/{ID}/leave")
@who(Job.MANAGER)
def leave(person_id: int) -> Response:
    """Let somebody in no more."""
    known = act.account(house(), person(), person_id)
    act.leave(house(), person(), person_id)
    flash(say("person-left", name=known.name))
    return _to_list()


@people.post(f"/{ID}/return")
@who(Job.MANAGER)
def come_back(person_id: int) -> Response:
    """Let somebody in again."""
    known = act.account(house(), person(), person_id)
    act.come_back(house(), person(), person_id)
    flash(say("person-returned", name=known.name))
    return _to_list()


def _form_page(form: Form, known: Person | None = None, refusal: RefusalError | None = None) -> str:
    own = known is not None and known.id == person().id
    return render_template(
        "people/one.html",
        form=form,
        known=known,
        own=own,
        jobs=[job for job in Job if person().job.covers(job)],
        sites=_own_sites(),
        notice=refused(refusal) if refusal else None,
    )


def _password_page(known: Person, password: str) -> str:
    return render_template("people/password.html", known=known, password=password)


def _own_sites() -> list[Site]:
    return [site for site in house().catalogue.sites() if person().works_at(site.id)]


def _to_list() -> Response:
    return redirect(url_for("staff.people.everyone"))
