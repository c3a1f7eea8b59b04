# SPDX-License-Identifier: EUPL-1.2
"""The sheet with every shortcut (F1), made from the register of actions."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from casus.gui.shell.actions import ActionRegistry
from casus.gui.theme import theme
from casus.gui.widgets.containers import PageScroll
from casus.gui.widgets.past import PAST_KEYS
from casus.gui.widgets.text import label


def fixed_shortcuts() -> list[tuple[str, str]]:
    """Return the keys that belong to no action: in lists and forms."""
    return [
        (QCoreApplication.translate("ShortcutSheet", "Formulier opslaan"), "Ctrl+Return"),
        (QCoreApplication.translate("ShortcutSheet", "Paneel sluiten, concept blijft bewaard"), "Esc"),
        (QCoreApplication.translate("ShortcutSheet", "Eerdere waarden van dit veld"), PAST_KEYS),
        (QCoreApplication.translate("ShortcutSheet", "Rij openen"), "Return"),
        (QCoreApplication.translate("ShortcutSheet", "Rij vooraf bekijken"), "Space"),
    ]


class ShortcutSheet(QDialog):
    """All shortcuts, two columns: what and which keys."""

    def __init__(self, registry: ActionRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sneltoetsen"))
        look = theme()
        rows = [(action.text().replace("&", ""), spec.shortcut) for spec, action in registry if spec.shortcut]
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(look.px(32))
        grid.setVerticalSpacing(look.px(8))
        for at, (text, keys) in enumerate([*rows, *fixed_shortcuts()]):
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(label(text), at, 0)
            grid.addWidget(label(native, "strong", "accent"), at, 1, Qt.AlignmentFlag.AlignRight)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(16))
        column.addWidget(label(self.tr("Sneltoetsen"), "section"))
        column.addWidget(PageScroll(sheet), 1)
        column.addWidget(buttons)
        self.resize(look.px(460), look.px(520))
