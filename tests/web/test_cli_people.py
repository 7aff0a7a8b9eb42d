"""`accueil user`: people are added, listed, given passwords and let go on the server, and the trail says so."""

from __future__ import annotations

import io

import pytest

from server.actions.house import build_house
from server.cli import main
from server.demo import prepare, welcome
from server.demo_folder import demo_settings
from server.demo_person import DEMO_PERSON
from server.domain.people import COMMAND, Job
from server.settings import Settings
from tests.support.seeded import SEED
from tests.support.team import HERE, PASSWORD, THERE

NAME = "Zoé Martin"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Settings that name records of this test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACCUEIL_DATABASE_URL", f"sqlite:///{tmp_path / 'accueil.db'}")
    monkeypatch.setenv("ACCUEIL_SECRET_KEY", "only-for-tests-" * 4)


@pytest.fixture
def user(monkeypatch, capsys):
    """A function that runs `accueil user …`, with a line typed at standard input: its exit code and what it printed."""

    def run(*command, typed=PASSWORD):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed + "\n"))
        code = main(["user", *map(str, command)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def sites(capsys):
    """The seed's sites."""
    main(["seed", str(SEED)])
    capsys.readouterr()


def people():
    return build_house(Settings()).people


def told():
    return build_house(Settings()).trail.newest(None, 1)[0]


def refused(answer):
    """The one line that a refusal says."""
    code, out, err = answer
    assert (code, out, err.count("\n"), err.startswith("accueil: ")) == (2, "", 1, True)
    return err


def test_a_person_who_was_added_can_sign_in(user, sites):
    code, out, err = user("add", f" {NAME} ", "--role", "manager")
    assert (code, PASSWORD in out + err) == (0, False)
    person = people().sign_in(NAME, PASSWORD)
    assert (person.name, person.job, person.must_change) == (NAME, Job.MANAGER, False)
    assert len(person.sites) == 8  # without a site named, all of them
    assert (told().change.what, told().by) == ("person.added", COMMAND)


def test_a_person_is_added_at_the_sites_that_are_named(user, sites):
    assert user("add", NAME, "--role", "mediator", "--site", THERE, "--site", HERE)[0] == 0
    assert people().named(NAME).sites == (HERE, THERE)


def test_a_site_that_nobody_knows_is_refused(user, sites):
    assert "nulle-part" in refused(user("add", NAME, "--role", "mediator", "--site", "nulle-part"))
    assert people().everyone() == ()


@pytest.mark.parametrize(
    ("name", "password"),
    [("Zoé", "court"), ("Zoé", ""), (" ", PASSWORD), ("Zoé", "motdepasse123"), (NAME, "zoé martin 12")],
)
def test_a_name_or_a_password_that_will_not_do_is_refused(user, name, password):
    refused(user("add", name, "--role", "mediator", typed=password))
    assert people().everyone() == ()


def test_a_name_is_taken_once(user, sites):
    user("add", "Zoé", "--role", "mediator")
    assert "Zoé" in refused(user("add", "Zoé", "--role", "admin"))


def test_capitals_and_accents_make_no_difference_on_the_server_either(user, sites):
    user("add", NAME, "--role", "mediator")
    assert "déjà pris" in refused(user("add", "zoe MARTIN", "--role", "mediator"))
    code, out, _ = user("password", "zoe martin")
    assert (code, people().sign_in(NAME, out.strip()).name) == (0, NAME)
    assert user("leave", "ZOÉ MARTIN")[0] == 0
    assert [person.active for person in people().everyone()] == [False]


def test_people_are_listed_with_role_and_sites_and_who_left_too(user, sites):
    user("add", NAME, "--role", "mediator", "--site", HERE)
    user("add", "Aïcha", "--role", "admin")
    user("add", "Karim", "--role", "manager", "--site", HERE, "--site", THERE)
    user("leave", "Karim")
    code, out, _ = user("list")
    assert code == 0
    assert out.splitlines() == [
        "Aïcha\tadmin\tall sites",
        f"Karim\tleft\t{HERE} {THERE}",
        f"{NAME}\tmediator\t{HERE}",
    ]


def test_a_new_password_is_printed_and_is_good_for_one_sign_in(user, sites):
    user("add", NAME, "--role", "mediator")
    code, out, _ = user("password", NAME)
    assert code == 0
    assert people().sign_in(NAME, PASSWORD) is None
    assert people().sign_in(NAME, out.strip()).must_change
    assert (told().change.what, told().by) == ("password.reset", COMMAND)


def test_who_leaves_is_let_in_no_more(user, sites):
    user("add", NAME, "--role", "mediator")
    assert user("leave", NAME)[0] == 0
    assert people().sign_in(NAME, PASSWORD) is None
    assert (told().change.what, told().by) == ("person.left", COMMAND)


def test_the_only_admin_stays(user):
    user("add", "Aïcha", "--role", "admin")
    assert "seul administrateur" in refused(user("leave", "Aïcha"))
    assert people().sign_in("Aïcha", PASSWORD) is not None


@pytest.mark.parametrize("command", ["password", "leave"])
def test_a_name_that_nobody_has_is_told(user, command):
    assert "Personne" in refused(user(command, "Personne"))


def test_the_demo_makes_a_person_who_sees_everything_and_prints_their_password_once(tmp_path):
    folder = tmp_path / "demo"
    settings = demo_settings(folder)
    keys = prepare(settings)
    house = build_house(settings)
    person = house.people.sign_in(DEMO_PERSON, keys.password)
    assert (person.job, person.must_change) == (Job.ADMIN, False)
    assert f"name {DEMO_PERSON}, password {keys.password}" in welcome(settings, folder, keys)

    again = prepare(settings)
    assert again.password is None
    assert house.people.sign_in(DEMO_PERSON, keys.password) == person
    assert f"accueil user password {DEMO_PERSON} --data-dir {folder}" in welcome(settings, folder, again)


def test_two_demos_have_two_passwords(tmp_path):
    assert len({prepare(demo_settings(tmp_path / name)).password for name in "ab"}) == 2


def test_a_demo_of_an_earlier_version_has_somebody_who_sees_everything_too(tmp_path):
    settings = demo_settings(tmp_path / "demo")
    house = build_house(settings)
    house.catalogue.store.upgrade()
    house.people.add(DEMO_PERSON, Job.MEDIATOR, PASSWORD)
    assert prepare(settings).password is None
    assert house.people.sign_in(DEMO_PERSON, PASSWORD).job is Job.ADMIN


def test_nobody_is_added_to_a_house_without_a_site_but_an_admin(user):
    build_house(Settings()).catalogue.store.upgrade()
    code, _, err = user("add", NAME, "--role", "mediator")
    assert (code, people().everyone()) == (2, ())
    assert "pas encore de site" in err
    assert user("add", NAME, "--role", "admin")[0] == 0
