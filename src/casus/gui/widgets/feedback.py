# SPDX-License-Identifier: EUPL-1.2
"""How the window answers: a short announcement, and a quiet bar for work that takes long."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from casus.gui.dates_text import number
from casus.gui.tasks import Job
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import label

SHOW_AFTER_MS = 300
TOAST_MS, TOAST_WITH_ACTION_MS = 4_000, 8_000


def speak(source: QObject, text: str) -> None:
    """Let a screen reader say a sentence, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


class Toast(QFrame):
    """A sentence at the bottom of its parent that goes by itself, with at most one action.

    It stands in the middle of `over`, a part of the parent, while that is shown: a form beside it stays free.
    """

    def __init__(self, parent: QWidget, over: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._over = parent, over or parent
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(8), look.px(12), look.px(8))
        row.setSpacing(look.px(12))
        self._words = label()
        self._run: Callable[[], object] | None = None
        self._action = button("", self._act)
        row.addWidget(self._words)
        row.addWidget(self._action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        for one in {self._ground, self._over}:
            one.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        aloud: bool = True,
    ) -> None:
        """Show and speak a sentence."""
        self._words.setText(text)
        self._run = on_action
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(TOAST_WITH_ACTION_MS if action else TOAST_MS)
        if aloud:
            speak(self._ground, text)

    def offer(self, action: str, on_action: Callable[[], object]) -> None:
        """Add an action to the sentence that is shown, when it has none."""
        if self.isVisible() and self._run is None:
            self.say(self.text(), action, on_action, aloud=False)

    def text(self) -> str:
        """Return the sentence shown last."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()

    def _place(self) -> None:
        room = self._ground.rect()
        under = self._over if self._over.isVisibleTo(self._ground) else self._ground
        middle = under.mapTo(self._ground, under.rect().center()).x()
        left = min(middle - self.width() // 2, room.width() - self.width())
        self.move(max(0, left), room.height() - self.height() - theme().px(48))


class ProgressRow(QWidget):
    """A thin bar with what and how much, and Annuleer; appears only when work takes over 0.3 s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._text = ""
        self._words = label(role="small", tone="muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._cancel = button(self.tr("Annuleer"), self._stop, kind="quiet")
        column = QVBoxLayout()
        column.setSpacing(theme().px(4))
        column.addWidget(self._words)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOW_AFTER_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job, text: str) -> None:
        """Show how far this job is until it ends."""
        self._job, self._text = job, text
        self._words.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        job.progressed.connect(self._show)
        job.ended.connect(self._end)
        self._timer.start()

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        of_all = self.tr("{0} van {1}").format(number(done), number(total)) if total else ""
        self._words.setText(f"{self._text} · {of_all}" if of_all else self._text)

    def _stop(self) -> None:
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._words.setText(self.tr("Wordt gestopt…"))
            self._job.cancel()

    def _end(self) -> None:
        self._timer.stop()
        self.hide()
        self._job = None
