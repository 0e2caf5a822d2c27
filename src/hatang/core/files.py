"""Uploads: size-limited, told by their content, pictures decoded and written anew, kept under the hash of their bytes.

Files lie in the data folder by commune and hash, readable by the product's own account alone; they are never served by path.
"""

from __future__ import annotations

import hashlib
import io
import os
import warnings
import zipfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from hatang.core.audit import current_actor, record
from hatang.core.models import StoredFile
from hatang.core.tenancy import current_commune_id

LARGEST = 30 * 1024 * 1024
LARGEST_PICTURE = 80_000_000  # pixels: an A0 sheet scanned at 200 dpi
TEXT = "text/plain"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD_WORD = "application/msword"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
PDF = "application/pdf"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}
SUFFIXES = {TEXT: ".txt", WORD: ".docx", OLD_WORD: ".doc", OPEN_TEXT: ".odt", PDF: ".pdf", EXCEL: ".xlsx", ZIP: ".zip",
            "image/png": ".png", "image/jpeg": ".jpg", "image/tiff": ".tif"}  # fmt: skip


class RefusedFile(ValueError):
    """The file cannot be taken; the message says why and what to do, in the reader's language."""


def store(upload: BinaryIO, name: str) -> StoredFile:
    """Keep an uploaded file; the same bytes in the same commune are kept once.

    Raises:
        RefusedFile: empty, too large, of a kind that is not read here, or a picture that does not decode.
    """
    content = upload.read(LARGEST + 1)
    media_type = _taken(content)
    if media_type.startswith("image/"):
        content = reencoded(content)
        media_type = sniff(content)
    return _kept(content, Path(name).name[-200:] or "tệp", media_type)


def check(upload: BinaryIO) -> str:
    """The media type of an upload that may be kept; it is left at its start. Raises `RefusedFile` as `store` does, except that
    pictures are decoded only when they are kept."""
    content = upload.read(LARGEST + 1)
    upload.seek(0)
    return _taken(content)


def _taken(content: bytes) -> str:
    if not content:
        raise RefusedFile(_("Tệp rỗng. Hãy chọn lại tệp có nội dung."))
    if len(content) > LARGEST:
        raise RefusedFile(_("Tệp lớn hơn 30 MB. Hãy nén ảnh trong tệp hoặc tách tệp rồi tải lại."))
    return sniff(content)


def store_picture(upload: BinaryIO, name: str) -> StoredFile:
    """Keep an uploaded photograph, without its position; raises as `store` does, and for anything that is no picture."""
    head = upload.read(16)
    upload.seek(0)
    if not head.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff")):
        raise RefusedFile(_("Tệp này không phải ảnh. Hãy chọn ảnh .jpg hoặc .png."))
    return store(upload, name)


def keep(content: bytes, name: str, media_type: str) -> StoredFile:
    """Keep bytes that the caller has looked through itself, as one of the types in `SUFFIXES`."""
    return _kept(content, Path(name).name[-200:] or "tệp", media_type)


