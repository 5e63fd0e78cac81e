"""The command fits the way in which LibreChat runs in the folder."""

import pytest

from editor.core.compose.project import File, Project
from editor.core.compose.restart import is_by_npm, restart_command
from editor.core.environment import Environment

COMPOSE = "services:\n  api:\n    image: ghcr.io/danny-avila/librechat:latest\n"


def command(env_text: str = "", /, **fields: object) -> str | None:
    project = Project(**{"folder": "/srv/chat", **fields})  # pyright: ignore[reportArgumentType]
    return restart_command(Environment({}, env_text, project))


@pytest.mark.parametrize(
    "name",
    ["compose.yaml", "docker-compose.yml", "docker-compose.yaml", "docker-compose.override.yml"],
)
def test_compose_finds_its_usual_files(name: str) -> None:
    files = (File(name, COMPOSE),)
    expected = "cd /srv/chat && docker compose up -d --force-recreate api"
    assert command(files=files) == expected


def test_another_compose_file_is_named() -> None:
    files = (File("deploy-compose.yml", COMPOSE),)
    expected = "docker compose -f deploy-compose.yml up -d --force-recreate api"
    assert command(files=files) == f"cd /srv/chat && {expected}"


def test_files_that_a_variable_lists_need_not_be_named() -> None:
    files = (File("mine.yml", COMPOSE),)
    given = command("COMPOSE_FILE=mine.yml\n", files=files)
    assert given is not None
    assert " -f " not in given


@pytest.mark.parametrize("files", [(), (File("docker-compose.yml", COMPOSE),)])
def test_installed_sources_run_by_npm(files: tuple[File, ...]) -> None:
    given = command(files=files, has_sources=True, is_installed=True)
    assert given == "cd /srv/chat && npm run backend"
    assert is_by_npm(given)


def test_sources_alone_run_in_their_container() -> None:
    files = (File("docker-compose.yml", COMPOSE),)
    given = command(files=files, has_sources=True)
    assert given is not None
    assert not is_by_npm(given)


def test_nothing_is_guessed_where_nothing_tells() -> None:
    assert command() is None
    assert command(files=(File("compose.yaml", "services:\n  db:\n    image: mongo\n"),)) is None


def test_a_folder_with_blanks_is_quoted_for_its_shell() -> None:
    installed: dict[str, object] = {"has_sources": True, "is_installed": True}
    assert command(folder="/srv/my chat", **installed) == "cd '/srv/my chat' && npm run backend"
    assert command(folder="C:/my chat", **installed) == 'cd "C:/my chat"; npm run backend'
