"""Everything a use case needs, put together once: by create_app, or by a command that needs no application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.actions.waits import Waits
from server.queues.live import LiveQueue
from server.records.catalogue import Catalogue
from server.records.devices import Devices
from server.records.pairings import Pairings
from server.records.people import People
from server.records.people_changes import PeopleChanges
from server.records.pins import Pins
from server.records.sessions import Sessions
from server.records.store import Store
from server.records.subjects import Subjects
from server.records.trail import Trail
from server.records.visits import Visits
from server.settings import Settings, environment_for
from server.voices.kept import Kept
from server.voices.voices import Voices

if TYPE_CHECKING:
    from server.webpush.post import Post


@dataclass(frozen=True, slots=True)
class House:
    """The live queue, the lasting records, the server's voice, and the address residents' phones know.

    post   the way to phones whose page sleeps; None where no key is set
    """

    queue: LiveQueue
    catalogue: Catalogue
    devices: Devices
    pairings: Pairings
    people: People
    people_changes: PeopleChanges
    sessions: Sessions
    subjects: Subjects
    trail: Trail
    pins: Pins
    visits: Visits
    voices: Voices
    public_url: str
    waits: Waits
    post: Post | None = None

    def ready(self) -> dict[str, bool]:
        """What the house stands on, and whether it answers."""
        return {"queue": self.queue.answers(), "records": self.catalogue.store.answers()}


def build_house(settings: Settings) -> House:
    """What the settings name. Raises SettingsError for a key of Web Push that is none."""
    store, queue = Store(settings.database_url), LiveQueue(settings.redis_url)
    return House(
        queue=queue,
        catalogue=Catalogue(store),
        devices=Devices(store),
        pairings=Pairings(store, settings.secret_key.get_secret_value().encode()),
        people=People(store),
        people_changes=PeopleChanges(store),
        sessions=Sessions(store),
        subjects=Subjects(store, settings.secret_key.get_secret_value().encode()),
        trail=Trail(store),
        voices=Voices(environment_for(settings, only=()), settings.voices_dir, Kept(settings.speech_dir)),
        pins=Pins(store),
        visits=Visits(store),
        public_url=settings.public_url,
        waits=Waits(queue),
        post=_post(settings),
    )


def _post(settings: Settings) -> Post | None:
    key = settings.push_private_key.get_secret_value()
    if not key:
        return None
    # Most sites and all commands do without it: they need not wait for its libraries.
    from server.webpush.keys import PushKeys  # noqa: PLC0415 - most sites have no key
    from server.webpush.post import Post  # noqa: PLC0415 - most sites have no key

    return Post(PushKeys.read(key, settings.push_contact))
