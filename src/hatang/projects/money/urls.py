"""Addresses of the books."""

from __future__ import annotations

from django.urls import path

from hatang.projects.money.views import entries, plan, sources, work, workbook

urlpatterns = [
    path("von/", plan.plan, name="money"),
    path("von/theo-doi/", plan.watch, name="money-watch"),
    path("von/nguong/", plan.thresholds, name="money-thresholds"),
    path("von/excel/", workbook.download, name="money-download"),
    path("von/nhap/", workbook.upload, name="money-upload"),
    path("von/nhap/ghi/", workbook.confirm, name="money-confirm"),
    path("von/nguon/", sources.sources, name="money-sources"),
    path("von/nguon/lay/", sources.adopt, name="money-sources-adopt"),
    path("von/nguon/them/", sources.add_source, name="money-source-add"),
    path("von/nguon/<int:pk>/", sources.change_source, name="money-source"),
    path("von/nguon/<int:pk>/duoc-giao/", sources.capital, name="money-capital"),
    path("von/but-toan/<str:kind>/<int:pk>/huy/", entries.reverse_entry, name="money-reverse"),
    path("von/but-toan/<str:kind>/<int:pk>/tep/", entries.paper, name="money-paper"),
    path("<int:pk>/von/", work.money, name="work-money"),
    path("<int:pk>/von/ghi/<str:kind>/", entries.add_entry, name="work-money-add"),
    path("<int:pk>/von/ke-hoach/", entries.plan_months, name="work-money-months"),
    path("<int:pk>/von/thon/", entries.share, name="work-money-shares"),
]
