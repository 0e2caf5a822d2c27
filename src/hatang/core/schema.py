"""The tables of a new server, made at once from the models instead of step by step.

Walking through every migration of the product's history takes most of a new server's first start, and ends with these same
tables: a test holds the two ways to one result. A database that has any table is only ever migrated.
"""

from __future__ import annotations

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def is_new() -> bool:
    """Whether the database has no table yet."""
    return not connection.introspection.table_names()


def make() -> None:
    """Make every table in one transaction, and note every migration as applied.

    Raises:
        ProgrammingError, OperationalError: there are tables already.
    """
    recorder = MigrationRecorder(connection)
    steps = sorted(MigrationLoader(connection).disk_migrations)
    with connection.schema_editor(atomic=True) as editor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
        editor.create_model(recorder.Migration)
        recorder.migration_qs.bulk_create([recorder.Migration(app=app, name=name) for app, name in steps])
    emit_post_migrate_signal(verbosity=0, interactive=False, db=DEFAULT_DB_ALIAS)
