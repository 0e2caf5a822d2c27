"""What was given out and not changed comes back unchanged, as Excel, through LibreOffice, and as GeoJSON."""

from __future__ import annotations

import datetime as dt
import io
import json
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from hatang.assets.importing import giving
from hatang.assets.importing.sheets import DATA, FIRST_ROW, HEAD_ROW
from hatang.assets.importing.tests.examples import LINE, by_office, make_villages, outcomes, previewed
from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.assets.services import add
from hatang.commune.models import Unit

pytestmark = pytest.mark.usefixtures("as_coordinator")


def full_inventory() -> None:
    """Roads with everything that may be awkward: twins, formulas that are none, long numbers, no village, several parts."""
    village = make_villages()[0]
    unit = Unit.objects.get(name="Phòng Kinh tế")
    road = {"class": "axis", "surface": "concrete"}
    add(
        Asset(
            kind="road_segment",
            name="=Đường “mẫu”; một",
            code="0012",
            village=village,
            operator=unit,
            owner="-UBND",
            built_year=2019,
            attributes={**road, "width": "3.25", "from_to": "Nhà ông Mẫu – cầu\nVí Dụ"},
            stated_length_m=Decimal("420.50"),
            warranty_until=dt.date(2027, 4, 7),
            note="dòng một\ndòng hai ma_x1 ",
            condition="good",
            working="partly",
            geometry={"type": "LineString", "coordinates": LINE},
        )
    )
    several = {"type": "MultiLineString", "coordinates": [LINE, [[106.01, 22.21], [106.0123456, 22.2123457]]]}
    add(Asset(kind="road_segment", name="Đường sinh đôi", attributes=road, geometry=several))
    add(Asset(kind="road_segment", name="Đường sinh đôi", attributes={**road, "width": "123456789012345678.5"}))


def one_of_each_kind() -> None:
    for code, kind in KINDS.items():
        given = {"number": "2.5", "count": 3, "yes_no": True, "text": "Ví dụ"}
        attributes = {one.code: one.choices[0][0] if one.choices else given[one.type] for one in kind.attributes}
        add(Asset(kind=code, name=f"{kind.label} mẫu", attributes=attributes))


def test_excel_comes_back_unchanged():
    full_inventory()
    waiting = previewed(giving.excel("road_segment"), "so.xlsx")
    assert (waiting.kind, waiting.system) == ("road_segment", "4326")
    assert outcomes(waiting) == ["same", "same", "same"]
    assert waiting.counts["warned"] == 0


@pytest.mark.office
def test_excel_saved_again_by_libreoffice_comes_back_unchanged(tmp_path):
    full_inventory()
    assert outcomes(previewed(by_office(giving.excel("road_segment"), tmp_path), "so.xlsx")) == ["same", "same", "same"]


def test_geojson_comes_back_unchanged():
    full_inventory()
    content = json.dumps(giving.geojson("road_segment"), ensure_ascii=False).encode()
    assert outcomes(previewed(content, "so.geojson", "road_segment")) == ["same", "same", "same"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_goes_out_and_comes_back(kind):
    one_of_each_kind()
    waiting = previewed(giving.excel(kind), "so.xlsx")
    assert (waiting.kind, outcomes(waiting)) == (kind, ["same"])


def test_a_template_has_locked_headings_drop_downs_and_room_to_write():
    make_villages()
    file = load_workbook(io.BytesIO(giving.template("road_segment")))
    sheet = file[DATA]
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    assert heads[:5] == ["Mã", "Tên *", "Thôn", "Loại đường *", "Mặt đường *"]
    assert sheet.protection.sheet
    assert sheet["A3"].protection.locked
    assert not sheet.column_dimensions["A"].protection.locked
    lists = {str(choice.sqref).split(":")[0] for choice in sheet.data_validations.dataValidation}
    assert {f"C{FIRST_ROW}", f"D{FIRST_ROW}", f"E{FIRST_ROW}"} <= lists
    assert [cell.value for cell in file["Danh mục"]["C"] if cell.value] == ["Thôn Ví Dụ 1", "Thôn Ví Dụ 2", "Thôn Ví Dụ 3"]


def test_a_filled_template_is_recognised_without_help():
    make_villages()
    file = load_workbook(io.BytesIO(giving.template("road_segment")))
    sheet = file[DATA]
    for column, value in enumerate(("Đ9", "Đường mẫu", "Thôn Ví Dụ 2", "Đường xã", "Nhựa"), 1):
        sheet.cell(FIRST_ROW, column).value = value
    out = io.BytesIO()
    file.save(out)
    assert outcomes(previewed(out.getvalue(), "bang.xlsx")) == ["new"]
