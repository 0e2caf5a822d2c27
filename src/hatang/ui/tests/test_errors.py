"""The pages of errors stand on their own: no request, no database, no context."""

from __future__ import annotations

import pytest
from django.template.loader import get_template
from django.utils import translation


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_is_told_without_any_context(name, language):
    with translation.override(language):
        html = get_template(f"{name}.html").template.render(_empty())
    assert f'<html lang="{language}">' in html
    assert "<h1>" in html
    assert 'href="/"' in html


def _empty():
    from django.template import Context

    return Context()
