# SPDX-License-Identifier: EUPL-1.2
"""The list of stories: those written here, or those that came to a coordinator."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from casus.services.desk import Desk
from casus.services.lists import (
    AnyColumn,
    AnyRow,
    AnySelect,
    Chip,
    Column,
    RecordList,
    Row,
    bare,
    chip,
    in_list_order,
)
from casus.services.stories.inputs import TEXT_PARTS
from casus.services.stories.writing import WITHDRAWN
from casus.vault.tables import Colleague, Story, Worker


class StoryList(RecordList):
    """Stories, the last changed first."""

    columns = (
        Column("title"),
        Column("pillar", "code", "pillar"),
        Column("perspective", "code", "story_perspective"),
        Column("status", "code", "story_status"),
        Column("grain", "code", "story_grain"),
        Column("changed", "date"),
    )
    default_sort = "changed"
    _table = Story

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters."""
        return (
            chip("status", "story_status"),
            chip("pillar"),
            chip("perspective", "story_perspective"),
            chip("grain", "story_grain"),
        )

    def _source(self) -> Select[str]:
        return select(Story.id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "title": func.lower(Story.title),
            "pillar": in_list_order(Story.pillar, "pillar"),
            "perspective": in_list_order(Story.perspective, "story_perspective"),
            "status": in_list_order(Story.status, "story_status"),
            "grain": Story.against_grain,
            "changed": -func.julianday(Story.changed_at),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return tuple(bare(func.coalesce(getattr(Story, part), "")) for part in TEXT_PARTS)

    def _select_rows(self) -> AnySelect:
        found: AnySelect = (
            select(Story, Worker.name.label("sender"))
            .outerjoin(Colleague, Colleague.id == Story.colleague_id)
            .outerjoin(Worker, Worker.id == Colleague.worker_id)
        )
        return found

    def _row(self, record: AnyRow) -> Row:
        one: Story = record.Story
        values: dict[str, Any] = {
            "pillar": one.pillar,
            "perspective": one.perspective,
            "status": one.status,
            "grain": "against" if one.against_grain else None,
            "changed": one.changed_at.date(),
            "version": one.version,
            "revision": one.revision,
        }
        return Row(one.id, one.title, record.sender or "", values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        chosen = frozenset(codes)
        if key == "grain":
            return Story.against_grain.in_([code == "against" for code in chosen])
        column = {"status": Story.status, "pillar": Story.pillar, "perspective": Story.perspective}[key]
        return column.in_(chosen)


def waiting(desk: Desk) -> tuple[int, int]:
    """Return how many stories are not withdrawn, and how many of them wait for a reader or for publishing."""
    counted = select(
        func.count().filter(Story.status != WITHDRAWN),
        func.count().filter(or_(Story.status == "reviewed", Story.status == "released")),
    ).select_from(Story)
    with desk.reading() as session:
        whole, open_now = session.execute(counted).one()
        return int(whole), int(open_now)
