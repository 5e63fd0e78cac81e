"""`routes` says what LibreChat would send, and sends nothing."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import INVALID, VALID, Run


def test_each_model_has_an_entry_in_librechats_order(run: Run, config: Path) -> None:
    result = run("routes", config, "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert [(route["model"], route["url"]) for route in found] == [
        (
            "4",
            "https://contoso.openai.azure.com/openai/deployments/four/chat/completions"
            "?api-version=2024-10-21",
        ),
        (
            "gpt-4o",
            "https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions"
            "?api-version=2024-10-21",
        ),
    ]
    assert found[1]["sources"] == {
        "deployment": "model", "instance": "group", "version": "group", "apiKey": "literal",
    }  # fmt: skip


def test_secrets_are_masked_unless_asked_for(run: Run, config: Path) -> None:
    masked = run("routes", config, "--format", "json")
    assert json.loads(masked.stdout)[0]["headers"]["api-key"] == "***cdef"
    assert "0123456789abcdef" not in masked.output
    clear = run("routes", config, "--format", "json", "--show-secrets")
    assert json.loads(clear.stdout)[0]["headers"]["api-key"] == "0123456789abcdef"


def test_one_model_can_be_asked_for(run: Run, config: Path) -> None:
    result = run("routes", config, "--model", "gpt-4o", "--format", "json")
    assert [route["model"] for route in json.loads(result.stdout)] == ["gpt-4o"]


def test_a_model_that_is_not_there_is_bad_usage(run: Run, config: Path) -> None:
    result = run("routes", config, "--model", "gpt-5")
    assert result.exit_code == 2
    assert "no model “gpt-5”, but: 4, gpt-4o" in " ".join(result.stderr.split())


def test_a_model_without_its_variable_has_librechats_message(run: Run, config: Path) -> None:
    config.write_text(VALID.replace("0123456789abcdef", "${NOPE}"), encoding="utf-8")
    result = run("routes", config)
    assert result.exit_code == 1
    assert 'LibreChat: Azure configuration environment variable "${NOPE}" was not found.' in (
        result.stdout
    )


def test_the_env_file_fills_references_in(run: Run, config: Path, tmp_path: Path) -> None:
    config.write_text(VALID.replace("contoso", "${INSTANCE}"), encoding="utf-8")
    env = tmp_path / "other.env"
    env.write_text("INSTANCE=fabrikam\n", encoding="utf-8")
    result = run("routes", config, "--env", env, "--model", "gpt-4o", "--format", "json")
    assert "https://fabrikam.openai.azure.com/" in json.loads(result.stdout)[0]["url"]


@pytest.mark.parametrize("text", [INVALID, "a: [", ""])
def test_a_file_without_models_gives_an_empty_list(run: Run, config: Path, text: str) -> None:
    config.write_text(text, encoding="utf-8")
    result = run("routes", config, "--format", "json")
    assert (json.loads(result.stdout), result.exit_code) == ([], 1)
    assert "would refuse" in result.stderr


def test_a_missing_file_cannot_be_read(run: Run, tmp_path: Path) -> None:
    assert run("routes", tmp_path / "none.yaml").exit_code == 2


def test_the_table_says_what_is_sent_where(run: Run, config: Path) -> None:
    lines = run("routes", config).stdout.splitlines()
    assert lines[0].split() == [
        "MODEL", "GROUP", "DEPLOYMENT", "VERSION", "CONTEXT", "VISION", "REQUEST",
    ]  # fmt: skip
    assert lines[2].split()[:6] == ["gpt-4o", "east", "gpt-4o", "2024-10-21", "127,500", "yes"]


def test_an_env_that_cannot_be_read_ends_with_code_2(run: Run, config: Path) -> None:
    config.with_name(".env").mkdir()
    result = run("routes", config)
    assert (result.exit_code, result.stdout) == (2, "")
    assert ".env is a folder" in result.stderr
