"""Addresses of what is measured."""

from __future__ import annotations

from django.urls import path

from hatang.indicators.views import binding, board, catalogue, figures, owed, periods, review, targets, workbooks

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
    path("gan-tat-ca/<int:pk>/", binding.bind_all, name="bind-all"),
    path("danh-muc/", catalogue.catalogue, name="catalogue"),
    path("danh-muc/lay/", catalogue.catalogue_adopt, name="catalogue-adopt"),
    path("danh-muc/them/", catalogue.indicator_add, name="indicator-add"),
    path("danh-muc/<int:pk>/", catalogue.indicator, name="indicator"),
    path("danh-muc/<int:pk>/sua/", catalogue.indicator_change, name="indicator-change"),
    path("so-lieu/", owed.owed, name="owed"),
    path("so-lieu/<int:pk>/", figures.figure, name="figure"),
    path("so-lieu/<int:pk>/minh-chung/", figures.evidence, name="measurement-evidence"),
    path("so-lieu/<int:pk>/dinh-chinh/", figures.correct, name="figure-correct"),
    path("so-lieu/duyet/", review.review, name="review-figures"),
    path("so-lieu/tien-do/", board.board, name="board"),
    path("so-lieu/tien-do/<int:pk>/nhac/", board.remind, name="remind"),
    path("so-lieu/den-han/", board.due, name="due-list"),
    path("so-lieu/nhac/", board.notices, name="reporting-notices"),
    path("so-lieu/ky/", periods.manage, name="periods"),
    path("so-lieu/ky/<int:pk>/khoa/", periods.lock, name="period-lock"),
    path("so-lieu/ky/<int:pk>/mo-lai/", periods.reopen, name="period-reopen"),
    path("so-lieu/ky/<int:pk>/han/", periods.change_due, name="period-due"),
    path("so-lieu/ky/cach-nhac/", periods.change_settings, name="reporting-settings"),
    path("so-lieu/bang/", workbooks.upload, name="workbook-upload"),
    path("so-lieu/bang.xlsx", workbooks.download, name="workbook-download"),
    path("so-lieu/bang/<int:pk>/", workbooks.preview, name="workbook-preview"),
    path("so-lieu/bang/<int:pk>/ghi/", workbooks.confirm, name="workbook-confirm"),
    path("so-lieu/bang/<int:pk>/bo/", workbooks.abandon, name="workbook-abandon"),
    path("so-lieu/bang/<int:pk>/can-sua.xlsx", workbooks.to_correct, name="workbook-marked"),
]
