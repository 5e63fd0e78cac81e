"""Files that belong together are saved one after the other, or not at all."""

from pathlib import Path

import pytest

from editor.system import files
from editor.system.errors import ChangedOnDisk, FileError
from editor.system.saving import Unsaved, save_all


def unsaved(path: Path, text: str) -> Unsaved:
    return Unsaved(path, text, files.stamp_on_disk(path))


def test_all_texts_are_written_in_order(tmp_path: Path) -> None:
    first, second = tmp_path / ".env", tmp_path / "librechat.yaml"
    outcome = save_all([unsaved(first, "A=1\n"), unsaved(second, "a: 1\n")])
    assert [file.path for file in outcome.saved] == [first, second]
    assert outcome.refusal is None
    assert (first.read_text(), second.read_text()) == ("A=1\n", "a: 1\n")


def test_a_conflict_about_the_last_leaves_the_first_unwritten(tmp_path: Path) -> None:
    first, second = tmp_path / ".env", tmp_path / "librechat.yaml"
    texts = [unsaved(first, "A=1\n"), unsaved(second, "a: 1\n")]
    second.write_text("theirs: 1\n")
    with pytest.raises(ChangedOnDisk) as caught:
        save_all(texts)
    assert caught.value.paths == (second,)
    assert not first.exists()


def test_a_text_that_cannot_be_written_is_found_before_the_first_is_written(tmp_path: Path) -> None:
    first, second = tmp_path / ".env", tmp_path / "librechat.yaml"
    with pytest.raises(FileError, match="half of a character pair"):
        save_all([unsaved(first, "A=1\n"), unsaved(second, "a: \ud800\n")])
    assert not first.exists()
    with pytest.raises(FileError, match="does not exist"):
        save_all([unsaved(first, "A=1\n"), unsaved(tmp_path / "none" / "a", "a: 1\n")])
    assert not first.exists()


def test_a_refusal_after_the_first_was_written_says_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / ".env", tmp_path / "librechat.yaml"
    save = files.save

    def full(path: Path, text: str, expected: str | None) -> files.FileText:
        if path == second:
            raise FileError(path, "The disk is full.", "Make room.")
        return save(path, text, expected)

    monkeypatch.setattr(files, "save", full)
    outcome = save_all([unsaved(first, "A=1\n"), unsaved(second, "a: 1\n")])
    assert [file.path for file in outcome.saved] == [first]
    assert outcome.refusal is not None
    assert outcome.refusal.message == f"The disk is full. {first} was saved before."


def test_a_person_may_let_what_is_on_disk_go(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("theirs")
    save_all([Unsaved(path, "mine", None, replaces=True)])
    assert path.read_text() == "mine"
