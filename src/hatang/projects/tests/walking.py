"""A work followed in a browser: pages looked at on both widths, forms filled in by their labels, steps with their papers."""

from __future__ import annotations

import datetime as dt

from hatang.tests.test_journey import WIDTHS, assert_accessible

DAY = dt.date.today().isoformat()


class Walker:
    """One person at a page, who looks closely at whatever is opened."""

    def __init__(self, page):
        self.page, self.looked = page, 0

    def look(self, where):
        """Whether the page is accessible on a phone or a desk, by turns, and stays within the screen of both."""
        turn = list(WIDTHS.items())[:: 1 if self.looked % 2 else -1]
        self.looked += 1
        for name, width in turn:
            self.page.set_viewport_size({"width": width, "height": 900})
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width, f"{where} scrolls sideways ({name})"
        assert_accessible(self.page, f"{where} ({turn[-1][0]})")

    def fill(self, **given):
        """Fill in fields by their names: text, a choice by its words (in a list), files by their paths (in a tuple)."""
        for name, value in given.items():
            field = self.page.locator(f'main [name="{name.replace("__", "-")}"]')
            if isinstance(value, list):
                field.select_option(label=value[0])
            elif isinstance(value, tuple):
                field.set_input_files(list(value))
            else:
                field.fill(value)

    def press(self, name):
        """A button of the page, by its words."""
        self.page.get_by_role("main").get_by_role("button", name=name, exact=True).click()

    def follow(self, name):
        """A link of the page, by its words."""
        self.page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()

    def sees(self, text):
        """Wait for words of the page."""
        self.page.get_by_text(text).first.wait_for()

    def step(self, work, move, look=False):
        """Move a work on one track, with every paper that it still asks for."""
        track, to = move.split(":")
        self.page.goto(f"{work}buoc/?viec={track}&sang={to}")
        for number, paper in enumerate(self.page.locator("fieldset.paper").all()):
            paper.get_by_label("Số, ký hiệu").fill(f"0{number + 1}/VD-{to}")
            paper.get_by_label("Ngày ban hành").fill(DAY)
        if look:
            self.look(f"the step {move}")
        self.press("Chuyển bước")
        self.page.wait_for_url("**/ho-so/")
