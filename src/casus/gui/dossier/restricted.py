# SPDX-License-Identifier: EUPL-1.2
"""What stands in place of a restricted dossier until a reason is given."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.domain.phases import check_reason
from casus.errors import InvalidInput
from casus.gui.error_text import field_error
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.gui.widgets.text_fields import TextArea

_WIDTH = 560


class RestrictedView(QWidget):
    """Asks why; the reason is kept with the view in the log.

    Signals:
        reason_given: the reason, long enough.
    """

    reason_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = TextArea()
        self.field.set_key("reason")
        self.field.set_label(self.tr("Waarom open je dit dossier?"))
        card = Card(self.tr("Dit dossier is afgeschermd"))
        card.setMaximumWidth(theme().px(_WIDTH))
        card.rows.setSpacing(theme().px(12))
        words = self.tr("Je kunt het openen met een reden. Wie, wanneer en waarom komt in het logboek.")
        card.add(label(words, tone="muted", wrap=True))
        card.add(self.field)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Dossier openen"), self.submit, kind="primary"))
        row.addStretch(1)
        card.add(row)
        across = QHBoxLayout()
        across.addWidget(card, 1)
        across.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8), 0, 0)
        column.addLayout(across)
        column.addStretch(1)

    def start(self) -> None:
        """Begin without a reason."""
        self.field.set_value("")
        self.field.set_error("")
        self.field.take_focus()

    def submit(self) -> None:
        """Hand over the reason, or say what is wrong with it."""
        try:
            check_reason("reason", self.field.value())
        except InvalidInput as error:
            self.field.set_error(field_error(error))
            self.field.take_focus()
            return
        self.reason_given.emit(self.field.value())
