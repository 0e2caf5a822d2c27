"""Zip files of maps: looked through before anything in them is unpacked, and never written to disk."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from hatang.assets.importing.readers.table import Refused
from hatang.assets.importing.words import file_sentence

MOST_PARTS = 200
LARGEST_UNPACKED = 100 * 1024 * 1024


class Archive:
    """A zip file that passed: few parts, of a size within reason, no passwords, no names that lead elsewhere.

    Raises:
        Refused: why it cannot be taken.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._guard(self._zip.infolist())
        except Refused:
            raise
        except Exception as error:  # a broken archive fails in as many ways as there are fields in it
            raise Refused(file_sentence("damaged")) from error
        self.names = [part.filename for part in self._zip.infolist() if not part.is_dir() and "__MACOSX" not in part.filename]

    @staticmethod
    def _guard(parts: list[zipfile.ZipInfo]) -> None:
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise Refused(file_sentence("bomb"))
        if any(part.flag_bits & 1 for part in parts):
            raise Refused(file_sentence("encrypted_zip"))
        if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
            raise Refused(file_sentence("damaged"))
        names = [part.filename for part in parts]
        if len(set(names)) != len(names) or any(_leads_elsewhere(name) for name in names):
            raise Refused(_("Tệp nén có tên tệp lạ bên trong nên không được mở. Hãy nén lại từ thư mục gốc."))

    def read(self, name: str) -> bytes:
        """The bytes of one part.

        Raises:
            Refused: it is damaged, or larger than it says.
        """
        try:
            with self._zip.open(name) as part:
                content = part.read(LARGEST_UNPACKED + 1)
        except Exception as error:  # as above
            raise Refused(file_sentence("damaged")) from error
        if len(content) > LARGEST_UNPACKED:
            raise Refused(file_sentence("bomb"))
        return content


def _leads_elsewhere(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name
