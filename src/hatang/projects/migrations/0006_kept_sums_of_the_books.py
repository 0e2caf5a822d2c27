"""Sums kept of each work, source and year; filled from the entries there are. Taking it back loses nothing: entries stay."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q, Sum


COLUMNS = ("ceiling", "allocated", "advanced", "disbursed", "settled", "final")


def _added_up(rows, amounts):
    for commune, project, source, year, *added_up in rows.annotate(**amounts):
        yield commune, project, source, year, added_up


def fill(apps, schema_editor):
    """Keep what the entries of every commune add up to, as `money.posting` says."""
    kept = apps.get_model("projects", "KeptSums")
    sums = {}
    for name, project, year, columns in (
        ("Allocation", "project_id", "year", {"ceiling": Q(kind="ceiling"), "allocated": Q(kind="year")}),
        ("Transfer", "to_project_id", "to_year", {"allocated": Q()}),
        ("Transfer", "from_project_id", "from_year", {"allocated": None}),
        ("Disbursement", "project_id", "year", {"advanced": Q(kind="advance"), "disbursed": Q()}),
        ("SettledAmount", "project_id", "year", {"settled": Q(year__isnull=False), "final": Q(year__isnull=True)}),
    ):
        rows = apps.get_model("projects", name).objects.order_by()
        amounts = {
            f"of_{column}": Sum(-F("amount")) if when is None else Sum("amount", filter=when, default=0)
            for column, when in columns.items()
        }
        if name == "Disbursement":
            amounts = {at: amount - Sum("recovered") for at, amount in amounts.items()}
        for *cell, added_up in _added_up(rows.values_list("commune_id", project, "source_id", year), amounts):
            there = sums.setdefault(tuple(cell), dict.fromkeys(COLUMNS, 0))
            for column, amount in zip(columns, added_up):
                there[column] += int(amount)
    kept.objects.bulk_create(
        [
            kept(commune_id=commune, project_id=project, source_id=source, year=year, **columns)
            for (commune, project, source, year), columns in sums.items()
        ],
        batch_size=2_000,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('commune', '0003_village_revision'),
        ('projects', '0005_works_by_excel'),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptSums',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(2000), django.core.validators.MaxValueValidator(2100)])),
                ('ceiling', models.BigIntegerField(default=0)),
                ('allocated', models.BigIntegerField(default=0)),
                ('advanced', models.BigIntegerField(default=0)),
                ('disbursed', models.BigIntegerField(default=0)),
                ('settled', models.BigIntegerField(default=0)),
                ('final', models.BigIntegerField(default=0)),
                ('commune', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commune.commune')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept_sums', to='projects.project')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept_sums', to='projects.fundingsource')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['commune', 'year', 'source'], name='kept_by_year'), models.Index(fields=['commune', 'source'], name='kept_by_source')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('year__isnull', False)), fields=('commune', 'project', 'source', 'year'), name='kept_once_a_year'), models.UniqueConstraint(condition=models.Q(('year__isnull', True)), fields=('commune', 'project', 'source'), name='kept_once_of_no_year')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
