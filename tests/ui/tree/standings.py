"""Connection tests that stand as a test says."""

from PySide6.QtCore import QObject, Signal

from editor.core.standing import State
from editor.core.yaml.values import Path


class Standings(QObject):
    """Stands in for the connection tests; they stand as `states` says."""

    changed = Signal(object)
    ticked = Signal()
    is_running = False

    def __init__(self) -> None:
        super().__init__()
        self.states: dict[Path, State] = {}

    def state_of(self, path: Path) -> State:
        return self.states.get(path, State.UNTESTED)
