# SPDX-License-Identifier: EUPL-1.2
"""The sheet with every shortcut (F1), made from the register of actions."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from casus.domain.names import fold
from casus.gui.shell.actions import ActionRegistry
from casus.gui.theme import theme
from casus.gui.widgets.containers import PageScroll
from casus.gui.widgets.field_steps import BACK_KEYS, NEXT_KEYS
from casus.gui.widgets.past import PAST_KEYS
from casus.gui.widgets.text import label


def fixed_shortcuts() -> list[tuple[str, str]]:
    """Return the keys that belong to no action: in lists and forms."""
    return [
        (QCoreApplication.translate("ShortcutSheet", "Formulier opslaan"), "Ctrl+Return"),
        (QCoreApplication.translate("ShortcutSheet", "Paneel sluiten, concept blijft bewaard"), "Esc"),
        (QCoreApplication.translate("ShortcutSheet", "Volgende vraag van een formulier"), NEXT_KEYS),
        (QCoreApplication.translate("ShortcutSheet", "Vorige vraag van een formulier"), BACK_KEYS),
        (QCoreApplication.translate("ShortcutSheet", "Eerdere waarden van dit veld"), PAST_KEYS),
        (QCoreApplication.translate("ShortcutSheet", "Rij openen"), "Return"),
        (QCoreApplication.translate("ShortcutSheet", "Rij vooraf bekijken"), "Space"),
    ]


class ShortcutSheet(QDialog):
    """Everything that can be done, with its keys: in this window, on the screen in view, in forms and lists."""

    def __init__(self, registry: ActionRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sneltoetsen"))
        look = theme()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Typ om te zoeken"))
        self.filter.setAccessibleName(self.tr("Zoeken in sneltoetsen"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self._rows: list[tuple[str, list[QWidget], QLabel]] = []
        self._nothing = label(self.tr("Niets gevonden."), tone="muted")
        self._nothing.hide()
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setHorizontalSpacing(look.px(32))
        self._grid.setVerticalSpacing(look.px(8))
        self._grid.setColumnStretch(0, 1)
        for heading, rows in self._parts(registry):
            self._add_part(heading, rows)
        self._grid.addWidget(self._nothing, self._grid.rowCount(), 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for one in buttons.buttons():
            one.setAutoDefault(False)  # type: ignore[attr-defined]  # Enter in the field is no wish to go
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(16))
        column.addWidget(label(self.tr("Sneltoetsen"), "section"))
        column.addWidget(self.filter)
        column.addWidget(PageScroll(sheet), 1)
        column.addWidget(buttons)
        self.resize(look.px(460), look.px(560))
        self.filter.setFocus()

    def shown(self) -> list[str]:
        """Return what is shown: words and keys of each line."""
        return [text for text, parts, _heading in self._rows if not parts[0].isHidden()]

    def _parts(self, registry: ActionRegistry) -> list[tuple[str, list[tuple[str, str]]]]:
        window = [(action.text().replace("&", ""), spec.shortcut) for spec, action in registry]
        here = [(one.text, keys) for one in registry.here() for keys in one.keys[:1]]
        parts = [
            (self.tr("In het hele venster"), window),
            (self.tr("Op dit scherm"), here),
            (self.tr("In formulieren en lijsten"), fixed_shortcuts()),
        ]
        return [(heading, rows) for heading, rows in parts if rows]

    def _add_part(self, words: str, rows: list[tuple[str, str]]) -> None:
        heading = label(words, "small", "muted")
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        without = self.tr("zonder toets")
        for text, keys in sorted(rows, key=lambda row: not row[1]):
            native = native_keys(keys)
            at = self._grid.rowCount()
            shown = label(native, "strong", "accent") if native else label(without, "small", "muted")
            parts: list[QWidget] = [label(text), shown]
            self._grid.addWidget(parts[0], at, 0)
            self._grid.addWidget(parts[1], at, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append((f"{text} {native}".strip(), parts, heading))

    def _narrow(self, typed: str) -> None:
        """Show the lines that have every typed word, in the words or in the keys."""
        words = fold(typed).split()
        headings: dict[QLabel, bool] = {}
        for text, parts, heading in self._rows:
            starts = fold(text).split()
            fits = all(any(start.startswith(word) for start in starts) for word in words)
            headings[heading] = headings.get(heading, False) or fits
            for part in parts:
                part.setVisible(fits)
        for heading, used in headings.items():
            heading.setVisible(used)
        self._nothing.setVisible(not any(headings.values()))


def native_keys(keys: str) -> str:
    """Return keys as this system writes them, "" for none."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
