"""A path given by a person leads to a config and its `.env`."""

from pathlib import Path

import pytest

from editor.system.location import Location, locate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".env").touch()
    (tmp_path / "librechat.yaml").touch()
    return tmp_path


def test_a_folder_stands_for_its_config_and_env(folder: Path) -> None:
    assert locate(folder) == Location(folder / "librechat.yaml", folder / ".env")


def test_a_config_goes_with_the_env_beside_it(folder: Path) -> None:
    assert locate(folder / "other.yaml") == Location(folder / "other.yaml", folder / ".env")


def test_a_config_without_an_env_has_none(tmp_path: Path) -> None:
    assert locate(tmp_path / "a.yaml") == Location(tmp_path / "a.yaml", None)


def test_an_env_that_is_named_wins(folder: Path) -> None:
    assert locate(folder, Path("prod.env")).env == Path("prod.env")


def test_an_env_file_stands_for_itself_and_the_config_beside_it(tmp_path: Path) -> None:
    for name in (".env", ".env.production", "azure.env"):
        path = tmp_path / name
        assert locate(path) == Location(tmp_path / "librechat.yaml", path)


def test_a_folder_may_be_called_like_an_env_file(tmp_path: Path) -> None:
    folder = tmp_path / "azure.env"
    folder.mkdir()
    assert locate(folder) == Location(folder / "librechat.yaml", None)
