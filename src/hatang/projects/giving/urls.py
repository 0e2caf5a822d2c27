"""Addresses of gifts."""

from __future__ import annotations

from django.urls import path

from hatang.projects.giving.views import gifts, totals

urlpatterns = [
    path("dong-gop/", totals.giving, name="giving"),
    path("dong-gop/theo-thon.csv", totals.as_csv, name="giving-csv"),
    path("dong-gop/don-gia/", totals.prices, name="unit-prices"),
    path("dong-gop/don-gia/them/", totals.add_price, name="unit-price-add"),
    path("dong-gop/don-gia/<int:pk>/", totals.change_price, name="unit-price"),
    path("dong-gop/<int:pk>/phieu/", gifts.receipt, name="gift-receipt"),
    path("dong-gop/<int:pk>/van-ban/", gifts.paper, name="gift-paper"),
    path("dong-gop/<int:pk>/van-ban/kem/", gifts.add_paper, name="gift-paper-add"),
    path("dong-gop/hinh.geojson", totals.shapes, name="giving-shapes"),
    path("dong-gop/<int:pk>/vi-tri/", gifts.draw, name="gift-place"),
    path("dong-gop/<int:pk>/neu-ten/", gifts.agree, name="gift-agree"),
    path("dong-gop/<int:pk>/rut-lai/", gifts.withdraw, name="gift-withdraw"),
    path("dong-gop/<int:pk>/huy/", gifts.void, name="gift-void"),
    path("<int:pk>/dong-gop/", gifts.gifts, name="work-giving"),
    path("<int:pk>/dong-gop/them/", gifts.add, name="giving-add"),
    path("<int:pk>/dong-gop/ten/", gifts.givers, name="givers"),
]
