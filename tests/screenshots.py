"""Renders the window's states into build/screenshots: python -m tests.screenshots [STATE …]."""

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from editor import resources
from editor.core.dotenv import set_value
from editor.core.standing import State
from editor.core.text import Edit, Patch
from editor.system.demo import demo
from editor.ui.addgroup.dialog import AddGroupDialog
from editor.ui.app import create_window
from editor.ui.look.appearance import apply_look
from editor.ui.window import MainWindow

FOLDER = Path("build", "screenshots")
SIZES = {"1024": QSize(1024, 700), "1600": QSize(1600, 1000)}
TEXTS = {"": 13, "-text200": 26}
LARGE_SIZES = {"640": QSize(640, 480), **SIZES}
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
AZURE = ("endpoints", "azureOpenAI")
GROUP = (*AZURE, "groups", 0)
_LEISURE = 1.5
_SOME = 5


def endpoint(window: MainWindow) -> None:
    """Select the endpoint."""
    window.session.select(AZURE)


def group(window: MainWindow) -> None:
    """Select the first group."""
    window.session.select(GROUP)


def model(window: MainWindow) -> None:
    """Select the first model of the first group."""
    place = window.session.document.tree
    assert place is not None
    models = place.locate((*GROUP, "models"))
    assert models is not None
    window.session.select(models.child(0).path)


def problems(window: MainWindow) -> None:
    """Break a few things that LibreChat would object to."""
    group(window)
    window.session.operate(
        [
            {"op": "unset", "path": [*GROUP, "instanceName"]},
            {"op": "insert", "path": [*GROUP, "versoin"], "value": "2024-10-21"},
        ],
        "Break it",
    )


def broken_yaml(window: MainWindow) -> None:
    """Leave a line half typed."""
    group(window)
    text = window.session.document.text
    at = text.index("\n", text.index("instanceName")) + 1
    window.session.apply(Edit("Type", (Patch(at, at, "        version\n"),)))


def add_group(window: MainWindow) -> None:
    """Be about to add a group for an address that was pasted."""
    window.actions_by_name["addGroupFromAzure"].trigger()
    dialog = window.findChild(AddGroupDialog, "addGroupDialog")
    assert dialog is not None
    host = "https://contoso-norway.openai.azure.com"
    address = f"{host}/openai/deployments/gpt-5-no/chat/completions?api-version=2024-10-21"
    dialog.fields.pasted.insert(address)
    dialog.fields.key.setText("not-a-real-key-norway-0007")


def field_help(window: MainWindow) -> None:
    """Tell what a field is for."""
    group(window)
    settle()
    line = window.form.findChild(QLineEdit, "field:instanceName")
    assert line is not None
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F1)


def file_summary(window: MainWindow) -> None:
    """Select the whole file."""
    window.session.select(())


def environment(window: MainWindow) -> None:
    """Show the variables, one of them without a value, beside the text of the .env file."""
    text = window.session.document.env_text
    patches = set_value(text, "EASTUS_KEY", "")
    legacy = Patch(len(text), len(text), "\nAZURE_API_KEY=not-a-real-key-0009\n")
    window.session.apply(Edit("Empty it", (), (*patches, legacy)))
    window.middle.show_variable("EASTUS_KEY")


def palette(window: MainWindow) -> None:
    """Look for something in the palette."""
    group(window)
    window.palette_box.open()
    window.palette_box.box.setText("swe")


LEGACY = """
# Legacy, before groups
AZURE_API_KEY=not-a-real-key-4c1e
AZURE_OPENAI_API_INSTANCE_NAME=contoso-legacy
AZURE_OPENAI_API_VERSION=2024-10-21
AZURE_OPENAI_MODELS=gpt-4-turbo,gpt-3.5-turbo
AZURE_USE_MODEL_AS_DEPLOYMENT_NAME=true
"""


def migrate(window: MainWindow) -> None:
    """Show what a migration would change."""
    group(window)
    at = len(window.session.document.env_text)
    window.session.apply(Edit("Type", (), (Patch(at, at, LEGACY),)))
    window.actions_by_name["migrate"].trigger()


def migrate_open_questions(window: MainWindow) -> None:
    """Show a migration that asks for models, and how an address with a long name is called."""
    lines = LEGACY.replace("AZURE_OPENAI_MODELS=gpt-4-turbo,gpt-3.5-turbo\n", "")
    lines = lines.replace("contoso-legacy", "contoso-with-a-very-long-name-of-a-resource-somewhere")
    lines += "AZURE_OPENAI_BASEURL=https://gateway.contoso.example/azure\n"
    at = len(window.session.document.env_text)
    window.session.apply(Edit("Type", (), (Patch(at, at, lines),)))
    window.actions_by_name["migrate"].trigger()


def save_review(window: MainWindow) -> None:
    """Show what saving would change in both files."""
    problems(window)
    model_path = (*GROUP, "version")
    window.session.operate([{"op": "set", "path": [*model_path], "value": "2024-12-01"}], "Version")
    patches = set_value(window.session.document.env_text, "PORT", "3081")
    window.session.apply(Edit("Set PORT in .env", (), patches))
    window.actions_by_name["save"].trigger()


def filtered(window: MainWindow) -> None:
    """Show only what a host and a word leave, and how far one came."""
    for number in range(3):
        window.session.select((*AZURE, "groups", number))
    window.tree.filter.setText("host:contoso gpt-5")


