# SPDX-License-Identifier: EUPL-1.2
"""All pages of the main window, in the order of the sidebar, and the forms that open again by their draft."""

from importlib import import_module
from types import ModuleType

from casus.gui.forms_registry import FormSpec
from casus.gui.shell import PageSpec
from casus.services.desk import Desk

SCREENS = (
    "today", "agenda", "planning", "day_sheet", "appointments", "tasks_list", "missing", "merging", "persons", "cases", "families", "family", "detentions", "releases", "conditions", "consulting", "programmes", "vog", "registers", "dashboard", "indicators", "context_figures", "periods", "report", "composer", "accountability", "retention", "requests", "person_overview", "sharings", "corrections", "release_book", "release_compare", "stories", "restricting", "exchange.bundles", "exchange.colleagues", "counting_together", "contributed", "manage", "audit_log", "importing", "dossier", "attachments",
)  # fmt: skip


def load() -> None:
    """Import every page, so that opening a vault does not have to wait for it."""
    _modules()


def specs(desk: Desk) -> list[PageSpec]:
    """Return the pages for this desk; the window leaves out what its role does not use."""
    return [module.spec(desk) for module in _modules()]


def forms(desk: Desk) -> list[FormSpec]:
    """Return every form that a draft can open again."""
    return [form for module in _modules() if hasattr(module, "forms") for form in module.forms(desk)]


def _modules() -> list[ModuleType]:
    names = [f"casus.gui.{name}" for name in SCREENS]
    return [import_module(f"{name}.page") for name in names]
