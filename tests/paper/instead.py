"""What people send instead of a payslip: files of other programs, and screens of a telephone."""

from __future__ import annotations

import io
import zipfile

import openpyxl
from PIL import Image, ImageDraw

from tests.paper.payslips import sample_payslip
from tests.paper.pdf import Sheet, write
from tests.paper.photos import jpeg, page_picture

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>Loonstrook oktober 2026</w:t></w:r></w:p></w:body></w:document>"
)


def word_file() -> bytes:
    """A document that Word opens."""
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": _DOCUMENT}
    return _zipped({name: text.encode() for name, text in parts.items()})


def zip_file() -> bytes:
    """A payslip, packed."""
    return _zipped({"loonstrook.pdf": sample_payslip()})


def spreadsheet() -> bytes:
    """Hours and wages kept by the client."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["oktober", 62.5, 875.0])
    book.save(out)
    return out.getvalue()


def animation() -> bytes:
    """A picture of a kind that is not opened."""
    out = io.BytesIO()
    Image.new("P", (300, 400), 3).save(out, "GIF")
    return out.getvalue()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def selfie() -> bytes:
    """A face, more or less."""
    picture = Image.new("RGB", (900, 1200), (96, 120, 84))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((220, 200, 680, 860), fill=(214, 168, 140))
    draw.rectangle((120, 860, 780, 1200), fill=(52, 70, 120))
    for x in (340, 500):
        draw.ellipse((x, 430, x + 60, 470), fill=(60, 42, 30))
    draw.arc((350, 560, 550, 720), 20, 160, fill=(150, 60, 60), width=14)
    return _as_jpeg(picture)


def _as_jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def screenshot(sheet: Sheet) -> bytes:
    """The screen of a telephone, as it is sent."""
    return jpeg(page_picture(write([sheet]), dpi=150), 88)


def chat_screen() -> Sheet:
    """A conversation with the boss."""
    lines = (
        "Baas Verzonnen", "online", "Hoi, heb je mijn loonstrook al?", "10:12",
        "Ja komt eraan, ik vraag het even na", "10:14", "Wanneer wordt het loon gestort?", "10:15",
        "Vrijdag denk ik. Fijne dag!", "10:20", "Typ een bericht",
    )  # fmt: skip
    return _screen(lines)


def bank_screen() -> Sheet:
    """The app of a bank."""
    lines = (
        "Betaalrekening", "Saldo   € 1.065,65", "Overschrijven", "Af en bij", "Vandaag",
        "Supermarkt   - € 23,45", "Gisteren", "Bakkerij De Verzonnen Korst   + € 875,00", "Salaris oktober",
        "25 oktober", "Spaarrekening   - € 50,00",
    )  # fmt: skip
    return _screen(lines)


def _screen(lines: tuple[str, ...]) -> Sheet:
    sheet = Sheet(height=780, width=380)
    for number, line in enumerate(lines):
        left, _, right = line.partition("   ")
        sheet.text(28, 70 + 52 * number, left, 13)
        sheet.text(350, 70 + 52 * number, right, 13, right=True)
    return sheet
