"""The page of `endpoints.azureOpenAI`: the table of its groups, and its own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.inheritance import is_serverless
from editor.core.outline import (
    groups_in,
    models_in,
    name_of,
    plain_text,
    problems_by_step,
    value_at,
)
from editor.core.schema.field import Level, Widget
from editor.core.schema.field import Section as Part
from editor.core.schema.table import GROUPS_PATH
from editor.ui.form.nodetable import NodeTable, row_of
from editor.ui.form.page import Page, Problems
from editor.ui.form.rowstable import Row, RowsModel
from editor.ui.widgets.choice import OpenChoice
from editor.ui.widgets.emptystate import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.core.document import Document
    from editor.core.yaml.values import Value

_MOST_SUGGESTIONS = 200


class EndpointPage(Page):
    """Edits the endpoint's own settings and opens its groups."""

    main_action = "testAll"
    other_actions = ("addGroup", "moveUp", "moveDown")

    def build(self) -> None:
        """Add the groups first, then the endpoint's settings."""
        self._suggested: list[Value] | None = None
        self.groups = self._groups_table()
        self.column.addWidget(self.groups)
        parts = [part for part in Part if part is not Part.MODELS]
        self.add_sections(Level.ENDPOINT, parts)

    def _groups_table(self) -> NodeTable:
        empty = EmptyState(
            "group",
            self.tr("No groups yet"),
            self.tr("A group is one Azure resource with its key and its models."),
            self.tr("Add group"),
        )
        headings = (self.tr("Group"), self.tr("Instance"), self.tr("Models"))
        model = RowsModel(headings, can_rename=False)
        block = NodeTable(self.around.writer, model, self.tr("Groups"), empty)
        block.setObjectName("endpointGroups")
        block.add_button.clicked.connect(self._ask_for_group)
        empty.requested.connect(self._ask_for_group)
        block.table.opened.connect(self._open)
        block.table.removal_requested.connect(self._remove)
        return block

    def facts(self, document: Document) -> Sequence[str]:
        """Return how many groups and models there are."""
        groups = groups_in(document.value)
        models = sum(len(models_in(group)) for group in groups)
        return (
            self.tr("1 group") if len(groups) == 1 else self.tr("{0} groups").format(len(groups)),
            self.tr("1 model") if models == 1 else self.tr("{0} models").format(models),
        )

    def display_more(self, document: Document, problems: Problems) -> None:
        """Show the groups."""
        groups = groups_in(document.value)
        found = problems.get("groups", ())
        by_group = problems_by_step(found, GROUPS_PATH)
        rows = tuple(self._row(document, number, by_group) for number in range(len(groups)))
        self.groups.show_problems(found, GROUPS_PATH)
        self.groups.show_rows(rows, "")
        if groups is not self._suggested:
            self._suggested = groups
            self._suggest([name for group in groups for name in models_in(group)])

    def _row(self, document: Document, number: int, problems: Problems) -> Row:
        group = value_at(document.value, (*GROUPS_PATH, number))
        name = name_of(document.value, (*GROUPS_PATH, number))
        key = "baseURL" if is_serverless(group) else "instanceName"
        resource = plain_text(value_at(group, (key,)))
        cells = ((name, False), (resource, False), (str(len(models_in(group))), False))
        return row_of(number, cells, problems)

    def _suggest(self, names: Sequence[str]) -> None:
        """Offer the names of the models where one is asked for."""
        offered = [("current_model", self.tr("the one in use"))]
        offered += [(name, "") for name in names[:_MOST_SUGGESTIONS]]
        for row in self.fields.values():
            if row.field.widget is Widget.MODEL_NAME and isinstance(row.editor, OpenChoice):
                row.editor.set_suggestions(offered)

    def focus_key(self, key: str) -> QWidget | None:
        """Move the keyboard to a field, or to the table for `groups`."""
        if key == "groups":
            self.groups.focus_inside()
            return self.groups
        return super().focus_key(key)

    def _ask_for_group(self) -> None:
        self.action_requested.emit("addGroup")

    def _open(self, number: int) -> None:
        self.node_requested.emit((*GROUPS_PATH, number))

    def _remove(self, numbers: Sequence[int]) -> None:
        value = self.around.session.document.value
        steps = ({"op": "unset", "path": (*GROUPS_PATH, n)} for n in reversed(numbers))
        if len(numbers) == 1:
            label = self.tr("Delete {0}").format(name_of(value, (*GROUPS_PATH, numbers[0])))
        else:
            label = self.tr("Delete {0} groups").format(len(numbers))
        self.groups.change(tuple(steps), label)
