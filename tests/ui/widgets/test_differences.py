"""A diff says exactly what changed, and is quick on a large file."""

from hypothesis import assume, given
from hypothesis import strategies as st

from editor.ui.widgets.differences import Cell, Row, RowKind, count_changes, rows_between

lines = st.sampled_from(["a", "b: 1", "b: 2", "c", "", "models:"])
texts = st.lists(st.tuples(lines, st.sampled_from(["\n", "\r\n"])), max_size=12).map(
    lambda pairs: "".join(line + end for line, end in pairs)
)
NOTHING_FOLDED = 1_000


def side(rows: tuple[Row, ...], name: str, *, whole: bool = False) -> list[tuple[int, str]]:
    """Return number and text of each line of one side, on demand with what is said of its end."""
    cells: list[Cell] = [getattr(row, name) for row in rows if getattr(row, name)]
    return [(cell.number, cell.text if whole else cell.text.split("  [")[0]) for cell in cells]


def numbered(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text with their numbers."""
    return list(enumerate(text.replace("\r\n", "\n").split("\n")[: text.count("\n")], start=1))


@given(old=texts, new=texts)
def test_both_texts_can_be_read_off_the_rows(old: str, new: str) -> None:
    assume(old != new)
    rows = rows_between(old, new, NOTHING_FOLDED)

    assert side(rows, "old") == numbered(old)
    assert side(rows, "new") == numbered(new)


@given(old=texts, new=texts)
def test_equal_rows_are_equal_and_equal_texts_have_no_others(old: str, new: str) -> None:
    rows = rows_between(old, new, NOTHING_FOLDED)
    calm = (RowKind.SAME, RowKind.FOLD)
    same = [row for row in rows if row.kind is RowKind.SAME]

    assert all(row.old and row.new and row.old.text == row.new.text for row in same)
    assert (old == new) == all(row.kind in calm for row in rows)


@given(old=texts, new=texts)
def test_a_fold_hides_equal_lines_only(old: str, new: str) -> None:
    assume(old != new)
    rows = rows_between(old, new, 1)
    hidden = sum(row.folded for row in rows)
    shown = sum(1 for row in rows if row.kind is not RowKind.FOLD)

    assert hidden + shown == len(rows_between(old, new, NOTHING_FOLDED))
    assert count_changes(rows) == count_changes(rows_between(old, new, NOTHING_FOLDED))


def test_changed_words_are_marked() -> None:
    (row,) = rows_between('versoin: "2024"\n', 'version: "2024"\n')

    assert row.kind is RowKind.CHANGED
    assert row.old == Cell(1, 'versoin: "2024"', ((0, 7),))
    assert row.new == Cell(1, 'version: "2024"', ((0, 7),))


def test_a_line_that_has_nothing_in_common_is_removed_and_added() -> None:
    kinds = [row.kind for row in rows_between("alpha: 1\n", "# zzz zzz zzz\n")]

    assert kinds == [RowKind.REMOVED, RowKind.ADDED]


def test_a_change_of_line_ends_is_said() -> None:
    changed = rows_between("a\n", "a\r\n")

    assert (side(changed, "old", whole=True), side(changed, "new", whole=True)) == (
        [(1, "a  [LF]")],
        [(1, "a  [CRLF]")],
    )
    assert side(rows_between("a\n", "a"), "new", whole=True) == [(1, "a  [no line end]")]


def test_an_inserted_block_is_added_and_nothing_else() -> None:
    group = "- group: {}\n  models:\n    a: true\n"
    old = "".join(group.format(name) for name in "abc")
    new = "".join(group.format(name) for name in "abxc")

    assert count_changes(rows_between(old, new)) == (3, 0)


def test_a_large_file_with_distant_changes_is_compared_in_few_steps() -> None:
    lines = [f"model-{number}:\n  version: x\n" for number in range(3_300)]
    old = "".join(lines)
    new = "".join(["# first\n", *lines, "# last\n"])

    assert count_changes(rows_between(old, new)) == (2, 0)


def test_lines_are_paired_by_likeness_where_one_is_added_among_them() -> None:
    old = "A_NAME=contoso\nA_VERSION=2024\n"
    new = "# replaced\n# A_NAME=contoso\n# A_VERSION=2024\n"
    rows = rows_between(old, new)

    assert [row.kind for row in rows] == [RowKind.ADDED, RowKind.CHANGED, RowKind.CHANGED]
    assert [row.new.words for row in rows if row.new and row.old] == [((0, 2),), ((0, 2),)]
