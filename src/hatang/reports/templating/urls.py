"""Addresses of templates, under those of reports."""

from __future__ import annotations

from django.urls import path

from hatang.reports.templating import views

urlpatterns = [
    path("", views.templates, name="report-templates"),
    path("ban/<int:pk>/", views.template, name="report-template"),
    path("ban/<int:pk>/tep/", views.file, name="report-template-file"),
    path("ban/<int:pk>/lap-thu.docx", views.trial, name="report-template-trial"),
    path("ban/<int:pk>/<str:verb>/", views.step, name="report-template-step"),
    path("<str:kind>/", views.kind, name="report-template-kind"),
    path("<str:kind>/goc.docx", views.original, name="report-template-original"),
    path("<str:kind>/cho-dien/", views.placeholders, name="report-placeholders"),
]
