"""The address of the living page."""

from __future__ import annotations

from django.urls import path

from hatang.ui import views

urlpatterns = [path("", views.design, name="design")]
