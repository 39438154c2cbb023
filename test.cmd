@echo off
rem Builds everything and runs all tests; the last line counts them.
setlocal
cd /d "%~dp0"
where dotnet >nul 2>nul || (echo test: the .NET 10 SDK is not found; install it from https://dotnet.microsoft.com/download and call again. 1>&2 & exit /b 1)
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0eng\test.ps1"
exit /b %errorlevel%
