# SPDX-License-Identifier: EUPL-1.2
"""The step in which the vault is made: its recovery code is shown once, and must be typed back."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casus.errors import CasusError, InvalidInput, WrongPassword
from casus.gui.error_text import sentence
from casus.gui.forms.ui_start_recovery import Ui_StartRecovery
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.form import Form
from casus.gui.widgets.text import label


class CodeSheet(QFrame):
    """A recovery code, large, in two lines of groups."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        look = theme()
        groups = code.split("-")
        half = (len(groups) + 1) // 2
        self.code = label("\n".join(("  ".join(groups[:half]), "  ".join(groups[half:]))))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(look.scale.points(1.7))
        self.code.setFont(font)
        self.code.setStyleSheet(f"font-family: '{font.family()}'; font-size: {look.scale.points(1.7):.2f}pt")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(
            QCoreApplication.translate("CodeSheet", "Herstelcode: {0}").format(" ".join(" ".join(code)))
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(20), look.px(16), look.px(20))
        column.addWidget(self.code)


class CodeCheck(QWidget):
    """Shows a code, then hides it and asks for it.

    Signals:
        typed: the code as typed from paper.
        ready: the code was written down; it is asked for now.
    """

    typed = Signal(str)
    ready = Signal()

    def __init__(self, code: str) -> None:
        super().__init__()
        self._sheet = CodeSheet(code)
        self._asking = QWidget()
        self.ui = Ui_StartRecovery()
        self.ui.setupUi(self._asking)
        self.form = Form(self._asking)
        self.ui.codeField.set_label(QCoreApplication.translate("CodeCheck", "Typ de code over van je papier"))
        self._again = button(
            QCoreApplication.translate("CodeCheck", "Code nog eens bekijken"), self.show_code, kind="link"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for part in (self._sheet, self._asking, self._again):
            column.addWidget(
                part, 0, Qt.AlignmentFlag(0) if part is not self._again else Qt.AlignmentFlag.AlignLeft
            )
        self.show_code()

    @property
    def asking(self) -> bool:
        """Whether the code is hidden and asked for."""
        return self._asking.isVisibleTo(self)

    def show_code(self) -> None:
        """Show the code (again)."""
        self._show(asking=False)
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Hide the code and ask for it; when that is done already, hand over what is typed."""
        if not self.asking:
            self._show(asking=True)
            self.ui.codeField.take_focus()
            self.ready.emit()
            return
        values = self.form.read()
        if values is not None:
            self.typed.emit(values["recovery_code"])

    def take(self, error: CasusError) -> str:
        """Show a refused code at its field; return the sentence of an error that has another place."""
        if isinstance(error, WrongPassword):
            self.form.show_errors([InvalidInput("recovery_code", "wrong_code")])
            return ""
        return "" if self.form.take(error) else sentence(error)

    def _show(self, *, asking: bool) -> None:
        self._sheet.setVisible(not asking)
        self._asking.setVisible(asking)
        self._again.setVisible(asking)
