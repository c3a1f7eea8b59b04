# SPDX-License-Identifier: EUPL-1.2
"""The steps of a story that someone takes with it in view: checking it, and approving it as the second person.

Nothing typed here is kept as a draft: the secret is not the worker's, and a tick is set again when one looks again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.error_text import field_error, sentence
from casus.gui.forms.ui_story_approve import Ui_StoryApprove
from casus.gui.forms.ui_story_check import Ui_StoryCheck
from casus.gui.labels import label as code_label
from casus.gui.manage.second_person import SECOND
from casus.gui.shell import Shell
from casus.gui.stories.form import StoryPanel
from casus.gui.stories.hits import excerpt
from casus.gui.stories.live_check import summary_words
from casus.gui.stories.reading import StoryView
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.form import Form
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services import destruction, stories
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.destruction import Second
from casus.services.stories import Told

_MOST = 12


@dataclass(frozen=True)
class _Found:
    """A story with its check, and who may be the second person."""

    told: Told
    seconds: list[Second]


class _StepPanel(SidePanel):
    """The story to read, what the check finds in it, and under it the fields of one step."""

    def __init__(
        self, shell: Shell, desk: Desk, story_id: str, fields: QWidget, words: tuple[str, str, str]
    ) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        self.view = StoryView()
        self.findings = label("", wrap=True)
        self.findings.hide()
        for part in (self.findings, self.view, fields):
            column.addWidget(part)
        title, save_text, subtitle = words
        super().__init__(title, content, save_text=save_text, subtitle=subtitle)
        self.shell, self.desk, self.story_id = shell, desk, story_id
        self.told: Told | None = None
        self.form = Form(content, today=desk.clock.today)
        self.change = button(
            QCoreApplication.translate("_StepPanel", "Verhaal wijzigen"),
            lambda: shell.open_panel(StoryPanel(shell, desk, story_id)),
        )
        self.add_action(self.change)
        self.save_requested.connect(self.save)
        self.set_busy(True)
        shell.tasks.run(self._look, owner=self, done=self._show, failed=self.failed)

    def save(self) -> None:
        """Take the step, once the story is there and the fields are right."""
        values = self.form.read()
        if self.told is None or values is None:
            return
        self.set_busy(True)
        self.show_notice("")
        self.shell.tasks.run(self.work(self.told, values), owner=self, done=self._done, failed=self.failed)

    def work(self, told: Told, values: dict[str, Any]) -> Callable[[], Done[Any]]:
        """Return what takes the step."""
        raise NotImplementedError

    def done_words(self) -> str:
        """Return what is announced."""
        raise NotImplementedError

    def arrange(self, found: _Found) -> None:
        """Show what belongs to what was found."""

    def failed(self, error: CasusError) -> None:
        """Say what is wrong: at its field, or above everything for what the story itself lacks."""
        self.set_busy(False)
        if self.form.take(error) and not self._elsewhere(error):
            return
        words = self._lacking(error) if isinstance(error, InvalidForm) else sentence(error)
        self.show_notice(words)
        self.show_top()

    def _elsewhere(self, error: CasusError) -> bool:
        return isinstance(error, InvalidForm) and any(
            one.field not in self.form.fields for one in error.errors
        )

    def _lacking(self, error: InvalidForm) -> str:
        return "\n".join(
            f"{_field_words(one.field)}: {field_error(one)}"
            for one in error.errors
            if one.field not in self.form.fields
        )

    def _look(self) -> _Found:
        return _Found(stories.tell(self.desk, self.story_id), destruction.second_persons(self.desk))

    def _show(self, found: _Found) -> None:
        self.set_busy(False)
        self.told = found.told
        self.view.show_story(found.told.record)
        self._show_findings(found.told)
        self.arrange(found)

    def _show_findings(self, told: Told) -> None:
        lines = [summary_words(told.checked)]
        for hit in told.checked.hits[:_MOST]:
            text = getattr(told.record, hit.part)
            kind = code_label("story_hit", hit.kind)
            lines.append(f"• {code_label('story_hit_level', hit.level)}: ‘{excerpt(text, hit)}’ ({kind})")
        if len(told.checked.hits) > _MOST:
            lines.append("…")
        self.findings.setText("\n".join(lines))
        self.findings.show()
        self.save_button().setEnabled(not told.checked.blocks)

    def _done(self, done: Done[Any]) -> None:
        self.set_busy(False)
        self.shell.close_panel()
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.done_words())


class CheckPanel(_StepPanel):
    """The writer reads the story once more with the check beside it, and says that nobody can be known."""

    def __init__(self, shell: Shell, desk: Desk, story_id: str) -> None:
        fields = QWidget()
        self.ui = Ui_StoryCheck()
        self.ui.setupUi(fields)
        translate = QCoreApplication.translate
        words = (
            translate("CheckPanel", "Verhaal toetsen"),
            translate("CheckPanel", "Getoetst"),
            translate("CheckPanel", "Lees het als iemand die de jongere kent. Daarna leest een collega mee."),
        )
        super().__init__(shell, desk, story_id, fields, words)

    def work(self, told: Told, values: dict[str, Any]) -> Callable[[], Done[Any]]:
        """Return what finishes the check."""
        desk, one, tick = self.desk, told.record, values["recognisable"]
        return lambda: stories.finish_check(desk, one.id, one.version, recognisable=tick)

    def done_words(self) -> str:
        """Say what comes next."""
        return self.tr("Getoetst. Laat nu een collega meelezen.")


class ApprovePanel(_StepPanel):
    """Someone else reads the story at this computer and approves it with a secret of their own."""

    def __init__(self, shell: Shell, desk: Desk, story_id: str) -> None:
        fields = QWidget()
        self.ui = Ui_StoryApprove()
        self.ui.setupUi(fields)
        translate = QCoreApplication.translate
        words = (
            translate("ApprovePanel", "Meelezen en vrijgeven"),
            translate("ApprovePanel", "Vrijgeven"),
            translate("ApprovePanel", "Voor de tweede persoon: je tekent voor precies deze tekst."),
        )
        super().__init__(shell, desk, story_id, fields, words)
        self.ui.secretField.add_toggle()

    def arrange(self, found: _Found) -> None:
        """Offer who may read along; the writer is not among them."""
        self.ui.recognisableField.setVisible(found.told.may_both)
        writer = found.told.record.written_by_id
        others = [one for one in found.seconds if one.worker_id != writer]
        self.ui.secondField.set_choices([Choice(one.worker_id, one.name) for one in others])
        if len(others) == 1:
            self.ui.secondField.set_value(others[0].worker_id)
        if not others:
            self.show_notice(
                self.tr(
                    "Er is nog geen tweede persoon aangemeld op deze computer. Doe dat eerst, samen, bij Beheer."
                ),
                "warn",
            )
            self.add_action(button(self.tr("Naar Beheer"), lambda: self.shell.open("beheer", SECOND)))
            self.save_button().setEnabled(False)

    def work(self, told: Told, values: dict[str, Any]) -> Callable[[], Done[Any]]:
        """Return what approves it."""
        desk, one = self.desk, told.record
        second, secret, tick = values["second"], values["secret"], bool(values.get("recognisable"))
        return lambda: stories.approve_story(desk, one.id, one.version, second, secret, recognisable=tick)

    def done_words(self) -> str:
        """Say what comes next."""
        return self.tr("Vrijgegeven. Stuur het nu naar de coördinator.")

    def failed(self, error: CasusError) -> None:
        """Take the secret away before anything else."""
        self.ui.secretField.set_value("")
        super().failed(error)


def _field_words(field: str) -> str:
    if field.startswith("consent"):
        return QCoreApplication.translate("CheckPanel", "Toestemming")
    return code_label("story_part", field)
