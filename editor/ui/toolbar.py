"""The strip at the top: the actions that change or check the file, and LibreChat's release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from editor.core.schema.field import Target
from editor.ui.actions import action_words, menus
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import margins
from editor.ui.look.icons import icon
from editor.ui.testprogress import TestProgress
from editor.ui.widgets.chip import icon_button, show_words
from editor.ui.widgets.choice import Combo
from editor.ui.widgets.labels import key_cap, mark
from editor.ui.workprogress import WorkProgress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

    from editor.ui.tasks import Tasks
    from editor.ui.testing import Tests

_SEARCH, _NARROW_SEARCH = 264, 36
_LABELLED = ("open", "save", "addGroup", "addModel", "testAll")
_ALWAYS_LABELLED = ("testAll",)
_BUTTON_MENUS = {
    "addGroup": ("addGroup", "addGroupFromAzure"),
    "testAll": ("testModel", "testGroup", "testAll", "testFailed"),
}
_FIRST_OUT = ("redo", "addModel", "open", "undo", "addGroup", "testAll")
_LAYOUT = ("open", "save", "", "undo", "redo", "", "addGroup", "addModel", "", "testAll")


class Toolbar(QFrame):
    """Shows actions as buttons; text stands beside icons for what changes the file.

    `target_chosen(Target)`: a person chose the LibreChat release to judge by.
    `source_wanted(bool)`, `tree_wanted(bool)`: in a narrow window, the source or the tree is to
    stand where the form is, or not.
    """

    target_chosen = Signal(object)
    source_wanted = Signal(bool)
    tree_wanted = Signal(bool)

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        """Make a button for each action of the strip, and a menu with all of them."""
        super().__init__()
        self.setObjectName("toolbar")
        self.setProperty("surface", "window")
        self._buttons: dict[str, QToolButton] = {}
        self._separators: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._menu_button(actions))
        for name in _LAYOUT:
            row.addWidget(self._button(name, actions[name]) if name else self._separator())
        self._add_menus(actions)
        self._row = row
        self._progress: TestProgress | None = None
        row.addStretch(1)
        self._build_switches()
        row.addWidget(self._tree)
        row.addWidget(self._source)
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

    def offer_recent(self, files: QMenu, before: QAction) -> None:
        """Show the files that were opened lately in the menu, before an action of it."""
        for part in self._menu.menu().findChildren(QMenu):
            if before in part.actions():
                part.insertMenu(before, files)

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
        tests.running_changed.connect(self._refit)

    def _refit(self) -> None:
        """Make room for the progress, or give it back."""
        self.fit(self.width())

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
        row.setContentsMargins(margins(0, 0, 8, 0))
        centre = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._search_keys, alignment=centre)
        return self._search

    def _build_switches(self) -> None:
        tips = self.tr("Show the tree instead of the form"), self.tr("Show the tree")
        self._tree = _switch("treeSwitch", self.tr("Tree"), *tips)
        self._tree.toggled.connect(self.tree_wanted)
        tips = self.tr("Show the source instead of the form"), self.tr("Show the source")
        self._source = _switch("sourceSwitch", self.tr("Source"), *tips)
        self._source.toggled.connect(self.source_wanted)

    def show_switches(self, tree: bool | None, source: bool | None) -> None:
        """Show what stands in the form's place; None for a column that has its own place."""
        for switch, state in ((self._tree, tree), (self._source, source)):
            switch.blockSignals(True)
            switch.setChecked(bool(state))
            switch.blockSignals(False)
            switch.setVisible(state is not None)

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
            show_words(button, look.size("icon_toolbar"), are_wanted=is_labelled)
        self._leave_out(width)

    def _leave_out(self, width: int) -> None:
        """Hide what does not fit, the most easily missed first: the menu has all of it."""
        is_running = self._progress is not None and not self._progress.isHidden()
        first = [self._buttons[name] for name in _FIRST_OUT]
        parts = [self._buttons["settings"], self._target, *self._separators, *first]
        for part in parts:
            part.setHidden(is_running and part is self._buttons["testAll"])
        for part in parts:
            self._row.invalidate()
            if self._row.minimumSize().width() <= width:
                break
            part.hide()
        else:
            if self._progress is not None and is_running:
                self._progress.shorten(is_short=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit again now that the style is known."""
        super().showEvent(event)
        self.fit(self.width())

    def _separator(self) -> QWidget:
        """Return a line with air at its sides."""
        look = current_look()
        holder, line = QWidget(), QFrame()
        line.setProperty("surface", "divider")
        line.setFixedSize(look.line_width, look.size("icon_toolbar"))
        row = QHBoxLayout(holder)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(line)
        self._separators.append(holder)
        return holder


def _switch(name: str, text: str, tip: str, spoken: str) -> QToolButton:
    switch = QToolButton()
    switch.setObjectName(name)
    switch.setText(text)
    switch.setToolTip(tip)
    switch.setAccessibleName(spoken)
    switch.setProperty("role", "flat")
    switch.setCheckable(True)
    switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    switch.hide()
    return switch
