# SPDX-License-Identifier: EUPL-1.2
"""The form for an assessment: a score per life domain beside the one before; there is no total."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from casus.errors import CasusError, InvalidForm, NotAllowed
from casus.gui.dates_text import short_date
from casus.gui.dossier.score_field import ScoreField
from casus.gui.drafts import Payload
from casus.gui.error_text import sentence
from casus.gui.forms.ui_assessment_form import Ui_AssessmentForm
from casus.gui.labels import choices, label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import label as text
from casus.services import cases, persons, plans
from casus.services.assessments import next_kind
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.inputs import AssessmentInput
from casus.services.naming import person_name
from casus.services.plans import AssessmentView
from casus.services.records import Assessment

_PREFIX = "scores."
_NAMES_FIT = 125
"""The largest letters, in per cent."""


@dataclass(frozen=True)
class _Found:
    """Whose case it is, which measurement comes next, and the latest one there is."""

    name: str
    kind: str
    latest: AssessmentView | None


class AssessmentPanel(RecordPanel):
    """Measure the life domains: all of them, or the rest kept as unknown by one press."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_AssessmentForm()
        self.ui.setupUi(content)
        self.scores = self._add_domains()
        self._case_id = case_id
        self._rest_unknown = False
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AssessmentPanel", "Leefgebieden meten"),
            translate("AssessmentPanel", "Meting opslaan"),
            f"assessment:{case_id}",
        )
        self.half = _HalfDone(self._save_rest)
        super().__init__(shell, desk, content, spec, draft=draft)
        self.put_below(self.half)
        self.half.hide()

    def fetch(self) -> _Found:
        """Return what the form begins with."""
        with self.desk.reading() as session:
            measured = plans.assessments_of(session, self._case_id)
        case = cases.get_case(self.desk, self._case_id)
        name = person_name(persons.get_person(self.desk, case.person_id))
        kind = next_kind({one.record.kind for one in measured}, closed=case.closed_on is not None)
        return _Found(name, kind, measured[-1] if measured else None)

    def fill(self, found: _Found) -> None:
        """Begin with today, the measurement that comes next, and what the scores were."""
        self.set_subtitle(found.name)
        self.ui.onField.set_value(self.desk.today())
        self.ui.kindField.set_value(found.kind)
        self.ui.withPersonField.set_value(True)
        if found.latest is not None:
            when = short_date(found.latest.record.on)
            for domain, field in self.scores.items():
                earlier = found.latest.scores.get(domain)
                field.show_earlier(earlier.score if earlier else None, when)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the assessment."""
        given = filled({key: value for key, value in values.items() if not key.startswith(_PREFIX)})
        scores = {domain: values[f"{_PREFIX}{domain}"] for domain in self.scores}
        given["scores"] = {domain: score for domain, score in scores.items() if score is not None}
        data = AssessmentInput(**given, case_id=self._case_id, rest_unknown=self._rest_unknown)
        return lambda: plans.assess(self.desk, data)

    def save(self) -> None:
        """Store the form; the sentence of an earlier try goes."""
        self.half.hide()
        super().save()
        self._rest_unknown = False

    def stored(self, result: Done[Assessment]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Meting opgeslagen"))

    def failed(self, error: CasusError) -> bool:
        """Say how far it is when life domains are missing; a kind that cannot come now stands at its field."""
        if isinstance(error, NotAllowed) and error.rule in ("baseline_exists", "final_exists"):
            self.ui.kindField.set_error(sentence(error))
            self.ui.kindField.take_focus()
            return True
        if not isinstance(error, InvalidForm):
            return False
        missing = [one for one in error.errors if one.rule == "not_scored"]
        if missing:
            self.half.say(len(self.scores) - len(missing), [self._name(one.field) for one in missing])
        # a note or a source that cannot be kept stands at its life domain
        return self.form.take(
            InvalidForm(tuple(renamed(one, ".".join(one.field.split(".")[:2])) for one in error.errors))
        )

    def _save_rest(self) -> None:
        """Keep what is missing as unknown."""
        self._rest_unknown = True
        self.save()

    def _name(self, field: str) -> str:
        return label("life_domain", field.removeprefix(_PREFIX))

    def _add_domains(self) -> dict[str, ScoreField]:
        """Put a field per life domain above the explanation: the list of domains can be changed."""
        layout = self.ui.fields
        fields: dict[str, ScoreField] = {}
        for domain in choices("life_domain"):
            field = ScoreField()
            field.set_key(f"{_PREFIX}{domain.code}")
            field.set_label(domain.label)
            layout.insertWidget(layout.count() - 1, field)
            fields[domain.code] = field
        first = next(iter(fields.values()))
        first.set_help(
            self.tr("Toetsen: 1 tot en met 5, 0 voor onbekend, n voor n.v.t. Daarna ga je vanzelf verder.")
        )
        for field, following in zip(list(fields.values()), list(fields.values())[1:], strict=False):
            field.answered.connect(following.take_focus)
        list(fields.values())[-1].answered.connect(self.ui.noteField.take_focus)
        return fields


class _HalfDone(QWidget):
    """How many life domains were filled in, which are missing, and the one press that keeps them as unknown."""

    def __init__(self, keep: Callable[[], object]) -> None:
        super().__init__()
        self.words = text(tone="danger", wrap=True)
        self.button = button(self.tr("Opslaan, de rest als onbekend"), keep)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        look = theme()
        self._parts.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(12))
        self._parts.setSpacing(look.px(8))
        self._parts.addWidget(self.words, 1)
        self._parts.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def say(self, done: int, missing: list[str]) -> None:
        """Show it; large letters leave no room for the names, which stand in the form too."""
        small = theme().scale.percent <= _NAMES_FIT
        way = QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(way)
        words = (
            self.tr("Je hebt {0} van de {1} leefgebieden ingevuld. Nog niet: {2}.")
            if small
            else self.tr("Je hebt {0} van de {1} leefgebieden ingevuld.")
        )
        self.words.setText(words.format(done, done + len(missing), ", ".join(missing)))
        self.show()
