# SPDX-License-Identifier: EUPL-1.2
"""A small checkout to try the build tools on, and the tools themselves."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "packaging"

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>{name}</class><widget class="QDialog" name="{name}">
<property name="windowTitle"><string>{title}</string></property></widget></ui>
"""


def load(path: Path) -> ModuleType:
    """Import a tool of packaging/ by its path: the folder is no package, and must not become one."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def hatch_build() -> ModuleType:
    """Return the build hook."""
    return load(TOOLS / "hatch_build.py")


@pytest.fixture(scope="session")
def forms_fresh(hatch_build: ModuleType) -> ModuleType:
    """Return the check that compiled forms are fresh."""
    return load(TOOLS / "checks" / "forms_fresh.py")


@pytest.fixture(scope="session")
def translations_complete(hatch_build: ModuleType) -> ModuleType:
    """Return the check that translations are complete."""
    return load(TOOLS / "checks" / "translations_complete.py")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout with one form, one module with texts, and no translations yet."""
    for folder in ("ui", "src/casus/gui", "resources/translations"):
        (tmp_path / folder).mkdir(parents=True)
    draw(tmp_path, "sample_dialog", "Voorbeeld")
    (tmp_path / "src/casus/gui/sample.py").write_text(
        "class Sample(QObject):\n"
        "    def label(self, name):\n"
        '        return self.tr("Goedemorgen, {name}").format(name=name)\n',
        encoding="utf-8",
    )
    return tmp_path


def draw(checkout: Path, stem: str, title: str) -> Path:
    """Write a form with a title; return its path."""
    path = checkout / "ui" / f"{stem}.ui"
    path.parent.mkdir(exist_ok=True)
    name = stem.rsplit("/", 1)[-1].title().replace("_", "")
    path.parent.mkdir(exist_ok=True)
    path.write_text(FORM.format(name=name, title=title), encoding="utf-8")
    return path
