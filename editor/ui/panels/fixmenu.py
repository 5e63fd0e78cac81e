"""What a context menu offers to mend problems."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidgetAction

from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.panels.places import problems_near
from editor.ui.widgets.codewords import plain_words
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from editor.core.validation.problem import Problem
    from editor.ui.session import Session
    from editor.ui.widgets.codepane import CodePane

FIX_KEYS = "Ctrl+."
_WIDTH = 340


def offer_fixes(pane: CodePane, session: Session, file: str = "config") -> None:
    """Open what mends the problems at the cursor of a file's source, or else in its line."""
    document = session.document
    text = document.env_text if file == "env" else document.text
    problems = problems_near(text, document.problems, pane.offset(), file)
    menu = fix_menu(pane, session, problems)
    menu.popup(pane.viewport().mapToGlobal(pane.cursorRect().bottomLeft()))


def fix_menu(parent: QWidget, session: Session, problems: Sequence[Problem]) -> QMenu:
    """Return a menu that says what the problems are, each above its fixes.

    The first fix is marked, for Enter; the menu deletes itself.
    """

    def translated(text: str) -> str:
        return QCoreApplication.translate("FixMenu", text)

    menu = QMenu(parent)
    menu.setObjectName("fixMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for problem in problems:
        _add_words(menu, plain_words(in_language(problem.message)))
        fixes = fix_actions(menu, session, [problem])
        menu.addActions(fixes)
        if fixes and menu.activeAction() is None:
            menu.setActiveAction(fixes[0])
        if not problem.fixes and len(problems) == 1:
            _add_words(menu, translated("Nothing to apply for this problem"))
    if not problems:
        _add_words(menu, translated("No problem in this line"))
    return menu


def _add_words(menu: QMenu, words: str) -> None:
    """Add words to read; they are not disabled, since that would make them pale."""
    width = current_look().pixels(_WIDTH)
    text = label(words, "small", "text_2", wrap=True)
    text.setContentsMargins(8, 6, 8, 2)
    text.setFixedSize(width, text.heightForWidth(width))
    action = QWidgetAction(menu)
    action.setText(words)
    action.setDefaultWidget(text)
    menu.addAction(action)


def fix_actions(menu: QMenu, session: Session, problems: Iterable[Problem]) -> list[QAction]:
    """Return an action of the menu for every fix of the problems; the same fix comes once."""
    fixes = [fix for problem in problems for fix in problem.fixes]
    actions: list[QAction] = []
    for number, fix in enumerate(fixes):
        if fix not in fixes[:number]:
            title = in_language(fix.title)
            action = QAction(title.replace("&", "&&"), menu)
            action.setToolTip(title)
            action.triggered.connect(partial(session.fix, fix))
            actions.append(action)
    return actions
