"""Settings come back as they were kept, and broken ones count as never set."""

import os
from pathlib import Path

import pytest

from editor.system import settings
from editor.system.settings import Appearance, Review, Settings, Theme


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings((Path("/etc/librechat.yaml"), Path("b.yaml")), {"geometry": "AdnQ"})
    settings.save(tmp_path / "new", kept)
    assert settings.load(tmp_path / "new") == kept


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"recent_files": 3}', b'{"window": {"a": []}}']
)
def test_broken_settings_count_as_never_set(tmp_path: Path, content: bytes) -> None:
    settings.save(tmp_path, Settings())
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert settings.load(tmp_path) == Settings()


def test_no_settings_are_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none") == Settings((), {})


def test_settings_of_a_later_version_are_still_read(tmp_path: Path) -> None:
    settings.save(tmp_path, Settings())
    (file,) = tmp_path.iterdir()
    file.write_text('{"recent_files": ["a.yaml"], "colour": "red"}')
    assert settings.load(tmp_path) == Settings((Path("a.yaml"),))


def test_the_last_opened_file_comes_first_and_once() -> None:
    changed = Settings((Path("a"), Path("b"))).with_recent(Path("b"))
    assert changed.recent_files == (Path("b"), Path("a"))
    assert changed.last_file == Path("b")
    assert Settings().last_file is None


def test_ten_files_are_remembered() -> None:
    changed = Settings()
    for number in range(12):
        changed = changed.with_recent(Path(str(number)))
    assert changed.recent_files == tuple(Path(str(number)) for number in range(11, 1, -1))


def test_the_default_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.default_folder().is_relative_to(os.environ["XDG_CONFIG_HOME"])


def test_what_a_person_chose_comes_back(tmp_path: Path) -> None:
    chosen = Settings(
        appearance=Appearance(Theme.DARK, 150), review=Review.ALWAYS, restores_last=False
    )
    settings.save(tmp_path, chosen)
    assert settings.load(tmp_path) == chosen


def test_broken_settings_are_set_aside_once(tmp_path: Path) -> None:
    settings.save(tmp_path, Settings())
    (file,) = tmp_path.iterdir()
    file.write_bytes(b'{"testing": {"concurrency": -1}}')
    aside = settings.set_aside(tmp_path)
    assert aside is not None
    assert aside.read_bytes() == b'{"testing": {"concurrency": -1}}'
    assert not file.exists()
    assert settings.set_aside(tmp_path) is None


def test_readable_settings_are_not_set_aside(tmp_path: Path) -> None:
    assert settings.set_aside(tmp_path) is None
    settings.save(tmp_path, Settings())
    assert settings.set_aside(tmp_path) is None
    assert settings.load(tmp_path) == Settings()
