"""Whom a report is sent to: proposed from the plan, then the coordinator's to change while it is a draft.

A report of an organisation to the one above it has "Kính gửi" (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.d); then those it is
addressed to are "Như trên" under "Nơi nhận".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from vanban.model import Channel, Recipient

AS_ABOVE = "Như trên"
HALF_A_YEAR = dt.timedelta(days=180)
USUAL = (
    Recipient("Đảng ủy, HĐND xã", Channel.UNSTATED),
    Recipient("Chủ tịch, các Phó Chủ tịch UBND xã", Channel.UNSTATED),
    Recipient("Các phòng, đơn vị, các thôn", Channel.UNSTATED),
    Recipient("VT, KT", Channel.ARCHIVE),
)


def proposed_addressees(province: str, first: dt.date, last: dt.date) -> list[str]:
    """The province, for what spans half a year or more; nobody above for a quarter, which stays in the commune."""
    above = f"Ủy ban nhân dân {province[:1].lower()}{province[1:]}"
    return [above] if last - first >= HALF_A_YEAR else []


def proposed_recipients(of_plan: Iterable[Mapping[str, str]], *, addressed: bool) -> list[dict[str, str]]:
    """Those the plan was sent to, by the same way each; the usual ones where it names none."""
    found = [recipient_of(plain) for plain in of_plan if plain.get("name")]
    kept = [one for one in found if one.name != AS_ABOVE] or list(USUAL)
    if not any(one.channel is Channel.ARCHIVE for one in kept):
        kept.append(USUAL[-1])
    return [plain_of(one) for one in ([Recipient(AS_ABOVE, Channel.UNSTATED)] if addressed else []) + kept]


def recipient_of(plain: Mapping[str, str]) -> Recipient:
    """From what is stored."""
    channel = plain.get("channel", "")
    return Recipient(plain["name"], Channel(channel) if channel in set(Channel) else Channel.UNSTATED)


def plain_of(recipient: Recipient) -> dict[str, str]:
    """As it is stored."""
    return {"name": recipient.name, "channel": str(recipient.channel)}


def lines(text: str) -> list[str]:
    """One name a line, without dashes and marks somebody typed around it."""
    return [name for line in text.splitlines() if (name := line.strip().lstrip("-–•+").strip().rstrip(".;,").strip())]
