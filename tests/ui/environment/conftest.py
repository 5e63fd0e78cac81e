"""What the tests of the environment share: a config with every state of a variable."""

import pytest
from PySide6.QtWidgets import QApplication

from editor.core.document import Document
from editor.ui.session import Session

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: east
        deploymentName: d
        version: "2024-10-21"
        models: {gpt-4o: true}
      - group: west
        apiKey: ${WEST_KEY}
        instanceName: ${WEST_NAME}
        deploymentName: d
        version: "2024-10-21"
        models: {gpt-4: true}
      - group: south
        apiKey: literal-key-0123456789
        instanceName: south
        deploymentName: d
        version: "2024-10-21"
        models: {gpt-5: true}
"""
ENV = "# mine\nEAST_KEY=key-of-the-east\nWEST_NAME=west\nPORT=3080\nAZURE_OLD=1\n"


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(Document(CONFIG, ENV, environ={"WEST_NAME": "other"}))
