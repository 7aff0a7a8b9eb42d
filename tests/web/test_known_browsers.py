"""A browser in which somebody signed in before: strangers who guess at their name do not keep them out there."""

from __future__ import annotations

import pytest
from itsdangerous import URLSafeSerializer

from server.domain.people import COMMAND, Job
from server.domain.sign_in import KNOWN_AT_MOST, SignInLockedError
from server.staff.door.known import COOKIE, PATH
from tests.support.hands import Hands
from tests.support.team import HERE, PASSWORD, Colleague, joined
from tests.web.conftest import house_of

NAME = "Zoé Martin"


@pytest.fixture
def app(build):
    """An application of this test's own, in which no limit by address stands in anybody's way."""
    app = build()
    next(iter(app.extensions["limiter"])).enabled = False
    return app


@pytest.fixture
def house(app):
    return house_of(app)


@pytest.fixture
def hands(house):
    return Hands(house.people.store)


@pytest.fixture
def zoe(app, house, hands):
    """Zoé, who has signed in here before and gone home."""
    zoe = joined(app, house, NAME, Job.MEDIATOR, HERE)
    zoe.post("sign-out")
    return zoe


@pytest.fixture
def shut(house, zoe, hands):
    """Strangers have shut Zoé's name for as long as it can be."""
    guess_on(house, hands, 20)
    return zoe


def guess_on(house, hands, times, right=PASSWORD):
    """Guess so many times, as fast as they are looked at: the name has just been shut again, to the right one, too."""
    looks = 0
    while looks < times:
        try:
            assert house.people.sign_in(NAME, f"devinette {looks}") is None
            looks += 1
        except SignInLockedError as locked:
            hands.move(seconds=locked.extra["wait_s"])
    with pytest.raises(SignInLockedError):
        house.people.sign_in(NAME, right)


def cookie_of(colleague):
    found = colleague.http.get_cookie(COOKIE, path=PATH)
    return found and found.value


def with_cookie(app, person, cookie):
    """Somebody else's browser that shows this cookie."""
    other = Colleague(app, person)
    other.http.set_cookie(COOKIE, cookie, path=PATH)
    return other


def test_a_thousand_guesses_of_strangers_do_not_keep_a_known_browser_out(app, house, hands, zoe):
    for _ in range(10):
        guess_on(house, hands, 51)  # each but the first was tried too early once
        assert Colleague(app, zoe.person).enter().status_code == 429
        assert zoe.enter().status_code == 302
        zoe.post("sign-out")


def test_signing_in_from_a_known_browser_opens_the_name_for_no_stranger(app, shut):
    assert shut.enter().status_code == 302
    assert Colleague(app, shut.person).enter().status_code == 429


def test_guesses_with_a_copied_cookie_wait_longer_and_longer(app, house, hands, zoe):
    thief = with_cookie(app, zoe.person, cookie_of(zoe))
    statuses = [thief.enter("devinette").status_code for _ in range(4)]
    assert statuses == [401, 401, 401, 429]
    assert thief.enter().status_code == 429
    waits = []
    for _ in range(11):
        waits.append(int(thief.enter("devinette").headers["Retry-After"]))
        hands.move(seconds=waits[-1])
        thief.enter("devinette")
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900]


def test_who_copied_the_cookie_does_not_keep_its_owner_out_once_they_have_signed_in_again(app, zoe):
    copied = cookie_of(zoe)
    zoe.enter()
    thief = with_cookie(app, zoe.person, copied)
    assert [thief.enter("devinette").status_code for _ in range(4)] == [401, 401, 401, 429]
    zoe.post("sign-out")
    assert zoe.enter().status_code == 302


def test_wrong_passwords_in_a_known_browser_shut_it_and_no_other_door(app, zoe):
    assert [zoe.enter("devinette").status_code for _ in range(4)] == [401, 401, 401, 429]
    assert Colleague(app, zoe.person).enter().status_code == 302


@pytest.mark.parametrize(
    "change",
    [
        lambda app, cookie: cookie[:-1] + ("A" if cookie[-1] != "A" else "B"),
        lambda app, cookie: cookie.partition(".")[0],
        lambda app, cookie: "é\x7f",
        lambda app, cookie: signed(app, cookie, secret="another secret of thirty-two signs"),
        lambda app, cookie: signed(app, cookie, salt="staff corner"),
    ],
)
def test_a_forged_cookie_is_nobodys(app, shut, change):
    cookie = cookie_of(shut)
    assert with_cookie(app, shut.person, signed(app, cookie)).enter().status_code == 302  # as the house signs it
    guess = Colleague(app, shut.person)
    guess.http.set_cookie(COOKIE, change(app, cookie_of(shut)), path=PATH)
    assert guess.enter().status_code == 429


