"""Every action of the window as data: its name, title, icon, keys and tip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from editor.ui.look.icons import icon

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTEXT = "Actions"


class ActionRow(NamedTuple):
    """One action; `name` is its object name behind `action:` and the name of its icon."""

    name: str
    title: str
    tip: str
    keys: tuple[str, ...] = ()
    is_for_tree: bool = False


ACTIONS = (
    ActionRow("open", "Open…", "Open a librechat.yaml or a LibreChat folder", ("Ctrl+O",)),
    ActionRow(
        "openFolder",
        "Open folder…",
        "Open a LibreChat folder with its config, .env and compose files",
        ("Ctrl+Shift+O",),
    ),
    ActionRow("start", "New…", "Start from an Azure URL, a .env or another config", ("Ctrl+N",)),
    ActionRow("save", "Save", "Write the changes to the file", ("Ctrl+S",)),
    ActionRow("saveAs", "Save as…", "Write to another file", ("Ctrl+Shift+S",)),
    ActionRow("undo", "Undo", "Take back the last step", ("Ctrl+Z",)),
    ActionRow("redo", "Redo", "Do again what was taken back", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionRow("addGroup", "Add group", "Add a group of models with one key", ("Ctrl+Shift+G",)),
    ActionRow(
        "addGroupFromAzure",
        "Add group from Azure…",
        "Add a group for a resource, a gateway or a pasted URL, and see what LibreChat will call",
        ("Ctrl+Alt+G",),
    ),
    ActionRow("addModel", "Add model", "Add a model to this group", ("Ctrl+Shift+M",)),
    ActionRow(
        "rename", "Rename", "Give this node another name in place", ("F2",), is_for_tree=True
    ),
    ActionRow(
        "cut", "Cut", "Move this node to the clipboard as YAML", ("Ctrl+X",), is_for_tree=True
    ),
    ActionRow("copy", "Copy as YAML", "Copy this node as YAML", ("Ctrl+C",), is_for_tree=True),
    ActionRow("paste", "Paste", "Add nodes from the clipboard", ("Ctrl+V",), is_for_tree=True),
    ActionRow("duplicate", "Duplicate", "Copy this node right below itself", ("Ctrl+D",)),
    ActionRow("delete", "Delete", "Remove this node from the file", ("Del",), is_for_tree=True),
    ActionRow("moveUp", "Move up", "Put this node before the one above", ("Alt+Up",)),
    ActionRow("moveDown", "Move down", "Put this node after the one below", ("Alt+Down",)),
    ActionRow("testModel", "Test model", "Send LibreChat's request to this deployment", ("F5",)),
    ActionRow("testGroup", "Test group", "Send LibreChat's request for each model of the group"),
    ActionRow("testAll", "Test all", "Send LibreChat's request for every model", ("Ctrl+T",)),
    ActionRow(
        "testFailed", "Test failed and stale", "Send it again where the last answer does not count"
    ),
    ActionRow("cancelTests", "Cancel tests", "Stop the running tests"),
    ActionRow("migrate", "Migrate…", "Turn legacy .env settings into groups", ("Ctrl+Shift+L",)),
    ActionRow("nextProblem", "Next problem", "Go to the next problem", ("F8",)),
    ActionRow("previousProblem", "Previous problem", "Go to the problem before", ("Shift+F8",)),
    ActionRow("palette", "Go to or run…", "Find any node, problem or action", ("Ctrl+K",)),
    ActionRow("back", "Back", "Go to the node that was shown before", ("Alt+Left",)),
    ActionRow("forward", "Forward", "Go to the node that was left by Back", ("Alt+Right",)),
    ActionRow(
        "onlyProblems",
        "Show only nodes with problems",
        "Leave nodes without errors and warnings out of the tree, or show all again",
        ("Ctrl+Shift+F8",),
    ),
    ActionRow("settings", "Settings", "Change how the editor behaves", ("Ctrl+,",)),
    ActionRow("shortcuts", "Keyboard shortcuts", "Show what each key does", ("Ctrl+/", "Ctrl+?")),
    ActionRow("about", "About this program", "Show versions and licences"),
    ActionRow(
        "copyReport",
        "Copy diagnostic report",
        "Copy versions and the verdict, without secrets, to send to whoever helps",
    ),
)

ALWAYS_POSSIBLE = frozenset(
    {
        "start",
        "open",
        "openFolder",
        "palette",
        "onlyProblems",
        "settings",
        "shortcuts",
        "about",
        "copyReport",
    }
)


class Menu(NamedTuple):
    """A menu: its title, and the names of its actions; an empty name is a line between them."""

    title: str
    names: tuple[str, ...]


_MENUS = (
    Menu("File", ("start", "open", "openFolder", "", "save", "saveAs")),
    Menu(
        "Edit",
        (
            *(
                "undo",
                "redo",
                "",
                "addGroup",
                "addGroupFromAzure",
                "addModel",
                "",
                "rename",
                "cut",
                "copy",
                "paste",
            ),
            *("duplicate", "delete", "", "moveUp", "moveDown"),
        ),
    ),
    Menu("Test", ("testModel", "testGroup", "testAll", "testFailed", "", "cancelTests")),
    Menu(
        "Go",
        ("palette", "", "back", "forward", "", "nextProblem", "previousProblem", "onlyProblems"),
    ),
    Menu("Tools", ("migrate", "settings")),
    Menu("Help", ("shortcuts", "", "copyReport", "about")),
)
_FOR_THE_REST = "Tools"


def menus() -> tuple[Menu, ...]:
    """Return the menus; an action that none of them names stands at the end of the tools."""
    named = {name for menu in _MENUS for name in menu.names}
    rest = tuple(row.name for row in ACTIONS if row.name not in named)
    more = ("", *rest) if rest else ()
    return tuple(
        menu._replace(names=(*menu.names, *more)) if menu.title == _FOR_THE_REST else menu
        for menu in _MENUS
    )


def action_words(text: str) -> str:
    """Return a title, tip or menu of the tables in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def build_actions(owner: QObject) -> Mapping[str, QAction]:
    """Return all actions by name, owned by a widget or window."""
    return {row.name: _action(row, owner) for row in ACTIONS}


def _action(row: ActionRow, owner: QObject) -> QAction:
    action = QAction(icon(row.name), action_words(row.title), owner)
    action.setObjectName(f"action:{row.name}")
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    if row.is_for_tree:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    tip = action_words(row.tip)
    shown_keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{tip} ({shown_keys})" if shown_keys else tip)
    action.setStatusTip(tip)
    return action
