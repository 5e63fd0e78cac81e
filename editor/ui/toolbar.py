"""The strip at the top: the actions that change or check the file, and LibreChat's release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from editor.core.schema.field import Target
from editor.ui.actions import action_words, menus
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import icon
from editor.ui.testprogress import TestProgress
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.choice import Combo
from editor.ui.widgets.labels import key_cap, mark
from editor.ui.workprogress import WorkProgress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from editor.ui.tasks import Tasks
    from editor.ui.testing import Tests

_SEARCH, _NARROW_SEARCH = 264, 36
_LABELLED = ("open", "save", "addGroup", "addModel", "testAll")
_ALWAYS_LABELLED = ("testAll",)
_BUTTON_MENUS = {
    "addGroup": ("addGroup", "addGroupFromAzure"),
    "testAll": ("testModel", "testGroup", "testAll", "testFailed"),
}
_LAYOUT = ("open", "save", "", "undo", "redo", "", "addGroup", "addModel", "", "testAll")


class Toolbar(QFrame):
    """Shows actions as buttons; text stands beside icons for what changes the file.

    `target_chosen(Target)`: a person chose the LibreChat release to judge by.
    `source_wanted(bool)`: in a narrow window, the source is to stand where the form is, or not.
    """

    target_chosen = Signal(object)
    source_wanted = Signal(bool)

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        """Make a button for each action of the strip, and a menu with all of them."""
        super().__init__()
        self.setObjectName("toolbar")
        self.setProperty("surface", "window")
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._menu_button(actions))
        for name in _LAYOUT:
            if not name:
                row.addSpacing(4)
                row.addWidget(_separator())
                row.addSpacing(4)
                continue
            row.addWidget(self._button(name, actions[name]))
        self._add_menus(actions)
        self._row = row
        self._progress: TestProgress | None = None
        row.addStretch(1)
        row.addWidget(self._source_switch())
        row.addWidget(self._palette_button(actions["palette"]))
        row.addWidget(self._target_choice())
        row.addWidget(self._button("settings", actions["settings"]))

    def _menu_button(self, actions: Mapping[str, QAction]) -> QToolButton:
        menu = QMenu(self)
        for title, names in menus():
            part = menu.addMenu(action_words(title))
            for name in names:
                part.addAction(actions[name]) if name else part.addSeparator()
        button = icon_button("menu", self.tr("Menu (F10)"))
        button.setObjectName("menuButton")
        QShortcut(QKeySequence("F10"), button, self.open_menu)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = button
        return button

    def open_menu(self) -> None:
        """Show the menus, the first one chosen, ready for the arrow keys."""
        menu = self._menu.menu()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def _button(self, name: str, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"button:{name}")
        button.setProperty("role", "flat")
        button.setDefaultAction(action)
        button.setAccessibleName(action.iconText())
        size = current_look().size("icon_toolbar")
        button.setIconSize(QSize(size, size))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons[name] = button
        return button

    def _add_menus(self, actions: Mapping[str, QAction]) -> None:
        for name, entries in _BUTTON_MENUS.items():
            menu = QMenu(self)
            menu.addActions([actions[entry] for entry in entries])
            button = self._buttons[name]
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def follow_tests(self, tests: Tests, cancel: QAction) -> None:
        """Show in place of the test button how far running tests are."""
        self._tests = tests
        self._progress = TestProgress(tests, cancel)
        self._progress.line.setParent(self)
        button = self._buttons["testAll"]
        self._row.insertWidget(self._row.indexOf(button) + 1, self._progress)
        tests.running_changed.connect(button.setHidden)

    def follow_tasks(self, tasks: Tasks) -> None:
        """Show in the same place what else takes long."""
        at = self._row.indexOf(self._buttons["testAll"]) + 1
        self._row.insertWidget(at, WorkProgress(tasks))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line of the progress at the lower edge."""
        super().resizeEvent(event)
        if self._progress is not None:
            height = current_look().size("progress")
            self._progress.line.setGeometry(0, self.height() - height, self.width(), height)

    def _palette_button(self, action: QAction) -> QPushButton:
        """Return what looks like a box to type in, and opens the palette."""
        self._search = QPushButton(icon("palette"), action.text())
        self._search.setObjectName("button:palette")
        self._search.setAccessibleName(action.text())
        self._search.setToolTip(action.toolTip())
        self._search.clicked.connect(action.trigger)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._search_keys = key_cap(keys.replace("+", " "))
        row = QHBoxLayout(self._search)
        row.setContentsMargins(0, 0, 8, 0)
        centre = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._search_keys, alignment=centre)
        return self._search

    def _source_switch(self) -> QToolButton:
        self._source = QToolButton()
        self._source.setObjectName("sourceSwitch")
        self._source.setText(self.tr("Source"))
        self._source.setToolTip(self.tr("Show the source instead of the form"))
        self._source.setAccessibleName(self.tr("Show the source"))
        self._source.setProperty("role", "flat")
        self._source.setCheckable(True)
        self._source.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._source.toggled.connect(self.source_wanted)
        return self._source

    def show_source_switch(self, is_needed: bool) -> None:
        """Offer to show the source in the form's place, or show both again."""
        self._source.setChecked(False)
        self._source.setVisible(is_needed)

    def _target_choice(self) -> Combo:
        self._target = Combo(self.tr("LibreChat release to judge by"))
        self._target.setObjectName("targetChoice")
        for target in Target:
            self._target.addItem(self.tr("LibreChat {0}").format(target.value), target)
        self._target.activated.connect(self._choose_target)
        self._target.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._target.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        return self._target

    def _choose_target(self, index: int) -> None:
        self.target_chosen.emit(Target(self._target.itemData(index)))

    def open_target_choice(self) -> None:
        """Let a person choose the release to judge by."""
        self._target.setFocus()
        self._target.showPopup()

    def show_target(self, target: Target) -> None:
        """Show which release judges."""
        self._target.setCurrentIndex(self._target.findData(target))

    def show_dirty(self, is_dirty: bool) -> None:
        """Make Save stand out while there is something to save."""
        mark(self._buttons["save"], "role", "save" if is_dirty else "flat")

    def fit(self, width: int) -> None:
        """Drop the words beside the icons where the window is narrow."""
        look = current_look()
        is_narrow = width < look.pane("narrow_below")
        self._search.setText("" if is_narrow else self.tr("Go to or run…"))
        self._search_keys.setHidden(is_narrow)
        mark(self._search, "role", "flat" if is_narrow else "search")
        self._search.setFixedWidth(look.pixels(_NARROW_SEARCH if is_narrow else _SEARCH))
        if self._progress is not None:
            self._progress.fit(is_narrow=is_narrow)
        for name, button in self._buttons.items():
            is_labelled = name in (_ALWAYS_LABELLED if is_narrow else _LABELLED)
            style = (
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                if is_labelled
                else Qt.ToolButtonStyle.ToolButtonIconOnly
            )
            button.setToolButtonStyle(style)


def _separator() -> QFrame:
    line = QFrame()
    line.setProperty("surface", "divider")
    line.setFixedWidth(current_look().line_width)
    line.setFixedHeight(current_look().size("icon_toolbar"))
    return line
