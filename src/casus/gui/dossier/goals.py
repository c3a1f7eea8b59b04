# SPDX-License-Identifier: EUPL-1.2
"""The goals of a plan: one line each, with life domain, what should change, and by when."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from casus.domain.dates import parse_date
from casus.errors import InvalidInput
from casus.gui.labels import choices
from casus.gui.theme import theme
from casus.gui.widgets.lines import Line, LinesField
from casus.services.inputs import GoalInput

_DOMAIN_WIDTH, _WHEN_WIDTH = 150, 88


class _Goal(Line):
    """Life domain, what, when."""

    def __init__(self) -> None:
        super().__init__()
        self.domain = QComboBox()
        self.domain.setFixedWidth(theme().px(_DOMAIN_WIDTH))
        for one in choices("life_domain"):
            self.domain.addItem(one.label, one.code)
        self.row.insertWidget(0, self.domain)
        self.domain.activated.connect(self.typed)
        self.what = self.add_part(self.tr("wat moet er veranderen?"))
        self.when = self.add_part(self.tr("wanneer"), _WHEN_WIDTH)

    def stops(self) -> list[QWidget]:
        return [self.domain, *super().stops()]

    def renumber(self, number: int) -> None:
        self.domain.setAccessibleName(self.tr("Doel {0}: leefgebied").format(number))
        self.what.setAccessibleName(self.tr("Doel {0}: wat").format(number))
        self.when.setAccessibleName(self.tr("Doel {0}: wanneer").format(number))
        self.remove.setAccessibleName(self.tr("Doel {0} weghalen").format(number))

    def texts(self) -> list[str]:
        return [str(self.domain.currentData()), *super().texts()]

    def set_texts(self, texts: Sequence[str]) -> None:
        self.domain.setCurrentIndex(max(0, self.domain.findData(texts[0] if texts else "")))
        super().set_texts(texts[1:])


class GoalsField(LinesField):
    """The goals of a plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.today: Callable[[], date] = date.today
        super().__init__(parent)

    def make_line(self) -> Line:
        return _Goal()

    def value(self) -> tuple[GoalInput, ...]:
        """Return the goals; raise InvalidInput for a date that is none, or a goal without words."""
        found = []
        for life_domain, what, when in self.raw():
            if not what:
                raise InvalidInput(self.get_key(), "required")
            due_on = parse_date(when, self.today(), field=self.get_key(), prefer="future") if when else None
            found.append(GoalInput(life_domain, what, due_on))
        return tuple(found)

    def set_value(self, value: tuple[GoalInput, ...] | None) -> None:
        """Show goals; dates as ISO text."""
        self.set_raw(
            [
                [one.life_domain, one.title, one.due_on.isoformat() if one.due_on else ""]
                for one in value or ()
            ]
        )
