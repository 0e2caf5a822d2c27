"""The ten kinds of infrastructure as choices of a field, with the names people use."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sector(models.TextChoices):
    """Same codes, same order as `vanban.plan.model.Sector`; a test holds them together."""

    TRANSPORT = "transport", _("Giao thông")
    IRRIGATION = "irrigation", _("Thủy lợi")
    ELECTRICITY = "electricity", _("Điện")
    EDUCATION = "education", _("Trường học")
    HEALTH = "health", _("Y tế")
    CULTURE = "culture", _("Văn hóa")
    COMMERCE = "commerce", _("Thương mại nông thôn")
    INFORMATION = "information", _("Thông tin và truyền thông")
    WATER = "water", _("Nước sinh hoạt")
    ENVIRONMENT = "environment", _("Môi trường")
