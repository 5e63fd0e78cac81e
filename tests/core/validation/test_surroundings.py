"""What keeps LibreChat from reading config and `.env` is said once, with an “if”, never falsely."""

import pytest

from editor.core.compose.project import File, Project
from editor.core.document import Document
from editor.core.validation.problem import Problem

FOLDER = "/srv/librechat"
USUAL = """\
services:
  api:
    image: registry.librechat.ai/danny-avila/librechat-dev:latest
    volumes:
      - type: bind
        source: ./.env
        target: /app/.env
"""
OVERRIDE = """\
services:
  api:
    volumes:
      - type: bind
        source: ./librechat.yaml
        target: /app/librechat.yaml
"""
TEXT = 'version: "1.3.17"\ncache: true\n'
USING = 'version: "1.3.17"\nmcpServers:\n  a: {url: "https://${HOST}/${ROUTE}"}\n'


def judged(
    *files: str,
    text: str = TEXT,
    env: str = "",
    config: str = f"{FOLDER}/librechat.yaml",
    existing: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
) -> list[Problem]:
    names = ("docker-compose.yml", "docker-compose.override.yml")
    project = Project(
        tuple(File(name, file) for name, file in zip(names, files, strict=False)),
        folder=FOLDER,
        home="/home/ada",
        config=config,
        env=f"{FOLDER}/.env" if env else "",
        existing=frozenset(existing),
        missing=frozenset(missing),
    )
    problems = Document(text, env, compose=project).problems
    return [problem for problem in problems if problem.origin == "environment"]


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1
    return problems[0]


def service(lines: str, image: str = "librechat/librechat") -> str:
    return f"services:\n  chat:\n    image: {image}\n    {lines}\n"


def test_a_config_that_is_not_mounted_is_a_warning_without_a_line() -> None:
    problem = only(judged(USUAL))
    assert (problem.code, problem.severity) == ("not-mounted", "warning")
    assert (problem.file, problem.path, problem.line) == ("config", (), None)
    assert problem.server_message is None
    assert problem.message.startswith("If you start LibreChat with docker-compose.yml beside")
    assert "`./librechat.yaml:/app/librechat.yaml` under `volumes` of the service `api`" in (
        problem.message
    )


def test_the_verdict_stays() -> None:
    files = (File("docker-compose.yml", USUAL),)
    project = Project(files, folder=FOLDER, config=f"{FOLDER}/librechat.yaml")
    document = Document(TEXT, compose=project)
    assert document.valid
    assert not document.apply([{"op": "unset", "path": ["version"]}]).valid


def test_the_fix_shows_the_override_that_mounts_it() -> None:
    (fix,) = only(judged(USUAL)).fixes
    assert fix.lines == OVERRIDE
    assert (fix.operations, fix.safe) == ((), False)
    assert "docker-compose.override.yml" in fix.title
    assert judged(USUAL, fix.lines) == []


@pytest.mark.parametrize(
    "files",
    [
        (),
        (USUAL, OVERRIDE),
        ("services:\n  db:\n    image: mongo\n",),
        ("",),
        (service("volumes: ['./:/app']"),),
        (service("volumes: ['data:/app']"),),
        (service("volumes: ['./librechat.yaml:/app/librechat.yaml:ro']"),),
        (service("volumes: ['/srv/librechat/librechat.yaml:/app/librechat.yaml']"),),
        (service("volumes: ['~/../../srv/librechat/librechat.yaml:/app/librechat.yaml']"),),
        (service("environment: {CONFIG_PATH: /c/librechat.yaml}\n    volumes: ['./:/c']"),),
        (service("extends: {file: other.yml, service: api}"),),
        ("include: [other.yml]\n" + service("init: true"),),
    ],
)
def test_there_is_no_false_alarm(files: tuple[str, ...]) -> None:
    assert judged(*files, existing=(f"{FOLDER}/librechat.yaml",)) == []


@pytest.mark.parametrize("image", ["contoso.azurecr.io/librechat-own", "librechat\n    build: ."])
def test_an_image_that_may_hold_the_config_gives_a_note(image: str) -> None:
    problem = only(judged(service("init: true", image)))
    assert (problem.code, problem.severity) == ("not-mounted", "info")
    assert "Unless the image has it" in problem.message


def test_a_config_elsewhere_in_the_folder_is_mounted_from_there() -> None:
    problem = only(judged(USUAL, config=f"{FOLDER}/it's here/chat$1.yaml"))
    assert "source: './it''s here/chat$$1.yaml'" in problem.fixes[0].lines


