"""Systems of coordinates as people here call them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.assets.importing.rules.coordinates import MERIDIANS, UTM, WGS84, ZONES, Guess

WHY = {
    "said": gettext_lazy("theo thông tin ghi trong tệp"),
    "said_as_wgs84": gettext_lazy("tệp ghi WGS84 nhưng múi chiếu (hệ số 0,9999) là của VN-2000; hãy kiểm tra trên bản đồ"),
    "degrees": gettext_lazy("tọa độ trong tệp là độ kinh, độ vĩ"),
    "inside": gettext_lazy("chỉ với hệ này các tọa độ mới nằm trong xã"),
    "province": gettext_lazy("hệ thường dùng của tỉnh; chưa kiểm tra được bằng ranh giới xã, hãy xem kỹ bản đồ"),
    "none": "",
}


def why_words(guess: Guess) -> str:
    """Why a system was proposed."""
    return str(WHY[guess.why])


def label_of(system: str) -> str:
    """One system in words."""
    if system == WGS84:
        return _("WGS84: kinh độ, vĩ độ (GPS, điện thoại, Google)")
    if system == "4756":
        return _("VN-2000: kinh độ, vĩ độ")
    at = {**MERIDIANS, **ZONES, **UTM}[system]
    told = {"meridian": _meridian(at), "epsg": system}
    if system in UTM:
        return _("WGS84 UTM, kinh tuyến %(meridian)s (EPSG:%(epsg)s)") % told
    if system in ZONES:
        return _("VN-2000 múi 6°, kinh tuyến %(meridian)s (EPSG:%(epsg)s)") % told
    if system == "9213":
        return _("VN-2000 múi 3°, kinh tuyến %(meridian)s: Thái Nguyên, Bắc Kạn (EPSG:%(epsg)s)") % told
    return _("VN-2000 múi 3°, kinh tuyến %(meridian)s (EPSG:%(epsg)s)") % told


def choices() -> list[tuple[str, str]]:
    """Every system there is: WGS84 and the province's own first, then by meridian."""
    rest = sorted((code for code in MERIDIANS if code != "9213"), key=lambda code: MERIDIANS[code])
    return [(code, label_of(code)) for code in (WGS84, "9213", *rest, *ZONES, *UTM, "4756")]


def _meridian(at: float) -> str:
    degrees = int(at)
    return f"{degrees}°{round((at - degrees) * 60):02d}′"
