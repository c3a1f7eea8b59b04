# SPDX-License-Identifier: EUPL-1.2
"""Errors and refusals in the words of the window's language; the sentences are those of the command line."""

from casus.errors import CasusError, InvalidInput, ReleaseRefused
from casus.gui.dates_text import language
from casus.services import error_sentences


def sentence(error: CasusError) -> str:
    """Return what happened, that nothing is lost, and what to do."""
    return error_sentences.sentence(error, language())


def field_error(error: InvalidInput, label: str = "") -> str:
    """Return the sentence to show at the field; `label` names the field where it stands alone."""
    words = error_sentences.field_sentence(error, language())
    return f"{label}: {words}" if label else words


def refused_reasons(error: ReleaseRefused) -> tuple[str, ...]:
    """Return why nothing may leave, reason by reason."""
    return error_sentences.reasons(error, language())


def unexpected() -> str:
    """Return the sentence for a bug."""
    return error_sentences.unexpected(language())
