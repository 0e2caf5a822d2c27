"""A .docx from a stranger: only the parts a plain document needs, nothing that runs, nothing that points outside.

What is allowed is listed; anything else is refused by name. Source of the part and relationship types: ECMA-376, Part 1.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from vanban.templating import problems as say
from vanban.templating.problems import BadTemplate, Problem, shortened

MEGABYTE = 1024 * 1024
LARGEST, UNPACKED, XML_PART, ENTRIES, RATIO = 5 * MEGABYTE, 40 * MEGABYTE, 8 * MEGABYTE, 400, 200
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
TYPES = "[Content_Types].xml"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{_WORD}document.main+xml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
PROSE = (MAIN, *(f"{_WORD}{name}+xml" for name in ("header", "footer", "footnotes", "endnotes")))
_PLAIN = ("styles", "settings", "webSettings", "fontTable", "numbering", "comments", "commentsExtended",
          "commentsIds", "commentsExtensible", "people", "document.glossary")  # fmt: skip
_AROUND = ("theme", "extended-properties", "custom-properties", "customXmlProperties")
ALLOWED = {
    *PROSE, CORE, *(f"{_WORD}{name}+xml" for name in _PLAIN), "application/vnd.ms-word.stylesWithEffects+xml",
    *(f"application/vnd.openxmlformats-officedocument.{name}+xml" for name in _AROUND), "application/xml",
    "application/vnd.openxmlformats-package.relationships+xml", "image/png", "image/jpeg", "image/jpg", "image/gif",
}  # fmt: skip
RELATIONS = {
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "styles", "stylesWithEffects",
    "settings", "webSettings", "fontTable", "numbering", "header", "footer", "footnotes", "endnotes", "theme", "image",
    "customXml", "customXmlProps", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people",
    "glossaryDocument",
}  # fmt: skip
FOLDERS = ("embeddings/", "activex/", "customui", "attachedtoolbars")
PICTURES = {"png": b"\x89PNG", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "gif": b"GIF8"}


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of the file by name, in its order, and what each is."""

    parts: Mapping[str, bytes]
    types: Mapping[str, str]

    def packed(self, changed: Mapping[str, bytes]) -> bytes:
        """The file again, some parts changed; the same parts give the same bytes."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), changed.get(name, content), zipfile.ZIP_DEFLATED)
        return out.getvalue()


def open_package(content: bytes) -> Package:
    """The parts of a template.

    Raises:
        BadTemplate: no plain .docx, or one that holds more than a document needs.
    """
    parts = dict(_entries(content))
    found = list(_wrong_names(parts))
    if found:
        raise BadTemplate(found)
    types = _types(parts)
    found = [*_wrong_types(types), *_wrong_relations(parts)]
    if found:
        raise BadTemplate(dict.fromkeys(found))
    return Package(parts, types)


def parsed(content: bytes, name: str) -> Any:
    """The root of one part, read without entities, network or huge trees.

    Raises:
        BadTemplate: it is not well-formed, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    plain = content.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise BadTemplate([Problem(say.ENTITIES, {"name": name})])
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadTemplate([Problem(say.BROKEN_XML, {"name": name})]) from error
    if root.getroottree().docinfo.internalDTD is not None:  # whatever its encoding
        raise BadTemplate([Problem(say.ENTITIES, {"name": name})])
    return root


def _entries(content: bytes) -> Iterator[tuple[str, bytes]]:
    if len(content) > LARGEST:
        raise BadTemplate([Problem(say.TOO_LARGE)])
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadTemplate([Problem(say.NOT_DOCX)]) from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise BadTemplate([Problem(say.TOO_LARGE)])
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise BadTemplate([Problem(say.NOT_DOCX)])
    for entry in entries:
        yield entry.filename, _member(archive, entry)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    swells = entry.file_size > MEGABYTE and entry.file_size > RATIO * max(1, entry.compress_size)
    most = XML_PART if entry.filename.endswith((".xml", ".rels")) else LARGEST
    if swells or entry.file_size > most:
        raise BadTemplate([Problem(say.SWELLS, {"name": shortened(entry.filename)})])
    try:
        with archive.open(entry) as file:
            content = file.read(most + 1)
    except RuntimeError as error:
        raise BadTemplate([Problem(say.LOCKED)]) from error
    except Exception as error:  # whatever a broken archive brings up: zlib, struct, an unknown method
        raise BadTemplate([Problem(say.NOT_DOCX)]) from error
    if len(content) > most:
        raise BadTemplate([Problem(say.SWELLS, {"name": shortened(entry.filename)})])
    return content


def _wrong_names(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    if TYPES not in parts:
        yield Problem(say.NOT_DOCX)
    for name, content in parts.items():
        lowered, shown = name.lower(), {"name": shortened(name)}
        if name.startswith(("/", "\\")) or ".." in name or "\\" in name or not name.isprintable():
            yield Problem(say.BAD_NAME, shown)
        elif "vbaproject" in lowered or "vbadata" in lowered:
            yield Problem(say.MACROS, shown)
        elif any(folder in lowered for folder in FOLDERS) or not _is_its_kind(lowered, content):
            yield Problem(say.EMBEDDED, shown)


def _is_its_kind(name: str, content: bytes) -> bool:
    """Whether what calls itself a picture begins like one."""
    return content.startswith(PICTURES.get(name.rpartition(".")[2], b""))


def _types(parts: Mapping[str, bytes]) -> dict[str, str]:
    root = parsed(parts[TYPES], TYPES)
    by_ending: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for child in root:
        kind = str(child.get("ContentType") or "")
        if etree.QName(child).localname == "Default":
            by_ending[str(child.get("Extension") or "").lower()] = kind
        else:
            by_name[str(child.get("PartName") or "").lstrip("/").lower()] = kind
    return {
        name: by_name.get(name.lower()) or by_ending.get(name.lower().rpartition(".")[2], "") for name in parts if name != TYPES
    }


def _wrong_types(types: Mapping[str, str]) -> Iterator[Problem]:
    for name, kind in types.items():
        if "macro" in kind.lower() or "vba" in kind.lower():
            yield Problem(say.MACROS, {"name": shortened(name)})
        elif kind not in ALLOWED:
            yield Problem(say.EMBEDDED, {"name": shortened(name)})
    if list(types.values()).count(MAIN) != 1 and not any("macro" in kind.lower() for kind in types.values()):
        yield Problem(say.NOT_DOCX)


def _wrong_relations(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    for name, content in parts.items():
        if name.lower().endswith(".rels"):
            for one in parsed(content, name):
                yield from _wrong_relation(one)


def _wrong_relation(one: Any) -> Iterator[Problem]:
    target, kind = str(one.get("Target") or ""), str(one.get("Type") or "").rsplit("/", 1)[-1]
    outside = str(one.get("TargetMode") or "").lower() == "external" or ":" in target or target.startswith(("\\", "//"))
    if "vba" in kind.lower():
        yield Problem(say.MACROS, {"name": shortened(target)})
    elif outside:
        yield Problem(say.OUTSIDE, {"name": shortened(target)})
    elif kind not in RELATIONS:
        yield Problem(say.EMBEDDED, {"name": shortened(target or kind)})
