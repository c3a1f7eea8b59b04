# SPDX-License-Identifier: EUPL-1.2
"""Shows where one is in a few steps."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.text import label, restyle


class StepPath(QWidget):
    """The steps in a row, the current one in the accent colour; read out as one sentence."""

    def __init__(self, steps: list[str]) -> None:
        super().__init__()
        self._steps = steps
        self._labels: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        for at, step in enumerate(steps):
            if at:
                row.addWidget(label("→", tone="muted"))
            words = label(f"{at + 1}  {step}", "strong", "muted")
            self._labels.append(words)
            row.addWidget(words)
        row.addStretch(1)
        self.set_current(0)

    def set_current(self, at: int) -> None:
        """Make a step the current one."""
        for place, words in enumerate(self._labels):
            restyle(words, "tone", "accent" if place == at else "muted")
        self.setAccessibleName(
            self.tr("Stap {0} van {1}: {2}").format(at + 1, len(self._steps), self._steps[at])
        )
