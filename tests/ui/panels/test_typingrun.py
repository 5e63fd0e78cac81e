"""Edits that a person makes in one go are one run."""

from editor.ui.panels.typingrun import TypingRun


def keys_of(*edits: tuple[int, str, str]) -> list[tuple[str, int]]:
    """Return the run of each edit: its start, what it removed and what it added."""
    run = TypingRun()
    return [
        run.key_for(start, start + len(removed), removed=removed, added=added)
        for start, removed, added in edits
    ]


def test_letters_and_backspaces_at_one_place_are_one_run() -> None:
    assert len(set(keys_of((4, "", "a"), (5, "", "b"), (5, "b", ""), (5, "x", "")))) == 1


def test_another_place_a_new_line_and_a_paste_are_runs_of_their_own() -> None:
    assert len(set(keys_of((4, "", "a"), (9, "", "b")))) == 2
    assert len(set(keys_of((4, "", "a"), (5, "", "\r\n  "), (9, "", "b")))) == 2
    assert len(set(keys_of((4, "", "a"), (5, "", "pasted"), (11, "", "b")))) == 3
    assert len(set(keys_of((4, "", "a"), (4, "\na", "")))) == 2


def test_a_cursor_that_was_moved_ends_the_run() -> None:
    run = TypingRun()
    first = run.key_for(4, 4, removed="", added="a")
    run.place_cursor(5)
    assert run.is_going_on
    run.place_cursor(7)
    run.place_cursor(5)
    assert not run.is_going_on
    assert run.key_for(5, 5, removed="", added="b") != first
