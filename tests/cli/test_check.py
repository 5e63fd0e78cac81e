"""The verdict is LibreChat's, in four formats and three exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest

from editor.cli.check import assumed_variables, wants_colors
from editor.cli.reports import Report, as_text
from editor.core.document import Document
from editor.system import remote
from tests.cli.conftest import INVALID, VALID, Run

DUPLICATE = VALID.replace('"4": true', "{}").replace(
    "      - group: east",
    """\
      - group: west
        apiKey: ${WEST_KEY}
        instanceName: contoso-west
        version: "2024-10-21"
        models:
          gpt-4o:
            deploymentName: gpt-4o
      - group: east""",
)
REFERRING = """\
version: 1.3.17
mcpServers:
  one: {url: "${MCP}"}
  two: {url: "http://localhost:${PORT}/sse"}
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${KEY}
        instanceName: ${INSTANCE}
        baseURL: ${GATE}
        deploymentName: four
        version: "2024-10-21"
        additionalHeaders: {x-team: "${KEY}"}
        models:
          gpt-4o: true
"""
FIELDS = {
    "severity", "code", "origin", "message", "server_message", "reported", "file", "path",
    "line", "column", "end_line", "end_column", "fixes",
}  # fmt: skip


def judged(run: Run, *arguments: object, **options: Any) -> Any:
    return json.loads(run("check", *arguments, "--format", "json", **options).stdout)


def test_an_accepted_file_ends_with_code_0(run: Run, config: Path) -> None:
    result = run("check", config)
    assert result.exit_code == 0
    assert "LibreChat 0.8 accepts this file: 1 group, 2 models" in result.stdout


def test_json_lists_groups_and_models_in_librechats_order(run: Run, config: Path) -> None:
    report = judged(run, config)
    assert report["file"] == str(config)
    assert report["target"] == "0.8"
    assert report["valid"] is True
    assert report["groups"] == ["east"]
    assert report["models"] == ["4", "gpt-4o"]


def test_a_refused_file_ends_with_code_1_and_says_where(run: Run, config: Path) -> None:
    config.write_text(INVALID)
    report = judged(run, config)
    assert run("check", config).exit_code == 1
    assert report["valid"] is False
    assert report["models"] == report["groups"] == []
    problems = [problem for problem in report["problems"] if problem["severity"] == "error"]
    assert set(problems[0]) == FIELDS
    assert problems[0]["path"][:2] == ["endpoints", "azureOpenAI"]


def test_text_shows_place_severity_and_librechats_words(run: Run, config: Path) -> None:
    config.write_text("version: 1.2.1\nendpoints:\n  azureOpenAI: [\n")
    (problem,) = judged(run, config)["problems"]
    lines = run("check", config).stdout.splitlines()
    place = f"{config}:{problem['line']}:{problem['column']}"
    assert lines[0] == f"{place}: error: {problem['message']} [{problem['code']}]"
    assert lines[-1] == f"{config}: LibreChat 0.8 would refuse this file; 1 error"


def test_standard_input_is_checked(run: Run) -> None:
    report = judged(run, "-", stdin=VALID)
    assert (report["file"], report["valid"]) == ("-", True)


def test_several_files_give_a_list(run: Run, config: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(INVALID)
    assert [report["valid"] for report in judged(run, config, other)] == [True, False]
    assert run("check", config, other).exit_code == 1


def test_an_unreadable_file_ends_with_code_2_after_the_others(run: Run, config: Path) -> None:
    missing = config.with_name("missing.yaml")
    result = run("check", missing, config)
    assert result.exit_code == 2
    assert result.stderr == f"{missing} does not exist. Check the path.\n"
    assert "accepts this file" in result.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"a: \xff\n", "line 1, column 4"), (b"\0", "not a text file")],
)
def test_what_is_no_text_ends_with_code_2(
    run: Run, config: Path, content: bytes, message: str
) -> None:
    config.write_bytes(content)
    for result in (run("check", config), run("check", config, "--format", "json")):
        assert result.exit_code == 2
        assert message in result.stderr
        assert result.stdout == ""


def test_standard_input_has_the_same_limits(run: Run) -> None:
    result = run("check", "-", stdin=b"#" * 50_000_000)
    assert result.exit_code == 2
    assert result.stderr.startswith("standard input has more than 20 MiB")


def test_an_env_that_is_named_but_missing_ends_with_code_2(run: Run, config: Path) -> None:
    assert run("check", config, "--env", config.with_name("none.env")).exit_code == 2


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_file_is_refused(run: Run, config: Path, text: str) -> None:
    config.write_text(text)
    result = run("check", config)
    assert result.exit_code == 1
    assert "would refuse" in result.stdout


def test_strict_refuses_what_only_warns(run: Run, config: Path) -> None:
    config.write_text(VALID.replace("instanceName", "extra: 1\n        instanceName"))
    result = run("check", config)
    assert result.exit_code == 0
    assert "1 group, 2 models; 2 warnings, 2 info" in result.stdout
    assert run("check", config, "--strict").exit_code == 1


def test_every_variable_that_is_named_can_be_assumed(run: Run, config: Path) -> None:
    text = 'apiKey: "${EAST_KEY}"\nbaseURL: https://${HOST}/${PATH_1}\nversion: $VERSION ${}'
    assert set(assumed_variables(text)) == {"EAST_KEY", "HOST", "PATH_1"}


def test_an_assumed_environment_leaves_no_problem_with_references(run: Run, config: Path) -> None:
    config.write_text(REFERRING)
    assert "missing-variable" in run("check", config).stdout
    result = run("check", config, "--assume-env")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == []


def test_variables_of_the_env_file_beside_count(run: Run, config: Path) -> None:
    config.write_text(REFERRING)
    config.with_name(".env").write_text(
        "KEY=1\nINSTANCE=contoso\nGATE=https://g.example/openai/deployments\n"
        "MCP=https://m.example\nPORT=80\nAZURE_API_KEY=2\n"
    )
    (problem,) = judged(run, config)["problems"]
    place = (problem["line"], problem["column"], problem["end_column"])
    assert (problem["code"], problem["file"], *place) == ("legacy-variable", "env", 6, 1, 14)
    assert f"{config.with_name('.env')}:6:1: warning" in run("check", config).stdout


def test_github_gets_one_annotation_for_each_problem(run: Run, config: Path) -> None:
    config.write_text(DUPLICATE)
    problems = judged(run, config)["problems"]
    lines = run("check", config, "--format", "github").stdout.splitlines()
    assert len(lines) == len(problems) > 0
    assert lines[0].startswith(f"::{problems[0]['severity']} file=")
    assert f",line={problems[0]['line']}," in lines[0]


def test_sarif_places_each_problem(run: Run, config: Path) -> None:
    config.write_text(DUPLICATE)
    (problem, *_) = judged(run, config)["problems"]
    log = json.loads(run("check", config, "--format", "sarif").stdout)
    (result, *_) = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert result["ruleId"] == problem["code"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (problem["line"], problem["column"])


def test_nothing_is_coloured_away_from_a_terminal(run: Run, config: Path) -> None:
    config.write_text(DUPLICATE)
    assert "\x1b" not in run("check", config).stdout


@pytest.mark.parametrize(
    ("environ", "is_terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    environ: dict[str, str], is_terminal: bool, expected: bool
) -> None:
    assert wants_colors(environ, is_terminal=is_terminal) is expected


def test_a_coloured_severity_is_red() -> None:
    report = Report("a.yaml", ".env", "0.8", Document("a: ["))
    assert ": \x1b[31m\x1b[1merror\x1b[0m: " in as_text([report], has_colors=True)


COMPOSE = """\
services:
  api:
    image: ghcr.io/danny-avila/librechat:latest
    environment: {FROM_COMPOSE: contoso}
    volumes: [./.env:/app/.env]
