# SPDX-License-Identifier: EUPL-1.2
"""Every panel that no draft of a worker opens: named, reachable by Tab, and whole, also after Save with nothing typed.

The panels of a worker's drafts walk in test_every_screen.py, which fails when a panel is in neither walk.
"""

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk
from tests.gui.test_every_screen import COORDINATORS, SETTLE_MS, open_form, seat
from tests.helpers import every_panel
from tests.helpers.a11y import assert_tab_cycle, describe, focusable, spoken_name
from tests.helpers.clipping import clipped
from tests.helpers.every_panel import Make
from tests.helpers.keyboard import User
from tests.helpers.thorough import THOROUGH

SitDown = Callable[..., User]
LOOKS = (("contrast", 200), *((("light", 100), ("dark", 150)) if THOROUGH else ()))
"""The largest letters say most: what fits then fits smaller too."""


class Walk:
    """Looks at one panel after another; `seen` are their classes, `found` what is wrong with them."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.seen: set[type[SidePanel]] = set()
        self.found: list[str] = []

    def make(self, openings: Iterable[Make]) -> None:
        """Open each panel beside the page that is there: the pages walk elsewhere."""
        for make in openings:
            self.user.window.open_panel(make(self.user.window))
            self.user.settle()
            self.look()

    def make_by_draft(self, forms: Iterable[tuple[str, str]]) -> None:
        """Open each form as its draft would."""
        for form, about in forms:
            open_form(self.user, form, about, move=False)
            self.look()

    def look(self) -> None:
        """Look at the panel that is open, as it is and after Save with nothing typed."""
        panel = self.user.panel
        self.seen.add(type(panel))
        name = type(panel).__name__
        self._judge(panel, name)
        assert_tab_cycle(panel)
        panel.save_requested.emit()
        self.user.settle()
        if self.user.window.area.panel is panel:
            self._judge(panel, f"{name}, after saving")
        self.user.window.close_panel()

    def _judge(self, panel: SidePanel, where: str) -> None:
        QApplication.processEvents()
        nameless = [f"no name: {describe(one)}" for one in focusable(panel) if not spoken_name(one)]
        cut = clipped(panel)
        if cut:  # what came late may still get its place
            QTest.qWait(SETTLE_MS)
            cut = clipped(panel)
        self.found += [f"{where}: {fault}" for fault in (*nameless, *cut)]


@pytest.mark.parametrize(("look", "percent"), LOOKS)
def test_every_panel_of_a_worker(
    demo_desk: Callable[[str], Desk], sit_down: SitDown, look: str, percent: int
) -> None:
    desk = demo_desk("pga-1")
    openings = [*every_panel.of_a_worker(desk)]
    walk = Walk(seat(desk, sit_down, look, percent))
    walk.user.open("personen")
    walk.make(openings)
    assert walk.seen == every_panel.WITHOUT_DRAFT
    assert not walk.found, "\n".join(walk.found)


@pytest.mark.parametrize(("look", "percent"), LOOKS)
def test_every_panel_of_a_coordinator(
    make_desk: Callable[..., Desk], sit_down: SitDown, look: str, percent: int
) -> None:
    desk = make_desk("coordinator")
    drafts = every_panel.drafts_of_a_coordinator(desk)
    walk = Walk(seat(desk, sit_down, look, percent))
    assert {form for form, _about in drafts} > COORDINATORS
    walk.make([*every_panel.of_a_coordinator(desk)])
    walk.make_by_draft(drafts)
    assert walk.seen == every_panel.OF_A_COORDINATOR
    assert not walk.found, "\n".join(walk.found)
