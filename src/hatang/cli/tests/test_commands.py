"""The command line: help in both languages, exit codes, plain errors, and each command run for real."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hatang.cli import main
from hatang.cli.commands import COMMANDS
from hatang.tests.factories import PLAN

SOURCE = Path(__file__).resolve().parents[3]


def run(*arguments, data=None):
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("HATANG_", "DJANGO_"))}
    environment = {**keep, "HATANG_DATA": str(data or "/nonexistent"), "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "hatang", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("command", [module.NAME for module in COMMANDS])
def test_every_command_explains_itself_in_both_languages(capsys, command, language):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--lang", language, "--help"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.count("\n") > 3


def test_english_help_is_english(capsys):
    for language in ("vi", "en"):
        with pytest.raises(SystemExit):
            main(["--lang", language, "--help"])
    vietnamese, english = capsys.readouterr().out.split("usage:")
    for word in ("cách dùng", "tùy chọn", "hiện phần trợ giúp", "sao lưu"):
        assert word in vietnamese
        assert word not in english


def test_what_is_asked_wrongly_is_said_in_vietnamese(capsys):
    for arguments in (["createuser", "ai"], ["start", "--port", "tám"], ["createunit", "X", "--kind", "khac"]):
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert all(word in said for word in ("còn thiếu", "không đúng kiểu", "không có lựa chọn"))


def test_no_command_and_a_wrong_command_are_misuse():
    assert main([]) == 2
    with pytest.raises(SystemExit) as stopped:
        main(["xoa-het"])
    assert stopped.value.code == 2


def test_reading_a_plan_needs_no_database_and_no_django():
    done = run("read-plan", PLAN, "--json")
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert len(reading["targets"]) == 19
    check = "import sys; from hatang.cli import main; main(['read-plan', sys.argv[1]]); sys.exit('django' in sys.modules)"
    plain = subprocess.run(
        [sys.executable, "-c", check, str(PLAN)], env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True
    )
    assert plain.returncode == 0


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.4 x"])
def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_one(tmp_path, content):
    path = tmp_path / "hong.bin"
    path.write_bytes(content)
    done = run("read-plan", path)
    assert done.returncode == 1
    assert done.stderr.startswith("Chưa làm được: ")
    assert "Traceback" not in done.stderr
    assert run("read-plan", tmp_path / "khong-co.docx").returncode == 1


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    done = run("demo", data=data)
    assert done.returncode == 0, done.stderr
    return data


def test_the_demonstration_is_set_up_once_and_checks(installed):
    assert "dieuphoi" in (installed / "mat-khau-lan-dau.txt").read_text()
    assert (installed / "mat-khau-lan-dau.txt").stat().st_mode & 0o077 == 0
    again = run("demo", data=installed)
    assert (again.returncode, "Traceback" in again.stderr) == (1, False)
    checked = run("check", data=installed)
    assert checked.returncode == 0, checked.stdout
    assert "xã Vĩnh Thông" in checked.stdout


def test_units_accounts_and_communes_are_made(installed):
    assert run("createunit", "Trạm Y tế", "--kind", "public_service", data=installed).returncode == 0
    made = run("createuser", "tramyte", "--name", "Người Mẫu", "--unit", "Trạm Y tế", "--role", "officer", data=installed)
    assert made.returncode == 0, made.stderr
    assert "tramyte" in made.stdout
    missing = run("createuser", "khac", "--name", "X", "--unit", "Không có", "--role", "officer", data=installed)
    assert (missing.returncode, "createunit" in missing.stderr) == (1, True)
    assert run("createcommune", "99999", data=installed).returncode == 1


def test_a_backup_comes_back_whole_and_a_harmed_one_changes_nothing(installed, tmp_path):
    backup, other = tmp_path / "ban.zip", tmp_path / "noi-khac"
    other.mkdir()
    assert run("backup", backup, data=installed).returncode == 0
    assert run("backup", backup, data=installed).returncode == 1
    assert backup.stat().st_mode & 0o077 == 0
    restored = run("restore", backup, data=other)
    assert restored.returncode == 0, restored.stderr
    assert run("check", data=other).returncode == 0
    harmed = tmp_path / "hong.zip"
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(harmed, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name) + (b"x" if name.startswith("files/") else b""))
    before = (other / "hatang.sqlite3").read_bytes()
    assert run("restore", harmed, data=other).returncode == 1
    assert (other / "hatang.sqlite3").read_bytes() == before
    assert run("restore", backup, data=other).returncode == 0
    assert list(other.glob("truoc-phuc-hoi-*/hatang.sqlite3"))


def test_check_finds_what_was_changed_behind_the_back(installed, tmp_path):
    import shutil
    import sqlite3

    data = tmp_path / "data"
    shutil.copytree(installed, data)
    with sqlite3.connect(data / "hatang.sqlite3") as database:
        database.execute("UPDATE core_auditevent SET actor_name = 'Ai đó' WHERE sequence = 2")
    next(path for path in (data / "files").rglob("*") if path.is_file()).write_bytes(b"khac")
    done = run("check", data=data)
    assert done.returncode == 1
    assert "nhật ký số 2" in done.stdout
    assert "mất hoặc đã đổi" in done.stdout


def test_the_server_answers_to_this_machine_and_to_the_network_only_when_it_listens_there():
    import socket

    from hatang.cli.commands.start import names_of_this_machine

    assert names_of_this_machine("127.0.0.1") == ["localhost", "127.0.0.1", "[::1]"]
    assert names_of_this_machine("192.0.2.7")[-1] == "192.0.2.7"
    assert socket.gethostname() in names_of_this_machine("0.0.0.0")


def test_a_secret_key_is_made_once_and_kept_private(installed):
    key = installed / "secret-key"
    assert key.stat().st_mode & 0o077 == 0
    assert len(key.read_text()) > 60
    first = key.read_text()
    run("check", data=installed)
    assert key.read_text() == first
