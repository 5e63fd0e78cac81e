"""What the window says and asks about files: drafts, changes on disk, refusals, unsaved work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from editor.core.compose.lead import shown_url
from editor.core.validation.codes import Code
from editor.core.validation.problem import Fix, Problem, Severity
from editor.ui import dialogs
from editor.ui.followups import FollowUps
from editor.ui.language import in_language
from editor.ui.look.shapes import Shape
from editor.ui.widgets.codewords import plain_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.system.drafts import Draft
    from editor.system.errors import ChangedOnDisk, FileError
    from editor.system.opening import Opened
    from editor.ui.filing import Filing, Read
    from editor.ui.session import Session
    from editor.ui.window import MainWindow

    Action = Callable[[], object]


ACCEPT_KEYS = "Ctrl+Shift+Return"
"""What presses the button of the bar; on a number pad Enter counts too."""


class Notices(QObject):
    """Shows one fact at a time in the window's notice bar, and asks before anything is lost."""

    def __init__(self, window: MainWindow, session: Session, filing: Filing) -> None:
        """Speak for a session and its file."""
        super().__init__(window)
        self._window, self._session, self._filing = window, session, filing
        self._action: Action | None = None
        self._take_keys()
        window.notice.accepted.connect(self._accept)
        window.notice.dismissed.connect(window.notice.hide)
        self._follow_ups = FollowUps(session)
        self._follow_ups.offered.connect(self._offer_to_follow)
        self._follow_ups.withdrawn.connect(self._withdraw)
        filing.opened.connect(self._follow_ups.forget)
        session.refused.connect(self._show_refusal)
        session.lines_offered.connect(self._show_lines)
        filing.opened.connect(self._show_opened)
        filing.saved.connect(window.notice.hide)
        filing.failed.connect(self._tell_failure)
        filing.conflicted.connect(self._ask_about_conflict)
        filing.changed_outside.connect(self._say_changed_outside)
        filing.fetched.connect(self._offer_fetched)
        filing.overtaken.connect(self._offer_overtaken)
        filing.unfetched.connect(self._tell_unfetched)

    def _take_keys(self) -> None:
        """Let the button be pressed from everywhere, as Tab is far from it."""
        button = self._window.notice.button
        for keys in (ACCEPT_KEYS, "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(keys), self._window, self._press)
        native = QKeySequence.SequenceFormat.NativeText
        button.setToolTip(QKeySequence(ACCEPT_KEYS).toString(native))

    def _press(self) -> None:
        button = self._window.notice.button
        if button.isVisible():
            button.click()

    def guard(self, action: Action) -> None:
        """Do something that loses unsaved changes, once a person has decided about them."""
        if self._session.is_clean:
            action()
            return

        def save_first() -> None:
            once = Qt.ConnectionType.SingleShotConnection
            self._filing.saved.connect(lambda _path: action(), once)
            if self._filing.path is None:
                self._window.save_as()
            else:
                self._filing.save()

        def discard() -> None:
            self._filing.discard_draft()
            action()

        dialogs.ask(
            self._window,
            self.tr("{0} has unsaved changes.").format(self._name()),
            self.tr("Save them, or lose them."),
            [(self.tr("Save"), save_first), (self.tr("Discard changes"), discard)],
        )

    def _name(self) -> str:
        return self._filing.name or self.tr("The config")

    def _show(self, shape: Shape, fact: str, consequence: str) -> None:
        self._action = None
        self._window.notice.show_fact(shape, fact, consequence, "")

    def offer(
        self,
        fact: str,
        consequence: str,
        button: str,
        action: Action,
        shape: Shape = Shape.INFO,
    ) -> None:
        """Say a fact with a button that does something about it."""
        self._action = action
        self._window.notice.show_fact(shape, fact, consequence, button)

    def _accept(self) -> None:
        action, self._action = self._action, None
        self._window.notice.hide()
        if action is not None:
            action()

    def _show_opened(self, opened: Opened) -> None:
        self._window.notice.hide()
        draft = opened.draft
        if opened.is_fetched and opened.flaw is not None:
            fact, remedy = _words_of(opened.flaw)
            self.offer(fact, remedy, self.tr("Save as…"), self._window.save_as)
        elif opened.flaw is not None:
            self._show(Shape.ERROR, *_words_of(opened.flaw))
        elif draft is not None:
            self.offer(
                self.tr("Unsaved work from an earlier run was found."),
                self._about(opened, draft),
                self.tr("Restore"),
                lambda: self._filing.restore(draft),
            )
        elif opened.env_flaw is not None:
            self._show(Shape.WARNING, *_words_of(opened.env_flaw))
        elif opened.needs_fetching and opened.folder.url is not None:
            address = shown_url(opened.folder.url)
            fact = self.tr("LibreChat fetches its config from {0}.").format(address)
            self._show(Shape.INFO, fact, self.tr("It is shown here as soon as it has arrived."))
        elif not self._show_surroundings() and opened.stamp is None:
            fact = self.tr("{0} does not exist yet.").format(self._name())
            self._show(Shape.INFO, fact, self.tr("Saving creates it."))

    def _show_surroundings(self) -> bool:
        """Say the gravest thing that keeps LibreChat from reading what is shown, if any."""
        facts = {
            Code.NOT_MOUNTED: self.tr("LibreChat may not see this file."),
            Code.OTHER_CONFIG: self.tr("LibreChat may read another config."),
            Code.DEAD_CONFIG_PATH: self.tr("CONFIG_PATH leads nowhere."),
            Code.NOT_MOUNTED_ENV: self.tr("LibreChat may not see the .env file."),
        }
        found = {
            Code(problem.code): problem
            for problem in self._session.document.problems
            if problem.code in facts and problem.severity is Severity.WARNING
        }
        gravest = next((code for code in facts if code in found), None)
        if gravest is not None:
            self._tell_of(facts[gravest], found[gravest])
        return gravest is not None

    def _tell_of(self, fact: str, problem: Problem) -> None:
        """Offer a problem's lines, or else the whole sentence about it."""
        words = plain_words(in_language(problem.message))
        if problem.fixes:
            title, action = self.tr("Show lines…"), partial(self._session.fix, problem.fixes[0])
        else:
            title = self.tr("Details…")
            action = partial(dialogs.tell, self._window, fact, words)
        self.offer(fact, words, title, action, Shape.WARNING)

    def _offer_fetched(self, fetched: Read) -> None:
        self._offer_read(fetched, self.tr("The config that LibreChat reads was fetched."))

    def _offer_overtaken(self, read: Read) -> None:
        name = read[0].folder.entry.name
        self._offer_read(read, self.tr("{0} is ready to be shown.").format(name))

    def _offer_read(self, read: Read, fact: str) -> None:
        """Offer to show what was read in the place of unsaved work."""
        self.offer(
            fact,
            self.tr("Showing it loses your unsaved changes."),
            self.tr("Show it"),
            lambda: self._filing.show_opened(*read),
        )

    def _tell_unfetched(self, error: FileError) -> None:
        self._show(Shape.WARNING, *_words_of(error))

    def _show_lines(self, fix: Fix) -> None:
        dialogs.show_lines(self._window, in_language(fix.title), fix.lines)

    def _about(self, opened: Opened, draft: Draft) -> str:
        """Say what restoring a draft does, and whether the files have changed since it was kept."""
        is_old = draft.stamp != opened.stamp
        is_old |= draft.env_text is not None and draft.env_stamp != opened.env_stamp
        if is_old:
            return self.tr("The file was changed since; look at the changes before you save.")
        return self.tr("It can be brought back as one step, and undone.")

    def remark(self, fact: str, consequence: str = "") -> None:
        """Say something about what was just done."""
        self._show(Shape.INFO, fact, consequence)

    def _offer_to_follow(self, fact: str, places: str, button: str) -> None:
        self.offer(fact, places, button, self._follow)

    def _follow(self) -> None:
        self._follow_ups.accept(self._window.notice.button)

    def _withdraw(self) -> None:
        self.withdraw(self._follow)

    def withdraw(self, action: Action) -> None:
        """Take back the offer of an action, if it still stands."""
        if self._action == action:
            self._action = None
            self._window.notice.hide()

    def _show_refusal(self, reason: str) -> None:
        self._show(Shape.WARNING, self.tr("Not changed."), reason)

    def _say_changed_outside(self, path: Path) -> None:
        lost = self.tr("Reloading loses your unsaved changes.")
        consequence = self.tr("Yours has no edits.") if self._session.is_clean else lost
        fact = self.tr("{0} changed on disk.").format(path.name)
        self.offer(fact, consequence, self.tr("Reload"), self._filing.reload)

    def _ask_about_conflict(self, error: ChangedOnDisk) -> None:
        answers = [
            (self.tr("Save as…"), self._window.save_as),
            (self.tr("Overwrite it"), self._overwrite),
            (self.tr("Reload and lose mine"), self._filing.reload),
        ]
        if self._filing.path not in error.paths:
            # Another file for the config would not help the .env; nothing is lost by mistake first.
            answers = answers[:0:-1]
        elif len(error.paths) > 1:
            answers[1] = (self.tr("Overwrite both"), self._overwrite)
        meaning = self.tr("Nothing was written. Your changes are still here.")
        dialogs.ask(self._window, in_language(error.message), meaning, answers)

    def _overwrite(self) -> None:
        self._filing.save(overwrite=True)

    def _tell_failure(self, error: FileError) -> None:
        dialogs.tell(self._window, *_words_of(error))


def _words_of(error: FileError) -> tuple[str, str]:
    """Return what happened and what to do, in the user's language."""
    return in_language(error.message), in_language(error.remedy)
