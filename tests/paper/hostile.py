"""Files that want to break a reader, made small."""

from __future__ import annotations

import hashlib
import io
import zlib

from PIL import Image

from tests.paper.payslips import sample_payslip
from tests.paper.pdf import Sheet, objects_to_pdf, stream, write

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def garbage() -> bytes:
    """A mark and then noise."""
    return b"%PDF-1.7\n" + hashlib.sha512(b"noise").digest() * 200


def truncated() -> bytes:
    """The first bytes of a payslip."""
    return sample_payslip()[:400]


def many_pages(count: int) -> bytes:
    """A PDF with this many pages."""
    return write([Sheet(parts=["BT ET"]) for _ in range(count)])


def with_script() -> bytes:
    """A payslip that wants to run JavaScript and start a program when it opens."""
    action = b"/OpenAction << /S /JavaScript /JS (app.alert(1)) /Next << /S /Launch /F (/bin/sh) >> >> "
    return sample_payslip().replace(b"/Type /Catalog ", b"/Type /Catalog " + action, 1)


def _page(content: bytes, resources: bytes = b"/Font << /F1 4 0 R >>") -> bytes:
    return objects_to_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << " + resources + b" >> >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            content,
        ]
    )


def bomb() -> bytes:
    """A content stream that unpacks to 600 MB."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b"q 1 0 0 1 0 0 cm Q\n" * 55_000) for _ in range(600)) + packer.flush()
    return _page(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(data) + data + b"\nendstream")


def too_many_letters() -> bytes:
    """A page with a hundred thousand letters."""
    return _page(stream(b"BT /F1 1 Tf 10 10 Td (" + b"abcd " * 20_000 + b") Tj ET"))


def image_only() -> bytes:
    """A scan: a page that is one picture."""
    picture = io.BytesIO()
    Image.new("L", (200, 280), 200).save(picture, "JPEG")
    data = picture.getvalue()
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 200 /Height 280 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 "
    )
    return objects_to_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /XObject << /I 4 0 R >> >> >>",
            image + b"/Filter /DCTDecode /Length %d >>\nstream\n" % len(data) + data + b"\nendstream",
            stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        ]
    )


def picture(kind: str) -> bytes:
    """A small picture of a kind that Pillow knows."""
    target = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(target, kind)
    return target.getvalue()


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def encrypted(password: bytes = b"geheim") -> bytes:
    """A payslip that asks for a password to open (RC4, 40 bits: the oldest kind)."""
    padded, permissions, identity = (password + _PADDING)[:32], b"\xfc\xff\xff\xff", b"0123456789abcdef"
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    user = _rc4(hashlib.md5(padded + owner + permissions + identity).digest()[:5], _PADDING)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s><%s>] " % (
        owner.hex().encode(),
        user.hex().encode(),
        identity.hex().encode(),
        identity.hex().encode(),
    )
    return sample_payslip().replace(b"/Root 1 0 R ", b"/Root 1 0 R " + lock, 1)
