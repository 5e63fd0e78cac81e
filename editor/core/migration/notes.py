"""What a migration has to say: what a person must decide, what changes, what is worth knowing."""

from __future__ import annotations

from dataclasses import dataclass

from editor.core.validation.problem import Severity


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about a variable (`key`), None for one about the whole.

    ERROR: nothing is migrated before it is answered, by the choice that `choice` names where one
    can; `suggestion` is what would be a good answer. WARNING: something changes or does not work.
    """

    severity: Severity
    message: str
    key: str | None = None
    choice: str | None = None
    suggestion: str = ""


class Notes:
    """The remarks of one migration, gathered while it is planned."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    @property
    def all(self) -> tuple[Note, ...]:
        """Return the remarks: what must be decided first, each once."""
        ranks = {severity: rank for rank, severity in enumerate(Severity)}
        return tuple(sorted(dict.fromkeys(self._notes), key=lambda note: ranks[note.severity]))

    @property
    def must_decide(self) -> bool:
        """Say whether a person has to decide something first."""
        return any(note.severity is Severity.ERROR for note in self._notes)

    def asks_for(self, choice: str) -> bool:
        """Say whether a choice must be made."""
        return any(
            note.choice == choice and note.severity is Severity.ERROR for note in self._notes
        )

    def ask(
        self, message: str, key: str | None, choice: str | None = None, suggestion: str = ""
    ) -> None:
        """Note what a person must decide or repair first."""
        self._notes.append(Note(Severity.ERROR, message, key, choice, suggestion))

    def warn(self, message: str, key: str | None = None, choice: str | None = None) -> None:
        """Note what changes or does not work."""
        self._notes.append(Note(Severity.WARNING, message, key, choice))

    def tell(self, message: str, key: str | None = None) -> None:
        """Note what is worth knowing."""
        self._notes.append(Note(Severity.INFO, message, key))