def signed(app, cookie, secret=None, salt="known browser"):
    """What the cookie says, signed by somebody."""
    said = URLSafeSerializer(app.secret_key, salt="known browser").loads(cookie)
    return URLSafeSerializer(secret or app.secret_key, salt=salt).dumps(said)


def test_a_browser_that_knows_karim_is_a_strangers_for_zoe(app, house, shut):
    karim = joined(app, house, "Karim Benali", Job.MEDIATOR, HERE)
    karim.post("sign-out")
    karim.person = shut.person
    assert karim.enter().status_code == 429


def test_a_counters_computer_knows_all_who_work_there_and_no_more_than_that(app, house, hands, zoe):
    for number in range(KNOWN_AT_MOST - 1):
        zoe.person = house.people.add(f"Karim {number}", Job.MEDIATOR, PASSWORD, [HERE])
        assert zoe.enter().status_code == 302
        zoe.post("sign-out")
    zoe.person = house.people.named(NAME)
    guess_on(house, hands, 20)
    assert zoe.enter().status_code == 302
    zoe.post("sign-out")
    for number in range(KNOWN_AT_MOST):
        zoe.person = house.people.add(f"Lina {number}", Job.MEDIATOR, PASSWORD, [HERE])
        zoe.enter()
        zoe.post("sign-out")
    assert len(cookie_of(zoe)) < 2500
    zoe.person = house.people.named(NAME)
    assert zoe.enter().status_code == 429


def test_a_browser_is_known_for_ninety_days(app, house, hands, zoe):
    copied = cookie_of(zoe)
    hands.move(days=89, hours=23)
    guess_on(house, hands, 4)
    assert with_cookie(app, zoe.person, copied).enter().status_code == 302
    hands.move(hours=2)
    guess_on(house, hands, 4)
    assert with_cookie(app, zoe.person, copied).enter().status_code == 429


@pytest.mark.parametrize("who", ["a manager", "their owner, elsewhere"])
def test_another_password_makes_every_browser_a_strangers(app, house, hands, zoe, who):
    if who == "a manager":
        house.people_changes.give_password(zoe.person.id, PASSWORD, COMMAND)
    else:
        house.people_changes.choose_password(zoe.person.id, PASSWORD)
    guess_on(house, hands, 4)
    assert zoe.enter().status_code == 429


def test_the_browser_in_which_a_new_password_is_chosen_stays_known(house, hands, zoe):
    zoe.enter()
    new = "trois chats sur le toit"
    zoe.open("password")
    assert zoe.post("password", old=PASSWORD, new=new, again=new).status_code == 302
    zoe.post("sign-out")
    guess_on(house, hands, 4, right=new)
    assert zoe.enter(new).status_code == 302


def test_strangers_do_not_keep_who_is_at_work_from_choosing_a_new_password(house, hands, zoe):
    zoe.enter()
    guess_on(house, hands, 20)
    zoe.open("password")
    new = "trois chats sur le toit"
    assert zoe.post("password", old=PASSWORD, new=new, again=new).headers["Location"] == "/staff/"


def test_the_cookie_opens_nothing_and_tells_nothing(app, zoe):
    cookie = cookie_of(zoe)
    assert with_cookie(app, zoe.person, cookie).http.get(f"/staff/{HERE}").status_code == 401
    said = str(URLSafeSerializer(app.secret_key, salt="known browser").loads(cookie))
    assert [word for word in (NAME, "zoe", "argon2", PASSWORD) if word in said] == []


@pytest.mark.parametrize(
    ("public_url", "secure"), [("https://accueil.example", True), ("http://127.0.0.1:8000", False)]
)
def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_pages(build, public_url, secure):
    app = build(public_url=public_url)
    app.config["PREFERRED_URL_SCHEME"] = "https" if secure else "http"  # what the test client speaks
    person = house_of(app).people.add(NAME, Job.MEDIATOR, PASSWORD, [HERE])
    [cookie] = [
        each
        for each in Colleague(app, person).sign_in(NAME, PASSWORD).headers.getlist("Set-Cookie")
        if each.startswith(f"{COOKIE}=")
    ]
    told = {part.strip() for part in cookie.split(";")}
    assert {"HttpOnly", "SameSite=Lax", "Path=/staff", f"Max-Age={90 * 24 * 3600}"} <= told
    assert ("Secure" in told) == secure
    assert not any(part.startswith("Domain") for part in told)


def test_who_did_not_get_in_is_not_remembered(app, zoe):
    stranger = Colleague(app, zoe.person)
    assert (stranger.enter("devinette").status_code, cookie_of(stranger)) == (401, None)
