"""Legacy settings become groups: shown first, saved on request, both files or none."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from editor.core.document import Document
from editor.system import atomic, files
from editor.system.errors import FileError
from tests.cli.conftest import Run

SECRET = "0f3b9ad27c5e41d68a90b7f2c4e1d835"
ENV = f"""\
HOST=localhost
AZURE_API_KEY={SECRET}
AZURE_OPENAI_API_INSTANCE_NAME=acme
AZURE_OPENAI_API_DEPLOYMENT_NAME=four
AZURE_OPENAI_API_VERSION=2024-10-21
AZURE_OPENAI_MODELS=gpt-4o
"""
MIGRATED_LINE = f"AZURE_MAIN_API_KEY={SECRET}\n"


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("AZURE_", "OPENAI_")):
            monkeypatch.delenv(name)


@pytest.fixture
def env(tmp_path: Path) -> Path:
    path = tmp_path / ".env"
    path.write_text(ENV)
    return path


def as_json(run: Run, *arguments: object) -> Any:
    return json.loads(run("migrate", *arguments, "--format", "json").stdout)


def test_both_diffs_are_shown_and_nothing_written(run: Run, env: Path) -> None:
    result = run("migrate", "--env", env)
    assert result.exit_code == 0
    folder = env.parent
    assert f"+++ b{folder}/librechat.yaml\n" in result.stdout
    assert f"+++ b{env}\n" in result.stdout
    assert "+AZURE_MAIN_API_KEY=***d835\n" in result.stdout
    assert SECRET not in result.stdout + result.stderr
    assert (env.read_text(), list(folder.iterdir())) == (ENV, [env])


def test_both_files_are_written_on_request(run: Run, env: Path) -> None:
    result = run("migrate", "--env", env, "--write")
    assert result.exit_code == 0
    assert "Restart LibreChat" in result.stderr
    config = env.parent / "librechat.yaml"
    document = Document(config.read_text(), env.read_text())
    assert (document.valid, document.models, document.groups) == (
        True,
        ("gpt-4o",),
        ("azure-legacy",),
    )
    assert MIGRATED_LINE in env.read_text()
    assert "# AZURE_OPENAI_MODELS=gpt-4o\n" in env.read_text()
    before = (config.stat().st_mtime_ns, env.stat().st_mtime_ns)
    assert run("migrate", "--env", env, "--write").exit_code == 0
    assert (config.stat().st_mtime_ns, env.stat().st_mtime_ns) == before


def test_the_json_has_what_was_found_and_what_comes_of_it(run: Run, env: Path) -> None:
    found = as_json(run, "--env", env)
    assert set(found) == {"legacy", "groups", "notes", "config_diff", "env_diff"}
    assert [(one["key"], one["line"]) for one in found["legacy"]] == [
        ("AZURE_OPENAI_MODELS", 6),
        ("AZURE_API_KEY", 2),
        ("AZURE_OPENAI_API_INSTANCE_NAME", 3),
        ("AZURE_OPENAI_API_DEPLOYMENT_NAME", 4),
        ("AZURE_OPENAI_API_VERSION", 5),
    ]
    assert found["legacy"][0]["server_message"].startswith("The `AZURE_OPENAI_MODELS` environment")
    assert [group["apiKey"] for group in found["groups"]] == ["${AZURE_MAIN_API_KEY}"]
    assert {"severity", "message", "key"} == set(found["notes"][0])
    assert found["env_diff"].startswith("--- a/")


def test_options_answer_what_a_person_is_asked(run: Run, env: Path) -> None:
    options = ("--models", "a,b", "--key-variable", "MAIN_KEY", "--group", "main")
    (group,) = as_json(run, "--env", env, *options)["groups"]
    assert (group["group"], group["apiKey"]) == ("main", "${MAIN_KEY}")
    assert group["models"] == {"a": True, "b": True}


def test_no_models_takes_the_settings_out_only(run: Run, env: Path) -> None:
    assert run("migrate", "--env", env, "--models", "", "--write").exit_code == 0
    assert list(env.parent.iterdir()) == [env]
    assert MIGRATED_LINE in env.read_text()


def test_an_open_decision_ends_with_code_1_and_writes_nothing(run: Run, env: Path) -> None:
    text = ENV.replace("AZURE_OPENAI_MODELS=gpt-4o\n", "")
    env.write_text(text)
    result = run("migrate", "--env", env, "--write")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error: AZURE_OPENAI_MODELS: " in result.stderr
    assert "[--models]" in result.stderr
    assert (env.read_text(), list(env.parent.iterdir())) == (text, [env])


def test_serverless_calls_a_gateway_as_it_stands(run: Run, env: Path) -> None:
    env.write_text(ENV + "AZURE_OPENAI_BASEURL=https://gate.example/azure\n")
    (group,) = as_json(run, "--env", env, "--serverless")["groups"]
    assert (group["serverless"], group["baseURL"]) == (True, "https://gate.example/azure")


def test_the_target_decides_what_is_written(run: Run, env: Path) -> None:
    env.write_text(ENV + "PLUGINS_USE_AZURE=true\n")
    assert "plugins: true" in as_json(run, "--env", env, "--target", "0.7")["config_diff"]
    assert "plugins" not in as_json(run, "--env", env)["config_diff"]


def test_a_config_can_be_named_and_keeps_its_bytes(run: Run, env: Path, tmp_path: Path) -> None:
    config = tmp_path / "other.yaml"
    config.write_bytes(b"\xef\xbb\xbfversion: 1.3.17 # mine\r\n")
    assert run("migrate", "--env", env, "--config", config, "--write").exit_code == 0
    assert config.read_bytes().startswith(b"\xef\xbb\xbfversion: 1.3.17 # mine\r\nendpoints:\r\n")


def test_nothing_to_do_ends_with_code_0(run: Run, env: Path) -> None:
    env.write_text("HOST=localhost\n")
    result = run("migrate", "--env", env, "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "has no legacy Azure settings" in result.stderr


@pytest.mark.parametrize("content", [None, b"\xff\xfeA", b"A=\0", b"A=\xff"])
def test_an_env_file_that_cannot_be_read_ends_with_code_2(
    run: Run, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / ".env"
    if content is not None:
        path.write_bytes(content)
    assert run("migrate", "--env", path).exit_code == 2


def test_a_config_that_cannot_be_read_ends_with_code_2(run: Run, env: Path) -> None:
    (env.parent / "librechat.yaml").write_bytes(b"a: \xff")
    assert run("migrate", "--env", env).exit_code == 2


def test_a_config_that_is_no_yaml_ends_with_code_1(run: Run, env: Path) -> None:
    (env.parent / "librechat.yaml").write_text("a: [")
    result = run("migrate", "--env", env, "--write")
    assert result.exit_code == 1
    assert "cannot be read (line 1)" in result.stderr


def test_diff_and_write_exclude_each_other(run: Run, env: Path) -> None:
    assert run("migrate", "--env", env, "--diff", "--write").exit_code == 2


def test_secrets_are_shown_on_request_only(run: Run, env: Path) -> None:
    assert MIGRATED_LINE in run("migrate", "--env", env, "--show-secrets").stdout


@pytest.mark.parametrize("text", [None, "version: 1.3.17\n"])
def test_a_second_file_that_cannot_be_written_leaves_the_first_as_it_was(
    run: Run, env: Path, text: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = env.parent / "librechat.yaml"
    if text is not None:
        config.write_text(text)
    write = atomic.write

    def refuse_env(path: Path, content: bytes, **options: Any) -> None:
        if path == env:
            raise FileError(path, "The disk is full.", "Make room.")
        write(path, content, **options)

    monkeypatch.setattr(files.atomic, "write", refuse_env)
    result = run("migrate", "--env", env, "--write")
    assert result.exit_code == 2
    assert "nothing was changed" in result.stderr
    assert env.read_text() == ENV
    assert (config.read_text() if config.exists() else None) == text
