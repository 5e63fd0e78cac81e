"""What the tests of the panels share: a session on the sample config."""

import pytest

from editor import resources
from editor.core.document import Document
from editor.ui.session import Session


@pytest.fixture
def session() -> Session:
    """Return a session on the sample."""
    path = resources.folder() / "examples" / "sample" / "librechat.yaml"
    return Session(Document(path.read_text(encoding="utf-8")))
