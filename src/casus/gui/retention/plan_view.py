# SPDX-License-Identifier: EUPL-1.2
"""What a destruction comes down to, to read before it is proposed: what goes, what stays, what stands in the way."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.dates_text import number
from casus.gui.dossier.field_words import field_name
from casus.gui.dossier.parts import Act, facts, joined, lines, row
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.text import label as text
from casus.services.destruction import Block, DestructionPlan, Mention

_SHOWN = 12
"""Names or mentions listed one by one; a number says how many more there are."""

Open = Callable[[str], object]
"""Opens the dossier of a person."""


class PlanView(QWidget):
    """The parts of a plan under each other; a name that is unknown is shown by nothing at all."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))

    def show_plan(
        self, plan: DestructionPlan, blocks: Sequence[Block], names: Mapping[str, str], on_open: Open
    ) -> None:
        """Show what goes and what stays; while something stands in the way only that, for nothing goes then."""
        clear_layout(self._column)
        if blocks:
            self._blocks(blocks, names)
            return
        self.show_going(plan.case_ids, plan.person_ids, plan.family_ids, plan.counts, names)
        self._kept(plan, names)
        self._mentions(plan.mentions, names, on_open)

    def show_going(
        self,
        case_ids: Sequence[str],
        person_ids: Sequence[str],
        family_ids: Sequence[str],
        counts: Mapping[str, int],
        names: Mapping[str, str],
    ) -> None:
        """Show the dossiers that go, by name, and how many records of which kind."""
        going = [names[one] for one in (*case_ids, *family_ids) if one in names]
        self._part(self.tr("Dit gaat voorgoed weg"), _listed(going))
        whole = [names[one] for one in person_ids if one in names]
        if whole:
            words = self.tr("Van deze mensen blijft niets over:")
            self._column.addWidget(text(words, tone="muted", wrap=True))
            self._column.addWidget(_names(whole))
        numbers = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        pairs = [(label("record_kind", kind), number(amount)) for kind, amount in numbers if amount]
        self._column.addWidget(facts(pairs))

    def _blocks(self, blocks: Sequence[Block], names: Mapping[str, str]) -> None:
        rows = [
            row(names.get(one.record_id, ""), label("destruction_block", one.reason))
            for one in blocks[:_SHOWN]
        ]
        self._part(self.tr("Dit kan nu niet"), [*rows, *_more(len(blocks))])

    def _kept(self, plan: DestructionPlan, names: Mapping[str, str]) -> None:
        if not plan.kept:
            return
        rows = [
            row(names.get(one.record_id, ""), label("destruction_kept", one.reason))
            for one in plan.kept[:_SHOWN]
        ]
        self._part(self.tr("Dit blijft"), [*rows, *_more(len(plan.kept))])

    def _mentions(self, mentions: Sequence[Mention], names: Mapping[str, str], on_open: Open) -> None:
        if not mentions:
            return
        self._part(self.tr("Namen die elders blijven staan"), [])
        words = self.tr("Casus verandert die teksten niet. Kijk of je ze zelf wilt aanpassen.")
        self._column.addWidget(text(words, tone="muted", wrap=True))
        rows = [_mention(one, names, on_open) for one in mentions[:_SHOWN]]
        self._column.addWidget(lines([*rows, *_more(len(mentions))]))

    def _part(self, title: str, rows: Sequence[QWidget]) -> None:
        self._column.addWidget(text(title, "strong", wrap=True))
        if rows:
            self._column.addWidget(lines(rows))


def _mention(one: Mention, names: Mapping[str, str], on_open: Open) -> QWidget:
    where = joined(label("record_kind", one.kind), field_name(one.field))
    subject = names.get(one.subject_id or "", "")
    acts: list[Act] = []
    if one.subject_id:
        about = one.subject_id
        acts = [(QCoreApplication.translate("PlanView", "Openen"), lambda: on_open(about))]
    naming = QCoreApplication.translate("PlanView", "noemt {0}").format(names.get(one.person_id, "–"))
    return row(subject or where, joined(where if subject else "", naming), acts=acts, about=where)


def _listed(going: Sequence[str]) -> list[QWidget]:
    return [_names(going)] if going else []


def _names(names: Sequence[str]) -> QWidget:
    shown = list(names[:_SHOWN])
    if len(names) > _SHOWN:
        shown.append(_more_words(len(names)))
    return text("\n".join(shown), wrap=True)


def _more(total: int) -> list[QWidget]:
    return [text(_more_words(total), "small", "muted")] if total > _SHOWN else []


def _more_words(total: int) -> str:
    return QCoreApplication.translate("PlanView", "en nog {0}").format(number(total - _SHOWN))
