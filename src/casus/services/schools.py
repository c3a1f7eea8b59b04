# SPDX-License-Identifier: EUPL-1.2
"""Schools, and what is done there; a school that is new comes with its first activity, or not at all."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Select, select

from casus.domain.names import fold
from casus.domain.roles import Permission
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.register_inputs import SchoolActivityInput, SchoolInput
from casus.services.register_store import MOST, add, assign, update
from casus.vault.tables import School, SchoolActivity

CONCERN = "concern_report"


def schools(desk: Desk) -> list[School]:
    """Return all schools by name."""
    with desk.reading() as session:
        return list(session.scalars(select(School).order_by(School.sort_key)))


def add_school(desk: Desk, data: SchoolInput) -> Done[School]:
    """Add a school. Raises InvalidForm."""
    return add(desk, School, _school(data))


def update_school(desk: Desk, school_id: str, version: int, data: SchoolInput) -> Done[School]:
    """Change a school. Raises InvalidForm, NotFound, StaleRecord."""
    return update(desk, School, school_id, version, _school(data))


def _school(data: SchoolInput) -> dict[str, object]:
    check = FormCheck()
    values = checked_school(check, data)
    check.finish()
    return values


def checked_school(check: FormCheck, data: SchoolInput, prefix: str = "") -> dict[str, object]:
    """Return a school's values; what is wrong is noted under the field names with this prefix."""
    name = check.needed_line(f"{prefix}name", data.name)
    return {
        "name": name,
        "sort_key": fold(name),
        "kind": check.code(f"{prefix}kind", "school_kind", data.kind),
        "district": check.code(f"{prefix}district", "district", data.district),
    }


def add_school_activity(
    desk: Desk, data: SchoolActivityInput, new_school: SchoolInput | None = None
) -> Done[SchoolActivity]:
    """Add an activity, at `new_school` when that is given, which is then added with it or not at all.

    Raises InvalidForm; the fields of the new school are called new_name, new_kind and new_district.
    """
    return _keep_activity(desk, data, new_school)


def update_school_activity(
    desk: Desk,
    activity_id: str,
    version: int,
    data: SchoolActivityInput,
    new_school: SchoolInput | None = None,
) -> Done[SchoolActivity]:
    """Change an activity, as `add_school_activity`. Raises InvalidForm, NotFound, StaleRecord."""
    return _keep_activity(desk, data, new_school, activity_id, version)


def _keep_activity(
    desk: Desk,
    data: SchoolActivityInput,
    new_school: SchoolInput | None,
    activity_id: str = "",
    version: int | None = None,
) -> Done[SchoolActivity]:
    desk.require(Permission.REGISTERS)
    values, school_values = _school_activity(desk, data, new_school)
    kinds = ["school_activities"]
    with desk.changing(label="update_entry" if activity_id else "add_entry") as session:
        activity = fetch(session, SchoolActivity, activity_id, version) if activity_id else SchoolActivity()
        if school_values is not None:
            school = School(**school_values)
            session.add(school)
            session.flush()
            values["school_id"] = school.id
            kinds.append("schools")
        assign(activity, values)
        session.add(activity)
    return Done(activity, Changes.of(kinds, activity.id))


def _school_activity(
    desk: Desk, data: SchoolActivityInput, new_school: SchoolInput | None
) -> tuple[dict[str, object], dict[str, object] | None]:
    check = FormCheck()
    school = checked_school(check, new_school, "new_") if new_school is not None else None
    with desk.reading() as session:
        if school is None and check.known(session, "school_id", School, data.school_id) is None:
            check.refuse("school_id", "required")
        if school is not None and session.scalar(_same_school(school)):
            check.refuse("new_name", "duplicate")
    values = checked_activity(check, desk.today(), data)
    check.finish()
    return values, school


def checked_activity(check: FormCheck, today: date, data: SchoolActivityInput) -> dict[str, object]:
    """Return the columns of an activity; what is wrong is noted. Whether its school is on file is not looked at."""
    least = 1 if data.kind == CONCERN else 0
    return {
        "school_id": data.school_id,
        "on": check.past("on", data.on, today),
        "kind": check.code("kind", "school_activity_kind", data.kind),
        "theme": check.code("theme", "register_theme", data.theme),
        "groups": check.number("groups", data.groups, last=MOST, required=True),
        "reach": check.number("reach", data.reach, first=least, last=MOST, required=True),
        "note": check.text("note", data.note),
    }


def _same_school(values: Mapping[str, object]) -> Select[str]:
    """The school there is with this name, kind and district."""
    return select(School.id).where(
        School.sort_key == values["sort_key"],
        School.kind == values["kind"],
        School.district == values["district"],
    )
