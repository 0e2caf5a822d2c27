"""Addresses of bringing an inventory in and giving it out."""

from __future__ import annotations

from django.urls import path

from hatang.assets.importing import views

urlpatterns = [
    path("nhap/", views.start, name="asset-import"),
    path("nhap/<int:pk>/", views.show, name="asset-import-page"),
    path("nhap/<int:pk>/tien-do/", views.progress, name="asset-import-progress"),
    path("nhap/<int:pk>/cot/", views.match, name="asset-import-match"),
    path("nhap/<int:pk>/doi-chieu/", views.preview, name="asset-import-preview"),
    path("nhap/<int:pk>/hinh.geojson", views.shapes, name="asset-import-shapes"),
    path("nhap/<int:pk>/ten-thon/", views.answer, name="asset-import-answer"),
    path("nhap/<int:pk>/xac-nhan/", views.confirm, name="asset-import-confirm"),
    path("nhap/<int:pk>/lam-lai/", views.again, name="asset-import-again"),
    path("nhap/<int:pk>/bo/", views.abandon, name="asset-import-abandon"),
    path("nhap/mau/<str:kind>.xlsx", views.template, name="asset-template"),
    path("xuat/<str:kind>.xlsx", views.excel, name="asset-export"),
    path("xuat/<str:kind>.geojson", views.geojson, name="asset-export-geojson"),
]
