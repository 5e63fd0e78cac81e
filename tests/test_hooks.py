"""The hook for pre-commit runs the check on the files that it names."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from editor import resources
from editor.cli import app

HOOKS = yaml.safe_load(Path(__file__).parents[1].joinpath(".pre-commit-hooks.yaml").read_text())


@pytest.mark.parametrize(
    ("path", "is_meant"),
    [
        ("librechat.yaml", True),
        ("deploy/librechat.prod.yml", True),
        ("docker-compose.yml", False),
        ("docs/librechat.md", False),
    ],
)
def test_the_hook_looks_at_librechats_files_only(path: str, is_meant: bool) -> None:
    assert bool(re.search(HOOKS[0]["files"], path)) == is_meant


def test_the_hooks_command_accepts_a_good_config(capsys: pytest.CaptureFixture[str]) -> None:
    program, *arguments = shlex.split(HOOKS[0]["entry"])
    assert program == app.PROGRAM
    config = resources.folder() / "examples" / "titles.yaml"
    with pytest.raises(SystemExit) as ended:
        app.run([*arguments, str(config)], lambda *_, **__: 0)
    assert ended.value.code == 0
    assert "accept" in capsys.readouterr().out
