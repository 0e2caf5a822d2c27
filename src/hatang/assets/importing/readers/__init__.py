"""From the bytes of a file to a plain table. Whatever is in the file, only `Refused` is raised."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath

from django.utils.translation import gettext as _

from hatang.assets.importing.readers.delimited import read_delimited
from hatang.assets.importing.readers.excel import read_excel
from hatang.assets.importing.readers.geojson import read_geojson
from hatang.assets.importing.readers.gpx import read_gpx
from hatang.assets.importing.readers.kml import read_kml, read_kmz
from hatang.assets.importing.readers.shapes import read_shapefile
from hatang.assets.importing.readers.table import Refused, Row, Table, checked
from hatang.assets.importing.words import file_sentence
from hatang.core.spreadsheets.guarding import OLE

LARGEST = 20 * 1024 * 1024
SUFFIXES = (".xlsx", ".csv", ".txt", ".geojson", ".json", ".kml", ".kmz", ".gpx", ".zip")
READERS: dict[str, Callable[[bytes], Table]] = {
    "xlsx": read_excel, "csv": read_delimited, "geojson": read_geojson, "kml": read_kml, "kmz": read_kmz, "gpx": read_gpx,
    "shp": read_shapefile,
}  # fmt: skip

__all__ = ["LARGEST", "READERS", "SUFFIXES", "Refused", "Row", "Table", "read", "sniff"]


def read(content: bytes, name: str) -> Table:
    """The table in a file, told by its content first and its name second.

    Raises:
        Refused: empty, too large, of a kind that is not read, damaged or hostile.
    """
    return checked(READERS[sniff(content, name)](content))


def sniff(content: bytes, name: str) -> str:
    """The format of a file.

    Raises:
        Refused: none that is read here.
    """
    if not content.strip():
        raise Refused(_("Tệp rỗng. Hãy chọn lại tệp có nội dung."))
    if len(content) > LARGEST:
        raise Refused(_("Tệp lớn hơn 20 MB. Hãy tách tệp hoặc làm gọn hình rồi tải lại."))
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    if content.startswith(OLE):
        return "xlsx"  # its guard says what to do with an old or an encrypted workbook
    return _written(content, PurePath(name).suffix.lower())


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [part.lower() for part in archive.namelist()]
    except Exception as error:  # a broken archive fails in as many ways as there are fields in it
        raise Refused(file_sentence("damaged")) from error
    for end, kind in ((".shp", "shp"), (".kml", "kmz")):
        if any(part.endswith(end) for part in names):
            return kind
    if any(part.startswith(("xl/", "mimetype", "[content_types]")) for part in names):
        return "xlsx"
    return "shp"  # says what a zip should hold


def _written(content: bytes, suffix: str) -> str:
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<") or suffix in {".kml", ".gpx"}:
        return "gpx" if b"<gpx" in head or suffix == ".gpx" else "kml"
    if head.startswith((b"{", b"[")) or suffix in {".geojson", ".json"}:
        return "geojson"
    binary = b"\x00" in head and not content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if binary or head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        raise Refused(
            _("Hệ thống không đọc loại tệp này. Hãy dùng Excel (.xlsx), CSV, GeoJSON, KML, KMZ, GPX hoặc Shapefile nén .zip.")
        )
    return "csv"