def settings(window: MainWindow) -> None:
    """Show the settings, one of them impossible."""
    window.actions_by_name["settings"].trigger()
    field = window.findChild(QLineEdit, "settings:concurrency")
    assert field is not None
    field.setText("many")


def shortcuts(window: MainWindow) -> None:
    """Show all keys."""
    window.actions_by_name["shortcuts"].trigger()


def about(window: MainWindow) -> None:
    """Show versions and licences."""
    window.actions_by_name["about"].trigger()


def tests_asked(window: MainWindow) -> None:
    """Be about to test everything for the first time."""
    group(window)
    window.actions_by_name["testAll"].trigger()


def tests_running(window: MainWindow) -> None:
    """Test everything, and look while some are still to come."""
    group(window)
    window.tests.test_all()
    window.bottom.show_tests()
    window.give_room_below()
    wait_until(lambda: window.tests.progress.done >= _SOME)


def tests_done(window: MainWindow) -> None:
    """Test everything, and look at a failure."""
    tests_running(window)
    wait_until(lambda: not window.tests.is_running)
    failed = [one for one in window.tests.standings if one.state is State.FAILED]
    window.session.select(failed[0].route.path)


def result_alone(window: MainWindow) -> None:
    """Open a failure; where there is little room, it takes the place of the list."""
    tests_done(window)
    view = window.bottom.tests.view
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(view.currentIndex()).center(),
    )


def tests_stale(window: MainWindow) -> None:
    """Change a request after its test."""
    window.session.select((*AZURE, "groups", 4, "models", "gpt-5.1"))
    window.tests.test_group((*AZURE, "groups", 4))
    wait_until(lambda: not window.tests.is_running)
    path = [*AZURE, "groups", 4, "models", "gpt-5.1", "deploymentName"]
    window.session.operate([{"op": "set", "path": path, "value": "gpt-5.1"}], "Rename it")


def start(window: MainWindow) -> None:
    """Show the page without a file."""
    window.show_start_page()


def routes(window: MainWindow) -> None:
    """Show where requests go."""
    model(window)
    window.bring(window.side)
    window.side.setCurrentWidget(window.routes)


SIMULATED = (tests_running, tests_done, result_alone, tests_stale, routes)
"""The states for which an Azure is simulated, at a leisurely pace."""


def changes(window: MainWindow) -> None:
    """Compare an edited text with the file on disk."""
    group(window)
    window.session.operate([{"op": "set", "path": [*GROUP, "version"], "value": "x"}], "Edit")
    window.bring(window.side)
    window.side.setCurrentWidget(window.changes)


def results(window: MainWindow) -> None:
    """Show the tests, of which none has run."""
    group(window)
    window.bottom.setCurrentWidget(window.bottom.tests)


def tree_alone(window: MainWindow) -> None:
    """Show the tree where there is room for one column."""
    group(window)
    window.bring(window.middle.navigation)


def source_alone(window: MainWindow) -> None:
    """Show the source where there is no room for it beside the form."""
    group(window)
    window.bring(window.side)


STATES: tuple[Callable[[MainWindow], None], ...] = (
    file_summary,
    endpoint,
    group,
    model,
    problems,
    broken_yaml,
    environment,
    palette,
    add_group,
    field_help,
    migrate,
    migrate_open_questions,
    save_review,
    filtered,
    settings,
    shortcuts,
    about,
    tests_asked,
    *SIMULATED,
    start,
    changes,
    results,
    tree_alone,
    source_alone,
)


def main() -> int:
    """Render the named states, or every one, in both schemes and both sizes."""
    application = QApplication(sys.argv[:1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = scratch
        for scheme, preference in SCHEMES.items():
            apply_look(application).prefer(preference)
            for state in STATES:
                if sys.argv[1:] and state.__name__ not in sys.argv[1:]:
                    continue
                render_sizes(state, scheme, application)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")
    return 0


def render_sizes(
    state: Callable[[MainWindow], None], scheme: str, application: QApplication
) -> None:
    """Render one state in all sizes, and in a small one more with text of 200 %."""
    for text, pixels in TEXTS.items():
        font = application.font()
        font.setPixelSize(pixels)
        application.setFont(font)
        apply_look(application).refresh()
        for size_name, size in (LARGE_SIZES if text else SIZES).items():
            name = f"{state.__name__}-{scheme}-{size_name}{text}.png"
            render(state, size, FOLDER / name)


def render(state: Callable[[MainWindow], None], size: QSize, path: Path) -> None:
    """Render one state of the sample."""
    with ExitStack() as stack:
        folder = resources.folder() / "examples" / "sample"
        if state in SIMULATED:
            folder = stack.enter_context(demo(_LEISURE))
        window = create_window(folder)
        window.resize(size)
        window.show()
        settle()
        state(window)
        settle()
        picture(window).save(str(path))
        window.tests.close()
        window.session.load(window.session.document)
        window.close()
        window.deleteLater()


def picture(window: MainWindow) -> QPixmap:
    """Return the window with the dialog that stands over it, if any."""
    whole = window.grab()
    dialog = next((one for one in window.findChildren(QDialog) if one.isVisible()), None)
    if dialog is not None:
        painter = QPainter(whole)
        painter.fillRect(whole.rect(), QColor(0, 0, 0, 90))
        middle = window.rect().center() - dialog.rect().center()
        painter.drawPixmap(middle, dialog.grab())
        painter.end()
        dialog.reject()
    return whole


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window go on until something is so."""
    while not is_so():
        QApplication.processEvents()


def settle() -> None:
    """Let timers and layouts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(400, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
