"""Uploads are told by their content, limited, stored once under their hash, and never shown in place."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest
from PIL import Image

from hatang.core import files
from hatang.core.models import StoredFile

pytestmark = pytest.mark.django_db


def picture(kind="JPEG", size=(40, 30), exif=True):
    out = io.BytesIO()
    data = Image.Exif()
    if exif:
        data[0x010E] = "vị trí bí mật"
    Image.new("RGB", size, "green").save(out, kind, exif=data)
    return out.getvalue()


def test_the_same_bytes_are_kept_once(as_coordinator):
    first = files.store(io.BytesIO(b"ke hoach"), "a.txt")
    second = files.store(io.BytesIO(b"ke hoach"), "b.txt")
    assert first == second
    assert StoredFile.objects.count() == 1
    assert files.path_of(first).read_bytes() == b"ke hoach"


def test_only_the_owner_of_the_process_may_read(as_coordinator):
    path = files.path_of(files.store(io.BytesIO(b"ke hoach"), "a.txt"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_kind_is_told_by_content_not_by_name(as_coordinator):
    stored = files.store(io.BytesIO(b"%PDF-1.7 ..."), "anh.png")
    assert stored.media_type == "application/pdf"
    assert files.path_of(stored).suffix == ".pdf"


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\x00\x03\x00\x00", b"\x7fELF\x02\x01\x01\x00", b"GIF89a\x00\x00\x01", b"PK\x03\x04rest"]
)
def test_other_kinds_are_refused_and_nothing_is_kept(as_coordinator, content):
    with pytest.raises(files.RefusedFile):
        files.store(io.BytesIO(content), "ke-hoach.docx")
    assert not StoredFile.objects.exists()


def test_a_zip_that_is_no_document_is_refused(as_coordinator):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("virus.exe", b"x")
    with pytest.raises(files.RefusedFile):
        files.store(io.BytesIO(out.getvalue()), "ke-hoach.docx")


def test_too_large_is_refused(as_coordinator, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(files.RefusedFile, match="30 MB"):
        files.store(io.BytesIO(b"x" * 11), "a.txt")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_pictures_are_written_again_without_what_they_tell_of_the_place(as_coordinator, kind):
    stored = files.store(io.BytesIO(picture(kind)), "anh")
    with Image.open(files.path_of(stored)) as kept:
        assert kept.size == (40, 30)
        assert not kept.getexif()
    assert "bí mật".encode() not in files.path_of(stored).read_bytes()


def test_a_broken_picture_and_a_bomb_are_refused(as_coordinator, monkeypatch):
    with pytest.raises(files.RefusedFile):
        files.store(io.BytesIO(picture()[:100]), "anh.jpg")
    monkeypatch.setattr(files, "LARGEST_PICTURE", 100)
    with pytest.raises(files.RefusedFile):
        files.store(io.BytesIO(picture()), "anh.jpg")


def test_a_download_is_kept_not_shown(as_coordinator):
    response = files.download(files.store(io.BytesIO(b"<script>alert(1)</script>"), "../../kế hoạch.html"))
    assert response["Content-Type"] == "text/plain"
    assert response["Content-Disposition"].startswith("attachment")
    assert ".." not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_changed_or_missing_file_is_found(as_coordinator):
    one, two = (files.store(io.BytesIO(content), "a.txt") for content in (b"mot", b"hai"))
    assert files.damaged() == []
    files.path_of(one).write_bytes(b"mo!")
    files.path_of(two).unlink()
    assert files.damaged() == [one, two]
