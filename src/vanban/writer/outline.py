"""Ranks of heading, and the level each gets in Word's navigation pane. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.đ."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from vanban.text.folding import fold
from vanban.writer.draft import Article, Block, Division, Heading


class Rank(IntEnum):
    """From the highest: phần, chương, mục, tiểu mục, điều; or phần, mục (I.), khoản (1.), 1.1., điểm (a)."""

    PART = 1
    CHAPTER = 2
    ROMAN = 3
    SECTION = 4
    SUBSECTION = 5
    ARTICLE = 6
    CLAUSE = 7
    DOTTED = 8
    POINT = 9


_BY_LEVEL = {1: Rank.ROMAN, 2: Rank.CLAUSE, 3: Rank.DOTTED, 4: Rank.POINT}
_BY_LABEL = {"chuong": Rank.CHAPTER, "muc": Rank.SECTION, "tieu": Rank.SUBSECTION}


def rank_of(block: Block) -> Rank | None:
    """The rank of a heading; None for what is none."""
    if isinstance(block, Heading):
        return _BY_LEVEL[min(max(block.level, 1), 4)]
    if isinstance(block, Division):
        return _BY_LABEL.get(fold(block.label).split(" ")[0], Rank.PART)
    return Rank.ARTICLE if isinstance(block, Article) else None


def ranks_of(blocks: Iterable[Block]) -> tuple[Rank, ...]:
    """The ranks a document uses, the highest first: the first of them is Heading 1, the next Heading 2, and so on."""
    return tuple(sorted({rank for block in blocks if (rank := rank_of(block))}))
