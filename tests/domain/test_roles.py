# SPDX-License-Identifier: EUPL-1.2
"""What each role sees and may do."""

import pytest

from casus.domain.codelists import codelist
from casus.domain.roles import Page, Permission, Role, may, pages, require
from casus.errors import NotAllowed


def test_the_roles_are_those_of_the_code_list() -> None:
    assert tuple(role.value for role in Role) == codelist("worker_role").values


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_pages_in_the_order_of_the_sidebar(role: Role) -> None:
    shown = pages(role)
    assert list(shown) == [page for page in Page if page in shown]
    assert {Page.TODAY, Page.REPORTS, Page.ADMIN} <= set(shown)


def test_a_coordinator_sees_nothing_of_persons() -> None:
    personal = {Page.PERSONS, Page.CASES, Page.FAMILIES, Page.DETENTION, Page.PROGRAMMES}
    assert not personal & set(pages(Role.COORDINATOR))
    assert not may(Role.COORDINATOR, Permission.DOSSIERS)
    assert may(Role.COORDINATOR, Permission.COLLECT)


def test_only_the_coordinator_keeps_registers_and_releases() -> None:
    for permission in (Permission.REGISTERS, Permission.RELEASE, Permission.COLLECT):
        assert [role for role in Role if may(role, permission)] == [Role.COORDINATOR]
    assert [role for role in Role if Page.REGISTERS in pages(role)] == [Role.COORDINATOR]


def test_only_the_expert_of_the_family_approach_works_with_families() -> None:
    assert Page.FAMILIES in pages(Role.PGA_EXPERT)
    assert Page.FAMILIES not in pages(Role.RIO)
    assert [role for role in Role if may(role, Permission.FAMILIES)] == [Role.PGA_EXPERT]


def test_what_a_role_may_not_do_is_refused_with_the_role_and_the_permission() -> None:
    require(Role.RIO, Permission.DOSSIERS)
    with pytest.raises(NotAllowed) as refused:
        require(Role.COORDINATOR, Permission.DOSSIERS)
    assert refused.value.data == {"rule": "role", "role": "coordinator", "permission": "dossiers"}
