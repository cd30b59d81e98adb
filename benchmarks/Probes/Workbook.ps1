# Seconds, and megabytes of peak memory above a fresh session, that a workbook of so many companies takes.
param([string] $Model, [int] $Count, [string] $Figure)

Import-Module (Join-Path $PSScriptRoot '../../CompanyData.psd1')
$dossier = Import-CompanyDossier $Model
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "companydata-$([guid]::NewGuid())")).FullName
try {
    # A small one first, so that what the first takes is not counted.
    $dossier | Export-CompanyDossier (Join-Path $folder 'first.xlsx')
    [GC]::Collect()
    $before = [Diagnostics.Process]::GetCurrentProcess().WorkingSet64
    $clock = [Diagnostics.Stopwatch]::StartNew()
    & { for ($i = 0; $i -lt $Count; $i++) { $dossier } } | Export-CompanyDossier (Join-Path $folder 'all.xlsx')
    $seconds = $clock.Elapsed.TotalSeconds
    $peak = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
}
finally {
    Remove-Item $folder -Recurse
}

($Figure -eq 'Seconds' ? $seconds : ($peak - $before) / 1MB).ToString([cultureinfo]::InvariantCulture)
