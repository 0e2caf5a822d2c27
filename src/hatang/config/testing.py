"""Settings of the tests: a data folder of their own, jobs done at once, hashes that cost no time."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("HATANG_DATA", tempfile.mkdtemp(prefix="hatang-tests-"))

from hatang.config.settings import *  # noqa: F403

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
AXES_ENABLED = False
