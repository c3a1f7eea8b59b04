# SPDX-License-Identifier: EUPL-1.2
"""Makes a case of a row: opened, and at once in the phase the file says, by the rules of the phases."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from casus.domain.inclusion import next_review
from casus.domain.phases import ENDED, Closing, Phase, check_move
from casus.domain.retention import CaseDates, keep_until
from casus.errors import InvalidForm, InvalidInput
from casus.services.case_phases import EXIT_REASON
from casus.services.cases import clean_case
from casus.services.checks import FormCheck, renamed
from casus.services.importing.makers import CaseBook, CaseFacts, Twice, Values, given
from casus.services.importing.store import Row
from casus.services.inputs import CaseInput
from casus.services.naming import random_number
from casus.vault.tables import Assignment, Case, Person, PhaseChange

REASON = {"nl": "Overgenomen uit een bestand", "en": "Taken over from a file"}
"""What the history of a case gives as the reason of the phase it was imported in."""


class CaseMaker(CaseBook):
    """A case, in the phase the file says, with its first step and the worker's assignment."""

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the cases, and the numbers that are taken."""
        super().prepare(person_ids)
        self._numbers = set(self.session.scalars(select(Case.number)))

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Open a case; one that is open, or was opened on that day, is there already."""
        data = CaseInput(person_id=person_id, **given(values, CaseInput))
        clean = self._clean(data)
        self._refuse_second(data)
        phase, since = Phase(values.get("phase") or Phase.REGISTERED), data.opened_on
        closing = _closing(values, phase)
        if phase is not Phase.REGISTERED:
            since = values.get("phase_since") or data.opened_on
            self._check_phase(phase, since, data.opened_on, closing)
        row: Row = {
            "number": self._number(),
            "phase": phase.value,
            "phase_since": since,
            "review_on": next_review(data.opened_on, self.desk.policy.inclusion),
            "legal_hold": False,
            "restricted": False,
            **clean,
        }
        if phase in ENDED:
            row |= _ended(since, closing, values.get("closure_note"))
            dates = CaseDates(data.opened_on, since)
            row["retain_until"] = keep_until(dates, self.desk.policy.term_of(data.approach))
        case_id = self.store.add(Case, row, {line})
        self._add_history(case_id, row, closing, {line})
        facts = CaseFacts(case_id, data.approach, data.opened_on, row.get("closed_on"), line)
        self.cases[person_id].append(facts)

    def _clean(self, data: CaseInput) -> Row:
        """Check as the form does; what it says of the person is told apart, since a row has no such field."""
        try:
            return clean_case(self.session, self.desk, data)
        except InvalidForm as form:
            person = self.session.get(Person, data.person_id)
            unborn = person is not None and person.birth_date is None
            rule = InvalidInput("birth_date", "required" if unborn else "needs_representative")
            raise InvalidForm(
                tuple(rule if one.field == "person_id" else one for one in form.errors)
            ) from None

    def _refuse_second(self, data: CaseInput) -> None:
        for case in self.cases[data.person_id]:
            running = case.closed_on is None
            if case.approach == data.approach and (running or case.opened_on == data.opened_on):
                raise Twice(case.line)

    def _check_phase(self, phase: Phase, since: date, opened_on: date, closing: Closing) -> None:
        try:
            check_move(
                Phase.REGISTERED,
                phase,
                reason=REASON["nl"],
                on=since,
                since=opened_on,
                today=self.today,
                closing=closing,
            )
        except InvalidInput as error:
            field = {"on": "phase_since", "reason": "closure_note"}.get(error.field, error.field)
            raise renamed(error, field) from None

    def _add_history(self, case_id: str, row: Row, closing: Closing, lines: set[int]) -> None:
        step = {"case_id": case_id, "worker_id": self.desk.worker_id}
        first = Phase.REGISTERED.value
        self.store.add(PhaseChange, {**step, "to_phase": first, "on": row["opened_on"]}, lines)
        if row["phase"] != first:
            moved = {"from_phase": first, "to_phase": row["phase"], "on": row["phase_since"]}
            reason = REASON["en" if self.desk.language == "en" else "nl"]
            why = {"reason": reason, "closure_reason": closing.reason, "outcome": closing.outcome}
            self.store.add(PhaseChange, {**step, **moved, **why}, lines)
        period = {"from_on": row["opened_on"], "until_on": row.get("closed_on")}
        self.store.add(Assignment, {**step, "role": self.desk.role, **period}, lines)

    def _number(self) -> str:
        while (number := random_number("C")) in self._numbers:
            pass
        self._numbers.add(number)
        return number


def _closing(values: Values, phase: Phase) -> Closing:
    reason = values.get("closure_reason") or EXIT_REASON.get(phase)
    if phase not in ENDED:
        return Closing()
    return Closing(reason, values.get("outcome") or (None if phase is Phase.CLOSED else "unknown"))


def _ended(on: date, closing: Closing, note: str | None) -> Row:
    check = FormCheck()
    words = check.text("closure_note", note)
    check.explained("closure_note", "closure_reason", closing.reason, words)
    check.optional_code("outcome", "case_outcome", closing.outcome)
    check.finish()
    return {
        "closed_on": on,
        "closure_reason": closing.reason,
        "closure_note": words,
        "outcome": closing.outcome,
        "review_on": None,
    }
