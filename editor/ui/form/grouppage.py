"""The page of a group: its fields and the table of its models."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.clippings import unused
from editor.core.inheritance import (
    Fact,
    Source,
    is_serverless,
    own_settings,
    resolve,
)
from editor.core.outline import model_names, models_in, plain_text, problems_by_step, value_at
from editor.core.schema.field import Level
from editor.core.schema.field import Section as Part
from editor.ui.form.nodetable import NodeTable, row_of
from editor.ui.form.page import Page, Problems
from editor.ui.form.rowstable import RowsModel
from editor.ui.language import counted
from editor.ui.testwords import facts_of_group, shape_of
from editor.ui.widgets.emptystate import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.core.document import Document
    from editor.core.standing import Standing
    from editor.core.yaml.values import Value
    from editor.ui.look.shapes import Shape


class GroupPage(Page):
    """Edits one group, and adds, renames, opens and removes its models."""

    main_action = "testGroup"
    other_actions = ("addModel", "duplicate", "moveUp", "moveDown", "delete")

    def build(self) -> None:
        """Add the group's parts, with its models between connection and request."""
        self.add_sections(Level.GROUP, (Part.CONNECTION, Part.GENERAL))
        self.models = self._models_table()
        self.column.addWidget(self.models)
        self.add_sections(Level.GROUP, (Part.REQUEST, Part.RETIRED))

    def _models_table(self) -> NodeTable:
        empty = EmptyState(
            "addModel",
            self.tr("No models in this group yet"),
            self.tr("LibreChat accepts a group without models, but shows nothing of it."),
            self.tr("Add model"),
        )
        headings = (self.tr("Model"), self.tr("Deployment"), self.tr("API version"))
        model = RowsModel(headings, can_rename=True)
        block = NodeTable(self.around.writer, model, self.tr("Models"), empty)
        block.setObjectName("groupModels")
        block.add_button.clicked.connect(self.add_model)
        empty.requested.connect(self.add_model)
        block.table.opened.connect(self._open)
        block.table.toggled.connect(self.toggle)
        block.table.removal_requested.connect(self._remove)
        block.table.rows.renamed.connect(self._rename)
        return block

    def tested(self) -> Sequence[Standing]:
        """Return how the tests of the group's models stand."""
        return () if self.around.tests is None else self.around.tests.of_group(self.path)

    def test_facts(self) -> tuple[Shape | None, Sequence[str]]:
        """Return the worst state of the group's models, the longest time and the least age."""
        tests, known = self.around.tests, self.tested()
        if tests is None or not known:
            return None, ()
        return shape_of(tests.state_of(self.path)), facts_of_group(known, tests.now())

    def facts(self, document: Document) -> Sequence[str]:
        """Return how many models there are, and of which resource."""
        group = value_at(document.value, self.path)
        count = len(models_in(group))
        kind = self.tr("serverless") if is_serverless(group) else ""
        models = counted(count, "%n model", "%n models")
        return (models, kind or plain_text(value_at(group, ("instanceName",))))

    def display_more(self, document: Document, problems: Problems) -> None:
        """Show the models and what each resolves to."""
        group = value_at(document.value, self.path)
        found = problems.get("models", ())
        path = (*self.path, "models")
        by_model = problems_by_step(found, path)
        rows = tuple(
            replace(row_of(name, self._cells(group, name), by_model), tested=self._state(name))
            for name in models_in(group)
        )
        grey = any(is_grey for row in rows for is_grey in row.quiet)
        self.models.show_problems(found, path)
        self.models.show_rows(rows, self._note(group) if grey else "")

    def show_tests(self) -> None:
        """Show how the tests of the group and of each model stand now."""
        super().show_tests()
        rows = self.models.table.rows.rows
        rows = tuple(replace(row, tested=self._state(row.step)) for row in rows)
        self.models.show_rows(rows, self.models.note.text())

    def _state(self, name: str | int) -> Shape | None:
        """Return the shape of a model's test; None before the first test of the group."""
        tests = self.around.tests
        if tests is None or not tests.of_group(self.path):
            return None
        return shape_of(tests.state_of((*self.path, "models", name)))

    def _note(self, group: Value) -> str:
        if is_serverless(group):
            return self.tr("A serverless group sends the models’ names; grey values come from it.")
        return self.tr("Grey values come from the group.")

    def _cells(self, group: Value, name: str) -> Sequence[tuple[str, bool]]:
        resolution = resolve(group, name)
        return ((name, False), self._cell(resolution.deployment), self._cell(resolution.version))

    def _cell(self, fact: Fact) -> tuple[str, bool]:
        if fact.source is Source.NOWHERE:
            return "–", True
        return fact.text, not fact.is_own

    def focus_key(self, key: str) -> QWidget | None:
        """Move the keyboard to a field, or to the table for `models`."""
        if key == "models":
            self.models.focus_inside()
            return self.models
        return super().focus_key(key)

    def add_model(self) -> None:
        """Add a model with a name that is free, and let the user type another."""
        name = unused("new-model", model_names(self.around.session.document.value))
        operation = {"op": "set", "path": (*self.path, "models", name), "value": True}
        if self.models.change((operation,), self.tr("Add model")):
            self.models.table.setFocus()
            self.models.table.go_to(name)
            self.models.table.rename()

    def toggle(self, name: str) -> None:
        """Let a model take everything from the group, or give it settings of its own."""
        group = value_at(self.around.session.document.value, self.path)
        has_own = isinstance(models_in(group).get(name), dict)
        value: Value = True if has_own else dict(own_settings(group, name))
        operation = {"op": "set", "path": (*self.path, "models", name), "value": value}
        label = self.tr("Let {0} inherit") if has_own else self.tr("Give {0} its own settings")
        self.models.change((operation,), label.format(name))

    def _rename(self, name: str, new: str) -> None:
        operation = {"op": "rename", "path": (*self.path, "models", name), "name": new}
        label = self.tr("Rename {0} to {1}").format(name, new)
        if self.models.change((operation,), label):
            self.models.table.go_to(new)

    def _remove(self, names: Sequence[str]) -> None:
        steps = ({"op": "unset", "path": (*self.path, "models", name)} for name in names)
        if len(names) == 1:
            label = self.tr("Delete {0}").format(names[0])
        else:
            label = counted(len(names), "Delete %n model", "Delete %n models")
        self.models.change(tuple(steps), label)

    def _open(self, name: str) -> None:
        self.node_requested.emit((*self.path, "models", name))
