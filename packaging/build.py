"""Build what this platform can ship, into `dist/`: for now the source archive and the wheel."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"


def build() -> None:
    """Build both from an empty `dist/` and check that the wheel has the resources."""
    shutil.rmtree(DIST, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", DIST], cwd=ROOT, check=True)
    (wheel,) = DIST.glob("*.whl")
    missing = _resources() - set(zipfile.ZipFile(wheel).namelist())
    if missing:
        sys.exit(f"{wheel.name} lacks resources: {', '.join(sorted(missing))}")


def _resources() -> set[str]:
    """Return the wheel's names of all files in `resources/`."""
    folder = ROOT / "resources"
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {f"editor/_resources/{path.as_posix()}" for path in files}


if __name__ == "__main__":
    build()
