"""Cuts the screens' fonts to what is written on them, for hatch_build.py.

A bare machine has no Chinese letters of its own and may lack the others, so the page brings them; but a kiosk on a
thin line, and a phone on a paid one, should not wait for letters that no page shows. Latin comes ready cut. The others
are cut here, by fontTools, out of the whole families that the paper is drawn with. The same sources give the same
bytes.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter, load_font

# How the two weights of every page are called by the packages that hold whole families.
WEIGHTS: Final = {400: "400Regular", 700: "700Bold"}

# Web fonts that their packages have already cut. Family, its package -> the subsets that are needed of it.
READY_CUT: Final = {
    ("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next"): ["latin", "latin-ext"],
    ("Atkinson Hyperlegible Mono", "atkinson-hyperlegible-mono"): ["latin"],  # the preview's paper
}

# The phone's page must weigh little on a paid line: its Latin is cut to what its languages write. Every other script it
# leaves to the phone, whose owner reads in it every day; that of a kiosk on a bare machine is nobody's.
PHONE_FAMILY: Final = "Atkinson Hyperlegible Phone"
PHONE_LATIN: Final = {
    "latin": {*range(0x20, 0x7F), *range(0xC0, 0x100), *map(ord, "\u00a0«»·°ıŒœ–—‘’“”…€")},
    "latin-ext": {*map(ord, "ĂăȘșȚțĞğİŞş")},
}

# Package of a whole family -> how its files begin.
WHOLE: Final = {"noto-sans": "NotoSans", "noto-sans-arabic": "NotoSansArabic", "noto-sans-sc": "NotoSansSC"}

# Russian, Ukrainian, Bulgarian, Serbian, Macedonian, Belarusian.
CYRILLIC: Final = {*range(0x0400, 0x0460), 0x0490, 0x0491, 0x2116}
# Arabic, Persian and Dari, and Pashto and Urdu, whose names and places come up in them. No Latin digits and no space:
# those come from the Latin face in every language. The joiners do belong here, for they say how letters join.
ARABIC: Final = {
    *map(ord, "،؛؟٪٫٬۔«»"),
    *range(0x0621, 0x063B),
    *range(0x0640, 0x0656),
    *range(0x0660, 0x066A),
    *map(ord, "ٰٱ"),
    *map(ord, "پچژگکیھۀۂەۃ"),
    *map(ord, "ټډړږښګڼېۍ"),
    *map(ord, "ٹڈڑںہےۓ"),
    *range(0x06F0, 0x06FA),
    *range(0x200C, 0x2010),
}

# What makes a letter of the ones before it and after it, and sets their distance; Chinese needs nothing of it.
JOINING: Final = tuple("ccmp locl isol init medi fina rlig liga calt curs mark mkmk kern".split())  # noqa: SIM905  # they read best as prose

# A number is read as letter and digits: figures of one width, a zero that is no O. Kerning would weigh a quarter more.
NUMERALS: Final = ("ccmp", "locl", "tnum", "zero")

# These Chinese messages of the kiosk stand beside other languages, so that every page pays for them: the fewer the
# better. A screen that shows when the server is away cannot fetch a font, so its words are among them.
SHOWN_TO_ALL: Final = set(
    """
    language-name greeting choose-language one-moment no-paper number-again touch-screen unavailable unavailable-next
    no-needs no-needs-next closed closed-next last-tickets last-tickets-next stopped stopped-next
    """.split()  # noqa: SIM905  # they read best as prose
)
# Where else our own Chinese is written, a face each: the waiting room does not pay for the kiosk's words.
CHINESE_WORDS: Final = {
    "read": ("display/room/locales/zh.ftl",),
    "kiosk": ("kiosk/locales/zh.ftl", "server/seeds/*.toml"),
}
KIOSK_WORDS: Final = "kiosk/locales/zh.ftl"
HAN: Final = re.compile(r"[\u3001-\u3011\u3400-\u9fff\uff01-\uff5e]")
# Punctuation that Latin has too, in another shape: tokens.css asks for the Chinese one in Chinese alone.
CHINESE_MARKS: Final = frozenset("、。，：；？！（）《》“”‘’…—·")
# Behind our own words: those that a site writes. GB 2312 is what is taught and printed; a face holds so many letters.
SLICE: Final = 256


class AssetBuildError(RuntimeError):
    """A part could not be fetched or built; the message says which."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A face that pages fetch: `name` is the stem of its files, `claims` the code points that it is fetched for."""

    family: str
    name: str
    package: str
    letters: frozenset[int]
    claims: str
    features: tuple[str, ...] = JOINING


def word_files(root: Path) -> list[Path]:
    """Every file whose words decide how the fonts are cut, in a fixed order. Those that are not there are left out."""
    return [path for patterns in CHINESE_WORDS.values() for each in patterns for path in sorted(root.glob(each))]


def build_screen_fonts(root: Path, modules: Path, vendor: Path) -> None:
    """Write `vendor/fonts` and `vendor/fonts.css`. Raises AssetBuildError when a word of ours has no letter for it."""
    folder = vendor / "fonts"
    folder.mkdir()
    rules = [*ready_cut_faces(modules / "@fontsource", folder), *phone_faces(modules / "@fontsource", folder)]
    for package, stem in WHOLE.items():
        cuts = [cut for cut in cuts_of(root) if cut.package == package]
        for weight, file_weight in WEIGHTS.items():
            source = modules / "@expo-google-fonts" / package / file_weight / f"{stem}_{file_weight}.ttf"
            # Cut once to what all of them need: cutting the small one into its faces is ten times as quick.
            needed = cut_font(source, frozenset().union(*(cut.letters for cut in cuts)), cuts[0].features)
            for cut in cuts:
                file = f"{cut.name}-{weight}.woff2"
                (folder / file).write_bytes(cut_font(BytesIO(needed), cut.letters, cut.features, flavor="woff2"))
                rules.append(face_rule(cut.family, weight, file, cut.claims))
    (vendor / "fonts.css").write_text("\n".join(["/* Written by hatch_build.py. */", *rules, ""]))


