# SPDX-License-Identifier: EUPL-1.2
"""Build hook: compiles `ui/` and the translations, and ships `resources/` inside the wheel.

Run as a program (`make forms`) it does the compiling only, which is all a checkout needs:
the window code imports `casus.gui.forms`, and `casus.assets` reads `resources/` in place.
"""

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parents[1]
FORMS = Path("src/casus/gui/forms")
TRANSLATIONS = Path("resources/translations")
SPDX_LINE = "# SPDX-License-Identifier: EUPL-1.2\n"
FORMS_INIT = (
    SPDX_LINE + '"""Generated from `ui/` by packaging/hatch_build.py; nothing here is written by hand."""\n'
)


class BuildStopped(RuntimeError):
    """The forms or translations cannot be compiled; the message says why."""


class CasusBuildHook(BuildHookInterface[Any]):
    """Compile before the wheel is put together; hatchling finds this class by its base."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, then add the results; an editable install reads `resources/` from the checkout."""
        root = Path(self.root)
        compile_forms(root)
        compile_translations(root)
        build_data["artifacts"].append(f"/{FORMS.as_posix()}/*.py")
        if version == "standard":
            build_data["force_include"]["resources"] = "casus/_data/resources"


def compile_forms(root: Path, target: Path | None = None) -> tuple[Path, ...]:
    """Compile every form under `ui/` to `ui_<stem>.py` in `target`; return the modules, sorted.

    Modules whose form is gone are removed. Raises BuildStopped when two forms share a stem
    (the second would silently overwrite the first) or when a form does not compile.
    """
    target = target or root / FORMS
    target.mkdir(parents=True, exist_ok=True)
    forms = sorted((root / "ui").rglob("*.ui"))
    doubles = sorted(stem for stem, times in Counter(form.stem for form in forms).items() if times > 1)
    if doubles:
        raise BuildStopped(f"Forms need unique names; used twice: {', '.join(doubles)}")
    uic = qt_tool("pyside6-uic")
    with ThreadPoolExecutor() as pool:
        sources = list(pool.map(lambda form: run_tool(uic, form), forms))
    wanted = {target / "__init__.py": FORMS_INIT}
    wanted.update(
        {
            target / f"ui_{form.stem}.py": SPDX_LINE + source
            for form, source in zip(forms, sources, strict=True)
        }
    )
    for path, text in wanted.items():
        write_if_changed(path, text)
    for stale in set(target.glob("*.py")) - wanted.keys():
        stale.unlink()
    return tuple(sorted(wanted))


def compile_translations(root: Path) -> tuple[Path, ...]:
    """Compile every `.ts` to the `.qm` beside it, where `casus.assets` finds it; return the results.

    Raises BuildStopped when lrelease refuses a file.
    """
    sources = sorted((root / TRANSLATIONS).glob("*.ts"))
    if not sources:
        return ()
    lrelease = qt_tool("pyside6-lrelease")
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        for source in sources:
            result = source.with_suffix(".qm")
            fresh = Path(scratch) / result.name
            run_tool(lrelease, "-silent", source, "-qm", fresh)
            if not result.exists() or result.read_bytes() != fresh.read_bytes():
                shutil.copyfile(fresh, result)
            results.append(result)
    return tuple(results)


def qt_tool(name: str) -> str:
    """Return the path of one of PySide6's tools: of this interpreter's environment, else of PATH."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(name)
    if found is None:
        raise BuildStopped(f"{name} is not installed; it comes with PySide6-Essentials")
    return found


def run_tool(tool: str, *arguments: str | Path) -> str:
    """Return what a Qt tool prints; raise BuildStopped with its complaint when it fails."""
    command = [tool, *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if result.returncode != 0:
        raise BuildStopped(f"{' '.join(command)}\n{result.stdout}{result.stderr}".rstrip())
    return result.stdout


def write_if_changed(path: Path, text: str) -> None:
    """Write UTF-8 text with Unix line ends, leaving an equal file's time stamp alone."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    """Compile forms and translations of this checkout and say how many there are."""
    try:
        forms = compile_forms(ROOT)
        translations = compile_translations(ROOT)
    except BuildStopped as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(f"{len(forms) - 1} forms, {len(translations)} translations compiled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
