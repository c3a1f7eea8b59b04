# SPDX-License-Identifier: EUPL-1.2
"""Every page and every form, on the demo's vaults and a laptop of 1366 × 768: named, reachable, and whole.

With the largest letters in the palette with contrast, of which most can be cut off; a share of them in the light
one at 100 %, where more stands side by side. All of those, and dark at 150 %, by `make thorough`. The contrast of
all pairs is in test_theme.py.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casus.gui import forms_registry
from casus.gui.dossier.page import DossierPage
from casus.gui.theme import theme
from casus.services.desk import Desk
from tests.helpers import every_panel
from tests.helpers.a11y import assert_tab_cycle, describe, focusable, spoken_name
from tests.helpers.clipping import clipped
from tests.helpers.every_form import abouts
from tests.helpers.keyboard import User
from tests.helpers.thorough import THOROUGH, share

LAPTOP = (1366, 768)
SETTLE_MS = 250
LOOKS = (("contrast", 200), ("light", 100), *((("dark", 150),) if THOROUGH else ()))
WHOLE = LOOKS[0]
SHARE = 6
COORDINATORS = frozenset(
    {
        "contribution_back",
        "ledger_resume",
        "register",
        "elsewhere",
        "indicator",
        "indicator_target",
        "context_figure",
        "reporting_period",
        "withdraw_release",
    }
)
ABOUT_ONE_RECORD = frozenset({"dossier", "gezin", "bijlage"})

DemoDesk = Callable[[str], Desk]
SitDown = Callable[..., User]


def seat(desk: Desk, sit_down: SitDown, look: str, percent: int) -> User:
    """Seat a user at a small laptop in this look and size of letters."""
    user = sit_down(desk)
    theme().apply(look, percent)
    user.window.resize(*LAPTOP)
    user.settle()
    return user


def faults(user: User, where: str) -> list[str]:
    """Return what in the window as it is has no name or cannot be read whole."""
    window = user.window
    QApplication.processEvents()
    assert (window.width(), window.height()) == LAPTOP, where
    nameless = [f"no name: {describe(one)}" for one in focusable(window) if not spoken_name(one)]
    found = clipped(window)
    if found:  # what comes in pieces, as a timeline does, may still be on its way
        QTest.qWait(SETTLE_MS)
        found = clipped(window)
    return [f"{where}: {fault}" for fault in (*nameless, *found)]


def views(user: User, case_id: str, family_id: str, attachment_id: str, *, whole: bool) -> Iterator[str]:
    """Go to every page (or a share of them), and to every tab of a dossier; yield where one is."""
    keys = user.window.page_keys()
    for key in sorted(keys - ABOUT_ONE_RECORD) if whole else share(sorted(keys - ABOUT_ONE_RECORD), 0, SHARE):
        user.open(key)
        yield key
    for key, record_id in (("gezin", family_id), ("bijlage", attachment_id)):
        if key in keys:
            user.open(key, record_id)
            yield key
    if "dossier" not in keys:
        return
    page = user.open("dossier", f"case:{case_id}")
    assert isinstance(page, DossierPage)
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        user.settle()
        yield f"dossier, {page.tabs.tabText(at)}"


@pytest.mark.parametrize(("look", "percent"), LOOKS)
@pytest.mark.parametrize("member", ["pga-1", "rio", "coordinator"])
def test_every_page_is_named_and_whole(
    demo_desk: DemoDesk, sit_down: SitDown, member: str, look: str, percent: int
) -> None:
    desk = demo_desk(member)
    about = abouts(desk) if member != "coordinator" else {}
    ids = (about.get("phase", ""), about.get("family_end", ""), about.get("attachment", ""))
    user = seat(desk, sit_down, look, percent)
    found = []
    for where in views(user, *ids, whole=(look, percent) == WHOLE):
        found += faults(user, where)
        if (look, percent) == WHOLE:
            assert_tab_cycle(user.window)
    assert not found, "\n".join(found)


def open_form(user: User, form: str, about: str, *, move: bool = True) -> None:
    """Open a form as its draft would: at the right of the page it belongs to, or of what is there."""
    spec = forms_registry.known()[form]
    page, record_id = spec.place(about)
    if page not in user.window.page_keys():
        page, record_id = "vandaag", ""
    here = user.window.history.here
    if move and (here is None or (here.key, here.record_id) != (page, record_id)):
        user.open(page, record_id)
    panel = spec.make(user.window, about, {})
    if panel is not None:
        user.window.open_panel(panel)
    user.settle()


@pytest.mark.parametrize(("look", "percent"), LOOKS)
def test_every_form_is_named_and_whole_also_with_its_errors(
    demo_desk: DemoDesk, sit_down: SitDown, look: str, percent: int
) -> None:
    """At the desk of a PGA expert; the forms of a RIO are the same."""
    desk = demo_desk("pga-1")
    about = abouts(desk)
    user = seat(desk, sit_down, look, percent)
    assert set(forms_registry.known()) - COORDINATORS == set(about), "tests.helpers.every_form lacks a form"
    found = []
    known = forms_registry.known()
    forms = sorted(about, key=lambda form: (known[form].place(about[form]), form))
    whole = (look, percent) == WHOLE
    seen = set()
    for form in forms if whole else share(forms, 1, SHARE):
        open_form(user, form, about[form], move=not whole)  # with letters this large no page shows beside it
        seen.add(type(user.panel))
        if whole:
            assert_tab_cycle(user.window)
        else:
            found += faults(user, form)
        if percent != 150:
            user.panel.save_requested.emit()
            user.settle()
            found += faults(user, f"{form}, after saving")
        user.window.close_panel()
    assert not found, "\n".join(found)
    if whole:
        assert seen == every_panel.of_drafts(), "what no draft opens has to walk in test_every_panel.py"
