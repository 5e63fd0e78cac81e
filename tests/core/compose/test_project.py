"""Compose files say what LibreChat's container is given, in every form that compose takes."""

import pytest

from editor.core.compose.project import (
    Container,
    File,
    Given,
    Project,
    container,
    env_file_names,
    unread_files,
)
from editor.core.compose.service import EnvFile, Mount, on_host

USUAL = """\
services:
  api:
    container_name: LibreChat
    image: registry.librechat.ai/danny-avila/librechat-dev:latest
    environment:
      - HOST=0.0.0.0
      - RAG_API_URL=http://rag_api:${RAG_PORT:-8000}
    volumes:
      - type: bind
        source: ./.env
        target: /app/.env
      - ./images:/app/client/public/images
  mongodb:
    container_name: chat-mongodb
    image: mongo
  rag_api:
    image: ghcr.io/danny-avila/librechat-rag-api-dev-lite:latest
    env_file:
      - .env
"""
CONFIG = "/app/librechat.yaml"


def project(*texts: str, **env_files: str) -> Project:
    files = tuple(File(f"{index}.yml", text) for index, text in enumerate(texts))
    return Project(files, tuple(File(f"{name}.env", text) for name, text in env_files.items()))


def given_by(*texts: str, env: str = "", environ: dict[str, str] | None = None) -> Container:
    found = container(project(*texts), environ or {}, env)
    assert found is not None
    return found


def service(text: str) -> str:
    """Return a compose file in which LibreChat's service has these lines."""
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    return f"services:\n  api:\n    image: ghcr.io/danny-avila/librechat\n{lines}"


def mounted(text: str) -> list[Mount]:
    return list(given_by(service(text)).service.mounts)


def test_the_usual_file_mounts_the_env_and_no_config() -> None:
    found = given_by(USUAL).service
    assert found.name == "api"
    assert found.mount_of("/app/.env") == Mount("/app/.env", "./.env")
    assert found.mount_of(CONFIG) is None


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("image: ghcr.io/danny-avila/librechat:v0.8.1", True),
        ("image: librechat/librechat-dev@sha256:00ff", True),
        ("image: localhost:5000/our/librechat-custom:2", True),
        ("image: ghcr.io/danny-avila/librechat-rag-api-dev-lite:latest", False),
        ("image: mongo\ncontainer_name: librechat-mongodb", False),
        ("build: .\ncontainer_name: LibreChat", True),
        ("build: .\nvolumes: ['./images:/app/client/public/images']", True),
        ("build: .", False),
    ],
)
def test_librechats_service_is_known_by_what_it_runs(text: str, is_it: bool) -> None:
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    found = container(project(f"services:\n  backend:\n{lines}"), {}, "")
    assert (found is not None) is is_it


@pytest.mark.parametrize(
    ("lines", "mount"),
    [
        ("volumes: ['./a.yaml:/app/librechat.yaml']", Mount(CONFIG, "./a.yaml")),
        ("volumes: ['./a.yaml:/app/librechat.yaml:ro']", Mount(CONFIG, "./a.yaml")),
        (r"volumes: ['C:\c\a.yaml:/app/librechat.yaml:ro']", Mount(CONFIG, r"C:\c\a.yaml")),
        ("volumes: ['~/a.yaml:/app//librechat.yaml']", Mount(CONFIG, "~/a.yaml")),
        ("volumes: ['${HERE}/a.yaml:/app/librechat.yaml']", Mount(CONFIG, "/a.yaml")),
        ("volumes: ['data:/app/data']", Mount("/app/data", None)),
        ("volumes: ['/app/data']", Mount("/app/data", None)),
        (
            "volumes:\n- {type: bind, source: ./a.yaml, target: /app/librechat.yaml}",
            Mount(CONFIG, "./a.yaml"),
        ),
        ("volumes:\n- {type: volume, source: data, target: /app/x}", Mount("/app/x", None)),
        ("volumes:\n- {type: tmpfs, target: /app/x}", Mount("/app/x", None)),
    ],
)
def test_mounts_are_read_in_short_and_long_form(lines: str, mount: Mount) -> None:
    assert mounted(lines) == [mount]


def test_a_config_of_compose_counts_as_a_mount() -> None:
    text = service("configs:\n- source: chat\n  target: /app/librechat.yaml")
    found = given_by(text + "configs:\n  chat:\n    file: ./chat.yaml\n")
    assert found.service.mount_of(CONFIG) == Mount(CONFIG, "./chat.yaml")


