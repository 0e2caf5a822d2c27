"""Places with their official codes, the units that can be given work, and the people in them."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.commune.roles import Role
from hatang.core.tenancy import CommuneOwned


class User(AbstractUser):
    """A person who signs in. What they may do comes from their memberships, never from the account itself."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("họ và tên"), max_length=150, blank=True)
    must_change_password = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["full_name"]

    def get_full_name(self) -> str:
        """The person's name, or the account's where none is given."""
        return self.full_name or self.username

    def get_short_name(self) -> str:
        """The given name, which Vietnamese write last."""
        return self.get_full_name().split()[-1]

    def __str__(self) -> str:
        return self.get_full_name()


class Province(models.Model):
    """A province or a city under the central government."""

    code = models.CharField(max_length=2, unique=True)
    name = models.CharField(max_length=100)
    full_name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.full_name


class Commune(models.Model):
    """A commune or ward. Codes are reused over time (01981 was xã Vũ Muộn until 30 June 2025): code and date are the key."""

    code = models.CharField(max_length=5)
    valid_from = models.DateField()
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="communes")
    name = models.CharField(max_length=100)
    full_name = models.CharField(max_length=120)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "valid_from"], name="commune_code_from_a_date")]

    def __str__(self) -> str:
        return self.full_name


class Village(CommuneOwned):
    """A village (thôn, bản, tổ dân phố) of the commune."""

    name = models.CharField(max_length=100)
    folded_name = models.CharField(max_length=100, editable=False)
    households = models.PositiveIntegerField(null=True, blank=True)
    geometry = models.JSONField(null=True, blank=True)  # WGS84 GeoJSON: a boundary for reference, or a point
    is_active = models.BooleanField(default=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "name"], name="village_name_once")]

    def __str__(self) -> str:
        return self.name


class Unit(CommuneOwned):
    """An organisation that can be given work: a division, a health station, a school, a village, the Fatherland Front."""

    class Kind(models.TextChoices):
        LEADERSHIP = "leadership", _("Lãnh đạo UBND")
        DIVISION = "division", _("Phòng chuyên môn")
        PUBLIC_SERVICE = "public_service", _("Đơn vị sự nghiệp")
        VILLAGE = "village", _("Thôn")
        MASS_ORGANISATION = "mass_organisation", _("Mặt trận, đoàn thể")
        SUPERVISION_BOARD = "supervision_board", _("Ban giám sát đầu tư của cộng đồng")
        OUTSIDE = "outside", _("Cơ quan ngoài xã")

    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    village = models.OneToOneField(Village, null=True, blank=True, on_delete=models.PROTECT, related_name="unit")
    sectors = models.JSONField(default=list, blank=True)  # codes of the sectors it is in charge of; none means all
    is_active = models.BooleanField(default=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "name"], name="unit_name_once")]

    def __str__(self) -> str:
        return self.name


class Membership(CommuneOwned):
    """One person in one unit with one role."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    is_active = models.BooleanField(default=True)

    class Meta(CommuneOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["commune", "user", "unit"], name="membership_once_per_unit")]
