# SPDX-License-Identifier: EUPL-1.2
"""Runs a command; every expected error becomes one sentence and an exit code of its own."""

import sys

from casus.cli import commands
from casus.cli.demo import Window, demo
from casus.cli.disclosing import disclose
from casus.cli.parser import parse
from casus.cli.passwords import UnreadablePassword
from casus.cli.texts import say, terminal_language
from casus.errors import Cancelled, CasusError, ReleaseRefused
from casus.services import error_sentences
from casus.services.log import bare_trace
from casus.services.process import harden

USAGE, BUG = 2, 70

_COMMANDS = {
    "info": commands.info,
    "verify": commands.verify,
    "card": commands.card,
    "report": commands.report,
    "policy": commands.policy,
    "bundle": commands.bundle,
}


def run(arguments: list[str], window: Window) -> int:
    """Do what was asked and return the exit code; without a command the window starts."""
    language = terminal_language()
    asked = parse(arguments, language)
    try:
        if asked.command is None:
            return window.start()
        harden()
        if asked.command == "demo":
            return demo(asked, language, window)
        if asked.command == "disclose":
            return disclose(asked, language)
        return _COMMANDS[asked.command](asked, language)
    except UnreadablePassword as error:
        return _say(say("usage.password_fd", language, fd=error.fd), USAGE)
    except CasusError as error:
        return _say(_in_full(error, language), error.exit_code)
    except (KeyboardInterrupt, EOFError):
        return _say(error_sentences.sentence(Cancelled(), language), Cancelled.exit_code)
    except Exception as error:  # noqa: BLE001 - the last resort: told without any value that was at hand
        return _say(f"{error_sentences.unexpected(language)}\n{bare_trace(error)}", BUG)


def _in_full(error: CasusError, language: str) -> str:
    """Return the sentence of an error; of a refused release also the reason for every table."""
    words = error_sentences.sentence(error, language)
    if not isinstance(error, ReleaseRefused) or len(error.reasons) == 1:
        return words
    return "\n  ".join((words, *error_sentences.reasons(error, language)))


def _say(words: str, code: int) -> int:
    print(f"casus: {words}", file=sys.stderr)
    return code
