"""A small writer of PDFs: text in Helvetica and lines, enough to draw a payslip. No library needed."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

# fmt: off
# widths of the letters of Helvetica from space to tilde, in thousandths
_WIDTHS = (
    278,
    278,
    355,
    556,
    556,
    889,
    667,
    191,
    333,
    333,
    389,
    584,
    278,
    333,
    278,
    278,
    556,
    556,
    556,
    556,
    556,
    556,
    556,
    556,
    556,
    556,
    278,
    278,
    584,
    584,
    584,
    556,
    1015,
    667,
    667,
    722,
    722,
    667,
    611,
    778,
    722,
    278,
    500,
    667,
    556,
    833,
    722,
    778,
    667,
    778,
    722,
    667,
    611,
    722,
    667,
    944,
    667,
    667,
    611,
    278,
    278,
    278,
    469,
    556,
    333,
    556,
    556,
    500,
    556,
    556,
    278,
    556,
    556,
    222,
    222,
    500,
    222,
    833,
    556,
    556,
    556,
    556,
    333,
    500,
    278,
    556,
    500,
    722,
    500,
    500,
    500,
    334,
    260,
    334,
    584,
)


def width(text: str, size: float) -> float:
    """How wide a text is in points."""
    return sum(_WIDTHS[ord(sign) - 32] if 32 <= ord(sign) < 127 else 556 for sign in text) * size / 1000


@dataclass
class Sheet:
    """One page of A4; y counts downwards from the top, as people read."""

    height: float = 842.0
    width: float = 595.0
    parts: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, size: float = 9, right: bool = False, mode: int = 0
    ) -> None:
        """Draws a text; with `right`, x is its right edge; mode 3 is invisible."""
        left = x - width(text, size) if right else x
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.parts.append(
            f"BT {mode} Tr /F1 {size} Tf 1 0 0 1 {left:.2f} {self.height - y:.2f} Tm ({escaped}) Tj ET"
        )

    def line(self, x0: float, y: float, x1: float) -> None:
        """Draws a horizontal line."""
        self.parts.append(f"{x0} {self.height - y} m {x1} {self.height - y} l S")

    def content(self) -> bytes:
        return "\n".join(self.parts).encode("cp1252", "replace")


def objects_to_pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects; the first one is the catalog."""
    data, offsets = b"%PDF-1.7\n", []
    for index, each in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % index + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    )


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(data)
    return (
        b"<< /Length %d /Filter /FlateDecode %s>>\nstream\n" % (len(packed), extra) + packed + b"\nendstream"
    )


def write(pages: list[Sheet], catalog: bytes = b"") -> bytes:
    """The pages as a PDF; `catalog` adds entries such as an open action."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s>>" % catalog,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        font,
    ]
    for index, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (page.width, page.height, 5 + 2 * index)
        )
        objects.append(stream(page.content()))
    return objects_to_pdf(objects)
