@echo off
rem Builds Entente where its sources changed since the last build, then runs it with all arguments.
setlocal
set "here=%~dp0"
set "program=%here%artifacts\bin\Entente.Cli\release\entente.dll"
set "stamp=%here%artifacts\entente.stamp"
where dotnet >nul 2>nul || (echo entente: the .NET 10 SDK is not found; install it from https://dotnet.microsoft.com/download and call again. 1>&2 & exit /b 1)
if not exist "%program%" goto build
powershell -NoProfile -Command "$s = Get-Item -LiteralPath $env:stamp -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $n = Get-ChildItem -Recurse -LiteralPath ($env:here + 'src') | Sort-Object LastWriteTimeUtc | Select-Object -Last 1; $p = Get-Item ($env:here + 'Directory.*.props'), ($env:here + 'global.json') | Sort-Object LastWriteTimeUtc | Select-Object -Last 1; if ($n.LastWriteTimeUtc -gt $s.LastWriteTimeUtc -or $p.LastWriteTimeUtc -gt $s.LastWriteTimeUtc) { exit 1 }"
if not errorlevel 1 goto run
:build
dotnet --list-sdks | findstr /b "10." >nul || (echo entente: the .NET 10 SDK is needed to build; install it from https://dotnet.microsoft.com/download and call again. 1>&2 & exit /b 1)
if not exist "%here%artifacts" mkdir "%here%artifacts"
dotnet build "%here%src\Entente.Cli\Entente.Cli.csproj" -c Release -v quiet -nologo -clp:ErrorsOnly 1>&2 || (echo entente: the build failed; the errors stand above. 1>&2 & exit /b 1)
echo built> "%stamp%"
:run
dotnet "%program%" %*
exit /b %errorlevel%
