"""Those who build, supervise and sell: outside the commune's own units."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.tenancy import CommuneOwned


class Company(CommuneOwned):
    """A builder, a consultant, a supplier, an operator, or the group of people who build a small work themselves."""

    class Kind(models.TextChoices):
        COMPANY = "company", _("Doanh nghiệp")
        COOPERATIVE = "cooperative", _("Hợp tác xã, tổ hợp tác")
        COMMUNITY = "community", _("Cộng đồng dân cư, tổ nhóm thợ")
        OPERATOR = "operator", _("Đơn vị viễn thông, điện lực")
        OTHER = "other", _("Khác")

    name = models.CharField(_("Tên"), max_length=200)
    folded_name = models.CharField(max_length=200, editable=False)
    kind = models.CharField(_("Loại"), max_length=12, choices=Kind.choices, default=Kind.COMPANY)
    tax_code = models.CharField(_("Mã số thuế"), max_length=20, blank=True)
    address = models.CharField(_("Địa chỉ"), max_length=300, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta(CommuneOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["commune", "name"], name="company_name_once"),
            models.UniqueConstraint(
                fields=["commune", "tax_code"], condition=~models.Q(tax_code=""), name="company_tax_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
