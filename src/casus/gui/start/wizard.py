# SPDX-License-Identifier: EUPL-1.2
"""From nothing to a first vault: place, owner, role, recovery code, beginning."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from casus.domain.clock import Clock
from casus.errors import CasusError, InvalidForm, InvalidInput, VaultExists
from casus.gui.start.code_step import CodeStep
from casus.gui.start.maker import VaultMaker
from casus.gui.start.steps import StepPath
from casus.gui.start.wizard_options import DEMO
from casus.gui.start.wizard_steps import Answers, BeginStep, OwnerStep, PlaceStep, RoleStep, Step
from casus.gui.tasks import TaskRunner
from casus.services import vaults
from casus.services.desk import Desk

ShowView = Callable[[Step, StepPath], object]
_PLACE, _OWNER, _ROLE, _CODE, _BEGIN = range(5)
_STEP_OF = {
    "organisation": _PLACE,
    "language": _PLACE,
    "owner_name": _OWNER,
    "password": _OWNER,
    "role": _ROLE,
}


class Wizard(QObject):
    """Leads through the steps; `show` puts one on screen.

    Signals:
        finished: the open desk of the new vault, and whether the demo is to be shown first.
        cancelled: the user stopped; nothing is left on disk.
        language_chosen: nl or en; call `rebuild` once it is in force.
    """

    finished = Signal(object, bool)
    cancelled = Signal()
    language_chosen = Signal(str)

    def __init__(self, answers: Answers, tasks: TaskRunner, clock: Clock, show: ShowView) -> None:
        super().__init__()
        self.answers, self._tasks, self._show = answers, tasks, show
        self._maker = VaultMaker(clock)
        self._desk: Desk | None = None
        self._at = _PLACE

    def start(self) -> None:
        """Show the first step."""
        self._go(_PLACE)

    def rebuild(self) -> None:
        """Show the present step anew, in another language."""
        self._go(self._at)

    def abandon(self) -> None:
        """The window goes: leave nothing unfinished behind. Call with the worker at rest."""
        self._maker.abandon()
        if self._desk is not None:
            vaults.lock(self._desk)
            self._desk = None

    def _go(self, at: int) -> Step:
        self._at = at
        step = self._make(at)
        path = StepPath(_names())
        path.set_current(at)
        step.next_requested.connect(self._next)
        step.back_requested.connect(self._back)
        self._show(step, path)
        return step

    def _make(self, at: int) -> Step:
        if at == _PLACE:
            place = PlaceStep(self.answers)
            place.language_chosen.connect(self.language_chosen)
            return place
        if at == _CODE:
            code = CodeStep(self.answers, self._maker, self._tasks)
            code.finished.connect(self._made)
            code.refused.connect(self._refused)
            return code
        plain: dict[int, type[OwnerStep | RoleStep | BeginStep]] = {
            _OWNER: OwnerStep,
            _ROLE: RoleStep,
            _BEGIN: BeginStep,
        }
        return plain[at](self.answers)

    def _next(self) -> None:
        if self._at < _BEGIN:
            self._go(self._at + 1)
        elif self._desk is not None:
            desk, self._desk = self._desk, None
            self.finished.emit(desk, self.answers.begin == DEMO)

    def _back(self) -> None:
        if self._at == _PLACE:
            self.cancelled.emit()
        elif self._at == _CODE:
            self._leave_code()
        else:
            self._go(self._at - 1)

    def _leave_code(self) -> None:
        """Take the unfinished vault away, and ask for the role again."""
        self._tasks.run(self._maker.discard, owner=self, done=lambda _nothing: self._go(_ROLE))

    def _made(self, desk: Desk) -> None:
        self._desk = desk
        self.answers.password = ""
        self._go(_BEGIN)

    def _refused(self, error: CasusError) -> None:
        """Go back to the step whose field was refused, and show it there."""
        if isinstance(error, VaultExists):
            wrong: tuple[InvalidInput, ...] = (InvalidInput("folder", "not_empty"),)
        else:
            wrong = error.errors if isinstance(error, InvalidForm) else (error,)  # type: ignore[assignment]
        step = self._go(min(_STEP_OF.get(one.field, _PLACE) for one in wrong))
        if isinstance(step, PlaceStep | OwnerStep | RoleStep):
            step.form.show_errors(wrong)


def _names() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Wizard", "Plek"),
        QCoreApplication.translate("Wizard", "Wachtwoord"),
        QCoreApplication.translate("Wizard", "Rol"),
        QCoreApplication.translate("Wizard", "Herstelcode"),
        QCoreApplication.translate("Wizard", "Beginnen"),
    )
