# SPDX-License-Identifier: EUPL-1.2
"""What Vandaag says, held against the lists behind its numbers."""

from casus.gui.today.links import COUNTED
from casus.services.appointment_list import AppointmentList
from casus.services.break_glass import AccessList
from casus.services.case_list import CaseList
from casus.services.condition_matrix import ConditionMatrix
from casus.services.corrections import NoticeList
from casus.services.desk import Desk
from casus.services.detention_list import DetentionList
from casus.services.family_list import FamilyList
from casus.services.missing_list import MissingList
from casus.services.requests import RequestList
from casus.services.retention import RelativesList, RetentionList
from casus.services.task_list import TaskList
from casus.services.today import today
from casus.services.vog_list import VogList

_LISTS = {
    "taken": TaskList, "afspraken": AppointmentList, "casussen": CaseList, "detentie": DetentionList,
    "ontbrekend": MissingList, "voorwaarden": ConditionMatrix, "vog": VogList, "gezinnen": FamilyList,
    "bewaren": RetentionList, "noodinzage": AccessList, "ontvangers": NoticeList, "verzoeken": RequestList,
}  # fmt: skip


def assert_every_number_of_today_counts_its_list(desk: Desk) -> set[str]:
    """What Vandaag says is what the list behind it shows, by its chips; return which numbers are not nothing."""
    counts = today(desk).counts
    for key, one in COUNTED.items():
        chips = {group: frozenset({code}) for group, code in (chip.split(":", 1) for chip in one.chips)}
        if key == "relatives_due":  # another list on the same page
            found = RelativesList(desk).ids(chips={"state": chips["relatives"]})
        else:
            found = _LISTS[one.page](desk).ids(chips=chips)
        assert (key, counts[key]) == (key, len(found))
    return {key for key in COUNTED if counts[key]}
