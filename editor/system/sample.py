"""A copy of the sample folder to play with, gone when the program ends."""

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def scratch_copy(folder: Path) -> Generator[Path, None, None]:
    """Provide a writable copy of a folder's files, even where the original is read-only."""
    with tempfile.TemporaryDirectory(prefix="librechat-", ignore_cleanup_errors=True) as scratch:
        copy = Path(scratch, folder.name)
        copy.mkdir()
        for file in folder.iterdir():
            shutil.copyfile(file, copy / file.name)
        yield copy
