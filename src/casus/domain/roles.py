# SPDX-License-Identifier: EUPL-1.2
"""What each role sees and may do; a coordinator's vault holds no persons, so nothing of them is shown there."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from casus.errors import NotAllowed


class Role(StrEnum):
    """The codes of list `worker_role`."""

    PGA_EXPERT = "pga_expert"
    RIO = "rio"
    COORDINATOR = "coordinator"


class Page(StrEnum):
    """The pages of the main window, in the order of the sidebar."""

    TODAY = "today"
    PERSONS = "persons"
    CASES = "cases"
    FAMILIES = "families"
    DETENTION = "detention"
    PROGRAMMES = "programmes"
    REGISTERS = "registers"
    REPORTS = "reports"
    ADMIN = "admin"


class Permission(StrEnum):
    """What a use case may ask for before it starts."""

    DOSSIERS = "dossiers"
    FAMILIES = "families"
    REGISTERS = "registers"
    CONTRIBUTE = "contribute"
    COLLECT = "collect"
    RELEASE = "release"


_WORKER_PAGES = (Page.TODAY, Page.PERSONS, Page.CASES)
_SHARED_PAGES = (Page.PROGRAMMES, Page.REPORTS, Page.ADMIN)

_PAGES: Mapping[Role, tuple[Page, ...]] = MappingProxyType(
    {
        Role.PGA_EXPERT: (*_WORKER_PAGES, Page.FAMILIES, Page.DETENTION, *_SHARED_PAGES),
        Role.RIO: (*_WORKER_PAGES, Page.DETENTION, *_SHARED_PAGES),
        Role.COORDINATOR: (Page.TODAY, Page.REGISTERS, Page.REPORTS, Page.ADMIN),
    }
)

_WORKER = frozenset({Permission.DOSSIERS, Permission.CONTRIBUTE})
"""Registers are the coordinator's: what a worker kept there would not be counted. And only the coordinator
releases: two books of releases over the same persons could be subtracted from one another."""

_PERMISSIONS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.PGA_EXPERT: _WORKER | {Permission.FAMILIES},
        Role.RIO: _WORKER,
        Role.COORDINATOR: frozenset({Permission.REGISTERS, Permission.COLLECT, Permission.RELEASE}),
    }
)


def pages(role: Role) -> tuple[Page, ...]:
    """Return the pages of a role, in the order of the sidebar."""
    return _PAGES[role]


def may(role: Role, permission: Permission) -> bool:
    """Return whether a role has a permission."""
    return permission in _PERMISSIONS[role]


def require(role: Role, permission: Permission) -> None:
    """Raise NotAllowed("role", ...) unless the role has the permission."""
    if not may(role, permission):
        raise NotAllowed("role", role=role.value, permission=permission.value)
