"""The one page most forms of works share: a title, the fields, where to go back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hatang.core.files import RefusedFile
from hatang.projects.services import ChangedMeanwhile, NotAllowed
from hatang.projects.views.finding import stored
from hatang.ui.maps import MapView

AnyForm = forms.Form | forms.ModelForm


@dataclass(frozen=True, slots=True)
class FormPage:
    """What a form page says: its title, a sentence, the word on its button, where it belongs, and the map it draws on."""

    title: str
    back: str
    back_text: str
    lead: str = ""
    button: str = ""
    map: MapView | None = None
    proposals: tuple[str, ...] = ()


def answer(
    request: HttpRequest, form: forms.Form | forms.ModelForm, page: FormPage, write: Callable[[], Any], done: str
) -> HttpResponse:
    """Show the form; once it is filled in, write and go back. What stops the writing is said above the form."""
    if request.method == "POST" and form.is_valid():
        problems = attempt(write)
        if not problems:
            messages.success(request, done)
            return redirect(page.back)
        for problem in problems:
            form.add_error(None, problem)
    context = {"form": form, "page": page, "map": page.map, "multipart": form.is_multipart()}
    return render(request, "projects/form.html", context)


def attempt(write: Callable[[], Any]) -> list[str]:
    """Do the writing; what stopped it, in words, or nothing."""
    try:
        write()
    except NotAllowed as error:
        return error.reasons
    except (ChangedMeanwhile, RefusedFile) as error:
        return [str(error)]
    return []


@transaction.atomic
def with_paper(form: Any, row: Any, write: Callable[[], Any]) -> None:
    """Keep the paper given in a form (`upload`) with its row, and write the row: both or neither. Raises `RefusedFile`."""
    row.file = stored(form.cleaned_data["upload"]) or row.file
    write()


def do(request: HttpRequest, write: Callable[[], Any], done: str, back: str) -> HttpResponse:
    """Write at once, say how it went, go back."""
    problems = attempt(write)
    for problem in problems:
        messages.error(request, problem)
    if not problems:
        messages.success(request, done)
    return redirect(back)
