# SPDX-License-Identifier: EUPL-1.2
"""The steps of a permit under its form, newest first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.dates_text import short_date
from casus.gui.labels import label as code_label
from casus.gui.records import TONES
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import hairline, label

_DAY_WIDTH = 110


class PermitHistory(QWidget):
    """One line per step: since when, which status, and the note made with it."""

    def __init__(self, steps: Sequence[Any]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(hairline())
        column.addWidget(label(self.tr("Verloop"), "strong"))
        for step in reversed(steps):
            column.addWidget(_Step(step))


class _Step(QWidget):
    """A day, a status, and what was noted."""

    def __init__(self, step: Any) -> None:
        super().__init__()
        day, status = short_date(step.on), code_label("permit_status", step.to_status)
        when = label(day, tone="muted")
        fix_width(when, _DAY_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(when)
        row.addWidget(Pill(status, TONES["permit_status"].get(step.to_status, "neutral")))
        row.addWidget(label(step.note or "", "small", "muted", wrap=True), 1)
        self.setAccessibleName(f"{day}: {status}")
