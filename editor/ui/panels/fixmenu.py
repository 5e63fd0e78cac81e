"""What a context menu offers to mend problems."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu

    from editor.core.validation.problem import Problem
    from editor.ui.session import Session


def fix_actions(menu: QMenu, session: Session, problems: Iterable[Problem]) -> list[QAction]:
    """Return an action of the menu for every fix of the problems; the same fix comes once."""
    fixes = [fix for problem in problems for fix in problem.fixes]
    actions: list[QAction] = []
    for number, fix in enumerate(fixes):
        if fix not in fixes[:number]:
            action = QAction(fix.title.replace("&", "&&"), menu)
            action.setToolTip(fix.title)
            action.triggered.connect(partial(session.fix, fix))
            actions.append(action)
    return actions
