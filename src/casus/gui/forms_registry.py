# SPDX-License-Identifier: EUPL-1.2
"""Which form belongs to a draft, so that one typed before a lock opens again with what was in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from casus.errors import CasusError, NotAllowed
from casus.gui.drafts import Payload, Restored
from casus.gui.shell.page import Shell
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.spot import Spot
from casus.services.desk import Desk

SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form panel that can open again by its draft.

    `form` is the part of the draft key before the first colon, `make` gets the shell, what stands after it
    (a record id, or ""), and the draft; it returns the panel, or None when it fetches something first and opens
    the panel itself. `page` is where the panel opens; `record` says which record that page shows for the
    draft's ("" for none). `where` says both for one draft, when the page differs by what the draft is about.
    """

    form: str
    page: str
    make: Callable[[Shell, str, Payload], SidePanel | None]
    record: Callable[[str], str] = lambda _about: ""
    where: Callable[[str], tuple[str, str]] | None = None

    def place(self, about: str) -> tuple[str, str]:
        """Return page and record for a draft."""
        return self.where(about) if self.where is not None else (self.page, self.record(about))


_known: dict[str, FormSpec] = {}


def use(specs: Iterable[FormSpec]) -> None:
    """Know these forms from now on, in place of any others; the forms of a vault that was just opened."""
    _known.clear()
    _known.update({spec.form: spec for spec in specs})


def known() -> Mapping[str, FormSpec]:
    """Return the forms by name."""
    return dict(_known)


def split(key: str) -> tuple[str, str]:
    """Return form and record of a draft key: "visit:<id>" gives ("visit", "<id>")."""
    form, _colon, about = key.partition(SEPARATOR)
    return form, about


def reopen(
    shell: Shell, desk: Desk, key: str, *, owner: QObject, move: bool = True, spot: Spot | None = None
) -> bool:
    """Open the form of this draft with what was typed; False when no form has it.

    A draft about a restricted dossier that is closed stays closed: its page asks the reason. `move` goes to the form's own page first; without it the panel opens beside what is shown. `spot` is where
    in the form to go on.
    """
    spec = _known.get(split(key)[0])
    if spec is None:
        return False

    def fetch() -> Restored | None:
        from casus.services import draft_subjects, drafts

        draft_subjects.refuse_closed_draft(desk, key)
        row = next((row for row in drafts.list_drafts(desk) if row.key == key), None)
        payload = drafts.load_draft(desk, key) if row is not None else None
        return Restored(payload, row.saved_at, spot) if row is not None and payload is not None else None

    def show(found: Restored | None) -> None:
        if found is not None:
            _open(shell, spec, split(key)[1], found, move=move)

    def refused(error: CasusError) -> None:
        if isinstance(error, NotAllowed) and error.rule == "restricted":
            shell.open("dossier", f"person:{error.data['person_id']}")
        else:
            shell.show_error(error)

    shell.tasks.run(fetch, owner=owner, done=show, failed=refused)
    return True


def _open(shell: Shell, spec: FormSpec, about: str, draft: Restored, *, move: bool) -> None:
    if move:
        shell.open(*spec.place(about))
    panel = spec.make(shell, about, draft)
    if panel is not None:
        shell.open_panel(panel)
