"""Gifts, their prices, and consent to be named."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.commune.models import Commune
from hatang.core.audit import current_actor, record
from hatang.core.models import StoredFile
from hatang.core.tenancy import current_commune_id
from hatang.projects.giving.rules import valuing
from hatang.projects.models import Contribution, GiftKind, Project, UnitPrice
from hatang.projects.services.trail import NotAllowed, changes, kept, placed

PRICE = ("kind", "item", "unit", "price", "document", "decided_on", "valid_from", "valid_to")
LAND_SHAPES = {"Point", "Polygon"}
TOLD = ("village_id", "kind", "giver", "given_on", "quantity", "unit", "unit_price_id", "value", "receipt_number")


@transaction.atomic
def write_price(price: UnitPrice) -> UnitPrice:
    """Add or correct a unit price; gifts already written keep the value they got.

    Raises:
        NotAllowed: a price that gifts were valued by; end it and add another.
    """
    before = kept(UnitPrice.objects.get(pk=price.pk), PRICE) if price.pk else {}
    old, new = changes(before, kept(price, PRICE))
    if before and set(new) - {"valid_to"} and price.contributions.exists():
        raise NotAllowed([_("Đã có đóng góp tính theo đơn giá này: chỉ đặt ngày hết áp dụng, rồi thêm đơn giá mới.")])
    price.save()
    record("giving.price", price, before=old, after=new)
    return price


@transaction.atomic
def give(gift: Contribution) -> Contribution:
    """Write a gift down with its value and the number of its receipt."""
    _refuse_odd(gift)
    gift.value = _value(gift)
    placed(gift)
    actor = current_actor()
    gift.by_id, gift.by_name = actor.user_id, actor.name
    gift.receipt_number = _next_number(gift)
    gift.save()
    paper = gift.consent_paper.sha256 if gift.consent_paper else None
    after = {"gift": gift.pk, **kept(gift, TOLD), "name_is_public": gift.name_is_public, "paper": paper}
    record("giving.add", gift.project, after=after)
    return gift


def _value(gift: Contribution) -> int:
    if gift.kind == GiftKind.CASH:
        return int(gift.quantity)
    return valuing.value(gift.quantity, gift.unit_price.price) if gift.unit_price else gift.value or 0


def _refuse_odd(gift: Contribution) -> None:
    problems = []
    if gift.quantity is None or gift.quantity <= 0:
        problems.append(_("Ghi số lượng lớn hơn 0."))
    elif gift.kind == GiftKind.CASH and Decimal(gift.quantity) != Decimal(gift.quantity).to_integral_value():
        problems.append(_("Ghi số tiền tròn đồng."))
    if gift.unit_price and (gift.unit_price.kind != gift.kind or not valuing.in_force([gift.unit_price], gift.given_on)):
        problems.append(_("Đơn giá này không dùng cho loại đóng góp hoặc ngày đóng góp đó."))
    if gift.kind == GiftKind.LAND and not (gift.consent_paper_id or gift.consent_reference.strip()):
        problems.append(_("Hiến đất cần văn bản đồng ý: kèm tệp, hoặc ghi số văn bản và nơi lưu."))
    if gift.name_agreed_on and not gift.name_agreement.strip():
        problems.append(_("Ghi người đóng góp đồng ý nêu tên bằng cách nào."))
    if gift.project.stage == "cancelled":
        problems.append(_("Công trình đã hủy, không nhận đóng góp."))
    problems += _odd_shape(gift)
    if problems:
        raise NotAllowed(problems)


def _next_number(gift: Contribution) -> str:
    """PN-2026-0001: by the year of giving; the commune's row is locked, so that nobody else takes the same number."""
    Commune.objects.select_for_update(no_key=True).get(pk=current_commune_id())
    head = f"PN-{gift.given_on.year}-"
    numbers = Contribution.objects.filter(receipt_number__startswith=head).values_list("receipt_number", flat=True)
    last = max((int(number.rpartition("-")[2]) for number in numbers), default=0)
    return f"{head}{last + 1:04d}"


