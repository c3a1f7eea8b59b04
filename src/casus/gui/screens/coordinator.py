# SPDX-License-Identifier: EUPL-1.2
"""What is photographed of the coordinator's vault: the report up to, and not into, the release."""

from PySide6.QtWidgets import QPushButton

from casus.gui.screens.scene import Scene
from casus.gui.screens.shot import Shot, page


def _go_on(scene: Scene) -> None:
    """Press the primary button of the page shown."""
    shown = scene.window.page()
    buttons = shown.findChildren(QPushButton) if shown is not None else []
    next(one for one in buttons if one.property("kind") == "primary" and one.isVisible()).click()


SHOTS = (
    page("vandaag", prefix="coordinator-"),
    page("registers", prefix="coordinator-"),
    page("rapportage", prefix="coordinator-", main=True),
    Shot("coordinator-rapportage-bescherming", _go_on),
    Shot("coordinator-rapportage-vrijgeven", _go_on),
    page("vrijgaven", prefix="coordinator-"),
)
