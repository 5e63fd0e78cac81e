"""Files are read exactly, saved whole, and never written over somebody else's change."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.system import files
from editor.system.errors import ChangedOnDisk, FileError, InvalidText

posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_bytes(b"version: 1.2.1\n")
    return path


def refusing(code: int) -> Callable[[Path, Path], None]:
    """Return a stand-in for `os.replace` on a disk that refuses."""

    def replace(_fresh: Path, _target: Path) -> None:
        raise OSError(code, os.strerror(code))

    return replace


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a: 1",
        b"a: 1\r\nb: 2\n\r\r\n",
        b"\xef\xbb\xbfa: 1\n",
        "ключ: 😀\u2028\u0085\n".encode(),
        b"\x0c\x0b\x1c a\t \n",
    ],
)
def test_reading_and_saving_keeps_every_byte(config: Path, content: bytes) -> None:
    config.write_bytes(content)
    read = files.read(config)
    files.save(config, read.text, read.stamp)
    assert config.read_bytes() == content
    assert read.text.encode() == content


def test_saving_returns_the_stamp_for_the_next_save(config: Path) -> None:
    first = files.read(config)
    second = files.save(config, "version: 1.2.2\n", first.stamp)
    files.save(config, "version: 1.2.3\n", second.stamp)
    assert files.read(config).text == "version: 1.2.3\n"


def test_a_new_file_is_created_with_ordinary_permissions(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    path = tmp_path / "new.yaml"
    files.save(path, "a: 1\n", None)
    assert path.read_text() == "a: 1\n"
    assert path.stat().st_mode == ordinary.stat().st_mode


@posix_only
def test_the_mode_is_kept(config: Path) -> None:
    config.chmod(0o640)
    files.save(config, "a: 1\n", files.read(config).stamp)
    assert stat.S_IMODE(config.stat().st_mode) == 0o640


@posix_only
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root may chown")
def test_the_owner_is_kept(config: Path) -> None:
    os.chown(config, 4321, 1234)
    files.save(config, "a: 1\n", files.read(config).stamp)
    status = config.stat()
    assert (status.st_uid, status.st_gid) == (4321, 1234)


@posix_only
def test_a_link_is_kept_and_its_target_written(config: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.yaml"
    link.symlink_to("../librechat.yaml")
    files.save(link, "a: 1\n", files.read(link).stamp)
    assert os.readlink(link) == "../librechat.yaml"
    assert config.read_text() == "a: 1\n"
    assert os.listdir(folder) == ["link.yaml"]


def test_a_second_name_of_the_file_sees_the_change(config: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    os.link(config, other)
    files.save(config, "a: 1\n", files.read(config).stamp)
    assert other.read_text() == "a: 1\n"
    assert sorted(os.listdir(tmp_path)) == ["librechat.yaml", "other.yaml"]


def test_a_change_by_another_program_is_not_overwritten(config: Path) -> None:
    read = files.read(config)
    config.write_bytes(b"version: 9.9.9\n")  # as long as before, perhaps in the same clock tick
    with pytest.raises(ChangedOnDisk, match="changed by another program"):
        files.save(config, "a: 1\n", read.stamp)
    assert config.read_bytes() == b"version: 9.9.9\n"


def test_a_deleted_file_counts_as_changed(config: Path) -> None:
    read = files.read(config)
    config.unlink()
    with pytest.raises(ChangedOnDisk):
        files.save(config, "a: 1\n", read.stamp)
    assert not config.exists()


def test_a_file_that_appeared_meanwhile_is_not_overwritten(config: Path) -> None:
    with pytest.raises(ChangedOnDisk):
        files.save(config, "a: 1\n", None)
    assert config.read_text() == "version: 1.2.1\n"


def test_a_person_may_overwrite_what_is_on_disk_now(config: Path) -> None:
    config.write_bytes(b"\0\xff")
    files.save(config, "a: 1\n", files.stamp_on_disk(config))
    assert config.read_text() == "a: 1\n"


def test_touching_a_file_is_no_change(config: Path) -> None:
    read = files.read(config)
    os.utime(config, (1, 1))
    assert files.stamp_on_disk(config) == read.stamp
    files.save(config, "a: 1\n", read.stamp)


def test_no_file_has_no_stamp(tmp_path: Path) -> None:
    assert files.stamp_on_disk(tmp_path / "none.yaml") is None


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_refused_save_loses_nothing(config: Path, code: int) -> None:
    read = files.read(config)
    with pytest.raises(FileError) as refused:
        files.save(config, "a: 1\n", read.stamp, replace=refusing(code))
    assert str(config) in refused.value.message
    assert refused.value.remedy
    assert config.read_text() == "version: 1.2.1\n"
    assert os.listdir(config.parent) == ["librechat.yaml"]


def test_a_file_pinned_to_its_place_is_overwritten_there(config: Path) -> None:
    inode = config.stat().st_ino
    for text in ("a: a longer text than before\n", "a: 1\n"):
        files.save(config, text, files.read(config).stamp, replace=refusing(errno.EBUSY))
        assert config.read_text() == text
    assert config.stat().st_ino == inode
    assert os.listdir(config.parent) == ["librechat.yaml"]


def test_a_read_only_folder_is_refused_in_plain_words(common_folder: Path) -> None:
    path = common_folder / "librechat.yaml"
    path.write_text("a: 1\n")
    common_folder.chmod(0o500)
    with pytest.raises(FileError, match=r"may not be written\. Check the permissions"):
        files.save(path, "a: 2\n", files.read(path).stamp)
    assert path.read_text() == "a: 1\n"


def test_a_read_only_file_is_refused_in_plain_words(common_folder: Path) -> None:
    path = common_folder / "librechat.yaml"
    path.write_text("a: 1\n")
    path.chmod(0o400)
    with pytest.raises(FileError, match="may not be written"):
        files.save(path, "a: 2\n", files.read(path).stamp)
    assert path.read_text() == "a: 1\n"


def test_an_unreadable_file_is_refused_in_plain_words(common_folder: Path) -> None:
    path = common_folder / "librechat.yaml"
    path.write_text("a: 1\n")
    path.chmod(0o000)
    with pytest.raises(FileError, match="may not be read"):
        files.read(path)


def test_half_a_character_pair_cannot_be_saved(config: Path) -> None:
    with pytest.raises(FileError, match="Line 2 has half of a character pair"):
        files.save(config, "a: 1\nb: \ud83d\n", files.read(config).stamp)
    assert config.read_text() == "version: 1.2.1\n"


def test_a_save_into_a_folder_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="does not exist"):
        files.save(tmp_path / "gone" / "librechat.yaml", "a: 1\n", None)


def test_invalid_utf8_says_where_and_can_still_be_shown(config: Path) -> None:
    config.write_bytes("a: é\nb: é".encode() + b"\xe9 c\n")
    with pytest.raises(InvalidText, match=r"line 2, column 5 \(byte 11\)") as refused:
        files.read(config)
    error = refused.value
    assert (error.offset, error.line, error.column) == (11, 2, 5)
    assert error.text == "a: é\nb: é\ufffd c\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: \0\n", "not a text file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        ("a: 1\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(config: Path, content: bytes, message: str) -> None:
    config.write_bytes(content)
    with pytest.raises(FileError, match=message):
        files.read(config)


def test_fifty_megabytes_are_refused_without_reading_them(config: Path) -> None:
    os.truncate(config, 50_000_000)
    with pytest.raises(FileError, match="more than 20 MiB"):
        files.read(config)


def test_the_largest_file_is_read(config: Path) -> None:
    config.write_bytes(b"#" * files.LARGEST)
    assert len(files.read(config).text) == files.LARGEST


@posix_only
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path, message in (
        (tmp_path, "is a folder"),
        (tmp_path / "none.yaml", "does not exist"),
        (pipe, "device or a pipe"),
        (loop, "leads back to itself"),
    ):
        with pytest.raises(FileError, match=message):
            files.read(path)
        with pytest.raises(FileError):
            files.save(path, "a: 1\n", "some stamp")
