"""The parts of a report on the plan, in their order. Six months, nine months and years have the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hatang.reports.kinds.kind import Part
from hatang.reports.rules import targets, works
from hatang.reports.rules.facts import Facts
from hatang.reports.rules.sentences import Sentence
from vanban.plan.model import Sector

NAMES = {
    Sector.TRANSPORT: "Giao thông", Sector.IRRIGATION: "Thủy lợi", Sector.ELECTRICITY: "Điện", Sector.EDUCATION: "Trường học",
    Sector.HEALTH: "Y tế", Sector.CULTURE: "Văn hóa", Sector.COMMERCE: "Thương mại nông thôn",
    Sector.INFORMATION: "Thông tin và truyền thông", Sector.WATER: "Nước sinh hoạt", Sector.ENVIRONMENT: "Môi trường",
}  # fmt: skip
LEADING = "Văn bản đã ban hành, hội nghị, phân công, kiểm tra, tuyên truyền trong kỳ."
ADDED = "Kết quả khác của lĩnh vực, nguyên nhân chậm và cách khắc phục mà số liệu không nói được."
CAUSES = "Khó khăn, nguyên nhân chủ quan và khách quan."
NEXT = "Việc trọng tâm của kỳ tới, đơn vị chủ trì và thời hạn."
ASKED = "Đề xuất, kiến nghị khác với cấp trên và các đơn vị."
EMPTY = {"leading": "Trong kỳ chưa phát sinh văn bản, hoạt động chỉ đạo mới."}  # where "Trong kỳ chưa phát sinh." is too bare


def parts() -> tuple[Part, ...]:
    """All of them."""
    sectors = [Part(f"sector.{sector}", NAMES[sector], 2, _writer(sector), ADDED, str(sector), by_unit=True) for sector in Sector]
    return (
        Part("leading", "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", prompt=LEADING, by_unit=True),
        Part("results", "KẾT QUẢ THỰC HIỆN MỤC TIÊU"),
        Part("summary", "Tình hình chung", 2, targets.summary),
        *sectors,
        Part("sector.other", "Mục tiêu khác", 2, partial(targets.of_sector, sector=""), optional=True),
        Part("corrections", "Đính chính số liệu đã báo cáo kỳ trước", 2, _corrections, optional=True),
        Part("works", "CÔNG TRÌNH, DỰ ÁN VÀ VỐN", write=works.works, prompt=ADDED),
        Part("obstacles", "KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN", write=works.obstacles, prompt=CAUSES, by_unit=True),
        Part("next", "NHIỆM VỤ TRỌNG TÂM KỲ TỚI", write=partial(works.ahead, names=NAMES), prompt=NEXT, by_unit=True),
        Part("proposals", "ĐỀ XUẤT, KIẾN NGHỊ", write=works.proposals, prompt=ASKED),
    )


def _writer(sector: Sector) -> Callable[[Facts], list[Sentence]]:
    return partial(targets.of_sector, sector=str(sector))


def _corrections(facts: Facts) -> list[Sentence]:
    return targets.corrections(facts.targets, facts.compared)
