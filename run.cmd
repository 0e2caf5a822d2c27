@echo off
rem Sets up what is missing, then does what is asked: run start, run test, run help.
setlocal
cd /d "%~dp0"
if not exist .venv\Scripts\python.exe (
    where uv >nul 2>nul && (uv venv --quiet .venv) || (py -3 -m venv .venv || python -m venv .venv)
)
if not exist .venv\Scripts\python.exe (
    echo Can Python 3.11 tro len. / Python 3.11 or newer is needed.
    exit /b 3
)
.venv\Scripts\python.exe tools\run.py %*
exit /b %errorlevel%
