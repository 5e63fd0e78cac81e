"""Renders every part of the kit into pictures: `python -m tests.ui.component_sheet FOLDER`."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.core.secret import Secret
from editor.ui.look.appearance import apply_look, current_look
from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.widgets.banner import Banner
from editor.ui.widgets.choice import OpenChoice, Switch
from editor.ui.widgets.codepane import CodePane
from editor.ui.widgets.diffview import DiffView
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.entrycells import Steps, entries_of
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label
from editor.ui.widgets.listeditor import ListEditor
from editor.ui.widgets.mappingtable import MappingTable
from editor.ui.widgets.markedtext import Change, Underline
from editor.ui.widgets.multiline import MultilineField
from editor.ui.widgets.numberfield import NumberField
from editor.ui.widgets.problemline import FixButton, ProblemText
from editor.ui.widgets.problemlist import PROBLEM_ROLE, ProblemList, ProblemRow
from editor.ui.widgets.rowtree import ROW_ROLE, RowTree, TreeRow
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.section import Section
from editor.ui.widgets.shapeicon import ShapeIcon
from editor.ui.widgets.statusline import StatusLine
from editor.ui.widgets.textfield import Inherited, Note, TextField

SOURCE = """endpoints:
  azureOpenAI:
    # titles are cheap
    titleModel: "gpt-4o-mini"
    titleConvo: true
    groups:
    # primary region
    - group: "eastus"
      apiKey: "${EASTUS_KEY}"
      instanceName: "contoso-eastus"   # resource name
      version: 2024-10-21
      models:
        gpt-4o-mini:
          deploymentName: gpt-4o-mini
          versoin: "2024-12-01-preview"
        gpt-4: {deploymentName: 'gpt-4-prod', assistants: false}
