# Called by pack.cmd: the same as ./pack.
$ErrorActionPreference = 'Stop'
$into = Join-Path $PWD 'artifacts'; $build = @(); $all = $false
for ($i = 0; $i -lt $args.Count; $i++) {
    switch ($args[$i]) {
        '--into' { $i++; if ($i -ge $args.Count) { [Console]::Error.WriteLine('pack: --into needs a folder.'); exit 2 }; $into = $args[$i] }
        '--no-build' { $build = @('--no-build') }
        '--all-platforms' { $all = $true }
        default { [Console]::Error.WriteLine("pack: unknown word '$($args[$i])'; it takes --into DIR, --no-build and --all-platforms."); exit 2 }
    }
}
$rid = (dotnet --info | Select-String '^\s*RID:\s*(\S+)' | Select-Object -First 1).Matches[0].Groups[1].Value
New-Item -ItemType Directory -Force $into | Out-Null
$into = (Resolve-Path $into).Path
$next = Join-Path $into ".pack-$PID"
$quiet = @('-c', 'Release', '-v', 'quiet', '-nologo', '-clp:ErrorsOnly')
$only = if ($all) { @() } else { @("-p:OnlyPlatform=$rid") }
try {
    dotnet pack 'eng\Packages.slnx' @quiet @build @only "-p:PackageOutputPath=$next\packages"
    if ($LASTEXITCODE -ne 0) { Write-Output 'pack: the packages could not be made; the errors stand above.'; exit 1 }
    dotnet publish 'src\Entente.Cli\Entente.Cli.csproj' @quiet -r $rid --self-contained -o "$next\program" '-p:BuildProjectReferences=false' '-p:RunAnalyzers=false' '-p:PublishSingleFile=true' '-p:IncludeAllContentForSelfExtract=true' '-p:DebugType=none' '-p:EmbedAllSources=false' '-p:AllowedReferenceRelatedFileExtensions=none'
    if ($LASTEXITCODE -ne 0) { Write-Output 'pack: the program could not be made; the errors stand above.'; exit 1 }
    foreach ($part in 'packages', 'program') {
        $target = Join-Path $into $part
        if (Test-Path $target) { Remove-Item -Recurse -Force $target }
        Move-Item (Join-Path $next $part) $target
    }
    Get-ChildItem (Join-Path $into 'packages'), (Join-Path $into 'program') | ForEach-Object { $_.FullName }
}
finally { if (Test-Path $next) { Remove-Item -Recurse -Force $next } }
