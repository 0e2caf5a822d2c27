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
    path("ke-hoach/", views.maintenance_plan, name="maintenance-plan"),
    path("ke-hoach/lap/", views.draft, name="maintenance-draft"),
    path("ke-hoach/<int:pk>/chon/", views.choose_asset, name="maintenance-find"),
    path("ke-hoach/<int:pk>/them/", views.add_line, name="maintenance-add"),
    path("ke-hoach/<int:pk>/duyet/", views.approve, name="maintenance-approve"),
    path("ke-hoach/<int:pk>/dieu-chinh/", views.amend, name="maintenance-amend"),
    path("ke-hoach/<int:pk>/ke-hoach.xlsx", views.export, name="maintenance-export"),
    path("ke-hoach/viec/<int:pk>/", views.change_line, name="maintenance-change"),
    path("ke-hoach/viec/<int:pk>/bo/", views.remove_line, name="maintenance-remove"),
    path("ke-hoach/viec/<int:pk>/xong/", views.finish, name="maintenance-done"),
    path("anh/<int:pk>/", views.photo, name="upkeep-photo"),
    path("anh/<int:pk>/nho/", views.small_photo, name="upkeep-photo-small"),
]
