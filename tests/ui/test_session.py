"""One undo stack for every change, with named steps."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.dotenv.operations import SetVariable
from editor.core.schema.field import Target
from editor.core.secret import Secret
from editor.core.text import Edit, Patch
from editor.core.validation.problem import Fix
from editor.ui.session import Session

CONFIG = 'version: "1.3.14"\nendpoints:\n  azureOpenAI:\n    groups: [{group: a}, {group: b}]\n'
GROUPS = ("endpoints", "azureOpenAI", "groups")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(Document(CONFIG))


def set_name(session: Session, name: str) -> bool:
    path = (*GROUPS, 0, "group")
    operation = {"op": "set", "path": path, "value": name}
    return session.operate([operation], f"Set group to {name}", typing=path)


def test_undo_and_redo_bring_the_exact_texts_back(session: Session) -> None:
    set_name(session, "west")
    changed = session.document.text
    session.undo_stack.undo()
    assert session.document.text == CONFIG
    session.undo_stack.redo()
    assert session.document.text == changed == CONFIG.replace("group: a", "group: west")


def test_typing_in_one_field_is_one_step_with_the_last_name(session: Session) -> None:
    for name in ("w", "we", "west"):
        set_name(session, name)
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Set group to west"
    session.undo_stack.undo()
    assert session.document.text == CONFIG


def test_leaving_the_field_ends_the_step(session: Session) -> None:
    set_name(session, "w")
    session.end_typing()
    set_name(session, "we")
    assert session.undo_stack.count() == 2


def test_typing_back_to_the_start_leaves_no_step(session: Session) -> None:
    set_name(session, "w")
    set_name(session, "a")
    assert session.undo_stack.count() == 0
    assert session.is_clean


def test_a_refused_operation_changes_nothing_and_says_why(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refused) as refused:
        done = session.operate([{"op": "unset", "path": ["none"]}], "Remove")
    assert not done
    assert refused.args == ["There is nothing at none (line 1)"]
    assert session.undo_stack.count() == 0


def test_a_fix_of_both_texts_is_one_step(session: Session, qtbot: QtBot) -> None:
    operation = {"op": "set", "path": [*GROUPS, 0, "group"], "value": "${A}"}
    env = (SetVariable("A", Secret("s")),)
    assert session.fix(Fix(id="x", title="Move a", operations=(operation,), env=env))
    assert session.document.env_text == "A=s\n"
    assert '{group: "${A}"}' in session.document.text
    assert session.undo_stack.undoText() == "Move a"
    session.undo_stack.undo()
    assert (session.document.text, session.document.env_text) == (CONFIG, "")
    with qtbot.waitSignal(session.refused):
        env = (SetVariable("A B", Secret("s")),)
        assert not session.fix(Fix(id="x", title="x", operations=(), env=env))


def test_cleanliness_follows_what_is_on_disk(session: Session) -> None:
    heard: list[bool] = []
    session.cleanliness_changed.connect(heard.append)
    set_name(session, "w")
    session.mark_saved(session.document.text)
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert heard == [False, True, False, True]


def test_while_the_text_is_broken_the_last_readable_document_stays(session: Session) -> None:
    readable = session.document
    session.apply(Edit("Type", (Patch(len(CONFIG), len(CONFIG), "a: [\n"),)))
    assert not session.document.is_readable
    assert session.readable is readable
    session.undo_stack.undo()
    assert session.readable.text == CONFIG


def test_undo_selects_what_was_selected_before(session: Session) -> None:
    session.select((*GROUPS, 1))
    session.operate([{"op": "unset", "path": [*GROUPS, 1]}], "Delete b", select=(*GROUPS, 0))
    assert session.selection == (*GROUPS, 0)
    session.undo_stack.undo()
    assert session.selection == (*GROUPS, 1)


def test_selecting_what_is_not_there_selects_the_nearest_node_above(session: Session) -> None:
    session.select((*GROUPS, 7, "models", "x"))
    assert session.selection == GROUPS


def test_a_read_only_text_refuses_every_change(session: Session, qtbot: QtBot) -> None:
    session.read_only_reason = "It is not UTF-8."
    with qtbot.waitSignal(session.refused):
        set_name(session, "w")
    assert session.document.text == CONFIG


def test_the_target_is_no_step(session: Session) -> None:
    session.judge(session.document.for_target(Target.V0_7))
    assert session.document.target is Target.V0_7
    assert session.undo_stack.count() == 0


def test_the_steps_since_the_last_save_are_named(session: Session) -> None:
    set_name(session, "west")
    session.end_typing()
    session.mark_saved(session.document.text)
    assert session.steps_since_saved == ()
    set_name(session, "north")
    assert session.steps_since_saved == ("Set group to north",)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.steps_since_saved == ()


def test_what_is_saved_is_known_as_values(session: Session) -> None:
    before = session.document.value
    set_name(session, "west")
    assert session.saved_value is before
    session.mark_saved(session.document.text)
    assert session.saved_value is session.document.value
