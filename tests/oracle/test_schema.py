"""The shipped schemas are what LibreChat's packages say, and its packages take our whole files."""

import subprocess
from pathlib import Path

import pytest

from editor.core.schema.field import Target
from editor.core.yaml.parser import parse
from tests.oracle.zod import Zod, is_installed

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="node and its packages are needed: npm ci in tests/oracle"
)
ROOT = Path(__file__).parents[2]
_DERIVED = (
    "docs/refinements.md",
    "resources/schema/librechat-0.7.json",
    "resources/schema/librechat-0.8.json",
)


def test_deriving_again_gives_the_committed_files(tmp_path: Path) -> None:
    script = ROOT / "tools" / "derive_schema.mjs"
    subprocess.run(["node", str(script), str(tmp_path)], check=True)
    for name in _DERIVED:
        assert (tmp_path / name).read_text("utf-8") == (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("target", Target)
def test_librechat_takes_the_file_with_every_section(target: Target) -> None:
    folder = ROOT / "tests" / "core" / "validation" / "whole_files"
    config = parse((folder / f"{target}.yaml").read_text("utf-8")).value
    with Zod() as oracle:
        assert oracle.judge(config, target).issues == ()