@transaction.atomic
def void(gift: Contribution, *, reason: str) -> Contribution:
    """Take a gift that was written down wrong out of every total; it stays, with the reason."""
    if gift.is_void:
        raise NotAllowed([_("Đóng góp này đã được hủy ghi.")])
    if not reason.strip():
        raise NotAllowed([_("Hãy ghi lý do.")])
    gift.is_void, gift.void_reason = True, reason.strip()
    gift.save(update_fields=["is_void", "void_reason"])
    record("giving.void", gift.project, after={"gift": gift.pk, "receipt_number": gift.receipt_number})
    return gift


@transaction.atomic
def place(gift: Contribution, geometry: dict[str, Any] | None) -> Contribution:
    """Say where given land lies: a point or an area; None takes the shape away.

    Raises:
        NotAllowed: not land, or drawn as a line.
    """
    before = gift.measured_area_m2
    gift.geometry = geometry
    problems = _odd_shape(gift)
    if problems:
        raise NotAllowed(problems)
    placed(gift)
    gift.save(update_fields=["geometry", "west", "south", "east", "north", "measured_length_m", "measured_area_m2"])
    after = {"gift": gift.pk, "is_drawn": geometry is not None, "measured_area_m2": gift.measured_area_m2}
    record("giving.place", gift.project, before={"measured_area_m2": before}, after=after)
    return gift


def _odd_shape(gift: Contribution) -> list[str]:
    if not gift.geometry:
        return []
    if gift.kind != GiftKind.LAND:
        return [_("Chỉ vẽ vị trí cho đất hiến.")]
    drawn = str(gift.geometry.get("type", ""))
    return (
        [] if drawn.removeprefix("Multi") in LAND_SHAPES else [_("Phần đất vẽ bằng một điểm hoặc một vùng, không vẽ bằng đường.")]
    )


@transaction.atomic
def attach_consent(gift: Contribution, paper: StoredFile) -> Contribution:
    """Keep the paper by which land was given; one that was there stays in the store, and its hash in the trail."""
    before = gift.consent_paper.sha256 if gift.consent_paper else None
    gift.consent_paper = paper
    gift.save(update_fields=["consent_paper"])
    record("giving.paper", gift.project, before={"paper": before}, after={"gift": gift.pk, "paper": paper.sha256})
    return gift


@transaction.atomic
def agree_to_name(gift: Contribution, *, on: dt.date, how: str) -> Contribution:
    """Keep that the giver agreed to be named, when and how."""
    if not how.strip():
        raise NotAllowed([_("Ghi người đóng góp đồng ý nêu tên bằng cách nào.")])
    gift.name_agreed_on, gift.name_agreement, gift.name_withdrawn_on = on, how.strip()[:200], None
    gift.save(update_fields=["name_agreed_on", "name_agreement", "name_withdrawn_on"])
    record("giving.agree", gift.project, after={"gift": gift.pk, "on": on})
    return gift


@transaction.atomic
def withdraw_name(gift: Contribution, *, on: dt.date) -> Contribution:
    """Keep that the giver took the agreement back; from now on the name is private again."""
    if not gift.name_is_public:
        raise NotAllowed([_("Tên người đóng góp này đang không được nêu công khai.")])
    gift.name_withdrawn_on = max(on, gift.name_agreed_on or on)
    gift.save(update_fields=["name_withdrawn_on"])
    record("giving.withdraw", gift.project, after={"gift": gift.pk, "on": gift.name_withdrawn_on})
    return gift


@transaction.atomic
def note_reading(project: Project, count: int, *, what: str = "names") -> None:
    """Keep who read names (or a consent paper) of a work's givers, and how many; never the names."""
    record("giving.read", project, after={"count": count, "what": what})
