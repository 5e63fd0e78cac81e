"""A LibreChat folder leads to the config that LibreChat reads, and to what compose reads."""

import os
from pathlib import Path

import pytest

from editor.core.compose.project import File, Project
from editor.core.document import Document
from editor.system.folder import Folder, survey
from editor.system.location import Location

COMPOSE = """\
services:
  api:
    image: ghcr.io/danny-avila/librechat-dev:latest
    volumes:
      - ./.env:/app/.env
"""
MOUNTED = COMPOSE + "      - ./librechat.yaml:/app/librechat.yaml\n"


def put(folder: Path, **texts: str) -> None:
    """Write files; in their names, `__` stands for a dot and `_` for a hyphen."""
    for name, text in texts.items():
        file = folder / name.replace("__", ".").replace("_", "-")
        file.write_text(text)


def surveyed(folder: Path, environ: dict[str, str] | None = None) -> Folder:
    return survey(folder, None, environ or {})


def codes(folder: Folder, env_text: str = "") -> list[str]:
    text = folder.location.config.read_text() if folder.location.config.is_file() else ""
    document = Document(text or "version: '1'\n", env_text, compose=folder.compose)
    return [problem.code for problem in document.problems if problem.origin == "environment"]


def test_without_anything_else_a_folder_stands_for_its_librechat_yaml(tmp_path: Path) -> None:
    found = surveyed(tmp_path)
    assert found.location == Location(tmp_path / "librechat.yaml", None)
    assert found.compose.files == ()
    assert codes(found) == []


@pytest.mark.parametrize(
    ("present", "read"),
    [
        (["docker-compose.yml"], ["docker-compose.yml"]),
        (
            ["docker-compose.yml", "docker-compose.override.yml"],
            ["docker-compose.yml", "docker-compose.override.yml"],
        ),
        (["docker-compose.override.yml"], []),
        (["compose.yaml", "docker-compose.yml"], ["compose.yaml"]),
        (
            ["compose.yml", "compose.override.yaml", "docker-compose.override.yml"],
            ["compose.yml", "compose.override.yaml"],
        ),
        (["deploy-compose.yml"], ["deploy-compose.yml"]),
        (["docker-compose.yml", "deploy-compose.yml"], ["docker-compose.yml"]),
    ],
)
def test_compose_files_are_those_that_compose_would_take(
    tmp_path: Path, present: list[str], read: list[str]
) -> None:
    for name in present:
        (tmp_path / name).write_text(COMPOSE)
    assert surveyed(tmp_path).compose.files == tuple(File(name, COMPOSE) for name in read)


def test_compose_file_lists_others(tmp_path: Path) -> None:
    put(tmp_path, docker_compose__yml="", a__yml=COMPOSE, b__yml=MOUNTED)
    put(tmp_path, __env=f"COMPOSE_FILE=a.yml{os.pathsep}b.yml\n")
    assert [file.name for file in surveyed(tmp_path).compose.files] == ["a.yml", "b.yml"]
    put(tmp_path, __env="COMPOSE_FILE=a.yml|b.yml\nCOMPOSE_PATH_SEPARATOR='|'\n")
    assert [file.name for file in surveyed(tmp_path).compose.files] == ["a.yml", "b.yml"]


def test_env_files_of_librechats_service_are_read(tmp_path: Path) -> None:
    put(tmp_path, azure__env="A=1\n", __env="B=2\n")
    text = COMPOSE + "    env_file: [.env, ./azure.env, {path: none.env, required: false}]\n"
    put(tmp_path, compose__yml=text)
    found = surveyed(tmp_path).compose
    assert found.env_files == (File("azure.env", "A=1\n"),)
    assert found.unread == ()


def test_an_env_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    put(tmp_path, compose__yml=COMPOSE + "    env_file: none.env\n", librechat__yaml="version: 1\n")
    found = surveyed(tmp_path)
    assert [flaw.name for flaw in found.compose.unread] == ["none.env"]
    assert codes(found) == ["unread-compose-file"]


@pytest.mark.parametrize("value", ["etc/chat.yaml", "./etc/chat.yaml", "{folder}/etc/chat.yaml"])
def test_config_path_leads_to_another_file(tmp_path: Path, value: str) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "chat.yaml").write_text("version: '1'\n")
    put(tmp_path, __env=f"CONFIG_PATH={value.format(folder=tmp_path)}\n")
    found = surveyed(tmp_path)
    assert found.location.config == tmp_path / "etc" / "chat.yaml"
    assert found.location.env == tmp_path / ".env"
    assert codes(found, (tmp_path / ".env").read_text()) == []


def test_config_path_may_come_from_the_process(tmp_path: Path) -> None:
    put(tmp_path, chat__yaml="version: '1'\n")
    found = surveyed(tmp_path, {"CONFIG_PATH": "chat.yaml"})
    assert found.location.config == tmp_path / "chat.yaml"


