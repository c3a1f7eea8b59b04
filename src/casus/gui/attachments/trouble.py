# SPDX-License-Identifier: EUPL-1.2
"""What stands where a document would, when it cannot be shown: why, and a field for the password of a PDF."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.icons import set_icon
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import label, show_if
from casus.gui.widgets.text_fields import PasswordField


class TroubleView(QWidget):
    """One sentence, and what can be done.

    Signals:
        password_given: the password of a PDF as typed; it is used once and kept nowhere.
    """

    password_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        picture = label()
        set_icon(picture, "file-x", "muted", 40)
        self.sentence = label(wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._asking = QWidget()
        self.password = PasswordField()
        self.password.set_label(self.tr("Wachtwoord van de PDF"))
        self.password.edit.returnPressed.connect(self._give)
        self.open = button(self.tr("Bekijken"), self._give)
        inside = QVBoxLayout(self._asking)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.password)
        inside.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        fix_width(self._asking, 320)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(12))
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        column.addWidget(self._asking, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_sentence(self, sentence: str, *, asks_password: bool) -> None:
        """Say why; `asks_password` asks for the one of the PDF."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.password.set_value("")
        self.password.add_toggle()
        show_if(self._asking, asks_password)
        self.setFocusProxy(self.password.edit if asks_password else None)  # type: ignore[arg-type]  # None takes it away

    def _give(self) -> None:
        typed = self.password.value()
        self.password.set_value("")
        if typed:
            self.password_given.emit(typed)
