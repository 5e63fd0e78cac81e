"""Safe fixes are shown or saved; the exit code says whether one is left."""

from pathlib import Path

from tests.cli.conftest import VALID, Run

DATED = VALID.replace('"2024-10-21"', "2024-10-21").replace("version: 1.2.1", "version: 1.2")
MENDED = VALID.replace("version: 1.2.1", 'version: "1.2"')


def test_without_write_the_change_is_shown_and_nothing_is_saved(run: Run, config: Path) -> None:
    config.write_text(DATED)
    result = run("fix", config)
    assert result.exit_code == 1
    assert '+        version: "2024-10-21"' in result.stdout.splitlines()
    assert "0123456789abcdef" not in result.stdout
    assert config.read_text() == DATED


def test_write_saves_the_fixed_file(run: Run, config: Path) -> None:
    config.write_text(DATED)
    result = run("fix", config, "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    assert config.read_text() == MENDED
    assert run("fix", config).exit_code == 0


def test_only_the_codes_that_are_named_are_fixed(run: Run, config: Path) -> None:
    config.write_text(DATED)
    result = run("fix", config, "--code", "unquoted-date", "--write")
    assert result.exit_code == 0
    assert config.read_text() == MENDED.replace('"1.2"', "1.2")
    assert run("fix", config, "--code", "unquoted-text").exit_code == 1


def test_a_file_with_nothing_to_fix_is_left_alone(run: Run, config: Path) -> None:
    result = run("fix", config, "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_bad_usage_and_unreadable_files_end_with_code_2(run: Run, config: Path) -> None:
    assert run("fix", config.with_name("missing.yaml")).exit_code == 2
    assert run("fix", config, "--diff", "--write").exit_code == 2
    assert run("fix", config, "--code", "no-such-code").exit_code == 2


def test_the_environment_decides_what_is_to_fix(run: Run, config: Path) -> None:
    text = VALID.replace("instanceName: contoso", "instanceName: ${NAME}")
    config.write_text(text.replace("deploymentName: gpt-4o", "deploymentName: ''"))
    config.with_name(".env").write_text("NAME=contoso\n")
    assert run("fix", config, "--write").exit_code == 0
    assert "deploymentName: ''" not in config.read_text()


def test_secrets_near_the_change_are_masked(run: Run, config: Path) -> None:
    lines = """\
        additionalHeaders:
          x-functions-key: >-
            hidden-part-1
            hidden-part-2
        baseURL: https://me:pa55word@gw.example/v1?code=hidden0123
"""
    config.write_text(DATED.replace("        version: 2024", f"{lines}        version: 2024"))
    shown = run("fix", config).stdout
    assert "https://me:***@gw.example/v1?code=***" in shown
    assert "pa55word" not in shown
    assert "hidden" not in shown
    assert "pa55word" in run("fix", config, "--show-secrets").stdout
