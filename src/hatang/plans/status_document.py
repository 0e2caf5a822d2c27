"""How a plan stands, as an official document: a first, plain version.

Official documents are in Vietnamese whatever language the pages are shown in. Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import override

from hatang.commune.models import Commune
from hatang.plans import words
from hatang.plans.selectors.plans import FollowedTask, Overview, SectorView
from vanban.model import Channel, Recipient, Signer
from vanban.text.dates import format_date
from vanban.writer.draft import Block, Draft, Heading, Table, Text

NOT_MEASURED = "Chưa có số liệu"


def status_of(overview: Overview, *, today: dt.date, commune: Commune, standing: Mapping[int, str]) -> Draft:
    """A draft of the report; number, signer and day of signing are left to the clerk and the chair.

    `standing` says in Vietnamese where each target stands, by its key; one that is not there has no figure yet.
    """
    with override("vi"):
        document = overview.plan.document
        return Draft(
            issuer=f"Ủy ban nhân dân {commune.full_name}",
            type_name="BÁO CÁO",
            subject=f"Tình hình thực hiện Kế hoạch {_title(document.subject)}",
            place=document.place or commune.name,
            symbol="BC-UBND",
            date=today,
            signer=Signer(name=None, title="CHỦ TỊCH", capacity="TM. ỦY BAN NHÂN DÂN"),
            recipients=(Recipient("Chủ tịch, các Phó Chủ tịch UBND xã", Channel.UNSTATED), Recipient("VT", Channel.ARCHIVE)),
            body=tuple(_body(overview, today, standing)),
        )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _title(subject: str) -> str:
    return subject[:1].lower() + subject[1:]


def _body(overview: Overview, today: dt.date, standing: Mapping[int, str]) -> list[Block]:
    document = overview.plan.document
    signed = f" ngày {format_date(document.date)}" if document.date else ""
    opening = (
        f"{document.issuer} báo cáo tình hình thực hiện Kế hoạch số {document.number_and_symbol or '…'}{signed} "
        f"đến ngày {format_date(today)} như sau:"
    )
    return [
        Text(opening),
        Heading("I. MỤC TIÊU"),
        *_targets(overview, standing),
        Heading("II. NHIỆM VỤ"),
        *_tasks(overview),
        Heading("III. CHẾ ĐỘ KIỂM TRA, BÁO CÁO"),
        *_calendar(overview),
        Text("Số liệu được lấy từ hệ thống tại thời điểm lập báo cáo; ô “Chưa có số liệu” là chỉ tiêu chưa có số đo được duyệt."),
    ]


def _targets(overview: Overview, standing: Mapping[int, str]) -> list[Block]:
    rows = [
        (str(view.name or "Khác"), _sentence(target.subject),
         words.bound(target.comparator, target.value, target.value_max, target.unit),
         str(target.year or ""), standing.get(target.pk, NOT_MEASURED))
        for view in _views(overview) for target in view.targets
    ]  # fmt: skip
    if not rows:
        return [Text("Kế hoạch không nêu mục tiêu nào.")]
    return [Table(("Lĩnh vực", "Chỉ tiêu", "Yêu cầu", "Đến năm", "Hiện trạng"), tuple(rows), (0.14, 0.36, 0.17, 0.09, 0.24))]


def _views(overview: Overview) -> list[SectorView]:
    return [*overview.sectors, overview.without_sector]


def _tasks(overview: Overview) -> list[Block]:
    if not overview.task_count:
        return [Text("Kế hoạch không nêu nhiệm vụ nào.")]
    rows = [_task_row(leader, entry) for leader, entries in overview.by_leader for entry in entries]
    return [Table(("Đơn vị chủ trì", "Nhiệm vụ", "Khối lượng", "Thời hạn"), tuple(rows), (0.2, 0.46, 0.18, 0.16))]


def _task_row(leader: str, entry: FollowedTask) -> tuple[str, str, str, str]:
    amounts = "; ".join(words.quantity(q.value, q.unit, q.approximate) for q in entry.task.quantities.all())
    due = format_date(entry.due) if entry.due else ""
    return _sentence(leader or "Chưa nêu"), _sentence(f"{entry.task.action} {entry.task.object}"), amounts, due


def _calendar(overview: Overview) -> list[Block]:
    rows = [(format_date(entry.day), entry.period.label(), entry.duty.words) for entry in overview.occasions]
    if not rows:
        return [Text("Không có việc định kỳ nào trong 12 tháng tới.")]
    return [Table(("Ngày", "Kỳ", "Việc"), tuple(rows), (0.16, 0.2, 0.64))]
