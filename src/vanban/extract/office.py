"""LibreOffice in a folder and a profile of its own: no macros, nothing fetched from outside, nothing left behind."""

from __future__ import annotations

from pathlib import Path

from vanban.extract import tools

# The last group makes PDFs that a screen reader can follow.
_SETTINGS: dict[str, dict[str, int | str]] = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": 0},
    "/org.openoffice.Office.Common/Filter/PDF/Export": {"UseTaggedPDF": "true", "ExportBookmarks": "true"},
}


def convert(program: str, name: str, target: str, *, folder: Path, seconds: float) -> Path:
    """Convert the file `name` in `folder`; gives the path of the result, if there is one. `ReadingError` when time is up."""
    profile = folder / "profile"
    _prepare(profile)
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", target]
    tools.run([program, *options, name], seconds=seconds, folder=folder)
    return (folder / name).with_suffix(f".{target.split(':')[0]}")


def _prepare(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )
