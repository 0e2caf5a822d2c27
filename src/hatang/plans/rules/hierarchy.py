"""How a document stands to those it names, and on which level each was issued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vanban.text.folding import fold

Span = Sequence[int]

CENTRAL, PROVINCE, COMMUNE, UNKNOWN = 1, 2, 3, 9
BEFORE = 70  # letters looked at before a mention: "Thực hiện", "Căn cứ", "sửa đổi, bổ sung một số điều của"
CENTRAL_SYMBOL = re.compile(r"nd-cp|nq-cp|qd-ttg|ct-ttg|tt-b|nq/tw|\btw\b|^qh\d|ubtvqh|vbhn")
RELATIONS = (
    ("replaces", re.compile(r"thay the")),
    ("amends", re.compile(r"sua doi|bo sung mot so dieu")),
    ("based_on", re.compile(r"can cu")),
    ("implements", re.compile(r"thuc hien|trien khai")),
)


def level_of(type_: str | None, symbol: str | None, issuer: str | None) -> int:
    """On which level a document was issued: 1 central, 2 province, 3 commune, 9 not told by its symbol or issuer."""
    mark, who = fold(symbol or ""), fold(issuer or "")
    if type_ in {"Luật", "PL", "HP"} or CENTRAL_SYMBOL.search(mark):
        return CENTRAL
    if re.search(r"\bxa\b|\bphuong\b", who) or mark.endswith("/du"):
        return COMMUNE
    if re.search(r"\btinh\b|thanh pho|so [a-z]", who) or mark.endswith("/tu"):
        return PROVINCE
    return CENTRAL if re.search(r"chinh phu|thu tuong|quoc hoi|\bbo\b|trung uong", who) else UNKNOWN


def relation_of(text: str, spans: Iterable[Span], bases: Iterable[Span]) -> str:
    """How a document stands to another named at `spans`; the strongest wording of its mentions, bases first."""
    bases = list(bases)
    found = {_wording(text, span, _basis_of(span, bases)) for span in spans}
    return next((name for name, _ in RELATIONS if name in found), "mentions")


def _basis_of(span: Span, bases: Sequence[Span]) -> Span | None:
    return next((basis for basis in bases if basis[0] <= span[0] < basis[1]), None)


def _wording(text: str, span: Span, basis: Span | None) -> str:
    start = basis[0] if basis else max(0, span[0] - BEFORE, text.rfind("\n", 0, span[0]) + 1)
    lead = fold(text[start : span[0]])
    if basis is None and len(lead) > BEFORE // 2:
        lead = lead[-BEFORE // 2 :]
    return next((name for name, words in RELATIONS if words.search(lead)), "based_on" if basis else "mentions")
