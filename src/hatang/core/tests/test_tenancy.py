"""Rows are reached only inside their own commune, and a forgotten filter fails closed."""

from __future__ import annotations

import inspect

import pytest
from django.apps import apps

from hatang.commune.models import Unit, Village
from hatang.core.tenancy import CommuneOwned, NoCommuneScope, WrongCommune, across_communes, commune_scope
from hatang.tests.factories import make_commune

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    communes = make_commune(), make_commune()
    for commune in communes:
        with commune_scope(commune.pk):
            Unit.objects.create(name="Phòng Kinh tế", folded_name="phong kinh te", kind="division")
    return communes


@pytest.mark.parametrize("model", [model for model in apps.get_models() if issubclass(model, CommuneOwned)])
def test_every_domain_model_refuses_to_answer_outside_a_commune(model):
    with pytest.raises(NoCommuneScope):
        model.objects.count()
    with pytest.raises(NoCommuneScope):
        model._base_manager.all()
    with pytest.raises(NoCommuneScope):
        model._default_manager.first()


@pytest.mark.parametrize("model", [model for model in apps.get_models() if issubclass(model, CommuneOwned)])
def test_unique_constraints_and_indexes_start_with_the_commune(model):
    for constraint in model._meta.constraints:
        if hasattr(constraint, "fields"):
            assert constraint.fields[0] == "commune", constraint.name
    for index in model._meta.indexes:
        assert index.fields[0] == "commune", index.name


def test_every_model_of_the_product_is_owned_by_a_commune_or_listed_here():
    free = {"User", "Province", "Commune"}
    ours = [model for model in apps.get_models() if model.__module__.startswith("hatang.")]
    assert {model.__name__ for model in ours if not issubclass(model, CommuneOwned)} == free


def test_a_scope_shows_its_own_rows_only(two):
    first, second = two
    with commune_scope(first.pk):
        assert [unit.commune_id for unit in Unit.objects.all()] == [first.pk]
        assert not Unit.objects.filter(commune_id=second.pk).exists()


def test_a_row_of_another_commune_cannot_be_written(two):
    first, second = two
    with commune_scope(second.pk):
        foreign = Unit.objects.get()
    with commune_scope(first.pk):
        for write in (foreign.save, foreign.delete):
            with pytest.raises(WrongCommune):
                write()
        with pytest.raises(WrongCommune):
            Unit.objects.bulk_update([foreign], ["name"])
        with pytest.raises(WrongCommune):
            Unit.objects.bulk_create([Unit(name="X", kind="division", commune_id=second.pk)])
        with pytest.raises(WrongCommune):
            Unit.objects.update(commune_id=second.pk)


def test_bulk_creation_takes_the_commune_in_scope(two):
    with commune_scope(two[0].pk):
        Village.objects.bulk_create([Village(name="thôn Ví Dụ", folded_name="thon vi du")])
        assert Village.objects.get().commune_id == two[0].pk


def test_crossing_reads_everything_and_writes_nothing(two):
    with across_communes("kiểm thử"):
        assert Unit.objects.count() == 2
        for write in (lambda: Unit.objects.update(name="X"), lambda: Unit.objects.all().delete()):
            with pytest.raises(WrongCommune):
                write()
    with pytest.raises(ValueError):
        across_communes("").__enter__()


def test_related_rows_are_scoped_too(two):
    first, second = two
    with commune_scope(first.pk):
        unit = Unit.objects.get()
    with commune_scope(second.pk):
        assert unit.memberships.count() == 0


def test_leaving_a_scope_restores_the_one_outside(two):
    first, second = two
    with commune_scope(first.pk):
        with commune_scope(second.pk):
            pass
        assert Unit.objects.get().commune_id == first.pk
    with pytest.raises(NoCommuneScope):
        Unit.objects.count()


def test_crossing_is_named_in_few_places():
    """Who crosses communes is listed here, so that a new one is a decision."""
    from pathlib import Path

    import hatang

    root = Path(inspect.getfile(hatang)).parent
    files = [path for path in root.rglob("*.py") if "/tests/" not in path.as_posix()]
    crossing = {path.relative_to(root).as_posix() for path in files if "across_communes(" in path.read_text()}
    # who a person is, before any commune is known; and works of neighbours that may be the same as ours: place and name alone
    assert crossing == {"core/tenancy.py", "commune/selectors.py", "projects/overlap/neighbours.py"}
