# SPDX-License-Identifier: EUPL-1.2
"""Agreements made during a visit: one line each, with what, who and when."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from casus.domain.dates import parse_date
from casus.errors import InvalidInput
from casus.gui.widgets.lines import Line, LinesField
from casus.services.inputs import AgreementInput

_WHO_WIDTH, _WHEN_WIDTH = 120, 96
_ME = frozenset({"ik", "ikzelf", "mij", "me", "i", "myself"})
"""How one writes oneself, in either language: the task is then the worker's own."""


class _Agreement(Line):
    """What, who, when."""

    def __init__(self, names: QStringListModel) -> None:
        super().__init__()
        self.what = self.add_part(self.tr("wat"))
        self.who = self.add_part(self.tr("wie (leeg: jij)"), _WHO_WIDTH)
        self._complete(names)
        self.when = self.add_part(self.tr("wanneer"), _WHEN_WIDTH)

    def _complete(self, names: QStringListModel) -> None:
        """Offer the names that fit while one is typed; what is typed stays possible."""
        completer = QCompleter(names, self.who)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := completer.popup()) is not None:
            popup.setProperty("kind", "popup")
        completer.activated.connect(lambda _name: self.typed.emit())
        self.who.setCompleter(completer)

    def renumber(self, number: int) -> None:
        self.what.setAccessibleName(self.tr("Afspraak {0}: wat").format(number))
        self.who.setAccessibleName(self.tr("Afspraak {0}: wie").format(number))
        self.when.setAccessibleName(self.tr("Afspraak {0}: wanneer").format(number))
        self.remove.setAccessibleName(self.tr("Afspraak {0} weghalen").format(number))


class AgreementsField(LinesField):
    """The agreements of a visit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.today: Callable[[], date] = date.today
        self._names = QStringListModel()
        super().__init__(parent)

    def offer_names(self, names: Sequence[str]) -> None:
        """Offer these at "who", beside oneself."""
        self._names.setStringList(list(dict.fromkeys(names)))

    def make_line(self) -> Line:
        return _Agreement(self._names)

    def value(self) -> tuple[AgreementInput, ...]:
        """Return the agreements; raise InvalidInput for a date that is none, or one without what."""
        found = []
        for what, who, when in self.raw():
            if not what:
                raise InvalidInput(self.get_key(), "required")
            due_on = parse_date(when, self.today(), field=self.get_key(), prefer="future") if when else None
            mine = not who or who.casefold() in _ME
            found.append(AgreementInput(what, None if mine else who, due_on))
        return tuple(found)

    def set_value(self, value: tuple[AgreementInput, ...] | None) -> None:
        """Show agreements; dates as ISO text."""
        self.set_raw(
            [[one.what, one.who or "", one.due_on.isoformat() if one.due_on else ""] for one in value or ()]
        )
