"""What lies somewhere: a shape with the box around it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.tenancy import CommuneOwned


class Placed(CommuneOwned):
    """WGS84 GeoJSON with its box in degrees, its length and area on the ellipsoid. Services fill what follows from the shape."""

    geometry = models.JSONField(_("Vị trí trên bản đồ"), null=True, blank=True)
    west = models.FloatField(null=True, editable=False)
    south = models.FloatField(null=True, editable=False)
    east = models.FloatField(null=True, editable=False)
    north = models.FloatField(null=True, editable=False)
    measured_length_m = models.DecimalField(max_digits=12, decimal_places=2, null=True, editable=False)
    measured_area_m2 = models.DecimalField(max_digits=14, decimal_places=2, null=True, editable=False)

    class Meta(CommuneOwned.Meta):
        abstract = True


def has_box(name: str) -> models.CheckConstraint:
    """The constraint that a shape has its box."""
    boxed = models.Q(west__isnull=False, south__isnull=False, east__isnull=False, north__isnull=False)
    return models.CheckConstraint(condition=models.Q(geometry__isnull=True) | boxed, name=name)
