# SPDX-License-Identifier: EUPL-1.2
"""The log file: what happened and where in the code, with ids and never a value (security.md 5.9)."""

import logging
import traceback
from pathlib import Path
from types import TracebackType

FILE = "casus.log"
_BYTES, _KEPT = 500_000, 3
_OURS = "casus"
_MOST_CAUSES = 10

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class BareFormatter(logging.Formatter):
    """Writes the types of exceptions and the lines they passed, not their text and no local values.

    A message of a library may hold anything; only the messages of Casus itself are written, which name
    types, codes and ids.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, followed by the bare trace of an exception."""
        bare = logging.makeLogRecord({**record.__dict__, "exc_text": None, "stack_info": None})
        if record.name != _OURS and not record.name.startswith(f"{_OURS}."):
            bare.msg, bare.args = "(text of a library)", ()
        return super().format(bare)

    def formatException(self, ei: ExcInfo) -> str:
        """Return the bare trace."""
        return "" if ei[1] is None else bare_trace(ei[1])


def bare_trace(error: BaseException) -> str:
    """Return the types and code lines of an exception and what caused it, outermost first."""
    lines: list[str] = []
    step: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if step is None:
            break
        lines.append(type(step).__name__)
        for frame in traceback.extract_tb(step.__traceback__):
            lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
        step = step.__cause__ or step.__context__
    return "\n".join(lines)


def start(folder: Path) -> logging.Handler:
    """Write the log in `folder`, at most 2 MB of it; without a folder to write in, keep it nowhere."""
    from logging.handlers import RotatingFileHandler  # brings the network modules: not before it is needed

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(BareFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler
