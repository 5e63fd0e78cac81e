"""The page of the whole file: version, verdict, and what else there is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor.core.outline import groups_in, models_in, value_at
from editor.core.schema.assistants import ASSISTANTS_FIELDS
from editor.core.schema.field import STRING, Field, Level, Widget
from editor.core.schema.field import Section as Part
from editor.core.schema.table import AZURE_PATH
from editor.core.validation.problem import Severity
from editor.ui.form.page import Page, Problems
from editor.ui.look.shapes import Shape
from editor.ui.widgets import counts
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.labels import label
from editor.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.core.document import Document
    from editor.core.yaml.values import Path

VERSION = Field(
    key="version",
    level=Level.ENDPOINT,  # the table has no level for the top of the file
    shape=STRING,
    label="Config version",
    help="The version of LibreChat's config format that the file was written for, in quotes. "
    "Another one than LibreChat's own only brings a note in its log.",
    example="1.3.17",
    widget=Widget.VERSION,
    section=Part.GENERAL,
    is_required=True,
)
_MOST_PROBLEMS = 20


class RootPage(Page):
    """Shows the file as a whole and leads to its Azure part."""

    main_action = "addGroup"

    def build(self) -> None:
        """Add version, Azure part, and the names of the other sections."""
        version = self.add_field(VERSION)
        self.column.addWidget(version)
        self.azure = Section(self.tr("Azure OpenAI"))
        self.open_azure = QPushButton()
        self.open_azure.setObjectName("openAzure")
        self.open_azure.setProperty("role", "link")
        self.open_azure.clicked.connect(self._open_azure)
        self.empty = EmptyState(
            "endpoint",
            self.tr("No Azure OpenAI section yet"),
            self.tr("Its models appear in LibreChat once the file has a group for them."),
            self.tr("Add group"),
        )
        self.empty.requested.connect(self._ask_for_group)
        self.azure.rows.addWidget(self.open_azure, alignment=Qt.AlignmentFlag.AlignLeft)
        self.azure.add(self.empty)
        self.column.addWidget(self.azure)
        self.others = Section(self.tr("Other sections"))
        self._names = label("", "body", "text", wrap=True)
        self.others.add(self._names)
        self.others.add(label(self.tr("Read and edit them in the YAML pane."), "small", "text_3"))
        self.column.addWidget(self.others)

    def arranged(self, problems: Problems, document: Document) -> Problems:
        """Put everything without a form of its own at the top of the page."""
        depth, forms = len(AZURE_PATH), _with_form(document)
        own = tuple(
            problem
            for step, found in problems.items()
            if step != "version"
            for problem in found
            if forms.isdisjoint((problem.path[:depth], problem.node_path[:depth]))
        )
        return {"": own[:_MOST_PROBLEMS], "version": problems.get("version", ())}

    def status(self, document: Document) -> tuple[Shape | None, Sequence[str]]:
        """Return LibreChat's verdict."""
        target = document.target
        errors = sum(problem.severity is Severity.ERROR for problem in document.problems)
        if document.valid:
            return Shape.OK, (self.tr("LibreChat {0} accepts this file").format(target),)
        refuses = self.tr("LibreChat {0} would refuse this file").format(target)
        return Shape.ERROR, (refuses, counts.errors(errors))

    def display_more(self, document: Document, problems: Problems) -> None:
        """Show what the file holds."""
        groups = groups_in(document.value)
        has_azure = value_at(document.value, AZURE_PATH) is not None
        models = sum(len(models_in(group)) for group in groups)
        parts = (counts.groups(len(groups)) or self.tr("no groups"), counts.models(models))
        self.open_azure.setText(", ".join(part for part in parts if part))
        self.open_azure.setVisible(has_azure)
        self.empty.setVisible(not has_azure)
        names = _other_sections(document)
        self._names.setText(", ".join(names))
        self.others.setVisible(bool(names))

    def others_text(self) -> str:
        """Return the names of the other sections."""
        return self._names.text()

    def focus_key(self, key: str) -> QWidget | None:
        """Move the keyboard to the version, or to what leads to the Azure part."""
        if key != "endpoints":
            return super().focus_key(key)
        (self.empty.button if self.open_azure.isHidden() else self.open_azure).setFocus()
        return self.azure

    def _open_azure(self) -> None:
        self.node_requested.emit(AZURE_PATH)

    def _ask_for_group(self) -> None:
        self.action_requested.emit("addGroup")


def _with_form(document: Document) -> set[Path]:
    """Return the endpoints with a form; the assistants' is reached through the Azure part."""
    has_azure = value_at(document.value, AZURE_PATH) is not None
    return {AZURE_PATH, *(ASSISTANTS_FIELDS if has_azure else ())}


def _other_sections(document: Document) -> list[str]:
    """Return the names of everything but the version and what has a form."""
    value, endpoints = document.value, value_at(document.value, AZURE_PATH[:1])
    keys = value if isinstance(value, dict) else {}
    names = [key for key in keys if key not in ("version", "endpoints")]
    if isinstance(endpoints, dict):
        forms = _with_form(document)
        names += [f"endpoints.{key}" for key in endpoints if ("endpoints", key) not in forms]
    return names
