"""Addresses about people and places."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path
from django.views.i18n import set_language

from hatang.commune import map_views, views

urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign-in"),
    path("dang-xuat/", LogoutView.as_view(), name="sign-out"),
    path("mat-khau/", views.change_password, name="change-password"),
    path("ngon-ngu/", set_language, name="set-language"),
    path("noi-lam-viec/<int:pk>/", views.choose_membership, name="choose-membership"),
    path("tai-khoan/", views.accounts, name="accounts"),
    path("tai-khoan/<int:pk>/mat-khau/", views.reset_password, name="reset-password"),
    path("tai-khoan/<int:pk>/thu-hoi/", views.end_membership, name="end-membership"),
    path("nhat-ky/", views.trail, name="trail"),
    path("ban-do/<str:code>/ranh-gioi.geojson", map_views.boundary, name="boundary"),
    path("ban-do/<str:code>/lan-can.geojson", map_views.neighbours, name="neighbours"),
]
