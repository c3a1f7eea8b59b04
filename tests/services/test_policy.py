# SPDX-License-Identifier: EUPL-1.2
"""The policy of an organisation in a vault: applied, followed by every dossier, undone, and the last good one stays."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.helpers.builders import a_case, a_person

from casus.assets import resource_path
from casus.domain.codelists import codelist
from casus.domain.policy import NO_POLICY
from casus.domain.retention import StartEvent
from casus.errors import NotAllowed, PolicyInvalid
from casus.services import cases, code_lists, policy, undo
from casus.services.desk import Desk
from casus.vault.tables import Case, PolicyFile

EXAMPLE = resource_path("catalogue", "beleid.voorbeeld.toml").read_text(encoding="utf-8")
BARE = """policy_version = {number}
organisation = "Gemeente Utrecht"
issued_by = "Hoofd Veiligheid"
valid_from = 2023-10-01
{more}
"""


def bare(number: int, more: str = "") -> str:
    """A policy file that says nothing but `more`."""
    return BARE.format(number=number, more=more)


def closed_case(desk: Desk, approach: str) -> Case:
    """A case that was closed on 1 November 2023."""
    case = a_case(desk, approach=approach)
    return cases.close_case(
        desk,
        case.id,
        on=date(2023, 11, 1),
        closure_reason="moved",
        outcome="unknown",
        note="Verhuisd naar Amersfoort.",
    ).value


def kept_until(desk: Desk, *closed: Case) -> list[date | None]:
    with desk.reading() as session:
        return [session.get_one(Case, one.id).retain_until for one in closed]


def last_act(desk: Desk) -> str:
    found = undo.steps(desk).undo
    assert found is not None
    return found.batch_id


def test_a_policy_is_applied_followed_kept_undone_and_applied_again(
    desk: Desk, reopen: Callable[[Desk], Desk]
) -> None:
    closed = closed_case(desk, "top_x"), closed_case(desk, "rio")
    before = kept_until(desk, *closed)
    assert before == [date(2028, 11, 1), date(2028, 11, 1)]
    young = a_person(desk, birth_date=date(2010, 6, 1))
    new = policy.read_policy(EXAMPLE)
    assert policy.dossiers_changed(desk, new) == 1

    done = policy.apply_policy(desk, EXAMPLE, "beleid.toml")

    assert desk.policy.term_of("rio").start is StartEvent.LAST_CONTACT
    assert desk.policy.term_of("top_x").confirmed
    assert desk.policy.licence == "cc0"
    assert kept_until(desk, *closed) == [date(2028, 11, 1), date(2026, 3, 1)]  # no contact: from the opening
    assert closed[1].id in done.changes.ids
    assert codelist("country").label("org_pl") == "Polen"
    assert codelist("partner_kind").label("neighbourhood_team", "en") == "Neighbourhood team Utrecht"
    with pytest.raises(NotAllowed, match="lowest=14"):
        a_case(desk, young, inclusion_note="Op verzoek van de ouders")
    (kept,) = policy.versions(desk)
    assert (kept.number, kept.text, kept.in_force) == (1, EXAMPLE, True)

    undo.undo(desk, last_act(desk))
    assert desk.policy == NO_POLICY
    assert kept_until(desk, *closed) == before
    assert "org_pl" not in codelist("country").known
    undo.undo(desk, undo.steps(desk).redo.batch_id)  # type: ignore[union-attr]
    assert kept_until(desk, *closed) == [date(2028, 11, 1), date(2026, 3, 1)]
    assert desk.policy == new

    again = reopen(desk)
    assert again.policy == new
    assert codelist("country").label("org_pl") == "Polen"
    policy.apply_policy(again, bare(2, "[lock]\nminutes_most = 5"), "beleid.toml")
    assert [one.in_force for one in policy.versions(again)] == [True, False]
    assert kept_until(again, *closed) == before
    assert "org_pl" in codelist("country")  # figures count by it
    assert "org_food_bank" not in codelist("partner_kind")
    assert codelist("partner_kind").label("org_food_bank") == "Voedselbank"


def test_the_last_good_policy_stays_whatever_is_refused(desk: Desk, reopen: Callable[[Desk], Desk]) -> None:
    policy.apply_policy(desk, bare(4, "[review]\nmonths = 3"), "beleid.toml")
    good = desk.policy
    refused = {
        bare(4): ("older", 1),
        bare(3): ("older", 1),
        bare(5).replace("2023-10-01", "2023-11-02"): ("not_yet", 4),
        bare(5, "valid_until = 2023-10-31"): ("expired", 5),
        bare(5, "[lock]\nminutes_most = 0"): ("out_of_range", 6),
    }
    for text, (reason, line) in refused.items():
        with pytest.raises(PolicyInvalid) as caught:
            policy.apply_policy(desk, text, "beleid.toml")
        assert (caught.value.reason, caught.value.data["place"]) == (reason, f"beleid.toml:{line}")
        assert desk.policy == good
        assert len(policy.versions(desk)) == 1
    with desk.changing() as session:  # as if a later Casus were stricter than the one that applied it
        row = PolicyFile(
            number=9, organisation="Gemeente Utrecht", issued_by="x", valid_from=date(2023, 10, 1),
            applied_on=date(2023, 11, 1), origin="chosen", digest="0" * 64, text=bare(9, "lock = 7"),
        )  # fmt: skip
        session.add(row)
    again = reopen(desk)
    assert again.policy == good
    assert [one.in_force for one in policy.versions(again)] == [False, True]


def test_what_the_policy_fixed_of_a_list_is_not_for_the_vault_to_change(desk: Desk) -> None:
    first = code_lists.rows("life_domain")[0].code
    code_lists.rename_code(desk, "life_domain", first, "Eigen woorden")
    text = bare(1, f'[codes.life_domain.{first}]\nnl = "Woorden van het beleid"\nposition = 3')
    policy.apply_policy(desk, text, "beleid.toml")
    row = next(one for one in code_lists.rows("life_domain") if one.code == first)
    assert (row.nl, row.fixed) == ("Woorden van het beleid", True)
    for act in (
        lambda: code_lists.rename_code(desk, "life_domain", first, "Toch anders"),
        lambda: code_lists.hide_code(desk, "life_domain", first),
        lambda: code_lists.move_code(desk, "life_domain", first, 1),
    ):
        with pytest.raises(NotAllowed, match="fixed_by_policy"):
            act()
    undo.undo(desk, last_act(desk))
    assert codelist("life_domain").label(first) == "Eigen woorden"
