"""The first page, and the plan with where it stands on one document."""

from __future__ import annotations

from django.urls import path

from hatang.desk import status, views

urlpatterns = [
    path("", views.home, name="home"),
    path("ke-hoach/<int:pk>/tinh-hinh.docx", status.document, name="plan-status"),
]
