# Seconds, or megabytes of peak memory above a fresh session, that a share takes to find its own companies in a list. Nothing is collected.
param([string] $List, [string] $Way, [string] $Figure)

Import-Module (Join-Path $PSScriptRoot '../../CompanyData.psd1')
Connect-CompanyDataSandbox
[GC]::Collect()
$before = [Diagnostics.Process]::GetCurrentProcess().WorkingSet64
$clock = [Diagnostics.Stopwatch]::StartNew()
$null = if ($Way -eq 'Path') { Invoke-QardCollection -Path $List -Shard 3/256 -WhatIf } else { Import-Csv $List | Invoke-QardCollection -Shard 3/256 -WhatIf }
$seconds = $clock.Elapsed.TotalSeconds
$peak = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
($Figure -eq 'Seconds' ? $seconds : ($peak - $before) / 1MB).ToString([cultureinfo]::InvariantCulture)
