"""Makes the two embedded fonts from the Noto Sans CJK collections; see README.md."""

import subprocess
import sys
import tempfile
from pathlib import Path

from fontTools.ttLib import TTCollection

SOURCE = Path("/usr/share/fonts/opentype/noto")
HERE = Path(__file__).parent
# The collection holds ten families; number 2 is Simplified Chinese. The first is Japanese and draws 骨 and 直 otherwise.
SC = 2
# Latin, Greek, Cyrillic, punctuation, symbols, kana, squared units; full-width and vertical forms.
SIGNS = [(0x20, 0x33FF), (0xFE10, 0xFE1F), (0xFE30, 0xFE6F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6)]
# Every ideograph of the font: GB 18030 with the rare characters of names of people and places.
IDEOGRAPHS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]


def gb2312():
    """The 6,763 ideographs of GB 2312: what a heading usually needs."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def main():
    font = TTCollection(SOURCE / "NotoSansCJK-Regular.ttc").fonts[SC]
    family = font["name"].getDebugName(1)
    if family != "Noto Sans CJK SC":
        sys.exit(f"font number {SC} is {family}")
    known = font.getBestCmap()
    signs = {code for code in known if any(a <= code <= b for a, b in SIGNS)}
    every = {code for code in known if any(a <= code <= b for a, b in IDEOGRAPHS)}
    for weight, codes in [("Regular", signs | every), ("Bold", signs | (set(gb2312()) & known.keys()))]:
        listed = Path(tempfile.mkdtemp()) / "codes.txt"
        listed.write_text("\n".join(f"{code:04X}" for code in sorted(codes)))
        subprocess.run(
            [
                "pyftsubset",
                SOURCE / f"NotoSansCJK-{weight}.ttc",
                f"--font-number={SC}",
                f"--unicodes-file={listed}",
                "--layout-features=kern,locl,ccmp,liga",
                "--name-IDs=*",
                "--notdef-outline",
                f"--output-file={HERE / f'NotoSansCJKsc-{weight}-subset.otf'}",
            ],
            check=True,
        )


if __name__ == "__main__":
    main()
