"""Makes the site's fonts from their sources, see README.md: python make.py node_modules ../../public/fonts"""
import hashlib
import io
import sys
from pathlib import Path

from fontTools.otlLib.optimize import compact
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables.otTables import NO_VARIATION_INDEX
from fontTools.varLib.instancer import instantiateVariableFont

FRAUNCES = "@fontsource-variable/fraunces/files/fraunces-latin-full-normal.woff2"
ATKINSON = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-{}.woff2"

# Swedish and its neighbours, the punctuation of both, and what stands in our own words.
LETTERS = (
    "0020-007E,00A0,00A7,00A9,00AB,00AD,00B0,00B7,00BB,00BD,00C4-00C9,00D6-00D8,00DC,00E0,00E1,00E4-00EB,00ED,00F3,00F6,"
    "00F8,00FC,2009,2010-2014,2018,2019,201C,201D,2022,2026,202F,20AC,2190,2192,2212"
)
UNITS = 1000


def add(font, code, name, width, pen):
    """Adds a glyph for a character that the font lacks."""
    variations = font["gvar"].variations if "gvar" in font else {}
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (width, 0)
    if name not in font.getGlyphOrder():
        font.setGlyphOrder([*font.getGlyphOrder(), name])
    variations[name] = []
    widths = font["HVAR"].table.AdvWidthMap if "HVAR" in font else None
    if widths:
        widths.mapping[name] = NO_VARIATION_INDEX
    map_to(font, {code: name})


def map_to(font, names):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(names)


def arrow(flip):
    """620 wide, stroke 66 like the hyphen's, on the middle of the lower-case letters (y = 250)."""
    shapes = [
        [(50, 217), (50, 283), (520, 283), (520, 217)],
        [(330, 60), (283, 107), (426, 250), (283, 393), (330, 440), (520, 250)],
    ]
    pen = TTGlyphPen(None)
    for shape in shapes:
        points = [(620 - x, y) for x, y in shape][::-1] if flip else shape
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen


def show_alternates(font):
    """Maps characters to the alternates that this instance always shows, so that what they stand for can go."""
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "rvrn":
            continue
        for index in record.Feature.LookupListIndex:
            for lookup in table.LookupList.Lookup[index].SubTable:
                shown = getattr(lookup, "ExtSubTable", lookup).mapping
                map_to(font, {code: shown[name] for code, name in font.getBestCmap().items() if name in shown})


def let_points_follow(font):
    """Drops the movements of points that are within a thousandth of the letter's size of what their neighbours imply."""
    outlines, metrics = font["glyf"], font["hmtx"].metrics
    for name, variations in font["gvar"].variations.items():
        coordinates, control = outlines._getCoordinatesAndControls(name, metrics)
        for variation in variations:
            variation.calcInferredDeltas(coordinates, control.endPts)
            variation.roundDeltas()
            is_composite = control.numberOfContours == -1
            variation.optimize(coordinates, control.endPts, tolerance=1.0, isComposite=is_composite)


def subset(font, features):
    options = Options()
    options.hinting = False
    options.desubroutinize = True
    options.layout_features = features
    options.drop_tables += ["STAT"]
    options.name_IDs = [0, 1, 2, 4, 6]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(LETTERS))
    subsetter.subset(font)


def saved(font):
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def reloaded(font):
    """Reads a font as it will be written: glyphs that were added are then known everywhere."""
    return TTFont(io.BytesIO(saved(font)), recalcTimestamp=False)


def make(source, name, axes, features, has_arrows):
    # Times would make another file of each run.
    font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), axes)
    space = font["hmtx"][font.getBestCmap()[0x20]][0]
    add(font, 0x202F, "nnbsp", space * 6 // 10, TTGlyphPen(None))
    map_to(font, {0x2011: font.getBestCmap()[0x2D]})
    if not has_arrows:
        add(font, 0x2192, "arrowright", 570, arrow(False))
        add(font, 0x2190, "arrowleft", 570, arrow(True))
    font = reloaded(font)
    show_alternates(font)
    scale_upem(font, UNITS)
    subset(font, features)
    if "gvar" in font:
        let_points_follow(font)
    # Pairs of Fraunces are few; those of Atkinson are smaller in more than one table.
    if not has_arrows:
        compact(font, 1)
    font.flavor = "woff2"
    contents = saved(font)
    return f"{name}.{hashlib.sha256(contents).hexdigest()[:8]}.woff2", contents


def main(modules, folder):
    made = [
        make(modules / FRAUNCES, "fraunces", {"opsz": 72, "wght": (400, 650), "SOFT": 100, "WONK": 0}, ["kern", "liga"], True),
        make(modules / ATKINSON.format("normal"), "atkinson", {"wght": (400, 700)}, ["kern", "tnum"], False),
        make(modules / ATKINSON.format("italic"), "atkinson-italic", {"wght": 400}, ["kern"], False),
    ]
    for old in folder.glob("*.woff2"):
        old.unlink()
    for name, contents in made:
        (folder / name).write_bytes(contents)
        print(f"{name}: {len(contents)} bytes")


main(*map(Path, sys.argv[1:]))
