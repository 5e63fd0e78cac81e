"""The places outside of the groups that name a model: shown as links, and brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from editor.core.outline import model_names, plain_text, value_at
from editor.core.references import uses_of
from editor.ui.language import counted
from editor.ui.look.shapes import Shape
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import FixButton, ProblemText
from editor.ui.widgets.section import Section

if TYPE_CHECKING:
    from editor.core.validation.problem import Operation
    from editor.core.yaml.values import Path, Value

UPDATE_USES = "updateUses"
_MOST_LINKS = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)


def left_behind(config: Value, old: str) -> tuple[Path, ...]:
    """Return the places that still name a model by a name that none has any longer."""
    return () if old in model_names(config) else uses_of(config, old)


def updating_operations(uses: tuple[Path, ...], name: str) -> tuple[Operation, ...]:
    """Return the operations that make places name a model by another name."""
    return tuple({"op": "set", "path": list(use), "value": name} for use in uses)


def offer_to_update(old: str, count: int) -> ProblemText:
    """Return the line that says how many places still name a model by its old name."""
    sentence = counted(
        count, "%n other place still names “{0}”.", "%n other places still name “{0}”.", old
    )
    button = FixButton(UPDATE_USES, counted(count, "Update it", "Update them"))
    return ProblemText(Shape.INFO, sentence, None, (button,))


class UsesBlock(Section):
    """Shows where a model is named, each place as a link; hidden while no place names it.

    Signals: `place_requested(path)`.
    """

    place_requested = Signal(object)

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__(_tr("Used in"))
        self._places: tuple[tuple[Path, str], ...] = ()
        self.links: list[QPushButton] = []
        self._flow = QWidget()
        self._row = FlowLayout(self._flow, spacing=8)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._rest = label("", "small", "text_3")
        self.add(self._flow)
        self.add(self._rest)
        self.hide()

    def show_uses(self, config: Value, model: str) -> None:
        """Show the places that name a model."""
        uses = uses_of(config, model)
        places = tuple((use, place_name(config, use)) for use in uses[:_MOST_LINKS])
        more = len(uses) - len(places)
        self._rest.setText(counted(more, "and %n more place", "and %n more places") if more else "")
        self._rest.setVisible(more > 0)
        if places != self._places:
            self._places = places
            self._renew()
        self.setVisible(bool(places))

    def _renew(self) -> None:
        for link in self.links:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(name) for _, name in self._places]
        for link in self.links:
            self._row.addWidget(link)

    def _link(self, name: str) -> QPushButton:
        link = QPushButton(name.replace("&", "&&"))
        link.setProperty("role", "link")
        link.setAccessibleName(self.tr("Go to {0}").format(name))
        link.clicked.connect(self._go)
        return link

    def _go(self) -> None:
        link = self.sender()
        assert isinstance(link, QPushButton)
        self.place_requested.emit(self._places[self.links.index(link)][0])


def place_name(config: Value, path: Path) -> str:
    """Return what people call a place that names a model."""
    match path:
        case ("endpoints", "azureOpenAI", key):
            return str(key)
        case ("modelSpecs", "list", int(index), *_):
            spec = path[:3]
            texts = (plain_text(value_at(config, (*spec, key))) for key in ("label", "name"))
            name = next((text for text in texts if text), str(index + 1))
            return f"modelSpecs: {name}"
        case _:
            return ".".join(str(step) for step in path)
