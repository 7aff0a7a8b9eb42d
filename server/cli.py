"""The `accueil` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from server.actions.house import House, build_house
from server.actions.journal import check_journal
from server.cli_devices import add_device_commands
from server.cli_people import add_user_commands
from server.cli_seed import add_seed_commands
from server.commands import agent_command, web_command
from server.demo import run_demo
from server.demo_folder import FolderInUseError, demo_settings
from server.domain.errors import RefusalError
from server.domain.people import Role
from server.private_files import keep_token
from server.records.seed_file import SeedUnreadableError
from server.settings import Settings, SettingsError, environment_for
from server.weak_secrets import refuse_weak_secrets


class UsageError(ValueError):
    """The command cannot be carried out as it was given."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0, or 2 with one line that says what to do.

    `check-journal` gives 1 when the journal tells of a broken promise.
    """
    parser = _parser()
    args, more = parser.parse_known_args(argv)
    if more and args.run is not _printer:
        parser.error(f"unrecognized arguments: {' '.join(more)}")
    args.more = more
    try:
        return int(args.run(args))
    except ValidationError as error:
        fault = error.errors()[0]
        return _sorry(f"ACCUEIL_{'_'.join(str(part) for part in fault['loc']).upper()}: {fault['msg']}")
    except (
        UsageError,
        SettingsError,
        SeedUnreadableError,
        FolderInUseError,
        RefusalError,
        TimeoutError,
        OSError,
    ) as error:
        return _sorry(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="accueil", description="Reception software for social-mediation centres.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="everything on this machine, to try and to show")
    demo.add_argument("--host", default="127.0.0.1")
    demo.add_argument("--port", type=int, default=8000)
    demo.add_argument("--data-dir", type=Path, default=Path("var/demo"))
    demo.add_argument("--public-url", help="how phones reach this machine, for the QR code: http://192.168.1.20:8000")
    demo.set_defaults(run=_demo)

    serve = commands.add_parser("serve", help="the web server; settings from the environment (ACCUEIL_…)")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.set_defaults(run=_serve)

    # What follows is the agent's to read, --help as well: it knows nothing of the server, nor the server of it.
    printer = commands.add_parser(
        "printer", help="the print agent, or with --test a test ticket", add_help=False, allow_abbrev=False
    )
    printer.set_defaults(run=_printer)

    add_seed_commands(commands, _house, _data_dir)

    token = commands.add_parser("token", help="print a new device token")
    token.add_argument("--site", required=True)
    token.add_argument("--role", required=True, choices=[role.value for role in Role])
    token.add_argument("--file", type=Path, help="write it there instead, unless the token in it is good")
    _data_dir(token)
    token.set_defaults(run=_token)

    add_device_commands(commands, _house, _data_dir)

    pin = commands.add_parser("pin", help="make a new PIN for the staff corner of a site's kiosks, and print it")
    pin.add_argument("--site", required=True)
    _data_dir(pin)
    pin.set_defaults(run=_pin)

    push_keys = commands.add_parser("push-keys", help="make a key for Web Push, and say what to do with it")
    push_keys.set_defaults(run=_push_keys)

    journal = commands.add_parser("check-journal", help="replay a site's journal and hold it against its live queue")
    journal.add_argument("--site", required=True)
    _data_dir(journal)
    journal.set_defaults(run=_check_journal)

    user = commands.add_parser("user", help="people who work at the desk")
    add_user_commands(user, _house, _data_dir)
    return parser


def _data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data-dir", type=Path, help="a demo's data; without it the settings of the environment")


def _settings(args: argparse.Namespace) -> Settings:
    if args.data_dir is None:
        return Settings()
    if not (args.data_dir / "secret_key").exists():
        raise UsageError(f"{args.data_dir} holds no demo. Start one first: accueil demo --data-dir {args.data_dir}")
    return demo_settings(args.data_dir)


def _house(args: argparse.Namespace) -> House:
    """The records, their tables up to date: nobody has to know which command comes first."""
    house = build_house(_settings(args))
    house.catalogue.store.upgrade()
    return house


def _demo(args: argparse.Namespace) -> int:
    return run_demo(args.data_dir.absolute(), args.host, args.port, args.public_url)


def _serve(args: argparse.Namespace) -> int:
    given = {name: value for name, value in {"host": args.host, "port": args.port}.items() if value is not None}
    settings = Settings(**given)
    refuse_weak_secrets(settings)
    build_house(settings).catalogue.store.upgrade()
    os.execve(sys.executable, web_command(), environment_for(settings))  # nosec # our own command


def _printer(args: argparse.Namespace) -> int:
    os.execv(sys.executable, agent_command(Settings(), args.more))  # nosec # our own command


def _token(args: argparse.Namespace) -> int:
    house = _house(args)
    site = house.catalogue.site(args.site)
    role = Role(args.role)
    if args.file is None:
        print(house.devices.create(site.id, role))
    elif not keep_token(args.file, house, site.id, role):
        print(f"{args.file} holds a token that is good: kept.")
    return 0


def _pin(args: argparse.Namespace) -> int:
    house = _house(args)
    print(house.pins.make(house.catalogue.site(args.site).id))
    return 0


def _push_keys(_: argparse.Namespace) -> int:
    from server.webpush.keys import as_settings  # noqa: PLC0415 - no other command waits for what it loads

    print(as_settings())
    return 0


def _check_journal(args: argparse.Namespace) -> int:
    house = _house(args)
    report = check_journal(house, house.catalogue.site(args.site))
    for breach in report.breaches:
        print(f"version {breach.version} · {breach.rule} · {breach.said}")
    print(
        f"{args.site}: {report.entries} entries to version {report.version}, {report.tickets} tickets, "
        f"{len(report.breaches) or 'no'} breach{'' if len(report.breaches) == 1 else 'es'}"
    )
    return 1 if report.breaches else 0


def _sorry(line: str) -> int:
    print(f"accueil: {line}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
