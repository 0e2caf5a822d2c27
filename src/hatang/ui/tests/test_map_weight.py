"""What a map costs a phone, and what it leaves to the policy."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from hatang.ui.maps import EDIT_WORDS, WORDS, Editing, MapView

MAP = Path(__file__).resolve().parents[1] / "static" / "ui" / "map"
DRAWING = {"edit.js", "draft.js", "measure.js", "shape.js", "compare.js"}
MODULES = sorted(MAP.glob("*.js"))


def weight(paths):
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_a_map_weighs_at_most_sixty_kilobytes():
    looked_at = [path for path in MODULES if path.name not in DRAWING]
    assert weight([*looked_at, MAP / "map.css", *(MAP / "leaflet").glob("leaflet.*")]) <= 60_000


def test_the_tools_of_drawing_weigh_little_and_come_only_where_something_is_drawn():
    assert weight(MAP / name for name in DRAWING) <= 8_000
    assert 'if (config.edit) (await import("./edit.js"))' in (MAP / "map.js").read_text()
    looked_at = [path for path in MODULES if path.name not in DRAWING]
    assert not any(re.search(rf'from "./({"|".join(DRAWING)})"', path.read_text()) for path in looked_at)


@pytest.mark.parametrize("path", MODULES, ids=[path.name for path in MODULES])
def test_no_module_writes_markup_or_style_attributes(path):
    assert not re.search(r'innerHTML|outerHTML|insertAdjacentHTML|document\.write|setAttribute\("style"|eval\(', path.read_text())


@pytest.mark.parametrize("path", MODULES, ids=[path.name for path in MODULES])
def test_every_word_a_module_says_is_given_to_it(path):
    asked = set(re.findall(r"(?:this|config)\.words\.(\w+)", path.read_text()))
    assert asked <= set(WORDS) | set(EDIT_WORDS)


def test_the_settings_of_a_map_are_plain_json():
    import json

    config = json.loads(MapView("Bản đồ", edit=Editing("o", ("LineString",), compare="dai")).config)
    assert config["edit"] == {"field": "o", "kinds": ["LineString"], "compare": "dai"}
    assert config["words"]["undone"] == "Đã hoàn tác."
