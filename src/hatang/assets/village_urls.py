"""Addresses of the villages."""

from __future__ import annotations

from django.urls import path

from hatang.assets import views

urlpatterns = [
    path("", views.villages, name="villages"),
    path("hinh.geojson", views.village_shapes, name="village-shapes"),
    path("them/", views.add_village, name="village-add"),
    path("<int:pk>/", views.village, name="village"),
    path("<int:pk>/sua/", views.change_village, name="village-change"),
]
