# SPDX-License-Identifier: EUPL-1.2
"""What is photographed of how long dossiers are kept, and of how two people destroy one."""

from casus.gui.retention import KEY, PROPOSALS, RELATIVES
from casus.gui.retention.page import RetentionPage
from casus.gui.retention.sign import SignPanel
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot
from casus.services import destruction
from casus.services.partners import workers

_SECRET = "groene lampion boven natte straat"  # noqa: S105 - of nobody, for a picture


def _kept(scene: Scene) -> None:
    """Every closed dossier, whatever its state."""
    page = _page(scene)
    page.show_only(())


def _relatives(scene: Scene) -> None:
    """The family members without a case of their own who have to go."""
    _page(scene).open_record(RELATIVES)


def _propose(scene: Scene) -> None:
    """What would go of all that is due."""
    page = _page(scene)
    page.show_only(("state:due",))
    settle(scene.window)
    page.table.view.selectAll()
    page.open_proposal()


def _sign(scene: Scene) -> None:
    """The panel of the second person, who is enrolled for it."""
    colleague = next(one for one in workers(scene.desk) if not one.is_owner)
    destruction.enrol_second(scene.desk, colleague.id, _SECRET)
    page = _page(scene)
    page.open_record(PROPOSALS)
    settle(scene.window)
    proposal = destruction.proposals(scene.desk, open_only=True)[0]
    scene.window.open_panel(SignPanel(scene.window, scene.desk, proposal, "Marjan Visser"))


def _page(scene: Scene) -> RetentionPage:
    page = scene.page(KEY)
    assert isinstance(page, RetentionPage)
    return page


SHOTS = (
    Shot("bewaren", _kept, main=True),
    Shot("bewaren-gezinsleden", _relatives),
    Shot("vernietigen-voorstellen", _propose),
    Shot("vernietigen-controleren", _sign),
)
