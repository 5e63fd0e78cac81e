"""What is opened is read with what belongs to it, also where the config does not exist yet."""

from pathlib import Path

import pytest

from editor.system.errors import FileError
from editor.system.opening import read_config


def test_an_env_file_alone_opens_beside_a_config_to_come(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("A=1\n")
    opened = read_config(env, None, None, {})
    assert (opened.text, opened.stamp) == ("", None)
    assert (opened.env_text, opened.env_stamp is None) == ("A=1\n", False)
    assert opened.location.config == tmp_path / "librechat.yaml"
    assert opened.folder.entry == env


def test_an_env_file_opens_the_config_beside_it(tmp_path: Path) -> None:
    (tmp_path / "prod.env").write_text("A=1\n")
    (tmp_path / "librechat.yaml").write_text("version: 1.3.14\n")
    opened = read_config(tmp_path / "prod.env", None, None, {})
    assert opened.text == "version: 1.3.14\n"
    assert opened.location.env == tmp_path / "prod.env"
    assert opened.folder.entry == tmp_path / "librechat.yaml"


def test_an_env_file_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"\.env"):
        read_config(tmp_path / ".env", None, None, {})


def test_a_config_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"chat\.yaml"):
        read_config(tmp_path / "chat.yaml", None, None, {})
