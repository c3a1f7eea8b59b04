# SPDX-License-Identifier: EUPL-1.2
"""The build hook compiles every form once, and stops rather than guess."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.packaging.conftest import draw


def test_a_form_becomes_a_module_with_its_licence(hatch_build: ModuleType, checkout: Path) -> None:
    modules = hatch_build.compile_forms(checkout)
    assert [path.name for path in modules] == ["__init__.py", "ui_sample_dialog.py"]
    source = modules[1].read_text(encoding="utf-8")
    assert source.startswith("# SPDX-License-Identifier: EUPL-1.2\n")
    assert "class Ui_SampleDialog" in source


def test_a_form_that_is_gone_leaves_no_module(hatch_build: ModuleType, checkout: Path) -> None:
    hatch_build.compile_forms(checkout)
    (checkout / "ui" / "sample_dialog.ui").unlink()
    assert [path.name for path in hatch_build.compile_forms(checkout)] == ["__init__.py"]
    assert not (checkout / hatch_build.FORMS / "ui_sample_dialog.py").exists()


def test_two_forms_of_one_name_stop_the_build(hatch_build: ModuleType, checkout: Path) -> None:
    draw(checkout, "other/sample_dialog", "Anders")
    with pytest.raises(hatch_build.BuildStopped, match="sample_dialog"):
        hatch_build.compile_forms(checkout)


def test_a_broken_form_stops_the_build_with_uics_own_words(hatch_build: ModuleType, checkout: Path) -> None:
    (checkout / "ui" / "broken.ui").write_text("<ui>", encoding="utf-8")
    with pytest.raises(hatch_build.BuildStopped, match=r"broken\.ui"):
        hatch_build.compile_forms(checkout)


def test_an_unchanged_form_keeps_its_time_stamp(hatch_build: ModuleType, checkout: Path) -> None:
    module = hatch_build.compile_forms(checkout)[1]
    before = module.stat().st_mtime_ns
    hatch_build.compile_forms(checkout)
    assert module.stat().st_mtime_ns == before


@pytest.mark.parametrize(("version", "shipped"), [("standard", True), ("editable", False)])
def test_only_a_real_wheel_carries_the_resources(
    hatch_build: ModuleType, checkout: Path, version: str, shipped: bool
) -> None:
    hook = hatch_build.CasusBuildHook(str(checkout), {}, None, None, str(checkout), "wheel")
    build_data: dict[str, object] = {"artifacts": [], "force_include": {}}
    hook.initialize(version, build_data)
    assert build_data["artifacts"] == ["/src/casus/gui/forms/*.py"]
    assert build_data["force_include"] == ({"resources": "casus/_data/resources"} if shipped else {})


def test_the_freshness_check_sees_one_changed_word(
    hatch_build: ModuleType, forms_fresh: ModuleType, checkout: Path
) -> None:
    hatch_build.compile_forms(checkout)
    assert forms_fresh.differences(checkout) == []
    draw(checkout, "sample_dialog", "Voorbeelden")
    assert forms_fresh.differences(checkout) == ["ui_sample_dialog.py"]
