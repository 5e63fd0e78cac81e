"""Unsaved work survives in a file that only its author can read."""

import stat
from pathlib import Path

from editor.system import drafts
from editor.system.drafts import Draft

TEXT = "\ufeffa: 1\r\nb: 😀\u2028\n"


def test_a_draft_comes_back_exactly(tmp_path: Path) -> None:
    draft = Draft(Path("/srv/librechat.yaml"), TEXT, "stamp")
    drafts.keep(tmp_path / "drafts", draft)
    assert drafts.find(tmp_path / "drafts", Path("/srv/librechat.yaml")) == draft


def test_each_file_has_its_own_draft_and_the_last_one_counts(tmp_path: Path) -> None:
    for path, text in (("a", "1"), ("b", "2"), ("a", "3")):
        drafts.keep(tmp_path, Draft(Path(path), text, None))
    assert drafts.find(tmp_path, Path("a")) == Draft(Path("a"), "3", None)
    assert drafts.find(tmp_path, Path("b")) == Draft(Path("b"), "2", None)


def test_a_draft_is_readable_for_its_author_alone(tmp_path: Path) -> None:
    drafts.keep(tmp_path / "drafts", Draft(Path("a"), "apiKey: x", None))
    (file,) = (tmp_path / "drafts").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_discarded_draft_is_gone(tmp_path: Path) -> None:
    drafts.keep(tmp_path, Draft(Path("a"), "1", None))
    drafts.discard(tmp_path, Path("a"))
    drafts.discard(tmp_path, Path("a"))
    assert drafts.find(tmp_path, Path("a")) is None
    assert not list(tmp_path.iterdir())


def test_a_broken_draft_is_not_offered(tmp_path: Path) -> None:
    drafts.keep(tmp_path, Draft(Path("a"), "1", None))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-5])
    assert drafts.find(tmp_path, Path("a")) is None
