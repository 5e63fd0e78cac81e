"""What the tests of the panels share: a session on the sample config."""

import pytest

from editor import resources
from editor.core.document import Document
from editor.ui.session import Session


@pytest.fixture
def session() -> Session:
    """Return a session on the sample, with one serious problem: the unquoted date."""
    path = resources.folder() / "examples" / "sample" / "librechat.yaml"
    env_text = path.with_name(".env").read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    return Session(Document(text.replace("gpt5-nano", "gpt-5-nano"), env_text))
