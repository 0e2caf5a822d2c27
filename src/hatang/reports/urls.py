"""Addresses of reports."""

from __future__ import annotations

from django.urls import include, path

from hatang.reports.views import addressing, asking, copies, downloads, moving, reading, writing

urlpatterns = [
    path("", reading.reports, name="reports"),
    path("lap/", writing.prepare, name="report-prepare"),
    path("nhac/", asking.notices, name="report-notices"),
    path("mau/", include("hatang.reports.templating.urls")),
    path("<int:pk>/", reading.report, name="report"),
    path("<int:pk>/so-lieu/", reading.figures, name="report-figures"),
    path("<int:pk>/so-sanh/", reading.compare, name="report-compare"),
    path("<int:pk>/cap-nhat/", writing.refresh, name="report-refresh"),
    path("<int:pk>/muc/<int:row>/", writing.section, name="report-section"),
    path("<int:pk>/noi-nhan/", addressing.address, name="report-address"),
    path("<int:pk>/giao/", asking.asked, name="report-asked"),
    path("<int:pk>/nhac/", asking.remind, name="report-remind"),
    path("<int:pk>/muc/<int:row>/giao/", asking.ask, name="report-ask"),
    path("<int:pk>/muc/<int:row>/viet-lai/", writing.take_back, name="report-section-back"),
    path("<int:pk>/buoc/<str:verb>/", moving.move, name="report-move"),
    path("<int:pk>/ban-ky/", moving.attach, name="report-attach"),
    path("<int:pk>/ban-ky/tep/", downloads.signed, name="report-signed"),
    path("<int:pk>/bao-cao.docx", downloads.word, name="report-word"),
    path("<int:pk>/ban-pdf/", copies.copy, name="report-copy"),
    path("<int:pk>/ban-pdf/tien-do/", copies.progress, name="report-copy-progress"),
    path("<int:pk>/bao-cao.pdf", copies.pdf, name="report-pdf"),
    path("<int:pk>/phu-luc.xlsx", downloads.excel, name="report-excel"),
]
