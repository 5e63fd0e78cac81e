"""What one test found out: verdict, how far it got, cause, the field to change, the exchange."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.core.diagnosis.answer import Answer
from editor.core.diagnosis.diagnose import is_open
from editor.core.result import Outcome
from editor.core.routing.shown import curl
from editor.core.schema.field import Level
from editor.core.schema.table import field_at, level_of
from editor.core.standing import State
from editor.core.trail import Layer, Passage, culprit, trail
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import margins
from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.testwords import headline, seconds, shape_of, title_of, verdict
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import ElidedLabel, label
from editor.ui.widgets.messagepane import MessagePane
from editor.ui.widgets.shapeicon import ShapeIcon
from editor.ui.widgets.steady import Ground
from editor.ui.widgets.trailline import TrailLine

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.core.result import Result
    from editor.core.standing import Standing

_SHAPES = {
    Passage.PASSED: Shape.OK,
    Passage.LIMITED: Shape.LIMITED,
    Passage.BROKEN: Shape.FAILED,
    Passage.UNKNOWN: Shape.SKIPPED,
    Passage.UNUSED: Shape.SKIPPED,
}
_INDENT = 24
_BESIDE, _TERSE = 560, 340


class TestDetail(QScrollArea):
    """Shows a standing and what to do about it.

    Signals: `field_requested(Result)` to go where the remedy is, `again_requested(Standing)`,
    `left()` to go back to the list.
    """

    __test__ = False

    field_requested = Signal(object)
    again_requested = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._standing: Standing | None = None
        self.setObjectName("testDetail")
        self.setAccessibleName(self.tr("Test result"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back = icon_button("back", self.tr("Back to the list"))
        self.back.setObjectName("testBack")
        self.back.clicked.connect(self.left)
        self.back.hide()
        self._shape = ShapeIcon(Shape.UNTESTED)
        self.verdict = label("", "heading", wrap=True)
        self._answer = label("", "small", "text_2")
        self._trail = TrailLine(self._layer_names())
        self.cause = label("", "body", wrap=True)
        self.remedy = label("", "body", "text_2", wrap=True)
        self.go = self._button("goToField", "primary", "testGoToField")
        self.again = self._button("testModel", "", "testAgain")
        self.copy = self._button("copyAsCurl", "", "testCopyAsCurl")
        self.request = MessagePane(self.tr("Request LibreChat sends"))
        self.response = MessagePane(self.tr("Response"))
        self._arrange()
        self.go.clicked.connect(self.go_to_field)
        self.again.clicked.connect(self._test_again)
        self.copy.clicked.connect(self._copy)

    def show_standing(self, standing: Standing | None) -> None:
        """Show how a test stands, or nothing."""
        if standing is self._standing:
            return
        self._standing = standing
        self._page.setVisible(standing is not None)
        if standing is None:
            return
        self._shape.show_shape(shape_of(standing.state))
        self.again.setText(self._again_title(standing))
        self.again.setEnabled(standing.under_way is None and bool(standing.route.path))
        self.copy.setVisible(standing.route.url is not None)
        self.copy.setText(self.tr("Copy as cURL"))
        self._show_result(standing, standing.result)

    def offer_return(self, is_offered: bool) -> None:
        """Offer the way back to the list."""
        self.back.setVisible(is_offered)

    def begin(self) -> None:
        """Show the beginning, with the keyboard on the way back."""
        self.ensureVisible(0, 0)
        self.back.setFocus()

    def go_to_field(self) -> None:
        """Ask to go where the remedy is."""
        result = self._standing.result if self._standing is not None else None
        if result is not None and not self.go.isHidden():
            self.field_requested.emit(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put request and response below each other where there is little room."""
        super().resizeEvent(event)
        look = current_look()
        is_wide = self.width() >= look.pixels(_BESIDE)
        self._answer.setHidden(self.width() < look.pixels(_TERSE))
        direction = QBoxLayout.Direction
        self._messages.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _show_result(self, standing: Standing, result: Result | None) -> None:
        tested = standing.tested or standing.route
        has_result = result is not None and standing.under_way is None
        for part in (self._trail, self.cause, self.remedy, self._sides):
            part.setVisible(has_result)
        self.go.hide()
        self._answer.clear()
        self.verdict.setText(f"{title_of(standing)}: {verdict(standing)}")
        if result is None or not has_result:
            return
        if standing.state not in (State.OK, State.STALE):
            self.verdict.setText(headline(result, tested))
        found = result.diagnosis
        self._trail.show_steps([self._step(step.passage) for step in trail(result, tested)])
        self._trail.setVisible(result.outcome is not Outcome.SKIPPED)
        self._say(self.cause, self._cause(standing, result))
        self._say(self.remedy, in_language(found.fix) if result.outcome is not Outcome.OK else "")
        destination = destination_of(result)
        self.go.setVisible(bool(destination) and result.outcome is not Outcome.OK)
        self.go.setText(self.tr("Go to {0}").format(destination).replace("&", "&&"))
        self._answer.setText(_answer_words(result))
        self._show_exchange(result, culprit(result, tested))

    def _cause(self, standing: Standing, result: Result) -> str:
        found = result.diagnosis
        before = headline(result, standing.tested or standing.route)
        said = in_language(found.summary).removeprefix(before).lstrip(".:; ")
        parts = [
            "" if found.id == "ok" and not is_open(standing.route) else said,
            in_language(found.cause),
        ]
        if standing.state is State.STALE:
            parts.insert(0, self.tr("Before the change: {0}.").format(before))
        if result.reply:
            parts.append(self.tr("It replied: “{0}”").format(result.reply))
        if result.first_token_ms is not None:
            first = seconds(result.first_token_ms / 1000)
            parts.append(self.tr("The first words came after {0}.").format(first))
        return " ".join(part for part in parts if part)

    def _show_exchange(self, result: Result, wrong: str) -> None:
        request, response = result.request, result.response
        self._sides.setVisible(request is not None)
        if request is not None:
            lines = [f"{request.method} {request.url}", *_header_lines(request.headers)]
            body = json.dumps(request.body, ensure_ascii=False)
            self.request.show_message("\n".join(lines), body, wrong)
        if response is None:
            self.response.show_message(self.tr("No answer came."), "")
        else:
            lines = [f"{response.status} {_phrase(response.status)}".rstrip()]
            lines += _header_lines(response.headers)
            self.response.show_message("\n".join(lines), response.body)

    def _step(self, passage: Passage) -> tuple[Shape, str]:
        words = {
            Passage.PASSED: self.tr("passed"),
            Passage.LIMITED: self.tr("limited"),
            Passage.BROKEN: self.tr("failed"),
            Passage.UNKNOWN: self.tr("not known"),
            Passage.UNUSED: self.tr("not used"),
        }
        return _SHAPES[passage], words[passage]

    def _layer_names(self) -> list[str]:
        names = {
            Layer.ADDRESS: self.tr("Address"),
            Layer.TLS: self.tr("TLS"),
            Layer.KEY: self.tr("Key"),
            Layer.DEPLOYMENT: self.tr("Deployment"),
            Layer.REPLY: self.tr("Reply"),
        }
        return [names[layer] for layer in Layer]

    def _again_title(self, standing: Standing) -> str:
        return self.tr("Test") if standing.result is None else self.tr("Test again")

    def _test_again(self) -> None:
        if self._standing is not None:
            self.again_requested.emit(self._standing)

    def _copy(self) -> None:
        """Put the command on the clipboard; it names the key's variable, never the key."""
        if self._standing is not None:
            QGuiApplication.clipboard().setText(curl(self._standing.route))
            self.copy.setText(self.tr("Copied"))

    def _say(self, part: QWidget, words: str) -> None:
        part.setText(words)  # type: ignore[attr-defined]
        part.setVisible(bool(words))

    def _button(self, picture: str, role: str, name: str) -> QPushButton:
        tone = "text_on_accent" if role == "primary" else "text_2"
        button = QPushButton(icon(picture, tone), "")
        button.setObjectName(name)
        if role:
            button.setProperty("role", role)
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self.back, alignment=top)
        head.addWidget(self._shape, alignment=top)
        head.addWidget(self.verdict, stretch=1)
        head.addWidget(self._answer, alignment=top)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=8)
        for button in (self.go, self.again, self.copy):
            row.addWidget(button)
        page = self._page = Ground("base")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(margins(_INDENT, 0, 0, 0))
        inside.setSpacing(8)
        for part in (self._trail, self.cause, self.remedy, buttons, self._exchange()):
            inside.addWidget(part)
        column.addLayout(inside)
        column.addStretch(1)
        self.setWidget(page)
        page.hide()

    def _exchange(self) -> QWidget:
        self._sides = QWidget()
        self._messages = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._sides)
        self._messages.setContentsMargins(0, 4, 0, 0)
        self._messages.setSpacing(16)
        for pane in (self.request, self.response):
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(ElidedLabel(pane.accessibleName(), "small", "text_2"))
            side.addWidget(pane)
            self._messages.addLayout(side, stretch=1)
        self._sides.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return self._sides


def destination_of(result: Result) -> str:
    """Return what the place is called where the remedy lies; "" for none."""
    found = result.diagnosis
    if found.variable is not None:
        return found.variable
    for length in range(len(found.path), 0, -1):
        path = found.path[:length]
        field = field_at(path)
        if field is not None:
            return in_language(field.label)
        if level_of(path) is Level.MODEL:
            return str(path[-1])
    return ""


def _answer_words(result: Result) -> str:
    if result.status is None:
        return ""
    response = result.response
    code = "" if response is None else Answer(result.status, {}, response.body).said("code")
    parts = [f"HTTP {result.status}", code if code != str(result.status) else ""]
    return " · ".join(part for part in parts if part)


def _header_lines(headers: object) -> list[str]:
    return [f"{name}: {text}" for name, text in dict(headers).items()]  # type: ignore[call-overload]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
