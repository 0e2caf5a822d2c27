@echo off
rem Sets up what is missing, then does what is asked: run start, run test, run help.
setlocal
set "HERE=%~dp0"
if not exist "%HERE%.venv\Scripts\python.exe" (
    where uv >nul 2>nul && (uv venv --quiet "%HERE%.venv") || (py -3 -m venv "%HERE%.venv" || python -m venv "%HERE%.venv")
)
if not exist "%HERE%.venv\Scripts\python.exe" (
    echo Can Python 3.11 tro len. / Python 3.11 or newer is needed.
    exit /b 3
)
"%HERE%.venv\Scripts\python.exe" "%HERE%tools\run.py" %*
exit /b %errorlevel%
