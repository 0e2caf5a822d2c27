"""Any input at all ends in a reading that keeps its promises, or in one sentence: the property tests and the fuzz target.

`python -m vanban.tests.test_any_input SECONDS` goes on mutating fixtures for as long as one likes and prints what broke.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanban.model import ReadingError
from vanban.plan import PlanReading, read_plan

FIXTURES = Path(__file__).resolve().parent / "fixtures"
FILES = sorted(path for path in FIXTURES.glob("*/*.*") if path.parent.name != "sources" and not path.name.endswith(".json"))
WORDS = [
    "I.",
    "II.",
    "1.",
    "a)",
    "Điều",
    "1.",
    "MỤC",
    "TIÊU",
    "NHIỆM",
    "VỤ",
    "TỔ",
    "CHỨC",
    "THỰC",
    "HIỆN",
    "Tỷ",
    "lệ",
    "đạt",
    "80%",
    "từ",
    "trở",
    "lên",
    "tối",
    "thiểu",
    "không",
    "quá",
    "12,5",
    "km",
    "1.234",
    "hộ",
    "duy",
    "trì",
    "phấn",
    "đấu",
    "năm",
    "2030",
    "quý",
    "II/2026",
    "trước",
    "ngày",
    "30/6/2027",
    "Phòng",
    "Kinh",
    "tế",
    "chủ",
    "trì",
    "phối",
    "hợp",
    "định",
    "kỳ",
    "hằng",
    "quý",
    "đột",
    "xuất",
    "Kế",
    "hoạch",
    "số",
    "60-KH/ĐU",
    ";",
    ":",
    ".",
    ",",
    "-",
    "(",
    ")",
    "\n",
    "\n",
    "|",
    "Nơi",
    "nhận:",
    "Lưu:",
    "VT",
    "TM.",
    "CHỦ",
    "TỊCH",
]


def assert_holds(reading: PlanReading) -> None:
    """The promises of the contract: spans lie in the text, quotes are what they bound, confidences are shares."""
    plain = reading.to_json()
    json.dumps(plain, ensure_ascii=False, allow_nan=False)
    text = plain["text"]
    for kind in ("targets", "tasks", "assignments", "schedules"):
        starts = []
        for item in plain[kind]:
            start, end = item["span"]
            assert 0 <= start < end <= len(text), (kind, item)
            assert item["quote"] == text[start:end], (kind, item)
            assert 0 <= item["confidence"] <= 1
            starts.append(start)
    for entry in (*plain["unread"], *({"span": span} for one in plain["references"] for span in one["spans"])):
        assert 0 <= entry["span"][0] <= entry["span"][1] <= len(text)
    _assert_nested(plain["outline"], (0, len(text)))


def _assert_nested(parts, outside):
    for part in parts:
        start, end = part["span"]
        assert outside[0] <= start <= end <= outside[1]
        _assert_nested(part["children"], (start, end))


def attempt(content: bytes) -> None:
    """Read bytes as a file; only a reading or a `ReadingError` may come of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tep"
        path.write_bytes(content)
        try:
            reading = read_plan(path)
        except ReadingError:
            return
    assert_holds(reading)


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_every_fixture_keeps_the_promises(path):
    assert_holds(read_plan(path))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=600))
def test_any_text(text):
    attempt(text.encode("utf-8", errors="surrogatepass"))


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join))
def test_any_order_of_the_words_of_plans(text):
    attempt(text.encode())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(content):
    attempt(content)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.integers(0, 2**32))
def test_harmed_copies_of_real_files(path, seed):
    attempt(harmed(path.read_bytes(), random.Random(seed)))


def harmed(content: bytes, chance: random.Random) -> bytes:
    """A copy with bytes changed, removed, repeated, or its end cut off."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data)) if data else 0
        deed = chance.randrange(4)
        if deed == 0 and data:
            data[at] = chance.randrange(256)
        elif deed == 1:
            del data[at : at + chance.randint(1, 40)]
        elif deed == 2:
            data[at:at] = data[at : at + chance.randint(1, 200)]
        elif chance.random() < 0.2:
            del data[at:]
    return bytes(data)


def fuzz(seconds: float) -> None:
    """Mutate fixtures until the time is up; the first input that breaks a promise is kept beside the fault."""
    chance, ends, tried = random.Random(time.time_ns()), time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        content = harmed(chance.choice(FILES).read_bytes(), chance)
        tried += 1
        try:
            attempt(content)
        except Exception:
            Path("fuzz-failure.bin").write_bytes(content)
            raise
    print(f"{tried} inputs, none broke a promise")


if __name__ == "__main__":
    fuzz(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
