"""Addresses of upkeep."""

from __future__ import annotations

from django.urls import path

from hatang.assets.upkeep import views

urlpatterns = [
    path("", views.upkeep, name="upkeep"),
    path("phieu/", views.tickets, name="tickets"),
    path("phieu/<int:pk>/", views.ticket, name="ticket"),
    path("phieu/<int:pk>/giao/", views.assign, name="ticket-assign"),
    path("phieu/<int:pk>/da-sua/", views.fix, name="ticket-fix"),
    path("phieu/<int:pk>/kiem-tra/", views.check, name="ticket-check"),
    path("phieu/<int:pk>/dong/", views.close, name="ticket-close"),
    path("phieu/<int:pk>/mo-lai/", views.reopen, name="ticket-reopen"),
    path("bao-hong/", views.find, name="fault-find"),
    path("bao-hong/<int:pk>/", views.report, name="fault-report"),
    path("kiem-tra/<int:pk>/", views.assess, name="asset-assess"),
    path("khong-hoat-dong/", views.not_working, name="not-working"),
    path("khong-hoat-dong/<int:pk>/", views.decide, name="asset-decide"),
    path("bao-hanh/", views.warranties, name="warranties"),
    path("anh/<int:pk>/", views.photo, name="upkeep-photo"),
]
