"""A file is written whole or not at all, and a failure half-way costs nothing."""

import errno
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from editor.system import atomic
from editor.system.errors import FileError


class CalledOffError(Exception):
    """What a last look raises."""


@contextmanager
def pinned_on_a_full_disk(size: int) -> Generator[atomic.Replace, None, None]:
    """Provide a replacement that finds the file pinned, and the disk full after some bytes.

    The limit is off again when the block ends: it holds for the whole process, its log included.
    """
    resource = pytest.importorskip("resource", reason="only Unix limits the size of files")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def replace(_fresh: Path, _target: Path) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
        raise OSError(errno.EBUSY, "busy")

    try:
        yield replace
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_last_look_can_call_the_writing_off(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    seen: list[bytes] = []

    def last_look() -> None:
        seen.append(path.read_bytes())
        raise CalledOffError

    with pytest.raises(CalledOffError):
        atomic.write(path, b"new", last_look=last_look)
    assert seen == [b"old"]
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_the_new_content_is_complete_before_it_takes_the_name(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    seen: list[bytes] = []

    def replace(fresh: Path, target: Path) -> None:
        seen.extend([fresh.read_bytes(), target.read_bytes()])
        os.replace(fresh, target)

    atomic.write(path, b"new", replace=replace)
    assert seen == [b"new", b"old"]
    assert path.read_bytes() == b"new"


def test_the_new_content_is_never_more_readable_than_the_old(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch(mode=0o600)
    modes: list[int] = []

    def replace(fresh: Path, target: Path) -> None:
        modes.append(stat.S_IMODE(fresh.stat().st_mode))
        os.replace(fresh, target)

    atomic.write(path, b"key", replace=replace)
    assert modes == [0o600]


def test_a_disk_that_loses_what_was_written_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "file"

    def replace(_fresh: Path, target: Path) -> None:
        target.write_bytes(b"ne")

    with pytest.raises(FileError, match="does not hold what was written"):
        atomic.write(path, b"new", replace=replace)


def test_a_pinned_file_gets_its_old_content_back_when_the_disk_is_full(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    refused = pytest.raises(FileError, match="could not be written")
    with refused, pinned_on_a_full_disk(4) as replace:
        atomic.write(path, b"newer", replace=replace)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_a_pinned_file_that_is_half_written_leaves_the_whole_text_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    refused = pytest.raises(FileError, match=r"whole text is in .*file\.unsaved")
    with refused, pinned_on_a_full_disk(2) as replace:
        atomic.write(path, b"newer", replace=replace)
    assert (tmp_path / "file.unsaved").read_bytes() == b"newer"


def test_own_files_are_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    atomic.write_own(path, b"1")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_own_files_say_why_they_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError):
        atomic.write_own(tmp_path / "file" / "below", b"1")


def test_removing_twice_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    atomic.remove(path)
    atomic.remove(path)
    assert not path.exists()
