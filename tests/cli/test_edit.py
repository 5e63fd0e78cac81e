"""Operations from a script are applied all or none, shown first, and saved on request."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import VALID, Run

VERSION = ["endpoints", "azureOpenAI", "groups", 0, "version"]
API_KEY = ["endpoints", "azureOpenAI", "groups", 0, "apiKey"]
SET_VERSION = json.dumps([{"op": "set", "path": VERSION, "value": "2025-01-01-preview"}])


def test_the_diff_is_shown_and_nothing_written(run: Run, config: Path) -> None:
    result = run("edit", config, "--ops", "-", stdin=SET_VERSION)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"--- a{config}\n+++ b{config}\n")
    assert '-        version: "2024-10-21"\n' in result.stdout
    assert '+        version: "2025-01-01-preview"\n' in result.stdout
    assert config.read_text() == VALID


def test_the_change_is_written_on_request(run: Run, config: Path) -> None:
    result = run("edit", config, "--ops", "-", "--write", stdin=SET_VERSION)
    assert result.exit_code == 0
    assert config.read_text() == VALID.replace("2024-10-21", "2025-01-01-preview")


def test_operations_may_come_from_a_file(run: Run, config: Path, tmp_path: Path) -> None:
    operations = tmp_path / "ops.json"
    operations.write_text(SET_VERSION)
    assert run("edit", config, "--ops", operations, "--write").exit_code == 0
    assert "2025-01-01-preview" in config.read_text()


def test_line_endings_and_mark_are_kept(run: Run, config: Path) -> None:
    config.write_bytes(b"\xef\xbb\xbf" + VALID.replace("\n", "\r\n").encode())
    assert run("edit", config, "--ops", "-", "--write", stdin=SET_VERSION).exit_code == 0
    expected = VALID.replace("2024-10-21", "2025-01-01-preview").replace("\n", "\r\n")
    assert config.read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_json_says_whether_something_changed(run: Run, config: Path) -> None:
    changed = json.loads(
        run("edit", config, "--ops", "-", "--format", "json", stdin=SET_VERSION).stdout
    )
    same = json.loads(run("edit", config, "--ops", "-", "--format", "json", stdin="[]").stdout)
    assert changed["changed"] is True
    assert changed["diff"].startswith("--- a/")
    assert same == {"changed": False, "diff": ""}


def test_no_change_leaves_the_file_untouched(run: Run, config: Path) -> None:
    before = config.stat()
    assert run("edit", config, "--ops", "-", "--write", stdin="[]").exit_code == 0
    assert (config.stat().st_ino, config.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_all_or_none_when_an_operation_cannot_be_applied(run: Run, config: Path) -> None:
    operations = json.dumps([*json.loads(SET_VERSION), {"op": "unset", "path": ["nope"]}])
    result = run("edit", config, "--ops", "-", "--write", stdin=operations)
    assert result.exit_code == 1
    assert result.stderr.startswith("Operation 2 cannot be applied")
    assert result.stdout == ""
    assert config.read_text() == VALID


@pytest.mark.parametrize("operations", ["", "{", "{}", "[1]", "nul", "[" * 100_000])
def test_operations_that_are_no_json_array_end_with_code_2(
    run: Run, config: Path, operations: str
) -> None:
    result = run("edit", config, "--ops", "-", stdin=operations)
    assert result.exit_code == 2
    assert "JSON" in result.stderr


@pytest.mark.parametrize("operations", [b"\xff", b'["\xff"]'])
def test_operations_that_are_no_text_end_with_code_2(
    run: Run, config: Path, operations: bytes
) -> None:
    result = run("edit", config, "--ops", "-", stdin=operations)
    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr


def test_an_unreadable_config_ends_with_code_2(run: Run, tmp_path: Path) -> None:
    result = run("edit", tmp_path / "none.yaml", "--ops", "-", stdin="[]")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr
    assert not os.listdir(tmp_path)


def test_keys_are_masked_unless_asked_for(run: Run, config: Path) -> None:
    operations = json.dumps([{"op": "set", "path": API_KEY, "value": "fedcba9876543210"}])
    shown = run("edit", config, "--ops", "-", stdin=operations).stdout
    clear = run("edit", config, "--ops", "-", "--show-secrets", stdin=operations).stdout
    assert "-        apiKey: ***cdef\n+        apiKey: " in shown
    assert "fedcba9876543210" not in shown
    assert "fedcba9876543210" in clear


def test_a_key_of_several_lines_is_masked(run: Run, config: Path) -> None:
    lines = "apiKey: |\n          hidden-part-1\n          hidden-part-2"
    config.write_text(VALID.replace("apiKey: 0123456789abcdef", lines))
    operations = json.dumps([{"op": "set", "path": [*API_KEY[:-1], "version"], "value": "1"}])
    shown = run("edit", config, "--ops", "-", stdin=operations).stdout
    assert "***rt-2" in shown
    assert "hidden" not in shown
