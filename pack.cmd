@echo off
rem Makes the packages (artifacts\packages) and the program as one file (artifacts\program); see docs\packages.md.
setlocal
cd /d "%~dp0"
where dotnet >nul 2>nul || (echo pack: the .NET 10 SDK is not found; install it from https://dotnet.microsoft.com/download and call again. 1>&2 & exit /b 1)
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0eng\pack.ps1" %*
exit /b %errorlevel%
