"""Addresses of plans."""

from __future__ import annotations

from django.urls import path

from hatang.plans import views

urlpatterns = [
    path("", views.plans, name="plans"),
    path("tai-len/", views.upload, name="upload"),
    path("nhap/<int:pk>/", views.show_import, name="import"),
    path("nhap/<int:pk>/tien-do/", views.progress, name="import-progress"),
    path("nhap/<int:pk>/doc-lai/", views.read_again, name="import-read-again"),
    path("nhap/<int:pk>/bo/", views.abandon, name="import-abandon"),
    path("nhap/<int:pk>/kiem-tra/", views.review, name="review"),
    path("nhap/<int:pk>/phan-dau/", views.head, name="import-head"),
    path("nhap/<int:pk>/them/<str:kind>/", views.add, name="item-add"),
    path("nhap/<int:pk>/con-lai/", views.accept_rest, name="import-accept-rest"),
    path("nhap/<int:pk>/thay/", views.choose_replaced, name="import-replaces"),
    path("nhap/<int:pk>/xac-nhan/", views.confirm, name="import-confirm"),
    path("muc/<int:pk>/", views.show_item, name="item"),
    path("muc/<int:pk>/sua/", views.edit, name="item-edit"),
    path("muc/<int:pk>/<str:verb>/", views.move, name="item-move"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/van-ban/", views.download, name="plan-file"),
]
