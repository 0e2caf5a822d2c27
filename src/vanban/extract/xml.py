"""XML from untrusted files: no entities, no network, no huge trees."""

from __future__ import annotations

from typing import Any

from lxml import etree

from vanban.extract.limits import DAMAGED
from vanban.model import ReadingError


def parse_xml(content: bytes) -> Any:
    """The root element.

    Raises:
        ReadingError: it is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(DAMAGED) from error
