"""The example in docs/writing.md does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

from docx import Document

PAGE = Path(__file__).resolve().parents[4] / "docs/writing.md"


def test_the_example_writes_a_report(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    example = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]
    exec(re.sub(r"^to_pdf\(.*$", "", example, flags=re.MULTILINE), {})
    document = Document(str(tmp_path / "bao-cao.docx"))
    assert "Phụ lục" in [paragraph.text for paragraph in document.paragraphs]
    assert len(document.tables) == 4  # letterhead, the table, the signature, the table of the appendix
