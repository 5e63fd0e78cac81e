"""Whether a window can be shown here, and what to do when not: no display, or libraries missing."""

import ctypes
import importlib.util
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# Debian's and Fedora's package of each library that Qt's own libraries load.
_PACKAGES: dict[str, tuple[str, str]] = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
}
_INSTALLERS = ("apt-get", "dnf")  # in the order of the packages above
_MISSING = re.compile(r"^\s*(\S+) => not found$", re.MULTILINE)


def obstacle(environ: Mapping[str, str], system: str) -> str | None:
    """Return why no window can be shown and what to do, in one line; None when it can.

    `system` is `sys.platform`; only Linux can lack a display or Qt's libraries.
    """
    if system != "linux":
        return None
    names = platforms(environ)
    if not names:
        return (
            "There is no display to show the window on: run this in a desktop session"
            " or through “ssh -X”, or set QT_QPA_PLATFORM (vnc serves a VNC viewer on port 5900)."
        )
    missing = [missing_libraries(name) for name in names]
    return advice(missing[-1], shutil.which) if all(missing) else None


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of Qt's platform plugins that would be tried, in order."""
    chosen = environ.get("QT_QPA_PLATFORM")
    if chosen:
        return tuple(name.split(":")[0] for name in chosen.split(";"))
    sessions = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    return tuple(name for variable, name in sessions.items() if environ.get(variable))


def missing_libraries(platform: str) -> tuple[str, ...]:
    """Return the system libraries that Qt's plugin of this name would not find on this machine."""
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        return ()
    plugin = Path(package.origin).parent / f"Qt/plugins/platforms/libq{platform}.so"
    if not plugin.exists():
        return ()
    try:
        ctypes.CDLL(str(plugin))
    except OSError:
        return libraries_not_found(_dependencies(plugin))
    return ()


def libraries_not_found(listing: str) -> tuple[str, ...]:
    """Return what `ldd` could not find, each once."""
    return tuple(dict.fromkeys(_MISSING.findall(listing)))


def advice(missing: Sequence[str], which: Callable[[str], str | None]) -> str:
    """Return one line that names the libraries and the one command that installs them."""
    installer = next((name for name in _INSTALLERS if which(name)), None)
    if installer is None or not packages(missing, installer):
        remedy = "Install them with this system's package manager."
    else:
        sudo = "sudo " if which("sudo") else ""
        remedy = f"Install them: {sudo}{installer} install {' '.join(packages(missing, installer))}"
    return f"Qt needs system libraries that are missing: {', '.join(missing)}. {remedy}"


def packages(missing: Sequence[str], installer: str) -> tuple[str, ...]:
    """Return the packages of the known libraries, each once; `installer` is apt-get or dnf."""
    column = _INSTALLERS.index(installer)
    return tuple(dict.fromkeys(_PACKAGES[name][column] for name in missing if name in _PACKAGES))


def _dependencies(plugin: Path) -> str:
    """Return the listing of the libraries that a library loads, found or not."""
    finished = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=False)
    return finished.stdout
