"""Static files under names that change with their content, also where one of our modules of JavaScript imports another."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORTS = (
    (r"""(?P<matched>from "(?P<url>\./[\w./-]+\.js)")""", 'from "%(url)s"'),
    (r"""(?P<matched>import\("(?P<url>\./[\w./-]+\.js)"\))""", 'import("%(url)s")'),
)


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """Our modules import each other by hashed names: a phone never mixes two releases. Files of libraries stay as they are."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("ui/*.js", IMPORTS))
