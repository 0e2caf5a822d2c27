"""What the decree asks and a draft lacks is said, one sentence each, naming its article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vanban.model import Signer
from vanban.writer import Text, checks, lacking
from vanban.writer.tests.drafts import KINDS


@pytest.mark.parametrize("name", KINDS)
def test_a_whole_draft_lacks_nothing(name):
    assert lacking(KINDS[name]) == ()


@pytest.mark.parametrize(
    ("name", "changes", "sentence"),
    [
        ("bao-cao", {"subject": " "}, checks.NO_SUBJECT),
        ("cong-van", {"addressees": ()}, checks.NO_ADDRESSEE),
        ("to-trinh", {"addressees": ()}, checks.NO_ADDRESSEE),
        ("quyet-dinh", {"authority": None}, checks.NO_AUTHORITY),
        ("quyet-dinh", {"bases": ()}, checks.NO_BASES),
        ("giay-moi", {"meeting": None}, checks.NO_MEETING),
        ("bien-ban", {"meeting": None}, checks.NO_MEETING),
        ("bien-ban", {"cosigners": ()}, checks.NO_SECRETARY),
        ("bao-cao", {"body": (Text("Không nhắc đến."),)}, checks.NO_POINTER),
        ("bao-cao", {"signer": Signer("Nguyễn Văn Mẫu", None, None)}, checks.NO_TITLE),
        ("bao-cao", {"recipients": ()}, checks.NO_ARCHIVE),
    ],
)
def test_each_thing_missing_is_named(name, changes, sentence):
    assert lacking(replace(KINDS[name], **changes)) == (sentence,)
    assert "Nghị định 30/2020/NĐ-CP" in sentence


def test_what_the_clerk_fills_in_is_not_missing():
    assert lacking(replace(KINDS["ke-hoach"], number=None, date=None, signer=Signer(None, "CHỦ TỊCH", None))) == ()
