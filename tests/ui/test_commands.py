"""What the actions on groups and models do to the text."""

import pytest
from PySide6.QtWidgets import QApplication

from editor.core.clippings import unused
from editor.core.document import Document
from editor.core.outline import groups_in, models_in
from editor.ui.commands import Commands
from editor.ui.session import Session

CONFIG = """\
version: "1.3.14"
endpoints:
  azureOpenAI:
    groups:
      # first
      - group: east
        apiKey: "${K}"
        models:
          gpt-4o: true # best
          o1: true
      - group: west
        apiKey: "${K}"
        models: {}
"""
GROUPS = ("endpoints", "azureOpenAI", "groups")
EAST = (*GROUPS, 0)
WEST = (*GROUPS, 1)


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(Document(CONFIG))


@pytest.fixture
def commands(session: Session) -> Commands:
    return Commands(session)


def text(session: Session) -> str:
    return session.document.text


def test_a_new_model_waits_for_its_name_in_the_current_group(
    session: Session, commands: Commands
) -> None:
    wanted: list[object] = []
    commands.name_wanted.connect(wanted.append)
    session.select((*EAST, "models", "o1"))
    commands.add_model()
    commands.add_model()
    assert wanted == [(*EAST, "models", "new-model"), (*EAST, "models", "new-model-2")]
    assert session.selection == wanted[-1]
    assert text(session) == CONFIG.replace(
        "          o1: true\n",
        "          o1: true\n          new-model: true\n          new-model-2: true\n",
    )


def test_a_new_group_comes_last_with_what_every_group_needs(
    session: Session, commands: Commands
) -> None:
    commands.add_group()
    assert session.selection == (*GROUPS, 2)
    assert text(session).startswith(CONFIG)
    assert session.document.tree is not None
    added = session.document.tree.locate((*GROUPS, 2))
    assert added is not None
    assert isinstance(added.node.data, dict)
    assert list(added.node.data) == ["group", "apiKey", "instanceName", "version", "models"]


def test_a_group_in_an_empty_file_brings_the_version_along(qapp: QApplication) -> None:
    session = Session(Document(""))
    Commands(session).add_group()
    assert text(session).startswith('version: "1.3.')
    assert [problem.code for problem in session.document.problems] == ["missing-instance-name"]
    session.undo_stack.undo()
    assert text(session) == ""


def test_a_copy_stands_below_with_its_comment_and_a_name_of_its_own(
    session: Session, commands: Commands
) -> None:
    session.select((*EAST, "models", "gpt-4o"))
    commands.duplicate()
    line = "          gpt-4o: true # best\n"
    assert text(session) == CONFIG.replace(line, line + line.replace("gpt-4o", "gpt-4o-copy"))


def test_a_copied_group_gets_a_name_of_its_own(session: Session, commands: Commands) -> None:
    session.select(EAST)
    commands.duplicate()
    assert session.selection == WEST
    assert text(session).count("# first") == 2
    assert "- group: east-copy" in text(session)


@pytest.mark.parametrize(
    ("selected", "after"),
    [
        ((*EAST, "models", "gpt-4o"), (*EAST, "models", "o1")),
        ((*EAST, "models", "o1"), (*EAST, "models", "gpt-4o")),
        (EAST, EAST),
        (WEST, EAST),
    ],
)
def test_after_a_deletion_the_neighbour_is_current(
    session: Session, commands: Commands, selected: tuple[str | int, ...], after: object
) -> None:
    session.select(selected)
    commands.delete()
    assert session.selection == after
    session.undo_stack.undo()
    assert text(session) == CONFIG
    assert session.selection == selected


def test_deleting_the_last_model_leaves_the_group_current(qapp: QApplication) -> None:
    session = Session(Document(CONFIG.replace("          o1: true\n", "")))
    session.select((*EAST, "models", "gpt-4o"))
    Commands(session).delete()
    assert session.selection == EAST


def test_moving_keeps_the_node_current(session: Session, commands: Commands) -> None:
    session.select(EAST)
    commands.move_down()
    assert session.selection == WEST
    commands.move_up()
    assert session.selection == EAST
    assert text(session) == CONFIG
    session.select((*EAST, "models", "o1"))
    commands.move_up()
    assert session.selection == (*EAST, "models", "o1")
    assert text(session).index("o1: true") < text(session).index("gpt-4o: true # best")


def test_only_what_makes_sense_is_possible(session: Session, commands: Commands) -> None:
    assert commands.possible() == {"addGroup", "paste"}
    session.select(EAST)
    anywhere = {"addGroup", "addModel", "duplicate", "delete", "cut", "copy", "paste", "rename"}
    assert commands.possible() == anywhere | {"moveDown"}
    session.select((*EAST, "models", "o1"))
    assert commands.possible() == anywhere | {"moveUp"}


def test_a_taken_name_gets_a_number() -> None:
    assert unused("a", {"a", "a-2"}) == "a-3"
    assert unused("b", {"a"}) == "b"


MODELS = ((*EAST, "models", "gpt-4o"), (*EAST, "models", "o1"))


def test_marked_nodes_are_deleted_as_one_step(session: Session) -> None:
    session.select(MODELS[0])
    Commands(session, lambda: MODELS).delete()
    assert session.undo_stack.undoText() == "Delete 2 models"
    assert "        models: {}\n      - group: west" in text(session)
    session.undo_stack.undo()
    assert text(session) == CONFIG


def test_what_lies_in_a_marked_group_goes_with_it(session: Session) -> None:
    session.select(EAST)
    Commands(session, lambda: (MODELS[1], WEST, EAST)).delete()
    assert session.undo_stack.undoText() == "Delete 2 groups"
    assert groups_in(session.document.value) == []


def test_marked_nodes_are_copied_under_names_of_their_own(session: Session) -> None:
    session.select(EAST)
    Commands(session, lambda: (EAST, WEST)).duplicate()
    assert [line.strip() for line in text(session).splitlines() if "group:" in line] == [
        "- group: east",
        "- group: east-copy",
        "- group: west",
        "- group: west-copy",
    ]
    assert session.selection == (*GROUPS, 1)


def test_marked_nodes_move_together_and_stop_at_the_end(session: Session) -> None:
    three = CONFIG.replace("o1: true", "o1: true\n          o3: true")
    session.load(Document(three))
    session.select(MODELS[1])
    commands = Commands(session, lambda: MODELS)
    commands.move_down()
    assert list(models_in(groups_in(session.document.value)[0])) == ["o3", "gpt-4o", "o1"]
    assert "moveDown" not in commands.possible()
    commands.move_down()
    assert session.undo_stack.count() == 1


def test_a_marked_node_counts_only_with_the_current_one(session: Session) -> None:
    session.select(WEST)
    assert Commands(session, lambda: MODELS).chosen() == (WEST,)
