"""The first page."""

from __future__ import annotations

from django.urls import path

from hatang.desk import views

urlpatterns = [path("", views.home, name="home")]
