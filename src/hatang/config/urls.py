"""Which room answers which address."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("hatang.desk.urls")),
    path("", include("hatang.commune.urls")),
    path("ke-hoach/", include("hatang.plans.urls")),
    path("so-cong-trinh/", include("hatang.assets.urls")),
    path("thon/", include("hatang.assets.village_urls")),
    path("chi-tieu/", include("hatang.indicators.urls")),
    path("cong-trinh/", include("hatang.projects.urls")),
    path("bao-cao/", include("hatang.reports.urls")),
    path("giao-dien/", include("hatang.ui.urls")),
]
