"""From opening a config to the one wrong version found, fixed and saved, in six interactions."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeView

from editor.core.document import Document
from tests.e2e.conftest import Enter
from tests.e2e.person import CONTROL, Person, link_in

GROUP = """\
    - group: {name}   # {name}
      apiKey: "${{KEY}}"
      instanceName: contoso-{name}
      version: {version}
      models:
        {model}:
          deploymentName: {model}
"""
HEAD = 'version: "1.3.17"\nendpoints:\n  azureOpenAI:\n    titleModel: gpt-4o-mini\n    groups:\n'
RIGHT = '"2024-10-21"'


def config(version: str) -> str:
    """Return a config of three groups, the second of which has a version of its own."""
    groups = (
        ("east", "gpt-4o", RIGHT),
        ("west", "gpt-4o-mini", version),
        ("north", "gpt-4.1", RIGHT),
    )
    texts = [
        GROUP.format(name=name, model=model, version=version) for name, model, version in groups
    ]
    return HEAD + "".join(texts)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "librechat"
    folder.mkdir()
    (folder / ".env").write_text("KEY=not-a-real-key-0001\n")
    return folder / "librechat.yaml"


def find_and_fix(person: Person, *, has_mouse: bool) -> None:
    """Do what the first problem offers, which is current and has the keyboard."""
    person.return_to_window()
    problems = person.window.bottom.problems.view
    assert problems.hasFocus()
    assert "west" in problems.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    if has_mouse:
        person.click(problems.viewport(), link_in(problems, problems.currentIndex().row()))
    else:
        person.press(Qt.Key.Key_Return, CONTROL)


@pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing)",  # the file dialog's completion, offscreen
)
@pytest.mark.parametrize("has_mouse", [True, False])
@pytest.mark.parametrize("wrong", ["2024-10-21", '"2023-03-15-preview"', '"2024-10-21-previw"'])
def test_six_interactions_mend_the_one_wrong_version(
    enter: Enter, file: Path, wrong: str, has_mouse: bool
) -> None:
    file.write_text(config(wrong))
    person = enter(None)
    if has_mouse:
        person.click(person.part("startOpen", QPushButton))
    else:
        person.press(Qt.Key.Key_O, CONTROL)
    person.choose("openDialog", file, has_mouse=has_mouse)
    person.wait_until_opened(file)
    find_and_fix(person, has_mouse=has_mouse)
    person.save(has_mouse=has_mouse)
    assert file.read_text() == config(RIGHT)
    assert Document(file.read_text(), "KEY=x\n").valid
    assert person.count <= 6, person.done


def test_what_is_right_is_opened_in_the_tree(enter: Enter, file: Path) -> None:
    file.write_text(config(RIGHT))
    person = enter(file)
    assert person.window.focusWidget() is person.part("configTree", QTreeView)


def test_the_keyboard_is_not_lost_with_the_last_problem(enter: Enter, file: Path) -> None:
    file.write_text(config("2024-10-21"))
    person = enter(file)
    find_and_fix(person, has_mouse=False)
    assert not person.window.session.document.problems
    assert person.where() == "configTree"
