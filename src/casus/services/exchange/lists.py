# SPDX-License-Identifier: EUPL-1.2
"""The lists the window shows: colleagues whose card is known, and the sealed bundles that went and came."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, case, or_, select

from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.exchange.colleagues import REVOKED, UNVERIFIED, VERIFIED
from casus.services.lists import AnyColumn, AnyRow, AnySelect, Chip, Column, RecordList, Row, chip
from casus.vault.tables import BundleReceipt, Colleague, Transfer, Worker

_STATE: ColumnElement[str] = case(
    (Colleague.revoked_on.is_not(None), REVOKED),
    (Colleague.verified_on.is_not(None), VERIFIED),
    else_=UNVERIFIED,
)
_SINCE = case(
    (Colleague.revoked_on.is_not(None), Colleague.revoked_on),
    (Colleague.verified_on.is_not(None), Colleague.verified_on),
    else_=Colleague.imported_on,
)


class ColleagueList(RecordList):
    """Every colleague whose card was taken in: who, what they are, whether the words were compared, since when."""

    columns = (
        Column("name"),
        Column("role", "code", "worker_role"),
        Column("organisation"),
        Column("state", "code", "colleague_state"),
        Column("since", "date"),
    )
    default_sort = "name"
    _table = Colleague

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: how far they are trusted, and what they are."""
        return chip("state", "colleague_state"), chip("role", "worker_role")

    def _source(self) -> Select[str]:
        return select(Colleague.id).join(Worker, Worker.id == Colleague.worker_id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Worker.sort_key,
            "role": Worker.role,
            "organisation": Colleague.organisation,
            "state": _STATE,
            "since": _SINCE,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Worker.sort_key, Worker.name, Colleague.organisation

    def _select_rows(self) -> AnySelect:
        return select(
            Colleague.id, Colleague.organisation, Worker.name, Worker.role, _STATE.label("state"),
            _SINCE.label("since"),
        ).join(Worker, Worker.id == Colleague.worker_id)  # fmt: skip

    def _row(self, record: AnyRow) -> Row:
        keys = ("role", "organisation", "state", "since")
        return Row(record.id, record.name, "", {key: getattr(record, key) for key in keys})

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        return (Worker.role if key == "role" else _STATE).in_(list(codes))


class ReceiptList(RecordList):
    """Every sealed bundle that was sent or taken in: what kind, whose, when, and what it was about."""

    columns = (
        Column("colleague"),
        Column("kind", "code", "bundle_kind"),
        Column("direction", "code", "bundle_direction"),
        Column("handled_at", "date"),
        Column("outcome", "code", "bundle_outcome"),
    )
    default_sort = "handled_at"
    _table = BundleReceipt

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: which way, and what kind."""
        return chip("direction", "bundle_direction"), chip("kind", "bundle_kind")

    def _source(self) -> Select[str]:
        return (
            select(BundleReceipt.id)
            .join(Colleague, Colleague.id == BundleReceipt.colleague_id)
            .join(Worker, Worker.id == Colleague.worker_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "kind": BundleReceipt.kind,
            "direction": BundleReceipt.direction,
            "colleague": Worker.sort_key,
            "handled_at": BundleReceipt.handled_at,
            "outcome": BundleReceipt.outcome,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Worker.sort_key, Worker.name

    def _select_rows(self) -> AnySelect:
        return (
            select(BundleReceipt.id, BundleReceipt, Worker.name, _STATE.label("state"))
            .join(Colleague, Colleague.id == BundleReceipt.colleague_id)
            .join(Worker, Worker.id == Colleague.worker_id)
        )

    def _row(self, record: AnyRow) -> Row:
        one: BundleReceipt = record.BundleReceipt
        keys = ("kind", "direction", "handled_at", "outcome", "record_kind", "record_id")
        values = {key: getattr(one, key) for key in keys}
        return Row(
            one.id, record.name, "", {**values, "colleague": record.name, "sender_state": record.state}
        )

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        column = BundleReceipt.direction if key == "direction" else BundleReceipt.kind
        return or_(*(column == code for code in codes))


def subject_of(desk: Desk, record_kind: str, record_id: str) -> tuple[str, str]:
    """Return kind and id of what a bundle was about, as it is shown: the case of an offer. Raises NotFound."""
    if record_kind != "transfers":
        return record_kind, record_id
    with desk.reading() as session:
        return "cases", fetch(session, Transfer, record_id).case_id