def ready_cut_faces(packages: Path, folder: Path) -> Iterator[str]:
    """Copy each subset, regular and bold, under the name it has in its package; answer its rule."""
    for (family, package), subsets in READY_CUT.items():
        claims = json.loads((packages / package / "unicode.json").read_text())
        for weight, subset in ((weight, subset) for subset in subsets for weight in WEIGHTS):
            file = f"{package}-{subset}-{weight}-normal.woff2"
            shutil.copyfile(packages / package / "files" / file, folder / file)
            yield face_rule(family, weight, file, claims[subset])


def phone_faces(packages: Path, folder: Path) -> Iterator[str]:
    """Cut the phone's faces out of the ready ones; answer their rules."""
    package = "atkinson-hyperlegible-next"
    for subset, letters in PHONE_LATIN.items():
        for weight in WEIGHTS:
            source = packages / package / "files" / f"{package}-{subset}-{weight}-normal.woff2"
            file = f"{package}-phone-{subset}-{weight}.woff2"
            (folder / file).write_bytes(cut_font(source, frozenset(letters), NUMERALS, flavor="woff2"))
            yield face_rule(PHONE_FAMILY, weight, file, ranges(letters))


def face_rule(family: str, weight: int, file: str, claims: str) -> str:
    """One @font-face. "swap": words are read at once in the system's face, and change face when the file is there."""
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f'src:url("fonts/{file}") format("woff2");unicode-range:{claims}}}'
    )


def cuts_of(root: Path) -> Iterator[Cut]:
    """Every face that is cut here."""
    yield Cut("Noto Sans", "noto-sans-cyrillic", "noto-sans", frozenset(CYRILLIC), ranges(CYRILLIC))
    yield Cut("Noto Sans Arabic", "noto-sans-arabic", "noto-sans-arabic", frozenset(ARABIC), ranges(ARABIC))
    for name, letters in chinese_words(root).items():
        yield Cut("Noto Sans SC", f"noto-sans-sc-{name}", "noto-sans-sc", letters, ranges(letters), features=())
    common = common_chinese()
    starts = [*common[::SLICE], 0xA000]
    for number, (start, end) in enumerate(pairwise(starts)):
        letters = frozenset(code for code in common if start <= code < end)
        # Whole stretches and not each letter: fifty short rules are cheap enough to be on every page.
        claims = f"U+{start:X}-{end - 1:X}"
        yield Cut(
            "Noto Sans SC Common", f"noto-sans-sc-common-{number:02}", "noto-sans-sc", letters, claims, features=()
        )


def chinese_words(root: Path) -> dict[str, frozenset[int]]:
    """The letters of our own Chinese, each in one face only: what every page shows, what is read, the kiosk's."""
    kiosk = root / KIOSK_WORDS
    messages = re.split(r"^(?=[a-z])", kiosk.read_text(), flags=re.MULTILINE) if kiosk.is_file() else []
    to_all = "".join(message for message in messages if message.partition(" ")[0] in SHOWN_TO_ALL)
    faces = {"all": frozenset(map(ord, {*HAN.findall(to_all), *CHINESE_MARKS}))}
    for name, patterns in CHINESE_WORDS.items():
        text = "".join(path.read_text() for each in patterns for path in sorted(root.glob(each)))
        letters = frozenset(map(ord, HAN.findall(text))).difference(*faces.values())
        if letters:  # a site may have no Chinese at all
            faces[name] = letters
    return faces


def common_chinese() -> list[int]:
    """The 6,763 letters of GB 2312: rows 16 to 87 of its 94 by 94."""
    cells = (bytes([0xA0 + row, 0xA0 + column]) for row in range(16, 88) for column in range(1, 95))
    return sorted(map(ord, b"".join(cells).decode("gb2312", errors="ignore")))


def ranges(codes: Iterable[int]) -> str:
    """Code points as CSS writes them: "U+4E00,U+4E07-4E0B"."""
    stretches: list[list[int]] = []
    for code in sorted(codes):
        if stretches and stretches[-1][1] == code - 1:
            stretches[-1][1] = code
        else:
            stretches.append([code, code])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in stretches)


def cut_font(
    source: Path | BytesIO, letters: frozenset[int], features: tuple[str, ...], flavor: str | None = None
) -> bytes:
    """A font with these letters and what joins them. Raises AssetBuildError when the source lacks one."""
    options = Options(
        flavor=flavor,
        hinting=False,  # of no use on a screen of this century, and a third of the weight
        layout_features=list(features),
        recalc_timestamp=False,  # the same bytes tomorrow
    )
    font = load_font(source, options, dontLoadGlyphNames=True)
    if missing := letters - font.getBestCmap().keys():
        raise AssetBuildError(f"A font lacks {ranges(missing)}: {''.join(map(chr, sorted(missing)))}")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = flavor
    written = BytesIO()
    font.save(written)
    return written.getvalue()
