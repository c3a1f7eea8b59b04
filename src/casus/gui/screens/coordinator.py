# SPDX-License-Identifier: EUPL-1.2
"""What is photographed of the coordinator's vault: the report up to, and not into, the release."""

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QPushButton

from casus.gui.composer import KEY as COMPOSER
from casus.gui.composer.block_panel import BlockPanel
from casus.gui.composer.page import ComposerPage
from casus.gui.indicators.form import FORM as INDICATOR
from casus.gui.indicators.form import NEW, IndicatorPanel
from casus.gui.screens import exchanging, telling
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot, page
from casus.services import composing

_PREVIEW_MS = 2_000
"""How long the preview takes to follow what is typed, with room to spare."""


def _go_on(scene: Scene) -> None:
    """Press the primary button of the page shown."""
    shown = scene.window.page()
    buttons = shown.findChildren(QPushButton) if shown is not None else []
    next(one for one in buttons if one.property("kind") == "primary" and one.isVisible()).click()


def _indicator(scene: Scene) -> None:
    """Show the filters of a new indicator: two districts together."""
    scene.form(
        INDICATOR, NEW, {"title_nl": "Jongeren in West en Overvecht", "reason": "De raad vroeg ernaar."}
    )
    panel = scene.window.area.panel
    if isinstance(panel, IndicatorPanel):
        districts = panel.ui.fourthFilterField
        districts.set_value(("district=west", "district=overvecht"))
        panel.form.reveal(districts)
        settle(scene.window)


def _report(scene: Scene) -> None:
    """Show the yearly report and its figures, begun once of the latest release, if there is any."""
    releases = composing.to_choose(scene.desk)
    if releases and not composing.reports(scene.desk):
        composing.start_report(scene.desk, "Jaarverslag 2023", "year", releases[0].id)
        composing.start_report(scene.desk, "Voortgangsrapportage 2023", "letter", releases[0].id)
    _open_report(scene, "year")
    shown = scene.window.page()
    if isinstance(shown, ComposerPage):
        shown.side.outline.setFocus()
        shown.side.outline.setCurrentRow(2)
        settle(scene.window)


def _report_text(scene: Scene) -> None:
    """Show a text of the letter with a number typed by hand beside its preview."""
    _open_report(scene, "letter")
    shown = scene.window.page()
    if isinstance(shown, ComposerPage) and shown.side.outline.count():
        shown.side.outline.setCurrentRow(3)
        shown.open_part(shown.side.outline.chosen())
        settle(scene.window)
        panel = scene.window.area.panel
        if isinstance(panel, BlockPanel):
            panel.ui.textField.edit.insertPlainText("Er waren 35 jongeren. ")
            _wait()
            settle(scene.window)


def _wait() -> None:
    """Let the preview follow."""
    loop = QEventLoop()
    QTimer.singleShot(_PREVIEW_MS, loop.quit)
    loop.exec()


def _open_report(scene: Scene, template: str) -> None:
    found = [one.id for one in composing.reports(scene.desk) if one.template == template]
    scene.open(COMPOSER, found[0] if found else "")
    settle(scene.window)


SHOTS = (
    page("vandaag", prefix="coordinator-"),
    page("registers", prefix="coordinator-"),
    page("dashboard", prefix="coordinator-"),
    page("indicatoren", prefix="coordinator-"),
    Shot("coordinator-indicator", _indicator),
    page("aanleveringen"),
    page("rapportage", prefix="coordinator-", main=True),
    Shot("coordinator-rapportage-bescherming", _go_on),
    Shot("coordinator-rapportage-vrijgeven", _go_on),
    page("vrijgaven", prefix="coordinator-"),
    Shot("verslag", _report),
    Shot("verslag-tekst", _report_text),
    *telling.COORDINATORS,
    *exchanging.COORDINATORS,
)
