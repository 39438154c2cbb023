# Called by test.cmd: builds everything, runs each test program, adds up its result file.
$ErrorActionPreference = 'Stop'
$results = Join-Path $PWD 'artifacts\test-results'
if (Test-Path $results) { Remove-Item -Recurse -Force $results }
New-Item -ItemType Directory -Force $results | Out-Null
dotnet build Entente.slnx -c Release -v quiet -nologo -clp:ErrorsOnly
if ($LASTEXITCODE -ne 0) { Write-Output 'test: the build failed; the errors stand above.'; Write-Output '0 passed, 1 failed, 0 skipped'; exit 1 }
$passed = 0; $failed = 0; $skipped = 0
foreach ($folder in Get-ChildItem -Directory 'tests' -Filter '*.Tests') {
    $name = $folder.Name
    $log = dotnet "artifacts\bin\$name\release\$name.dll" --results-directory $results --report-xunit-xml --report-xunit-xml-filename "$name.xml" 2>&1
    $report = Join-Path $results "$name.xml"
    if (-not (Test-Path $report)) { $log | Write-Output; Write-Output "${name}: ended without a result"; $failed++; continue }
    $p = 0; $f = 0; $s = 0
    foreach ($assembly in ([xml](Get-Content -Raw $report)).assemblies.assembly) {
        $p += [int]$assembly.passed; $f += [int]$assembly.failed + [int]$assembly.errors; $s += [int]$assembly.skipped
    }
    if ($f -gt 0) { $log | Write-Output }
    Write-Output "${name}: $p passed, $f failed, $s skipped"
    $passed += $p; $failed += $f; $skipped += $s
}
if ($passed + $failed -eq 0) { Write-Output 'test: no test ran'; $failed = 1 }
Write-Output "$passed passed, $failed failed, $skipped skipped"
if ($failed -gt 0) { exit 1 }
