"""XML of map programs: opened without entities or document types, and walked without recursion."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from hatang.assets.importing.readers.table import Refused

MOST_TAGS = 1_000_000
TAG = re.compile(r"<[^<>]{0,500}>")
Element = Any


def opened(content: bytes) -> Element:
    """The root of an XML file.

    Raises:
        Refused: broken, or with declarations that have no business in a map file.
    """
    if content.count(b"<") > MOST_TAGS:
        raise Refused(_("Tệp bản đồ quá lớn. Hãy tách tệp."))
    try:
        return fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refused(
            _("Tệp bản đồ có khai báo lạ (DTD, thực thể) nên không được mở. Hãy xuất lại từ phần mềm bản đồ.")
        ) from error
    except (SyntaxError, ValueError, LookupError, RecursionError) as error:
        raise Refused(_("Tệp bản đồ bị hỏng hoặc tải lên chưa hết. Hãy xuất lại từ phần mềm bản đồ.")) from error


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def named(element: Element, *names: str) -> Iterator[Element]:
    """The elements of these names anywhere inside, in the order of the file."""
    return (inner for inner in element.iter() if local(inner) in names)


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next((inner for inner in element if local(inner) == name), None)


def words(element: Element | None) -> str:
    """The text of an element, without the HTML that descriptions are written in."""
    if element is None or not element.text:
        return ""
    return " ".join(html.unescape(TAG.sub(" ", str(element.text)[:20_000])).split())
