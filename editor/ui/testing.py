"""The connection tests of a window: what was found out, what is under way, and starting more."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from editor.core.outline import groups_in, models_in, value_at
from editor.core.probes import assistants_notice, probes_of
from editor.core.routing import image_routes, title_routes
from editor.core.routing.route import Kind
from editor.core.standing import Key, Standing, State, carried_over, key_of, worst
from editor.system import proxies, settings
from editor.system.precedence import window_first
from editor.ui.besideworkers import BesideWorkers
from editor.ui.testrun import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path as FilePath

    from editor.core.document import Document
    from editor.core.probe import Probe
    from editor.core.result import Result
    from editor.core.routing.route import Route
    from editor.core.yaml.values import Path
    from editor.system.errors import FileError
    from editor.system.testing import TestRun
    from editor.ui.session import Session
    from editor.ui.tasks import Tasks

_LATER_MS = 30
_LEAVING_SECONDS = 0.5
_TICK_MS = 100
_APART_MS = 70
_AGE_MS = 20_000
_Outline = tuple[tuple[str, tuple[str, ...]], ...]
_NEEDS_TEST = (State.FAILED, State.STALE)


class Progress(NamedTuple):
    """How far the running tests are; `seconds` since the first of them began."""

    done: int
    total: int
    seconds: float


class Tests(QObject):
    """Tests the routes of a session's document, off the GUI thread, and keeps what came of it.

    `changed(set)`: what is known of the nodes at these paths is new, and of their groups; results
    come bundled, so that many cost little. `progressed()`: a run began, got on or ended.
    `running_changed(bool)`: the first run began, or the last one ended. `sending()`: all that a run
    needs is loaded, which may take a moment, and it begins to send.
    `ticked()`: some time went by, and words that tell it are old. `failed(FileError)`: a run could
    not begin.
    """

    __test__ = False  # lest pytest takes the class for a test

    changed = Signal(object)
    progressed = Signal()
    running_changed = Signal(bool)
    sending = Signal()
    ticked = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, folder: FilePath) -> None:
        """Follow a session; how to send is read from the settings in a folder."""
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._folder = folder
        self._known: dict[Key, Standing] = {}
        self._by_path: dict[Path, Standing] = {}
        self._by_group: dict[Path, State] = {}
        self._groups: dict[Path, dict[Path, Standing]] = {}
        self._counts: Counter[State] | None = None
        self._runs: set[Run] = set()
        self._stopping: set[Run] = set()
        self._beside = BesideWorkers()
        self._has_sent = False
        self._done = self._total = 0
        self._began = self._ended = 0.0
        self._news: set[Path] = set()
        self._outline: _Outline = ()
        self.notice: Result | None = None
        self._clock = QTimer(self, interval=_AGE_MS)
        self._clock.timeout.connect(self._tick)
        self._later = QTimer(self, interval=_LATER_MS, singleShot=True)
        self._later.timeout.connect(self._follow)
        self._sweep_soon = QTimer(self, interval=_APART_MS, singleShot=True)
        self._sweep_soon.timeout.connect(self._beside.collect)
        session.document_changed.connect(self.show_document)

    @property
    def is_running(self) -> bool:
        """Say whether results are still to come."""
        return bool(self._runs)

    @property
    def progress(self) -> Progress:
        """How far the tests are, or were at their end."""
        now = self.now() if self.is_running else self._ended
        return Progress(self._done, self._total, now - self._began)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """What is known of each route, in LibreChat's order; empty until something was tested."""
        return tuple(self._known.values())

    @property
    def counts(self) -> Counter[State]:
        """How many of the standings are in each state; not to be changed."""
        if self._counts is None:
            self._counts = Counter(one.state for one in self._known.values())
        return self._counts

    def now(self) -> float:
        """Return the seconds of the clock by which standings tell time."""
        return monotonic()

    def at(self, path: Path) -> Standing | None:
        """Return what is known of the model at a path; None until something was tested."""
        return self._by_path.get(path)

    def state_of(self, path: Path) -> State:
        """Return the state of a model, or the worst one of a group's models."""
        standing = self._by_path.get(path)
        if standing is not None:
            return standing.state
        return self._by_group.get(path, State.UNTESTED)

    def of_group(self, path: Path) -> tuple[Standing, ...]:
        """Return what is known of each model of a group."""
        return tuple(self._groups.get(path, {}).values())

    def show_document(self, document: Document) -> None:
        """Go on with what still holds for a new document, and mark what does not.

        That waits a moment, so that typing does not wait for it, unless a model came or went.
        """
        if not self._known or not document.is_readable:
            return
        outline = _outline(document)
        if outline != self._outline:
            self._follow()
            return
        _routes(document)  # a document that is not asked leaves the next one to compute them all
        if not self._later.isActive():
            self._later.start()

    def _follow(self) -> None:
        document = self._session.readable
        self._later.stop()
        self._outline = _outline(document)
        self._take(carried_over(self._known, _routes(document)))

    def forget(self) -> None:
        """Know nothing, as of another file."""
        self.cancel()
        self._later.stop()
        self.notice = None
        self._take({})

    def test_model(self, path: Path) -> None:
        """Test the model at a path."""
        self._test(lambda standing: standing.route.path == path and _is_chat(standing))

    def test_group(self, path: Path) -> None:
        """Test each model of the group at a path."""
        self._test(lambda standing: standing.route.group_path == path and _is_chat(standing))

    def test_all(self) -> None:
        """Test each model, the title model and the image settings."""
        self.notice = assistants_notice(self._session.document.value)
        self._test(lambda _: True)

    def test_again(self, keys: Iterable[Key]) -> None:
        """Test some routes."""
        chosen = set(keys)
        self._test(lambda standing: standing.key in chosen)

    def test_what_failed(self) -> None:
        """Test again what failed or is stale, and nothing that was never paid for."""
        self._test(lambda standing: standing.state in _NEEDS_TEST)

    def cost(self) -> int:
        """Return how many requests a test of all sends."""
        document = self._session.document
        probes = probes_of(_routes(document), document.value)
        return sum(probe.obstacle is None for probe in probes)

    @property
    def asks_first(self) -> bool:
        """Say whether a person still has to agree to the cost of testing all."""
        return settings.load(self._folder).testing.asks_first

    def agree(self) -> None:
        """Ask no more; raises FileError when that cannot be kept."""
        kept = settings.load(self._folder)
        testing = replace(kept.testing, asks_first=False)
        settings.save(self._folder, replace(kept, testing=testing))

    def cancel(self) -> None:
        """Stop what is under way; what was known before remains."""
        if not self._runs:
            return
        for run in self._runs:
            run.stop()
        self._stopping |= self._runs
        self._runs.clear()
        self._update(standing.given_up() for standing in self._known.values())
        self._end()

    def close(self) -> None:
        """Stop for good; for the end of the window."""
        self.cancel()
        for run in self._stopping:
            run.wait(_LEAVING_SECONDS)
        self._stopping.clear()
        self._beside.end()

    def _test(self, is_wanted: Callable[[Standing], bool]) -> None:
        """Test what is wanted of the current document and not under way already."""
        document = self._session.document
        if not document.is_readable:
            return
        self._follow()
        wanted = [
            standing
            for standing in self._known.values()
            if is_wanted(standing) and standing.under_way is None
        ]
        if not wanted:
            return
        is_first = not self.is_running
        self._begin(len(wanted))
        now = self.now()
        self._update(standing.waiting(State.QUEUED, now) for standing in wanted)
        run = Run(self._note_start, self._note_result, self._note_end)
        self._runs.add(run)
        self._beside.begin()
        probes = probes_of((standing.route for standing in wanted), document.value)
        variables = proxies.variables_in(document.environment.value)
        kept = settings.load(self._folder).testing
        self.progressed.emit()
        if is_first:
            self.running_changed.emit(True)
        prepare = run.preparing(probes, variables, kept)
        self._tasks.run(prepare, partial(self._send, run), partial(self._refuse, run), 0)

    def _send(self, run: Run, test_run: TestRun) -> None:
        if not self._has_sent:
            self._has_sent = True
            self._beside.keep()  # what was loaded for it
        run.start(test_run)
        self.sending.emit()

    def _begin(self, count: int) -> None:
        if not self.is_running:
            self._done = self._total = 0
            self._began = self.now()
        self._total += count
        self._clock.start(_TICK_MS)

    def _end(self) -> None:
        """Take note that nothing is under way any longer."""
        self._ended = self.now()
        self._clock.start(_AGE_MS)
        self._tell()
        self.running_changed.emit(False)

    def _refuse(self, run: Run, error: FileError) -> None:
        """Give a run up that cannot begin."""
        if run in self._runs:
            self.cancel()
            self.failed.emit(error)
        run.end()

    def _under_test(self, route: Route) -> Standing | None:
        """Return what is tested by sending a route; it may have another name by now."""
        standing = self._known.get(key_of(route))
        if standing is not None and standing.sent is route:
            return standing
        return next((one for one in self._known.values() if one.sent is route), standing)

    def _note_start(self, run: Run, probe: Probe) -> None:
        standing = self._under_test(probe.route)
        if run in self._runs and standing is not None:
            self._update((standing.waiting(State.RUNNING, self.now()),))

    def _note_result(self, run: Run, probe: Probe, result: Result) -> None:
        if run not in self._runs:
            return
        self._done += 1
        standing = self._under_test(probe.route)
        if standing is not None:
            self._update((standing.told(probe.route, result, self.now()),))

    def _note_end(self, run: Run) -> None:
        was_wanted = run in self._runs
        self._runs.discard(run)
        self._stopping.discard(run)
        if not self._runs and not self._stopping:
            self._beside.end()
        if was_wanted and not self._runs:
            # What was deleted and came back under way is not told of.
            self._update(standing.given_up() for standing in self._known.values())
            self._end()

    def _update(self, standings: Iterable[Standing]) -> None:
        for standing in standings:
            before = self._known.get(standing.key)
            if standing is not before:
                self._known[standing.key] = standing
                self._counts = None
                self._place(standing)

    def _place(self, standing: Standing) -> None:
        route = standing.route
        self._news.add(route.path)
        if _is_chat(standing):
            self._by_path[route.path] = standing
            self._groups.setdefault(route.group_path, {})[route.path] = standing
            self._news.add(route.group_path)

    def _take(self, known: dict[Key, Standing]) -> None:
        """Know something else; tell where it differs."""
        before, self._known, self._counts = self._known, known, None
        gone = [standing for key, standing in before.items() if key not in known]
        new = [one for key, one in known.items() if before.get(key) is not one]
        if not gone and not new:
            return
        self._by_path = {one.route.path: one for one in known.values() if _is_chat(one)}
        self._groups = {}
        for path, one in self._by_path.items():
            self._groups.setdefault(one.route.group_path, {})[path] = one
        self._by_group = {}
        self._judge_groups(self._groups)
        for one in (*gone, *(one for one in new if _looks_other(one, before.get(one.key)))):
            self._news.update((one.route.path, one.route.group_path))
        self._tell()

    def _tick(self) -> None:
        """Tell what is new, and that time went by: both at once, so that all is drawn once."""
        with window_first.taken():
            if self._news:
                self._tell()
            self.ticked.emit()
        self._sweep_soon.start()

    def _tell(self) -> None:
        """Tell all that is new at once."""
        news, self._news = self._news, set()
        self._judge_groups(self._groups.keys() & news)
        self.changed.emit(news)
        self.progressed.emit()

    def _judge_groups(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._by_group[path] = worst(one.state for one in self._groups[path].values())


def _routes(document: Document) -> tuple[Route, ...]:
    return (*document.routes, *title_routes(document), *image_routes(document))


def _outline(document: Document) -> _Outline:
    """Return the names of groups and models, in which every place of a model shows."""
    groups = groups_in(document.value)
    return tuple((str(value_at(group, ("group",))), tuple(models_in(group))) for group in groups)


def _looks_other(standing: Standing, before: Standing | None) -> bool:
    """Say whether a standing is shown otherwise than before, or elsewhere."""
    if before is None:
        return True
    return standing.state is not before.state or standing.route.path != before.route.path


def _is_chat(standing: Standing) -> bool:
    return standing.route.kind is Kind.CHAT