def test_a_path_inside_the_container_is_mapped_back(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "chat.yaml").write_text("version: '1'\n")
    put(tmp_path, compose__yml=COMPOSE + "      - ./etc:/app/config:ro\n")
    put(tmp_path, __env="CONFIG_PATH=/app/config/chat.yaml\n")
    found = surveyed(tmp_path)
    assert found.location.config == tmp_path / "etc" / "chat.yaml"
    assert codes(found, (tmp_path / ".env").read_text()) == []


def test_a_config_path_that_no_mount_has_is_found_in_the_folder(tmp_path: Path) -> None:
    put(tmp_path, chat__yaml="version: '1'\n", compose__yml=COMPOSE)
    put(tmp_path, __env="CONFIG_PATH=chat.yaml\n")
    found = surveyed(tmp_path)
    assert found.location.config == tmp_path / "chat.yaml"
    assert codes(found, (tmp_path / ".env").read_text()) == ["not-mounted"]


def test_a_dead_config_path_is_said_and_the_usual_file_is_shown(tmp_path: Path) -> None:
    put(tmp_path, librechat__yaml="version: '1'\n", __env="CONFIG_PATH=nowhere.yaml\n")
    found = surveyed(tmp_path)
    assert found.location.config == tmp_path / "librechat.yaml"
    assert codes(found, "CONFIG_PATH=nowhere.yaml\n") == ["dead-config-path"]


def test_a_remote_config_is_not_fetched_but_named(tmp_path: Path) -> None:
    put(tmp_path, librechat__yaml="version: '1'\n", __env="CONFIG_PATH=https://c.example/a.yaml\n")
    assert surveyed(tmp_path).url == "https://c.example/a.yaml"
    beside = survey(tmp_path / "librechat.yaml", None, {})
    assert beside.url is None
    assert codes(beside, (tmp_path / ".env").read_text()) == ["other-config"]


def test_a_file_that_is_named_is_the_one_whatever_config_path_says(tmp_path: Path) -> None:
    put(tmp_path, a__yaml="version: '1'\n", b__yaml="", __env="CONFIG_PATH=b.yaml\n")
    found = survey(tmp_path / "a.yaml", None, {})
    assert found.location.config == tmp_path / "a.yaml"
    assert codes(found, "CONFIG_PATH=b.yaml\n") == ["other-config"]


def test_the_usual_compose_file_keeps_the_config_from_the_container(tmp_path: Path) -> None:
    put(tmp_path, librechat__yaml="version: '1'\n", docker_compose__yml=COMPOSE)
    assert codes(surveyed(tmp_path)) == ["not-mounted"]
    put(tmp_path, docker_compose__yml=MOUNTED)
    assert codes(surveyed(tmp_path)) == []


def test_a_link_to_the_config_is_the_config(tmp_path: Path) -> None:
    put(tmp_path, chat__yaml="version: '1'\n", compose__yml=MOUNTED)
    (tmp_path / "librechat.yaml").symlink_to("chat.yaml")
    assert codes(survey(tmp_path / "chat.yaml", None, {})) == []


@pytest.mark.parametrize("content", [b"\0\1\2", b"\xff\xfea", b"services: \xff"])
def test_a_compose_file_that_is_no_text_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "compose.yml").write_bytes(content)
    assert [flaw.name for flaw in surveyed(tmp_path).compose.unread] == ["compose.yml"]


@pytest.mark.parametrize("content", [b"\0\1\2", b"\xff\xfea", None])
def test_an_env_that_is_no_text_keeps_nothing_else_from_being_found(
    tmp_path: Path, content: bytes | None
) -> None:
    put(tmp_path, compose__yml=COMPOSE)
    if content is None:
        (tmp_path / ".env").mkdir()
    else:
        (tmp_path / ".env").write_bytes(content)
    found = surveyed(tmp_path)
    assert found.location.env == tmp_path / ".env"
    assert isinstance(found.compose, Project)
    assert found.compose.files == (File("compose.yml", COMPOSE),)


def test_a_relative_folder_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, librechat__yaml="version: '1'\n", compose__yml=MOUNTED)
    monkeypatch.chdir(tmp_path)
    found = surveyed(Path())
    assert found.location.config == Path("librechat.yaml")
    assert codes(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [('{"name": "LibreChat", "version": "v0.8.1"}', True), ('{"name": "x"}', False), ("[[", False)],
)
def test_librechats_sources_are_told_by_their_package(
    tmp_path: Path, text: str, expected: bool
) -> None:
    (tmp_path / "package.json").write_text(text)
    assert survey(tmp_path, None, {}).compose.has_sources is expected
    assert not survey(tmp_path, None, {}).compose.is_installed
    (tmp_path / "node_modules").mkdir()
    assert survey(tmp_path, None, {}).compose.is_installed is expected
