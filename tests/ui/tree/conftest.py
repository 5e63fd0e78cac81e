"""What the tests of the tree share: a session on the sample, and a tree of it."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from editor import resources
from editor.core.document import Document
from editor.ui.session import Session
from editor.ui.tree import ConfigTree


@pytest.fixture
def session() -> Session:
    path = resources.folder() / "examples" / "sample" / "librechat.yaml"
    env_text = path.with_name(".env").read_text(encoding="utf-8")
    return Session(Document(path.read_text(encoding="utf-8"), env_text))


@pytest.fixture
def tree(qtbot: QtBot, session: Session) -> ConfigTree:
    tree = ConfigTree(session)
    qtbot.addWidget(tree)
    tester = QAbstractItemModelTester(
        tree.view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, tree
    )
    assert tester.parent() is tree
    tree.resize(256, 300)
    with qtbot.waitExposed(tree):
        tree.show()
    return tree