def test_another_file_that_is_mounted_is_told() -> None:
    existing = (f"{FOLDER}/librechat.yaml",)
    problem = only(judged(USUAL, OVERRIDE, config=f"{FOLDER}/other.yaml", existing=existing))
    assert (problem.code, problem.severity) == ("other-config", "info")
    assert problem.message.endswith("makes LibreChat read ./librechat.yaml, not this file.")
    mounting = service("volumes: ['./other.yaml:/app/librechat.yaml']")
    problem = only(judged(mounting, existing=(f"{FOLDER}/other.yaml",)))
    assert (problem.code, problem.severity) == ("other-config", "warning")


def test_a_config_path_to_another_file_points_at_the_variable() -> None:
    env = "A=1\nCONFIG_PATH=other.yaml\n"
    problem = only(judged(env=env, existing=(f"{FOLDER}/other.yaml",)))
    assert (problem.code, problem.severity) == ("other-config", "warning")
    assert (problem.file, problem.line) == ("env", 2)
    assert "./other.yaml" in problem.message


@pytest.mark.parametrize(
    ("value", "host", "severity"),
    [
        ("gone.yaml", f"{FOLDER}/gone.yaml", "warning"),
        ("/app/gone.yaml", "/app/gone.yaml", "info"),
        ("~/gone.yaml", f"{FOLDER}/~/gone.yaml", "warning"),
    ],
)
def test_a_dead_config_path_is_said(value: str, host: str, severity: str) -> None:
    problem = only(judged(env=f"CONFIG_PATH={value}\n", missing=(host,)))
    assert (problem.code, problem.severity) == ("dead-config-path", severity)
    assert (problem.file, problem.line) == ("env", 1)


def test_what_the_disk_was_not_asked_is_not_claimed() -> None:
    assert judged(env="CONFIG_PATH=typed-just-now.yaml\n") == []


def test_an_address_is_named_without_its_secrets() -> None:
    env = "CONFIG_PATH=https://me:hunter2@c.example:8443/chat.yaml?sig=s3cret\n"
    problem = only(judged(env=env))
    assert (problem.code, problem.severity) == ("other-config", "warning")
    assert "https://c.example:8443/chat.yaml?…" in problem.message
    assert judged(env=env, config="https://me:hunter2@c.example:8443/chat.yaml?sig=s3cret") == []


def test_an_env_that_the_container_does_not_get_names_what_it_lacks() -> None:
    bare = service("volumes: ['./librechat.yaml:/app/librechat.yaml']")
    problem = only(judged(bare, text=USING, env="HOST=h\nROUTE=r\nUNUSED=1\n"))
    assert (problem.code, problem.severity) == ("not-mounted-env", "warning")
    assert "does not get .env, so it lacks HOST and ROUTE." in problem.message
    assert "source: ./.env" in problem.fixes[0].lines


@pytest.mark.parametrize(
    "lines",
    [
        "env_file: .env",
        "volumes: ['./.env:/app/.env']",
        "volumes: ['./:/app']",
        "volumes: ['data:/app']",
        "environment: [HOST, 'ROUTE=${ROUTE}']",
    ],
)
def test_an_env_that_the_container_gets_in_any_way_is_no_problem(lines: str) -> None:
    found = judged(service(lines), text=USING, env="HOST=h\nROUTE=r\n")
    assert "not-mounted-env" not in [problem.code for problem in found]


def test_another_env_that_is_mounted_is_named() -> None:
    mounting = service("volumes: ['./prod.env:/app/.env', './:/app']")
    env, existing = "HOST=h\n", (f"{FOLDER}/prod.env",)
    problem = only(judged(mounting, text=USING, env=env, existing=existing))
    assert problem.code == "not-mounted-env"
    assert "It gets ./prod.env instead." in problem.message


def test_a_compose_file_that_is_no_yaml_is_a_note_and_the_rest_goes_on() -> None:
    problem = only(judged(USUAL, "services:\n  api: {\n", env="A=1\n"))
    assert (problem.code, problem.severity) == ("unread-compose-file", "info")
    assert problem.message.startswith("docker-compose.override.yml beside this file")
    assert "line 3" in problem.message


def test_variables_of_compose_are_used_to_judge_the_config() -> None:
    text = 'version: "1.3.17"\nendpoints:\n  azureOpenAI:\n    groups:\n      - group: a\n'
    text += "        apiKey: ${KEY}\n        instanceName: a\n"
    text += "        models: {gpt-4o: {deploymentName: d, version: v}}\n"
    project = Project((File("compose.yml", service("environment: {KEY: k}")),))
    assert not Document(text).valid
    assert Document(text, compose=project).valid
