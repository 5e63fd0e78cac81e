"""Where no window can be shown, one line says why and what to do."""

import shutil

import pytest

from editor.system import display

LDD = """\
\tlinux-vdso.so.1 (0x00007ffc)
\tlibxcb-icccm.so.4 => not found
\tlibQt6Gui.so.6 => /opt/PySide6/libQt6Gui.so.6 (0x00007f6a)
\tlibnew.so.9 => not found
\tlibxcb-icccm.so.4 => not found
"""
MISSING = ("libxcb-icccm.so.4", "libnew.so.9")


def test_no_display_is_one_line_with_what_to_do() -> None:
    obstacle = display.obstacle({}, "linux")
    assert obstacle is not None
    assert "\n" not in obstacle
    assert "no display" in obstacle
    assert "QT_QPA_PLATFORM" in obstacle


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_always_have_a_display(system: str) -> None:
    assert display.obstacle({}, system) is None


def test_the_tests_own_platform_is_no_obstacle() -> None:
    assert display.obstacle({"QT_QPA_PLATFORM": "offscreen:size=800x600"}, "linux") is None


@pytest.mark.parametrize(
    ("environ", "platforms"),
    [
        ({}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("wayland", "xcb")),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "vnc:port=1;offscreen"}, ("vnc", "offscreen")),
        ({"DISPLAY": "", "QT_QPA_PLATFORM": ""}, ()),
    ],
)
def test_the_environment_names_the_platforms(
    environ: dict[str, str], platforms: tuple[str, ...]
) -> None:
    assert display.platforms(environ) == platforms


def test_an_unknown_platform_is_left_to_qt() -> None:
    assert display.missing_libraries("no-such-platform") == ()


def test_missing_libraries_are_found_once_each() -> None:
    assert display.libraries_not_found(LDD) == MISSING


@pytest.mark.parametrize(
    ("programs", "command"),
    [
        ({"apt-get", "sudo"}, ": sudo apt-get install libxcb-icccm4"),
        ({"apt-get"}, ": apt-get install libxcb-icccm4"),
        ({"dnf", "sudo"}, ": sudo dnf install xcb-util-wm"),
        (set[str](), "with this system's package manager."),
    ],
)
def test_missing_libraries_are_named_with_one_command(programs: set[str], command: str) -> None:
    line = display.advice(MISSING, lambda name: name if name in programs else None)
    assert "libxcb-icccm.so.4, libnew.so.9" in line
    assert line.endswith(command)
    assert "\n" not in line


@pytest.mark.skipif(shutil.which("ldd") is None, reason="only Linux has ldd")
@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_every_library_that_this_machine_lacks_has_a_package(platform: str) -> None:
    missing = display.missing_libraries(platform)
    assert bool(missing) == bool(display.packages(missing, "apt-get"))
