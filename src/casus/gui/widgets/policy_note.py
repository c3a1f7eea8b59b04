# SPDX-License-Identifier: EUPL-1.2
"""Who fixed what is shown here, or who still has to: one wording for every place where a policy applies."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from casus.domain.policy import Policy
from casus.gui.widgets.text import label, show_if


def fixed_words(policy: Policy, key: str) -> str:
    """Return "Vastgelegd door …" when the organisation fixed a key of its policy file, else ""."""
    if not policy.fixes(key):
        return ""
    return QCoreApplication.translate("PolicyNote", "Vastgelegd door {0}.").format(policy.organisation)


def policy_note(policy: Policy, key: str) -> QLabel:
    """Return a quiet line for under a field; hidden when the organisation left the choice free."""
    note = label("", "small", "muted", wrap=True)
    show_policy(note, policy, key)
    return note


def show_policy(note: QLabel, policy: Policy, key: str) -> None:
    """Let a line say who fixed a key, and hide it when nobody did."""
    words = fixed_words(policy, key)
    note.setText(words)
    show_if(note, bool(words))
