"""A folder that the running user may be kept out of, also when that user is root."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_NOBODY = 65534


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """Provide an empty folder in which this test acts as a user who is not root."""
    if os.name != "posix":
        pytest.skip("permissions work otherwise here")
    folder = Path(tempfile.mkdtemp(prefix="common-"))
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, _NOBODY, -1)
        os.seteuid(_NOBODY)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)
