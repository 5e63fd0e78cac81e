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
    ActionRow("save", "Save", "Write the changes to the file", ("Ctrl+S",)),
    ActionRow("saveAs", "Save as…", "Write to another file", ("Ctrl+Shift+S",)),
    ActionRow("undo", "Undo", "Take back the last step", ("Ctrl+Z",)),
    ActionRow("redo", "Redo", "Do again what was taken back", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionRow("addGroup", "Add group", "Add a group of models with one key", ("Ctrl+Shift+G",)),
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
    ActionRow("settings", "Settings", "Change how the editor behaves", ("Ctrl+,",)),
)

NOT_YET = frozenset({"settings"})
"""Actions whose feature this version does not have; they are there, and disabled."""


def build_actions(owner: QObject) -> Mapping[str, QAction]:
    """Return all actions by name, owned by a widget or window."""
    return {row.name: _action(row, owner) for row in ACTIONS}


def _action(row: ActionRow, owner: QObject) -> QAction:
    def translated(text: str) -> str:
        return QCoreApplication.translate(_CONTEXT, text)

    action = QAction(icon(row.name), translated(row.title), owner)
    action.setObjectName(f"action:{row.name}")
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    if row.is_for_tree:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    tip = translated(row.tip)
    shown_keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{tip} ({shown_keys})" if shown_keys else tip)
    action.setStatusTip(tip)
    action.setEnabled(row.name not in NOT_YET)
    return action
