"""Addresses of what is measured."""

from __future__ import annotations

from django.urls import path

from hatang.indicators.views import binding, catalogue, targets

urlpatterns = [
    path("", targets.targets, name="targets"),
    path("linh-vuc/<str:code>/", targets.sector, name="sector"),
    path("muc-tieu/<int:pk>/", targets.target, name="target"),
    path("muc-tieu/<int:pk>/cong-trinh/", targets.behind_target, name="target-assets"),
    path("muc-tieu/<int:pk>/cong-trinh.geojson", targets.target_assets_map, name="target-assets-map"),
    path("muc-tieu/<int:pk>/thon.geojson", targets.target_villages, name="target-villages"),
    path("muc-tieu/<int:pk>/gan/", binding.binding_edit, name="binding-edit"),
    path("muc-tieu/<int:pk>/lo-trinh/", binding.milestones, name="milestones"),
    path("muc-tieu/<int:pk>/minh-chung/", binding.proof, name="proof-edit"),
    path("muc-tieu/<int:pk>/minh-chung/tep/", targets.target_proof, name="target-proof"),
    path("muc-tieu/<int:pk>/so-lieu/<int:row>/", targets.figure_evidence, name="figure-evidence"),
    path("gan-tat-ca/<int:pk>/", binding.bind_all, name="bind-all"),
    path("danh-muc/", catalogue.catalogue, name="catalogue"),
    path("danh-muc/lay/", catalogue.catalogue_adopt, name="catalogue-adopt"),
    path("danh-muc/them/", catalogue.indicator_add, name="indicator-add"),
    path("danh-muc/<int:pk>/", catalogue.indicator, name="indicator"),
    path("danh-muc/<int:pk>/sua/", catalogue.indicator_change, name="indicator-change"),
]
