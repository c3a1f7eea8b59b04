# SPDX-License-Identifier: EUPL-1.2
"""Every use case of stories, done once: a story with canaries in every text, and an innocent one that travels."""

from pathlib import Path

from casus.domain.periods import Period
from casus.services import exchange, stories
from casus.services.exchange import add_card, my_card, read_card, verify_colleague
from casus.services.stories.published import stories_for_report
from tests.helpers.canary import Canary
from tests.helpers.every_field import World
from tests.helpers.stories import A_STORY, a_second, a_story, approved


def tell_stories(world: World, canary: Canary) -> None:
    """Write, change, throw away, check, approve, send, publish and withdraw stories.

    The files stay in the home folder, where nothing may be found in clear.
    """
    worker, office = world.worker, world.coordinator
    draft = a_story(worker, title=canary("title of a story"), situation=canary.text("situation in a story"))
    draft = stories.update_story(worker, draft.id, draft.version, A_STORY).value
    stories.remove_story(worker, draft.id, draft.version)
    second = a_second(worker, canary("who reads along"))
    to = _meet(world)
    here = []
    for number in ("eerste", "tweede"):
        story = approved(worker, second, title=f"Het {number} verhaal", consent_on=worker.today())
        path = Path.home() / f"{number}-{exchange.file_name(worker, 'story')}"
        stories.send_story(worker, story.id, [to], path)
        exchange.look(office, path)
        here.append(exchange.take(office, path).value.record_id)
    stories_for_report(office, Period.of_year(office.today().year))
    for one in filter(None, here):
        came = stories.get_story(office, one)
        came = stories.publish_story(office, one, came.version).value
        stories.withdraw_story(office, one, came.version, canary.text("why a story was withdrawn"))
    stories.withdraw_consent(worker, story.id, story.version, worker.today())
    stories.send_withdrawal(worker, story.id, [to], Path.home() / "intrekking.casusbundel")


def _meet(world: World) -> str:
    """Let both take in the other's card; return who the coordinator is to the worker."""
    found = ""
    for desk, other in ((world.coordinator, world.worker), (world.worker, world.coordinator)):
        found = add_card(desk, read_card(my_card(other))).value.id
        verify_colleague(desk, found, "in_person")
    return found
