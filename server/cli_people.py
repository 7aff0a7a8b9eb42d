"""`accueil user …`: people who work at the desk, added, listed, given a password, let go, from the server's machine."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable

from server.actions.house import House
from server.actions.seats import go
from server.domain.people import COMMAND, Job, Person
from server.domain.sign_in import check_password, new_password
from server.domain.staffing import NoSiteChosenError, UnknownPersonError
from server.domain.strangers import subject_of
from server.settings import Settings, SettingsError

HouseOf = Callable[[argparse.Namespace], House]


def add_user_commands(user: argparse.ArgumentParser, house_of: HouseOf, data_dir: Callable[..., None]) -> None:
    """Hang the commands on `accueil user`. `data_dir` adds the option by which `house_of` finds the records."""
    commands = user.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[House, argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
        parser = commands.add_parser(name, help=what)
        data_dir(parser)
        parser.set_defaults(run=lambda args: run(house_of(args), args))
        return parser

    add = command("add", _add, "add a person; asks for a password, or reads it from standard input")
    add.add_argument("name")
    add.add_argument("--role", required=True, choices=[job.value for job in Job])
    add.add_argument("--site", action="append", help="where they work; again for each more; without it, at all sites")
    command("list", _list, "list the people, their roles and their sites")
    password = command("password", _password, "print a new password for a person, to choose their own with")
    password.add_argument("name")
    leave = command("leave", _leave, "let a person in no more")
    leave.add_argument("name")
    link = command("link", _link, "let a person sign in with their account at the provider (OpenID Connect)")
    link.add_argument("name")
    link.add_argument("subject", help="who they are there: the provider's “sub”, never a name or an address")
    link.add_argument("--issuer", help="the provider; without it, ACCUEIL_OIDC_ISSUER")
    unlink = command("unlink", _unlink, "take their account at the provider from a person")
    unlink.add_argument("name")


def _add(house: House, args: argparse.Namespace) -> int:
    if not args.site and Job(args.role) is not Job.ADMIN and not house.catalogue.site_ids():
        raise NoSiteChosenError(
            "Il n’y a pas encore de site : cette personne ne travaillerait nulle part. Créez-en un."
        )
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    check_password(password, args.name)
    person = house.people.add(args.name, Job(args.role), password, args.site)
    print(f"{person.name} can sign in at the desk as {person.job}.")
    return 0


def _list(house: House, _: argparse.Namespace) -> int:
    for person in house.people.everyone():
        print(f"{person.name}\t{person.job if person.active else 'left'}\t{_reach(person)}")
    return 0


def _password(house: House, args: argparse.Namespace) -> int:
    password = new_password()
    house.people_changes.give_password(_named(house, args.name).id, password, COMMAND)
    print(password)
    return 0


def _leave(house: House, args: argparse.Namespace) -> int:
    person = _named(house, args.name)
    house.people_changes.leave(person.id, COMMAND)
    go(house, person)
    print(f"{person.name} can no longer sign in.")
    return 0


def _link(house: House, args: argparse.Namespace) -> int:
    issuer = args.issuer or Settings().oidc_issuer
    if not issuer:
        raise SettingsError("At which provider? Set ACCUEIL_OIDC_ISSUER, or say --issuer.")
    person = house.subjects.link(_named(house, args.name).id, subject_of(issuer, args.subject), COMMAND)
    print(f"{person.name} can sign in at {issuer}.")
    return 0


def _unlink(house: House, args: argparse.Namespace) -> int:
    person = _named(house, args.name)
    house.subjects.unlink(person.id, COMMAND)
    print(f"{person.name} can no longer sign in at the provider.")
    return 0


def _reach(person: Person) -> str:
    return "all sites" if person.job is Job.ADMIN else " ".join(person.sites)


def _named(house: House, name: str) -> Person:
    person = house.people.named(name)
    if person is None:
        raise UnknownPersonError(f"« {name} » n’a pas de compte. La liste : accueil user list")
    return person
