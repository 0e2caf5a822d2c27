"""Addresses of the inventory."""

from __future__ import annotations

from django.urls import include, path

from hatang.assets import views

urlpatterns = [
    path("", views.assets, name="assets"),
    path("", include("hatang.assets.importing.urls")),
    path("hinh.geojson", views.shapes, name="asset-shapes"),
    path("them/<str:kind>/", views.add, name="asset-add"),
    path("bao-tri/", include("hatang.assets.upkeep.urls")),
    path("<int:pk>/", views.asset, name="asset"),
    path("<int:pk>/hinh.geojson", views.shape, name="asset-shape"),
    path("<int:pk>/anh.geojson", views.photo_shapes, name="asset-photo-shapes"),
    path("<int:pk>/sua/", views.change, name="asset-change"),
    path("<int:pk>/dua-ra/", views.retire, name="asset-retire"),
    path("<int:pk>/dua-lai/", views.restore, name="asset-restore"),
    path("<int:pk>/anh/", views.add_photo, name="asset-photo-add"),
    path("anh/<int:pk>/", views.photo, name="asset-photo"),
    path("anh/<int:pk>/nho.jpg", views.small_photo, name="asset-photo-small"),
    path("anh/<int:pk>/go/", views.remove_photo, name="asset-photo-remove"),
]
