# SPDX-License-Identifier: EUPL-1.2
"""Whose contribution over a period is in, and whose is missing, by name."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.domain.periods import Period
from casus.gui.dashboard.words import coverage_text
from casus.gui.dates_text import language, short_date
from casus.gui.labels import label as code_label
from casus.gui.today.lines import Line
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services.coverage import OTHER_CATALOGUE, Covered


class CoveragePanel(SidePanel):
    """A line for each worker; colleagues, not persons of a dossier."""

    def __init__(self, period: Period, found: Sequence[Covered]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        translate = QCoreApplication.translate
        title = translate("CoveragePanel", "Wie leverde aan?")
        column.addWidget(label(coverage_text(found), wrap=True))
        for one in found:
            name = one.name or translate("CoveragePanel", "Aangeleverd zonder naam")
            second = [code_label("worker_role", one.role), code_label("coverage", one.state)]
            if one.reference_date is not None:
                day = short_date(one.reference_date)
                second.append(translate("CoveragePanel", "peildatum {0}").format(day))
            if one.catalogue in OTHER_CATALOGUE:
                second.append(code_label("catalogue_state", one.catalogue))
            column.addWidget(Line(name, " · ".join(second), None))
        column.addStretch(1)
        super().__init__(title, body, subtitle=period.label(language()))
