"""The sample can be changed and saved without touching what ships."""

from pathlib import Path

from editor import resources
from editor.system import files
from editor.system.sample import scratch_copy

SAMPLE = resources.folder() / "examples" / "sample"


def test_the_copy_has_the_samples_files() -> None:
    with scratch_copy(SAMPLE) as copy:
        assert {file.name: file.read_bytes() for file in copy.iterdir()} == {
            file.name: file.read_bytes() for file in SAMPLE.iterdir()
        }


def test_the_copy_is_gone_afterwards() -> None:
    with scratch_copy(SAMPLE) as copy:
        pass
    assert not copy.parent.exists()


def test_a_read_only_original_gives_a_writable_copy(common_folder: Path) -> None:
    original = common_folder / "sample"
    original.mkdir()
    (original / "a.yaml").write_text("a: 1\n")
    (original / "a.yaml").chmod(0o444)
    original.chmod(0o555)
    with scratch_copy(original) as copy:
        files.save(copy / "a.yaml", "a: 2\n", files.read(copy / "a.yaml").stamp)
        assert (copy / "a.yaml").read_text() == "a: 2\n"
    original.chmod(0o700)
