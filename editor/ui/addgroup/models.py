"""The models of a group that is to be added: a row for each, and one more to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.core.completion.offering import model_names
from editor.core.completion.suggestion import Offers
from editor.core.context_windows import granted_window
from editor.core.new_groups import NewModel
from editor.ui.look.appearance import current_look
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.labels import label
from editor.ui.widgets.textfield import TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.core.schema.field import Target

_WINDOW_WIDTH = 56
_REMOVE_WIDTH = 28
_THOUSAND = 1000


class _Row(QWidget):
    """A model, its deployment, how much it reads at once, and a cross."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, target: Target) -> None:
        super().__init__()
        self._target = target
        self.name = TextField(self.tr("Model"), self.tr("Add a model…"))
        self.deployment = TextField(self.tr("Deployment"), self.tr("Same as the model"))
        offers = Offers(model_names(target))
        self.name.complete_from(
            lambda text, at, is_asked: offers.completion(text, at, is_asked=is_asked)
        )
        for field in (self.name, self.deployment):
            field.set_code(True)
            field.textChanged.connect(self._tell)
        self._window = label("", "body", "text_2")
        self._window.setFixedWidth(current_look().pixels(_WINDOW_WIDTH))
        self._remove = icon_button("close", self.tr("Remove this model"))
        self._remove.setFixedWidth(current_look().pixels(_REMOVE_WIDTH))
        self._remove.clicked.connect(self._ask_to_go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, stretch=1)
        row.addWidget(self.deployment, stretch=1)
        row.addWidget(self._window)
        row.addWidget(self._remove)
        self._look()

    @property
    def is_empty(self) -> bool:
        return not (self.name.text().strip() or self.deployment.text().strip())

    def model(self) -> NewModel:
        name, deployment = self.name.text().strip(), self.deployment.text().strip()
        return NewModel(name or deployment, deployment or name)

    def _tell(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        tokens = None if self.is_empty else granted_window(self.model().name, self._target)
        self._window.setText("" if tokens is None else f"{(tokens + _THOUSAND // 2) // _THOUSAND}k")
        self._window.setToolTip(self.tr("Tokens that LibreChat plans with, told by the name"))
        policy = self._remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(policy)
        self._remove.setHidden(self.is_empty)

    def _ask_to_go(self) -> None:
        self.removed.emit(self)


class ModelRows(QWidget):
    """Edits models with their deployments. Signals: `changed()` for every edit."""

    changed = Signal()

    def __init__(self, target: Target) -> None:
        """Start with one empty row; `target` tells how much a model reads at once."""
        super().__init__()
        self._target = target
        self._rows: list[_Row] = []
        self._has_many = True
        self._has_deployments = True
        self._deployment_head = label(self.tr("Deployment"), "small", "text_3")
        window_head = label(self.tr("Context"), "small", "text_3")
        window_head.setFixedWidth(current_look().pixels(_WINDOW_WIDTH))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Model"), "small", "text_3"), stretch=1)
        head.addWidget(self._deployment_head, stretch=1)
        head.addWidget(window_head)
        head.addSpacing(current_look().pixels(_REMOVE_WIDTH))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._grow()

    def models(self) -> tuple[NewModel, ...]:
        """Return what was entered; a name alone stands for the deployment too."""
        rows = self._rows if self._has_many else self._rows[:1]
        return tuple(row.model() for row in rows if not row.is_empty)

    def show_models(self, models: Iterable[NewModel]) -> None:
        """Show other models."""
        for row in tuple(self._rows):
            self._drop(row)
        for model in models:
            row = self._add()
            row.name.setText(model.name)
            row.deployment.setText("" if model.deployment == model.name else model.deployment)
        self._grow()
        self.changed.emit()

    def show_kind(self, *, has_many: bool, has_deployments: bool) -> None:
        """Take one model or many, with deployments that have names of their own or not."""
        self._has_many, self._has_deployments = has_many, has_deployments
        self._deployment_head.setVisible(has_deployments)
        self._grow()
        for number, row in enumerate(self._rows):
            row.deployment.setVisible(has_deployments)
            row.setVisible(has_many or number == 0)

    def focus_first(self) -> None:
        """Move the keyboard to the first model."""
        self._rows[0].name.setFocus()

    def _grow(self) -> None:
        """Keep one empty row at the end, where another model is possible."""
        empty = [row for row in self._rows if row.is_empty]
        for row in empty[:-1] if self._has_many else empty:
            if row is not self._rows[-1] and len(self._rows) > 1 and not row.name.hasFocus():
                self._drop(row)
        is_full = bool(self._rows) and (not self._has_many or self._rows[-1].is_empty)
        if not is_full:
            self._add()

    def _add(self) -> _Row:
        row = _Row(self._target)
        number = len(self._rows)
        row.name.setObjectName(f"newModel:{number}")
        row.deployment.setObjectName(f"newDeployment:{number}")
        row.deployment.setVisible(self._has_deployments)
        row.changed.connect(self._note)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _note(self) -> None:
        if self._rows and not self._rows[-1].is_empty and self._has_many:
            self._add()
        self.changed.emit()

    def _remove(self, row: _Row) -> None:
        self._drop(row)
        self._grow()
        self._rows[-1].name.setFocus()
        self.changed.emit()

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