"""


def sheet(scale: float) -> QWidget:
    """Return a widget with every part."""
    page = QWidget()
    page.setProperty("surface", "base")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    for title, part in PARTS.items():
        section = Section(title)
        section.add(part())
        column.addWidget(section)
    column.addStretch()
    page.setFixedWidth(round(592 * scale))
    return page


def types() -> QWidget:
    """Return a line in each type style."""
    holder, column = _column()
    for name in current_look().tokens.type:
        column.addWidget(label(f"{name}: Start from an Azure URL", name))
    status = StatusLine()
    status.show_status(Shape.OK, "All 3 models answered", "0.4 s", "tested 2 min ago")
    column.addWidget(status)
    return holder


def buttons() -> QWidget:
    """Return buttons of every role."""
    holder = QWidget()
    row = FlowLayout(holder)
    for title, role in (("Add group", "primary"), ("Test group", ""), ("Copy", "flat")):
        button = QPushButton(title)
        if role != "primary":
            button.setIcon(icon("testAll"))
        button.setProperty("role", role)
        row.addWidget(button)
    off = QPushButton(icon("testAll"), "Test group")
    off.setEnabled(False)
    row.addWidget(off)
    more = QToolButton()
    more.setIcon(icon("more"))
    more.setProperty("role", "more")
    more.setAccessibleName("More")
    row.addWidget(more)
    check = QCheckBox("Only what is set")
    check.setChecked(True)
    row.addWidget(check)
    row.addWidget(QCheckBox("Off"))
    tabs = QTabBar()
    tabs.setExpanding(False)
    tabs.setAccessibleName("Source")
    for name in ("YAML", ".env", "Routes", "Changes 2"):
        tabs.addTab(name)
    row.addWidget(tabs)
    return holder


def fields() -> QWidget:
    """Return field rows in every state."""
    holder, column = _column()
    plain = TextField("Set")
    plain.show_value("contoso-eastus")
    plain.tail.set_suffix(".openai.azure.com")
    inherited = OpenChoice("Inherited")
    inherited.show_value(None, Inherited("2024-10-21", "eastus"))
    over = OpenChoice("Overridden")
    over.show_value("2024-12-01-preview", Inherited("2024-10-21", "eastus"))
    variable = SecretField("Variable, set")
    variable.show_value("${EASTUS_KEY}", None, Note("set in .env", Shape.OK))
    missing = SecretField("Variable, not set")
    missing.show_value("${MISTRAL_KEY}", None, Note("not set", Shape.ERROR, clickable=True))
    secret = SecretField("Secret in YAML")
    secret.show_value(Secret("0123456789abcdefa1b2"))
    ignored = Switch("Ignored here")
    ignored.show_value(True)
    number = NumberField("Number", "LibreChat's own")
    lines = MultilineField("Several lines")
    lines.show_value("Provide a concise title.\nAt most five words.")
    empty = TextField("Error")
    rows = [
        FieldRow(editor.accessibleName(), editor)
        for editor in (
            *(plain, inherited, over, variable, missing, secret),
            *(ignored, number, lines, empty),
        )
    ]
    rows[4].show_problems((ProblemText(Shape.ERROR, "Nobody sets MISTRAL_KEY."),))
    move = FixButton("move", "Move to .env")
    warn = "LibreChat prints this key to its log at start-up."
    rows[5].show_problems((ProblemText(Shape.WARNING, warn, None, (move,)),))
    rows[6].set_quiet(True)
    rows[6].set_hint("forcePrompt is ignored since LibreChat 0.8.3. It stays in the file.")
    rows[9].show_problems(
        (ProblemText(Shape.ERROR, "LibreChat needs a group name.", "0.group: Required"),)
    )
    for row in rows:
        column.addWidget(row)
    return holder


def states() -> QWidget:
    """Return every shape with its words."""
    holder = QWidget()
    row = FlowLayout(holder, spacing=12)
    for shape in Shape:
        pair = QWidget()
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(ShapeIcon(shape))
        both.addWidget(label(shape.words))
        row.addWidget(pair)
    return holder


def tree() -> QWidget:
    """Return a tree with rows of every kind."""
    view = RowTree("Tree")
    model = QStandardItemModel(view)
    top = _item(TreeRow("Azure OpenAI", "3 groups", icon="endpoint", strong=True))
    group = _item(TreeRow("eastus", "contoso-eastus", Shape.STALE, "", True, 1, 2))
    for row in (
        TreeRow("gpt-4o", "gpt-4o-prod", Shape.OK),
        TreeRow("gpt-4o-mini", "pointer over it", Shape.LIMITED, warnings=1),
        TreeRow("a-very-long-model-name-that-does-not-fit-into-the-tree-at-all" * 2, "x", errors=1),
    ):
        group.appendRow(_item(row))
    top.appendRow(group)
    model.appendRow(top)
    view.setModel(model)
    view.expandAll()
    view.setCurrentIndex(group.child(0).index())
    view.setFixedHeight(current_look().size("tree_row") * 6)
    return view


def problems() -> QWidget:
    """Return a problems list."""
    view = ProblemList("Problems")
    rows = (
        ProblemRow(
            Shape.ERROR,
            'Model "gpt-4" in group "eastus" is missing a required deploymentName or version.',
            "LibreChat stops here",
            "eastus › gpt-4",
            26,
            "Fill in “gpt-4”",
        ),
        ProblemRow(Shape.WARNING, "API version 2024-06-01 is superseded.", "Advice", "eastus", 27),
    )
    model = _Rows(rows)
    model.setParent(view)
    view.setModel(model)
    view.setCurrentIndex(model.index(0))
    view.setFixedHeight(current_look().size("table_row") * 3)
    return view


class _Rows(QStringListModel):
    """Serves problem rows."""

    def __init__(self, rows: tuple[ProblemRow, ...]) -> None:
        super().__init__([row.message for row in rows])
        self._rows = rows

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return self._rows[index.row()] if role == PROBLEM_ROLE else super().data(index, role)


def banners() -> QWidget:
    """Return banners."""
    holder, column = _column()
    for shape, fact, more, button in (
        (Shape.WARNING, "5 legacy Azure settings in .env.", "They conflict.", "Migrate…"),
        (Shape.INFO, "librechat.yaml changed on disk.", "Yours has no edits.", "Reload"),
        (Shape.ERROR, "The file cannot be written.", "Its folder is read-only.", ""),
    ):
        banner = Banner()
        banner.show_fact(shape, fact, more, button)
        column.addWidget(banner)
    return holder


def source() -> QWidget:
    """Return a code pane with marks."""
    pane = CodePane("Source")
    pane.show_text(SOURCE)
    pane.show_node(SOURCE.index("    # primary"), SOURCE.index("        gpt-4:"))
    bad = SOURCE.index("versoin")
    pane.show_underlines((Underline(bad, bad + 7, Shape.WARNING, "not a key LibreChat knows"),))
    pane.show_changes({4: Change.ADDED, 14: Change.CHANGED, 8: Change.REMOVED})
    pane.setFixedHeight(pane.fontMetrics().lineSpacing() * 17)
    return pane


def _as_yaml(steps: Steps, value: object) -> str:
    return str(value)


def tables() -> QWidget:
    """Return the editors of keys and values and of lists."""
    holder, column = _column()
    headers = MappingTable("Headers", "Add a header…")
    headers.show_entries(list(entries_of({"x-team": "platform", "x-id": "7"}, _as_yaml)))
    parameters = MappingTable("Parameters", "Add a parameter…", typed=True)
    values = {"max_tokens": 4096, "store": True, "user": None, "stop": ["a"], "note": "12"}
    parameters.show_entries(list(entries_of(values, _as_yaml)))
    parameters.setCurrentCell(1, 0)
    dropped = ListEditor("Dropped", "Add a parameter to drop…")
    dropped.show_items(["temperature", "top_p"])
    for part in (headers, parameters, dropped):
        column.addWidget(part)
    return holder


def diff() -> QWidget:
    """Return a diff in both forms."""
    holder, column = _column()
    new = SOURCE.replace("versoin", "version").replace("    titleConvo: true\n", "") + "# end\n"
    for side_by_side in (False, True):
        view = DiffView("Changes")
        view.set_side_by_side(side_by_side)
        view.show_texts(SOURCE, new)
        view.setFixedHeight(current_look().pixels(260))
        column.addWidget(view)
    return holder


def empty() -> QWidget:
    """Return an empty state."""
    meaning = "LibreChat accepts a group without models, but shows nothing of it."
    return EmptyState("model", "No models in this group yet", meaning, "Add model")


PARTS = {
    "Type": types,
    "Buttons": buttons,
    "Field rows": fields,
    "States": states,
    "Tree rows": tree,
    "Problems": problems,
    "Banners": banners,
    "Tables": tables,
    "Source": source,
    "Diff": diff,
    "Empty state": empty,
}


def _column() -> tuple[QWidget, QVBoxLayout]:
    """Return a widget and its column."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return holder, column


def _item(row: TreeRow) -> QStandardItem:
    """Return a tree item for a row."""
    item = QStandardItem(row.name)
    item.setData(row, ROW_ROLE)
    return item


def render(folder: Path) -> None:
    """Draw the sheet in both schemes at 100 % and 200 % text."""
    application = QApplication([])
    appearance = apply_look(application)
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        for percent in (100, 200):
            font = QFont("Inter")
            font.setPixelSize(13 * percent // 100)
            application.setFont(font)
            appearance.prefer(scheme)
            appearance.refresh()
            page = sheet(percent / 100)
            page.show()
            application.processEvents()
            page.resize(page.width(), page.heightForWidth(page.width()))
            application.processEvents()
            page.grab().save(str(folder / f"components-{scheme.name.lower()}-{percent}.png"))
            page.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    render(Path(sys.argv[1]))
