# SPDX-License-Identifier: EUPL-1.2
"""What is photographed of stories: both lists, one with something in it that gives someone away, the second reader."""

from dataclasses import replace
from datetime import timedelta

from casus.gui.drafts import Payload
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot, page
from casus.gui.stories import KEY
from casus.gui.stories.page import StoriesPage
from casus.gui.stories.parts import TIPS
from casus.gui.stories.reading import ReadingPanel
from casus.gui.stories.steps import ApprovePanel
from casus.services import destruction, stories
from casus.services.partners import workers
from casus.services.stories import StoryInput

_SECRET = "groene lampion boven natte straat"  # noqa: S105 - of nobody, for a picture
_STORY = StoryInput(
    title="Een kans bij de bakker om de hoek",
    pillar="careers",
    theme="resilience",
    perspective="young_person",
    medium="text",
    question="of_value",
    situation="Een jongere kwam niet meer op school. Thuis waren er schulden en hij kreeg aanbod om snel te verdienen.",
    what_we_did="We spraken hem elke week, ook als hij niet kwam opdagen. Samen zochten we werk met zijn handen.",
    what_changed="Hij staat nu vier ochtenden per week op. Zijn moeder durft de post weer open te maken.",
    what_failed="Aan het begin zaten er te veel mensen aan tafel. Dat kostte vertrouwen.",
    what_we_learned="Eén vast gezicht helpt meer dan vijf goede plannen.",
    consent_by="young_person",
    consent_how="spoken",
)
_TYPED: Payload = {
    "title": "Een kans bij de bakker",
    "situation": "Younes (17 jaar) woonde op de Ahornlaan 12 en kwam niet meer op school.",
    "what_we_did": "We belden hem op 06-12345678 en gingen op 3 maart 2023 langs.",
}


def _tips(scene: Scene) -> None:
    scene.open(KEY, TIPS)
    settle(scene.window)


def _read(scene: Scene) -> None:
    """Show the first story that was published."""
    shown = scene.page(KEY)
    assert isinstance(shown, StoriesPage)
    told = [one for one, row in shown.source.known.items() if row["status"] == "published"]
    for one in told[:1]:
        scene.window.open_panel(ReadingPanel(scene.window, scene.desk, one))
        settle(scene.window)


def _form(scene: Scene) -> None:
    scene.form("story", "new", _TYPED)
    settle(scene.window)


def _reads_along(scene: Scene) -> None:
    settle(scene.window)
    desk = scene.desk
    colleague = next(one for one in workers(desk) if not one.is_owner)
    destruction.enrol_second(desk, colleague.id, _SECRET)
    story = stories.write_story(desk, replace(_STORY, consent_on=desk.today() - timedelta(days=20))).value
    stories.finish_check(desk, story.id, story.version, recognisable=True)
    scene.open(KEY)
    scene.window.open_panel(ApprovePanel(scene.window, desk, story.id))


SHOTS = (
    page(KEY),
    Shot("verhaal", _form),
    Shot("verhaal-meelezen", _reads_along),
    Shot("verhaal-tips", _tips),
)
COORDINATORS = (page(KEY, prefix="coordinator-"), Shot("coordinator-verhaal", _read))
