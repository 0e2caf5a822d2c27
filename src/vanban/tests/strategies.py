"""Official documents of every type a commune writes, made up by hypothesis from the words such documents are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from vanban.model import Channel, Meeting, Recipient, Signer
from vanban.text.numbers import format_roman
from vanban.writer import Appendix, Article, Block, Bullet, Division, Draft, Heading, Table, Text

NAMES = st.sampled_from(["Thí Dụ", "Ví Dụ Đông", "Mẫu Sơn Hạ", "Minh Họa", "Suối Mẫu"])
WORDS = st.sampled_from([
    "đường thôn", "được cứng hóa", "đạt", "kế hoạch,", "vốn đầu tư", "công trình", "nước sạch", "trường học", "chợ xã",
    "nhà văn hóa", "hộ dân", "tiến độ", "duy trì", "quản lý", "sửa chữa", "kiên cố", "kênh mương", "chủ động", "rác thải",
])  # fmt: skip
PHRASES = st.lists(WORDS, min_size=3, max_size=8).map(lambda words: " ".join(words).rstrip(",").capitalize())
SENTENCES = PHRASES.map(lambda phrase: f"{phrase}.")
PEOPLE = st.builds(
    " ".join,
    st.tuples(
        st.sampled_from(["Nguyễn", "Trần", "Lý", "Bàn", "Hoàng", "Âu"]),
        st.sampled_from(["Văn", "Thị", "Đức"]),
        st.sampled_from(["Mẫu", "Ước", "Thí Dụ", "Ý"]),
    ),
)
SIGNING = st.sampled_from(
    [
        ("CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
        ("PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"),
        ("PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN Q."),
        ("CHỦ TỊCH", "Q."),
        ("TRƯỞNG PHÒNG KINH TẾ", "TL. CHỦ TỊCH"),
        ("CHÁNH VĂN PHÒNG HĐND VÀ UBND", "TUQ. CHỦ TỊCH"),
        ("TRƯỞNG BAN", "TM. BAN CHỈ ĐẠO"),
        ("CHỦ TỊCH", None),
    ]
)
SIGNERS = st.builds(lambda name, signing: Signer(name, *signing), PEOPLE | st.none(), SIGNING)
BODIES = st.sampled_from(
    ["Đảng ủy, HĐND xã", "Các Trưởng thôn", "Phòng Kinh tế", "Ủy ban MTTQ xã", "CT, các PCT UBND xã", "Như trên"]
)
ADDRESSEES = st.sampled_from(
    ["Ủy ban nhân dân tỉnh Minh Họa", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Văn phòng UBND tỉnh"]
)
DATES = st.dates(dt.date(2025, 7, 1), dt.date(2030, 12, 31))
MOMENTS = st.datetimes(dt.datetime(2025, 7, 1), dt.datetime(2030, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))
LAWS = st.sampled_from(["Luật Tổ chức chính quyền địa phương ngày 16/6/2025", "Luật Đầu tư công số 58/2024/QH15"])
BASES = st.builds("Căn cứ {}".format, LAWS) | st.builds(
    "Căn cứ Nghị quyết số {}/NQ-HĐND ngày {:%d/%m/%Y} của Hội đồng nhân dân xã {}".format, st.integers(10, 99), DATES, NAMES
)
ATTACHED = st.none() | st.just("Kèm theo Quyết định số 15/QĐ-UBND của UBND xã")
CELLS = st.sampled_from(["80,5", "1.234.567,8", "Chưa có số liệu", "Thôn Ví Dụ 1", "km", "≥ 70 %", "Đường trục thôn", "x"])
# Symbol, and what stands on the right of the number in the head.
TYPES = {
    "Kế hoạch": "KH-UBND", "Báo cáo": "BC-UBND", "Quyết định": "QĐ-UBND", None: "UBND-KT", "Tờ trình": "TTr-UBND",
    "Thông báo": "TB-UBND", "Giấy mời": "GM-UBND", "Biên bản": "BB-UBND",
}  # fmt: skip
ADDRESSED = {None, "Tờ trình", "Báo cáo"}
MINUTES, INVITATION, DECISION = "Biên bản", "Giấy mời", "Quyết định"


@st.composite
def tables(draw: Any) -> Table:
    columns = draw(st.integers(2, 5))
    line = st.lists(CELLS, min_size=columns, max_size=columns).map(tuple)
    rows = draw(st.lists(line, min_size=1, max_size=4).map(tuple))
    total = draw(line | st.just(()))
    wide = draw(st.booleans())
    return Table(tuple(f"Cột {at}" for at in range(1, columns + 1)), rows, right=frozenset({1}), total=total, wide=wide)


def fillings() -> st.SearchStrategy[list[Block]]:
    """What may stand under a heading."""
    return st.lists(st.builds(Text, SENTENCES) | st.builds(Bullet, SENTENCES, st.integers(1, 2)) | tables(), max_size=3)


@st.composite
def outlined(draw: Any) -> tuple[Block, ...]:
    """Parts, sections, clauses and points, numbered in their order."""
    blocks: list[Block] = [Text(draw(SENTENCES))]
    divided = draw(st.booleans())
    for part in range(1, 3) if divided else (0,):
        blocks += [Division(f"Phần {format_roman(part)}", draw(PHRASES))] if divided else []
        for roman in range(1, draw(st.integers(2, 3))):
            blocks += [Heading(f"{format_roman(roman)}. {draw(PHRASES)}"), *draw(fillings())]
            for clause in range(1, draw(st.integers(1, 3))):
                blocks += [Heading(f"{clause}. {draw(PHRASES)}", 2), *draw(fillings())]
                blocks += [Heading(f"{letter}) {draw(PHRASES)}", 4) for letter in "abcd"[: draw(st.integers(0, 3))]]
    return (*blocks, Text(draw(SENTENCES)))


@st.composite
def articles(draw: Any) -> tuple[Block, ...]:
    """Articles with a title or without."""
    count = draw(st.integers(1, 4))
    return tuple(
        Article(at, draw(PHRASES), draw(SENTENCES)) if draw(st.booleans()) else Article(at, text=draw(SENTENCES))
        for at in range(1, count + 1)
    )


def meetings() -> st.SearchStrategy[Meeting]:
    """What minutes say; an invitation takes some of it."""
    places = st.just("Hội trường Ủy ban nhân dân xã") | st.just("Nhà văn hóa thôn Ví Dụ 1")
    several = st.lists(BODIES, min_size=1, max_size=3, unique=True).map(tuple)
    return st.builds(Meeting, MOMENTS, MOMENTS, places, PEOPLE, PEOPLE, several, PHRASES)


@st.composite
def drafts(draw: Any, type_name: str | None) -> Draft:
    """A whole document of one type."""
    place = draw(NAMES)
    unstated = [Recipient(name, Channel.UNSTATED) for name in draw(st.lists(BODIES, max_size=2, unique=True))]
    stated = [
        Recipient(name, draw(st.sampled_from([Channel.ELECTRONIC, Channel.PAPER]))) for name in draw(st.lists(BODIES, max_size=2))
    ]
    appendices = draw(st.lists(st.builds(lambda title, table: Appendix(title, (table,)), PHRASES, tables()), max_size=2))
    plain = Draft(
        issuer=draw(st.sampled_from(["Ủy ban nhân dân xã", "Hội đồng nhân dân xã", "Đảng ủy xã"])) + f" {place}",
        parent_issuer=draw(st.sampled_from([None, "UBND tỉnh Minh Họa", "Tỉnh Minh Họa"])),
        type_name=type_name,
        subject=draw(PHRASES),
        place=place,
        symbol=TYPES[type_name],
        number=draw(st.none() | st.integers(1, 999).map(str)),
        date=draw(st.none() | DATES),
        signer=draw(SIGNERS),
        recipients=(*unstated, *stated, Recipient("VT, KT", Channel.ARCHIVE)),
        addressees=tuple(draw(st.lists(ADDRESSEES, min_size=1, max_size=3, unique=True))) if type_name in ADDRESSED else (),
        bases=tuple(draw(st.lists(BASES, max_size=3, unique=True))),
        body=draw(articles() if type_name == DECISION else outlined()),
        authority=draw(st.none() | st.just(f"Chủ tịch Ủy ban nhân dân xã {place}")) if type_name == DECISION else None,
        attached_to=draw(ATTACHED) if type_name == "Kế hoạch" else None,
        appendices=tuple(appendices),
    )  # fmt: skip
    return draw(_met(plain)) if type_name in {MINUTES, INVITATION} else plain


@st.composite
def _met(draw: Any, plain: Draft) -> Draft:
    meeting = draw(meetings())
    if plain.type_name == INVITATION:
        return replace(plain, bases=(), meeting=replace(meeting, ends=None, secretary=None))
    others = draw(st.lists(st.builds(Signer, PEOPLE, st.just("ĐẠI DIỆN CÁC HỘ"), st.none()), max_size=2))
    secretary, chair = Signer(draw(PEOPLE), "THƯ KÝ", None), Signer(draw(PEOPLE), "CHỦ TỌA", None)
    held = replace(meeting, occasion=None)
    return replace(plain, bases=(), date=meeting.starts.date(), meeting=held, signer=chair, cosigners=(secretary, *others))
