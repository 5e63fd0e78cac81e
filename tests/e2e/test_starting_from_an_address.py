"""With an address and a key in hand to a saved and tested config, in at most eight interactions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor.core.document import Document
from editor.core.dotenv import parse
from editor.core.standing import State
from editor.system.simulator import Simulator
from tests.e2e.conftest import Enter
from tests.e2e.person import Person

KEY = "not-a-real-key-0001"
MODEL = ("endpoints", "azureOpenAI", "groups", 0, "models", "gpt-4o-prod")


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator(pace=0) as simulator:
        yield simulator


def address(simulator: Simulator) -> str:
    """Return the target URI as the portal shows it, but of this machine."""
    path = "contoso/openai/deployments/gpt-4o-prod/chat/completions?api-version=2024-10-21"
    return f"{simulator.url}/{path}"


def create(person: Person, uri: str, *, has_mouse: bool) -> None:
    """Enter what there is, from where the window puts the keyboard."""
    person.paste(uri)
    if has_mouse:
        person.click(person.window.start_page.azure.key)
        person.paste(KEY)
        person.click(person.part("startCreate", QPushButton))
    else:
        person.press(Qt.Key.Key_Tab)
        person.paste(KEY)
        person.press(Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing)",  # the file dialog's completion, offscreen
)
@pytest.mark.parametrize("has_mouse", [True, False])
def test_eight_interactions_lead_to_a_saved_and_tested_config(
    enter: Enter, simulator: Simulator, tmp_path: Path, has_mouse: bool
) -> None:
    person = enter(None)
    folder = tmp_path / "librechat"
    folder.mkdir()
    create(person, address(simulator), has_mouse=has_mouse)
    person.choose("openFolderDialog", folder, has_mouse=has_mouse)
    person.finish_tests()
    assert person.window.tests.state_of(MODEL) is State.OK
    person.save(has_mouse=has_mouse)
    saved = Document((folder / "librechat.yaml").read_text(), (folder / ".env").read_text())
    assert saved.valid
    (route,) = saved.routes
    assert route.url == address(simulator)
    assert KEY not in saved.text
    assert KEY in parse(saved.env_text).values()
    assert person.window.tests.state_of(MODEL) is State.OK
    assert person.count <= 8, person.done
