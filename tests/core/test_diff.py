"""A unified diff shows exactly the lines that differ, whatever ends them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from editor.core.diff import unified

OLD = "a: 1\nb: 2\u2028x\nc: 3\n"


def test_no_difference_is_an_empty_diff() -> None:
    assert unified(OLD, OLD, "f") == ""


def test_one_changed_line_is_shown_with_its_neighbours() -> None:
    assert unified(OLD, OLD.replace("2", "9", 1), "dir/f.yaml") == (
        "--- a/dir/f.yaml\n+++ b/dir/f.yaml\n@@ -1,3 +1,3 @@\n"
        " a: 1\n-b: 2\u2028x\n+b: 9\u2028x\n c: 3\n"
    )


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "a: 1\n"),
        ("a: 1\n", ""),
        ("a: 1", "a: 2"),
        ("a: 1", "a: 1\n"),
        ("a: 1\r\nb: 2\r\n", "a: 1\r\nb: 3\r\n"),
        (OLD, "\ufeff" + OLD + "\n\n"),
    ],
)
def test_patch_turns_the_old_text_into_the_new(tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "f"
    file.write_bytes(old.encode())
    subprocess.run(
        ["patch", "--binary", "-s", "f"],
        input=unified(old, new, "f").encode(),
        cwd=tmp_path,
        check=True,
    )
    assert (file.read_bytes() if file.exists() else b"") == new.encode()