"""


def test_a_compose_file_that_does_not_mount_the_config_is_a_warning(run: Run, config: Path) -> None:
    config.with_name("docker-compose.yml").write_text(COMPOSE)
    config.write_text(VALID.replace("instanceName: contoso", "instanceName: ${FROM_COMPOSE}"))
    result = judged(run, config)
    assert result["valid"]
    found = [problem for problem in result["problems"] if problem["origin"] == "environment"]
    assert [problem["code"] for problem in found] == ["not-mounted"]
    assert (found[0]["file"], found[0]["path"], found[0]["line"]) == ("config", [], None)
    for style in ("text", "github", "sarif"):
        assert "not-mounted" in run("check", config, "--format", style).stdout
    assert run("check", config.parent, "--strict").exit_code == 1


def test_assumed_variables_count_where_compose_has_none(run: Run, config: Path) -> None:
    text = COMPOSE.replace("FROM_COMPOSE: contoso", 'KEY: "${UNSET_SECRET}"')
    config.with_name("docker-compose.yml").write_text(text)
    config.write_text(VALID.replace("0123456789abcdef", "${KEY}"))
    assert run("check", config).exit_code == 1
    assert run("check", config, "--assume-env").exit_code == 0


def test_a_folder_stands_for_the_config_that_config_path_names(run: Run, config: Path) -> None:
    config.rename(config.with_name("chat.yaml"))
    config.with_name(".env").write_text("CONFIG_PATH=chat.yaml\n")
    result = judged(run, config.parent)
    assert result["file"] == str(config.with_name("chat.yaml"))
    assert result["valid"]


def test_an_env_that_cannot_be_read_is_said_and_the_config_is_judged(
    run: Run, config: Path
) -> None:
    config.with_name(".env").mkdir()
    result = run("check", config)
    assert result.exit_code == 2
    assert ".env is a folder. Docker makes one" in result.stderr
    assert "LibreChat 0.8 accepts this file" in result.stdout


def test_a_config_that_is_fetched_is_judged_but_not_mended(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("CONFIG_PATH=https://c.example/a.yaml?sig=s3cret\n")
    monkeypatch.setattr(remote, "fetch", {"https://c.example/a.yaml?sig=s3cret": VALID}.get)
    result = judged(run, tmp_path)
    assert (result["file"], result["valid"]) == ("https://c.example/a.yaml?…", True)
    refused = run("fix", tmp_path, "--write")
    assert refused.exit_code == 2
    assert "where nothing can be saved" in refused.stderr
    assert "s3cret" not in refused.stderr


@pytest.mark.parametrize("style", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize(
    "lines",
    [
        'baseURL: "https://me:p@ssword123@gw.example.com/other?code=hidden0123456789&sig=hidden2"',
        'baseURL: "https://me:p@ssword123@acme.openai.azure.com/openai"',
        'serverless: true\n        baseURL: "https://me:p@ssword123@gw.example/v1/chat/completions"',
    ],
)
def test_secrets_in_addresses_are_masked(run: Run, config: Path, style: str, lines: str) -> None:
    config.write_text(VALID.replace("instanceName:", f"{lines}\n        instanceName:"))
    result = run("check", config, "--format", style)
    assert "me:***@" in result.output
    assert not any(part in result.output for part in ("ssword123", "hidden0", "hidden2"))