def sniff(content: bytes) -> str:
    """The media type a file's own bytes tell.

    Raises:
        RefusedFile: none of the kinds the product reads.
    """
    if content.startswith(b"%PDF-") or b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(b"\xd0\xcf\x11\xe0") or content.startswith(b"{\\rtf"):
        return OLD_WORD
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    for start, kind in ((b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF")):
        if content.startswith(start):
            return PICTURES[kind]
    if _is_text(content):
        return TEXT
    raise RefusedFile(_not_read())


def _packed(content: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise RefusedFile(_("Tệp bị hỏng hoặc tải lên chưa hết. Hãy mở thử tệp trên máy rồi tải lại.")) from error
    if "word/document.xml" in names:
        return WORD
    if "content.xml" in names:
        return OPEN_TEXT
    raise RefusedFile(_not_read())


def _is_text(content: bytes) -> bool:
    head = content[:4096]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return wide or (b"\x00" not in head and sum(byte < 9 for byte in head) == 0)


def _not_read() -> str:
    return _("Hệ thống không đọc loại tệp này. Hãy dùng .docx, .doc, .odt, .pdf, .txt hoặc ảnh chụp .png, .jpg, .tif.")


def reencoded(content: bytes) -> bytes:
    """A picture decoded and written again, without position, thumbnails or anything that is not pixels.

    Raises:
        RefusedFile: it does not decode, or is larger than an A0 sheet.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _written_again(content)
    except RefusedFile:
        raise
    except Exception as error:  # Pillow's decoders raise whatever they meet
        raise RefusedFile(_("Ảnh bị hỏng hoặc không mở được. Hãy chụp hoặc quét lại.")) from error


def _written_again(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content), formats=list(PICTURES)) as picture:
        if picture.width * picture.height > LARGEST_PICTURE:
            raise RefusedFile(_("Ảnh quá lớn. Hãy quét lại ở 300 dpi."))
        picture.load()
        out = io.BytesIO()
        kind = picture.format or "PNG"
        upright = ImageOps.exif_transpose(picture)  # phones turn pictures by a note beside the pixels, which is dropped here
        plain = upright.convert("L" if picture.mode in {"1", "L", "I;16"} else "RGB")
        plain.info = {}
        plain.save(out, "JPEG" if kind == "JPEG" else "PNG", **({"quality": 90} if kind == "JPEG" else {}))
    return out.getvalue()


def _kept(content: bytes, name: str, media_type: str) -> StoredFile:
    digest = hashlib.sha256(content).hexdigest()
    known: StoredFile | None = StoredFile.objects.filter(sha256=digest).first()
    if known is None:
        known = StoredFile(sha256=digest, name=name, media_type=media_type, size=len(content))
        known.uploaded_by_id = current_actor().user_id
        known.save()
        record("file.store", known, after={"name": name, "sha256": digest, "size": len(content)})
    _write(path_of(known), content)
    return known


def _write(path: Path, content: bytes) -> None:
    """Write beside and rename, so that a half-written file never stands under its hash."""
    if path.is_file() and path.stat().st_size == len(content):
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_suffix(f".{os.getpid()}.part")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def path_of(stored: StoredFile) -> Path:
    """Where the bytes of a stored file lie; its name there says nothing of what it is."""
    folder = Path(settings.MEDIA_ROOT) / str(stored.commune_id or current_commune_id())
    return folder / stored.sha256[:2] / f"{stored.sha256}{SUFFIXES[stored.media_type]}"


def download(stored: StoredFile) -> FileResponse:
    """Answer with the file to keep, never to show: the browser opens nothing of it by itself."""
    response = FileResponse(path_of(stored).open("rb"), as_attachment=True, filename=stored.name)
    response["Content-Type"] = stored.media_type
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def hand_out(content: bytes, name: str, media_type: str) -> HttpResponse:
    """Answer with a file made for this request, to keep; no cache keeps it. `name` is plain ASCII."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def show_picture(stored: StoredFile) -> FileResponse:
    """Answer with a picture to be shown on a page; anything else is only for download."""
    if not stored.media_type.startswith("image/"):
        return download(stored)
    response = FileResponse(path_of(stored).open("rb"), content_type=stored.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def forget(stored: StoredFile) -> None:
    """Put away a file that was made from data and can be made again; only the trail remembers it.

    Raises:
        django.db.models.ProtectedError: something still holds on to it; it stays.
    """
    path, told = path_of(stored), {"name": stored.name, "sha256": stored.sha256}
    record("file.forget", stored, before=told)
    stored.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def damaged() -> list[StoredFile]:
    """Stored files of the commune in scope whose bytes are missing or no longer match their hash."""
    return [stored for stored in StoredFile.objects.order_by("pk") if not _intact(stored)]


def _intact(stored: StoredFile) -> bool:
    path = path_of(stored)
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == stored.sha256