def test_the_innermost_mount_counts_and_leads_back_to_the_host() -> None:
    found = given_by(service("volumes: ['./:/app', './etc:/app/config']")).service
    outer, inner = found.mount_of(CONFIG), found.mount_of("/app/config/a/b.yaml")
    assert outer is not None
    assert inner is not None
    assert on_host(outer, CONFIG) == "./librechat.yaml"
    assert on_host(inner, "/app/config/a/b.yaml") == "./etc/a/b.yaml"
    assert on_host(Mount("/app", None), CONFIG) is None


@pytest.mark.parametrize(
    "lines",
    [
        "environment:\n- A=1\n- PASSED\n- ABSENT\n- E=",
        "environment: {A: 1, PASSED: , ABSENT: , E: ''}",
    ],
)
def test_variables_are_read_as_a_list_and_as_a_mapping(lines: str) -> None:
    found = given_by(service(lines), environ={"PASSED": "shell"}, env="PASSED=env\n").variables
    assert {name: given.value for name, given in found.items()} == {
        "A": "1",
        "PASSED": "shell",
        "E": "",
    }


def test_a_date_or_a_boolean_is_the_text_that_compose_makes_of_it() -> None:
    found = given_by(service("environment: {V: 2024-10-21, W: true, X: 3080}")).variables
    assert [given.value for given in found.values()] == ["2024-10-21", "true", "3080"]


def test_an_override_adds_and_replaces() -> None:
    override = "services:\n  api:\n    environment: {HOST: '::', A: '1'}\n"
    override += (
        "    volumes: ['./other:/app/client/public/images', './a.yaml:/app/librechat.yaml']\n"
    )
    found = given_by(USUAL, override)
    assert found.variables["HOST"] == Given("::", "1.yml")
    assert found.variables["RAG_API_URL"] == Given("http://rag_api:8000", "0.yml")
    assert [mount.source for mount in found.service.mounts] == ["./.env", "./other", "./a.yaml"]


@pytest.mark.parametrize(
    "lines",
    [
        "env_file: azure.env",
        "env_file: [./azure.env]",
        "env_file:\n- path: azure.env\n  required: true",
    ],
)
def test_an_env_file_gives_variables_that_environment_replaces(lines: str) -> None:
    texts = project(service(lines + "\nenvironment: {B: two}"), azure="A=${C}\nB=2\nD='${C}'\n")
    assert env_file_names(texts, {}, "") == (EnvFile("azure.env", is_required=True),)
    found = container(texts, {}, "C=from env\n")
    assert found is not None
    assert found.variables == {
        "A": Given("from env", "azure.env"),
        "B": Given("two", "0.yml"),
        "D": Given("${C}", "azure.env"),
    }


def test_an_env_file_may_be_the_env_itself() -> None:
    found = given_by(service("env_file: ./.env"), env="A=1\n")
    assert found.has_env_file
    assert found.variables == {"A": Given("1", ".env")}


@pytest.mark.parametrize(
    "text",
    [
        service("extends: {file: base.yml, service: api}"),
        service("volumes_from: [data]"),
        "include: [more.yml]\n" + service(""),
    ],
)
def test_what_is_read_from_elsewhere_leaves_the_container_uncertain(text: str) -> None:
    assert not given_by(text).is_certain


def test_a_file_that_is_no_yaml_is_named_and_the_others_count() -> None:
    texts = project(USUAL, "services:\n  api: {\n")
    assert [(flaw.name, flaw.line) for flaw in unread_files(texts)] == [("1.yml", 3)]
    found = container(texts, {}, "")
    assert found is not None
    assert not found.is_certain
    assert found.variables["HOST"].value == "0.0.0.0"


@pytest.mark.parametrize("text", ["", "# nothing\n", "services:\n", "services: [a]\n", "name: x\n"])
def test_a_file_without_services_is_no_error(text: str) -> None:
    assert unread_files(project(text)) == ()
    assert container(project(text), {}, "") is None


def test_a_text_or_a_list_is_no_compose_file() -> None:
    assert [flaw.line for flaw in unread_files(project("just words", "- a\n"))] == [None, None]


@pytest.mark.parametrize(
    ("image", "is_official"),
    [
        ("ghcr.io/danny-avila/librechat:latest", True),
        ("registry.librechat.ai/danny-avila/librechat-dev-api", True),
        ("librechat/librechat:v0.8.0", True),
        ("contoso.azurecr.io/librechat-with-config", False),
    ],
)
def test_only_librechats_own_images_are_known_to_hold_no_config(
    image: str, is_official: bool
) -> None:
    found = given_by(f"services:\n  api:\n    image: {image}\n")
    assert found.is_official is is_official
