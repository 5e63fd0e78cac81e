"""The page of a model: its name, its own settings over those of its group, and the result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from editor.core.completion.offering import MODEL_NAME
from editor.core.inheritance import inherited, missing_key, own_settings, resolve
from editor.core.outline import value_at
from editor.core.schema.field import STRING, Field, Level, Widget
from editor.core.schema.field import Section as Part
from editor.core.schema.table import GROUPS_PATH, field_at, fields_of
from editor.core.validation.codes import Code
from editor.ui.form.page import Page, Problems
from editor.ui.form.resolution import ResolutionBlock
from editor.ui.form.uses import (
    UPDATE_USES,
    UsesBlock,
    left_behind,
    offer_to_update,
    updating_operations,
)
from editor.ui.form.wishes import Shown
from editor.ui.language import counted
from editor.ui.testwords import facts_of, shape_of
from editor.ui.tree.nodes import node_name
from editor.ui.widgets.labels import label
from editor.ui.widgets.textfield import Inherited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.core.document import Document
    from editor.core.standing import Standing
    from editor.core.yaml.values import Path, Value
    from editor.ui.form.wishes import Wish
    from editor.ui.look.shapes import Shape

_NAME_FIELD = Field(
    key=MODEL_NAME,
    level=Level.MODEL,
    shape=STRING,
    label="Model name",
    help="What users pick. LibreChat reads the context window and abilities from it, and no two "
    "groups may have a model of the same name.",
    example="gpt-4o",
    widget=Widget.TEXT,
    section=Part.CONNECTION,
    is_required=True,
)
_ABOUT_NAMES = frozenset({Code.DUPLICATE_MODEL, Code.RESERVED_NAME})


class ModelPage(Page):
    """Edits one model. What it inherits stands in its fields as placeholders."""

    main_action = "testModel"
    other_actions = ("duplicate", "moveUp", "moveDown", "delete")

    def build(self) -> None:
        """Add the name, the model's fields, and what it resolves to."""
        self._renaming: tuple[str, str] | None = None
        self._renamed: tuple[str, Path] | None = None
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.inherits_all = QCheckBox(self.tr("Take everything from the group"))
        self.inherits_all.setObjectName("inheritsAll")
        self.inherits_all.clicked.connect(self._set_inherits)
        self.remark = label("", "small", "text_2", wrap=True)
        name = self.add_field(_NAME_FIELD)
        if isinstance(name.editor, QLineEdit):
            name.editor.editingFinished.connect(self._end_renaming)
        column.addWidget(name)
        column.addWidget(self.inherits_all)
        column.addWidget(self.remark)
        for field in fields_of(Level.MODEL):
            if field.section is Part.CONNECTION:
                column.addWidget(self.add_field(field))
        self.resolution = ResolutionBlock()
        self.uses = UsesBlock()
        self.uses.place_requested.connect(self._reveal)
        self.column.addWidget(self._rows)
        self.column.addWidget(self.resolution)
        self.column.addWidget(self.uses)
        self.add_sections(Level.MODEL, (Part.GENERAL,))

    @property
    def _group_path(self) -> Path:
        return self.path[: len(GROUPS_PATH) + 1]

    @property
    def _name(self) -> str:
        return str(self.path[-1])

    def arranged(self, problems: Problems, document: Document) -> Problems:
        """Put problems about the name, or what is lacking, under the field that mends them."""
        group = value_at(document.value, self._group_path)
        lacking = missing_key(resolve(group, self._name)) or ""
        arranged = dict(problems)
        arranged[""] = ()
        for problem in problems.get("", ()):
            is_lacking = problem.code == Code.MISSING_DEPLOYMENT
            key = MODEL_NAME if problem.code in _ABOUT_NAMES else lacking if is_lacking else ""
            arranged[key] = (*arranged.get(key, ()), problem)
        return arranged

    def tested(self) -> Sequence[Standing]:
        """Return how the model's test stands; nothing before the first test of all."""
        standing = self.around.tests.at(self.path) if self.around.tests is not None else None
        return () if standing is None else (standing,)

    def test_facts(self) -> tuple[Shape | None, Sequence[str]]:
        """Return the state of the model's test, its time and its age."""
        if self.around.tests is None:
            return None, ()
        now = self.around.tests.now()
        known = self.tested()
        words = facts_of(known[0], now) if known else (self.tr("Not tested yet"),)
        return shape_of(self.around.tests.state_of(self.path)), words

    def facts(self, document: Document) -> Sequence[str]:
        """Return which group the model belongs to."""
        return (self.tr("in {0}").format(node_name(document.value, self._group_path)),)

    def shown(self, document: Document, value: Value, key: str) -> Shown:
        """Return the model's own value, with the group's behind it."""
        if key == MODEL_NAME:
            path = (*self.path, MODEL_NAME)
            return Shown(self._name, is_set=True, path=path, document=document)
        shown = super().shown(document, value, key)
        group = value_at(document.value, self._group_path)
        row = self._fields.get(key)
        text = inherited(group, key) if row is not None and row.field.is_inheritable else ""
        if not text:
            return shown
        source = node_name(document.value, self._group_path)
        return replace(shown, inherited=Inherited(text, source))

    def display_more(self, document: Document, problems: Problems) -> None:
        """Show what the model resolves to, and what names it."""
        group = value_at(document.value, self._group_path)
        value = value_at(document.value, self.path)
        self.resolution.show_resolution(resolve(group, self._name))
        with QSignalBlocker(self.inherits_all):
            self.inherits_all.setChecked(isinstance(value, bool))
        remark = ""
        if value is False:
            remark = self.tr(
                "The file says false, and LibreChat enables the model all the same. Delete it to "
                "take it away from users."
            )
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.uses.show_uses(document.value, self._name)
        self._offer_update(document)

    def write(self, key: str, wish: Wish, *, detach: bool = False) -> bool:
        """Do a wish; a name's is to rename the model."""
        if key != MODEL_NAME:
            return super().write(key, wish, detach=detach)
        name = wish.operations[0]["value"]
        if not isinstance(name, str) or not name:
            self.around.writer.refusal = self.tr("A model needs a name.")
            return False
        if name == self._name:
            return True
        first, last = self._renaming or (self._name, self._name)
        first = first if last == self._name else self._name
        path = (*self.path[:-1], name)
        operation = {"op": "rename", "path": self.path, "name": name, "detach": detach}
        label = self.tr("Rename {0} to {1}").format(first, name)
        typing = (MODEL_NAME, self._group_path)
        done = self.around.session.operate((operation,), label, typing=typing, select=path)
        self._renaming = (first, name) if done else self._renaming
        return done

    def _end_renaming(self) -> None:
        """Take the name as finished, and offer to update what names the model by its old one."""
        if self._renaming is not None and self._renaming[1] == self._name:
            first = self._renaming[0]
            before = self._renamed
            is_again = before is not None and before[1] == (*self.path[:-1], first)
            old = before[0] if before is not None and is_again else first
            self._renamed = (old, self.path)
        self._renaming = None
        self._offer_update(self.around.session.document)

    def _offer_update(self, document: Document) -> None:
        """Offer it while a place still names the model so; nothing while the name is typed."""
        uses = self._left_behind(document)
        is_offered = uses and self._renaming is None
        old = self._renamed[0] if self._renamed else ""
        offer = offer_to_update(old, len(uses)) if is_offered else None
        self._fields[MODEL_NAME].show_offer(offer)

    def _left_behind(self, document: Document) -> tuple[Path, ...]:
        """Return what still names the model by the name that it had."""
        if self._renamed is None or self._renamed[1] != self.path:
            return ()
        return left_behind(document.value, self._renamed[0])

    def _fix(self, key: object, fix_id: str) -> None:
        if fix_id != UPDATE_USES:
            super()._fix(key, fix_id)
            return
        uses = self._left_behind(self.around.session.document)
        label = counted(len(uses), "Name {0} in %n place", "Name {0} in %n places", self._name)
        if not self.around.writer.do(updating_operations(uses, self._name), label):
            self._fields[MODEL_NAME].show_failure(self.around.writer.refusal)

    def _reveal(self, path: Path) -> None:
        """Go to the field of a place, or select it where the form has none."""
        signal = self.node_requested if field_at(path) is None else self.field_requested
        signal.emit(path)

    def _set_inherits(self, inherits: bool) -> None:
        """Let the model take everything from the group, or give it settings of its own."""
        group = value_at(self.around.session.document.value, self._group_path)
        value: Value = True if inherits else dict(own_settings(group, self._name))
        label = self.tr("Let {0} inherit") if inherits else self.tr("Give {0} its own settings")
        operation = {"op": "set", "path": self.path, "value": value}
        if not self.around.writer.do((operation,), label.format(self._name)):
            self.inherits_all.setChecked(not inherits)
            self._fields[MODEL_NAME].show_failure(self.around.writer.refusal)
