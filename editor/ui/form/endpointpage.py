"""The page of `endpoints.azureOpenAI`: the table of its groups, and its own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.inheritance import is_serverless
from editor.core.outline import (
    groups_in,
    models_in,
    plain_text,
    problems_by_step,
    value_at,
)
from editor.core.routing.route import Kind
from editor.core.schema.assistants import AZURE_ASSISTANTS_PATH, OPENAI_ASSISTANTS_PATH
from editor.core.schema.field import Level
from editor.core.schema.field import Section as Part
from editor.core.schema.table import GROUPS_PATH
from editor.core.standing import worst
from editor.ui.form.assistantssection import AssistantsSection, key_on_page
from editor.ui.form.nodetable import NodeTable, row_of
from editor.ui.form.page import Page, Problems
from editor.ui.form.rowstable import Row, RowsModel
from editor.ui.form.showing import shown_in
from editor.ui.language import counted
from editor.ui.testwords import facts_of_group, shape_of
from editor.ui.tree.nodes import node_name
from editor.ui.widgets.emptystate import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.core.document import Document
    from editor.core.standing import Standing
    from editor.core.yaml.values import Path, Value
    from editor.ui.form.wishes import Shown
    from editor.ui.look.shapes import Shape


class EndpointPage(Page):
    """Edits the endpoint's own settings and opens its groups."""

    main_action = "testAll"
    other_actions = ("addGroup", "moveUp", "moveDown")

    def build(self) -> None:
        """Add the groups first, then the endpoint's settings."""
        self.groups = self._groups_table()
        self.column.addWidget(self.groups)
        parts = [part for part in Part if part is not Part.MODELS]
        self.add_sections(Level.ENDPOINT, parts)
        self.assistants = (
            AssistantsSection(self.tr("Azure Assistants"), AZURE_ASSISTANTS_PATH, self.add_field),
            AssistantsSection(self.tr("OpenAI Assistants"), OPENAI_ASSISTANTS_PATH, self.add_field),
        )
        for section in self.assistants:
            section.remove.clicked.connect(self._remove_assistants)
            self.sections.append(section)
            self.column.addWidget(section)

    def field_path(self, key: str) -> Path:
        """Return the path of what a field edits: the assistants' are the endpoint's neighbours."""
        found = (section.field_path(key) for section in self.assistants)
        return next((path for path in found if path is not None), (*self.path, key))

    def shown(self, document: Document, value: Value, key: str) -> Shown:
        """Return what a field is to show of the endpoint, or of a neighbour."""
        path = self.field_path(key)
        return shown_in(document, value_at(document.value, path[:-1]), path)

    def arranged(self, problems: Problems, document: Document) -> Problems:
        """Add the problems of the neighbours to the endpoint's own."""
        arranged = dict(problems)
        for section in self.assistants:
            for key, found in section.problems(document).items():
                arranged[key] = (*arranged.get(key, ()), *found)
        return arranged

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

    def tested(self) -> Sequence[Standing]:
        """Return how all tests stand."""
        return () if self.around.tests is None else self.around.tests.standings

    def test_facts(self) -> tuple[Shape | None, Sequence[str]]:
        """Return the worst state of all models, the longest time and the least age."""
        known = [one for one in self.tested() if one.route.kind is Kind.CHAT]
        if self.around.tests is None or not known:
            return None, ()
        shape = shape_of(worst(one.state for one in known))
        return shape, facts_of_group(known, self.around.tests.now())

    def facts(self, document: Document) -> Sequence[str]:
        """Return how many groups and models there are."""
        groups = groups_in(document.value)
        models = sum(len(models_in(group)) for group in groups)
        return (
            counted(len(groups), "%n group", "%n groups"),
            counted(models, "%n model", "%n models"),
        )

    def display_more(self, document: Document, problems: Problems) -> None:
        """Show the groups, and which neighbours there are."""
        for section in self.assistants:
            section.show_document(document)
        groups = groups_in(document.value)
        found = problems.get("groups", ())
        by_group = problems_by_step(found, GROUPS_PATH)
        rows = tuple(self._row(document, number, by_group) for number in range(len(groups)))
        self.groups.show_problems(found, GROUPS_PATH)
        self.groups.show_rows(rows, "")

    def _row(self, document: Document, number: int, problems: Problems) -> Row:
        group = value_at(document.value, (*GROUPS_PATH, number))
        name = node_name(document.value, (*GROUPS_PATH, number))
        key = "baseURL" if is_serverless(group) else "instanceName"
        resource = plain_text(value_at(group, (key,)))
        cells = ((name, False), (resource, False), (str(len(models_in(group))), False))
        return row_of(number, cells, problems)

    def focus_key(self, key: str) -> QWidget | None:
        """Move the keyboard to a field, to the table for `groups`, or to a part by its name."""
        if key == "groups":
            self.groups.focus_inside()
            return self.groups
        for section in self.assistants:
            if key == key_on_page(section.path):
                section.set_folded(False)
                section.caret.setFocus()
                return section
        return super().focus_key(key)

    def _ask_for_group(self) -> None:
        self.action_requested.emit("addGroup")

    def _open(self, number: int) -> None:
        self.node_requested.emit((*GROUPS_PATH, number))

    def _remove(self, numbers: Sequence[int]) -> None:
        value = self.around.session.document.value
        steps = ({"op": "unset", "path": (*GROUPS_PATH, n)} for n in reversed(numbers))
        if len(numbers) == 1:
            label = self.tr("Delete {0}").format(node_name(value, (*GROUPS_PATH, numbers[0])))
        else:
            label = counted(len(numbers), "Delete %n group", "Delete %n groups")
        self.groups.change(tuple(steps), label)

    def _remove_assistants(self) -> None:
        """Remove a neighbour as a whole."""
        sections = self.assistants
        section = next(one for one in sections if one.remove is self.sender())
        label = self.tr("Remove {0}").format(section.path[-1])
        if not self.around.writer.do(({"op": "unset", "path": section.path},), label):
            first = next(key for key in self.fields if section.field_path(key))
            self.fields[first].show_failure(self.around.writer.refusal)
