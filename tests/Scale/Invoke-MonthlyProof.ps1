<#
.SYNOPSIS
    Runs the monthly job on a portfolio twice, lets things happen to some companies in between, and checks that it finds just these.
.DESCRIPTION
    examples/Update-Portfolio.ps1 collects the portfolio from a sandbox server into a store. Then events are planted in -Aged companies,
    and the job runs again with a new journal: its changes have to be the planted ones, company by company, and nothing else. With -Kills
    the second run is killed with SIGKILL that often, each time at a random moment, and resumed. After each kill every company that the
    journal calls complete has to have a dossier in the store; in the end store, journal, table and changes have to agree.

    Emits an object of figures; fails if anything is missing or too much.
.PARAMETER Companies
    How many companies the portfolio has.
.PARAMETER Aged
    How many of them something happens to.
.PARAMETER Kills
    How many times the second run is killed.
.PARAMETER ThrottleLimit
    Companies side by side.
.PARAMETER Seed
    Seed of the sandbox and of the moments of the kills.
.PARAMETER Configuration
    The build of the sandbox server.
.EXAMPLE
    ./Invoke-MonthlyProof.ps1 | Format-List
.EXAMPLE
    ./Invoke-MonthlyProof.ps1 -Companies 500 -Aged 50 -Kills 50 | Format-List
#>
[CmdletBinding()]
param(
    [int] $Companies = 10000,
    [int] $Aged = 300,
    [int] $Kills = 0,
    [int] $ThrottleLimit = 256,
    [int] $Seed = 1,
    [ValidateSet('Debug', 'Release')] [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Proof.ps1"
$random = [Random]::new($Seed)
$before = $env:QARD_API_KEY, $env:QARD_API_URL
$server = $null

# What each event has to be found as; two of them are no change at all.
$codes = [ordered]@{
    CompanyClosed = 'CompanyClosed'; SeatMoved = 'SeatMoved'; OfficerAdded = 'OfficerAdded'; OfficerReplaced = 'OfficerAdded', 'OfficerRemoved'
    OwnerCrossedThreshold = 'OwnerCrossedThreshold'; CapitalChanged = 'DataChanged'; Renumbered = @(); Reformatted = @()
}

function Start-Monthly($Portfolio, [string] $Month, [string] $ReportPath) {
    $arguments = '-NonInteractive', '-File', "$root/examples/Update-Portfolio.ps1", '-Path', $Portfolio.Path, '-Destination', $Portfolio.Dossiers,
        '-JournalPath', "$folder/$Month.jsonl", '-SavePath', "$folder/store", '-ThrottleLimit', $ThrottleLimit
    if ($ReportPath) { $arguments += '-ReportPath', $ReportPath }
    Start-Engine $arguments @{ RedirectStandardOutput = "$folder/run.txt"; RedirectStandardError = "$folder/run-errors.txt" }
}

# Waits for the end; gives the highest memory that was seen, in megabytes.
function Wait-Monthly($Process) {
    $peak = 0
    while (-not $Process.WaitForExit(200)) { $Process.Refresh(); if (-not $Process.HasExited) { $peak = [Math]::Max($peak, $Process.PeakWorkingSet64) } }
    [Math]::Round($peak / 1MB)
}

# Companies that the journal calls complete although the store has no dossier of them.
function Get-Lost([string] $Month) {
    $stored = [Collections.Generic.HashSet[string]]@(Get-ChildItem "$folder/store" -Filter *.json | ForEach-Object { $_.Name.Substring(0, 9) })
    if (Test-Path "$folder/$Month.jsonl") { Get-QardCollectionJournal "$folder/$Month.jsonl" -State Complete | Where-Object { -not $stored.Contains($_.Siren) } }
}

try {
    $server = Start-Sandbox 0 $Seed $Configuration
    $portfolio = New-Portfolio 'monthly' 600000000 $Companies
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $process = Start-Monthly $portfolio 'month-1'
    $firstPeak = Wait-Monthly $process
    if ($process.ExitCode) { throw "The first run has failed: $(Get-Content "$folder/run.txt", "$folder/run-errors.txt" -Raw)" }
    $first = $clock.Elapsed

    $names = @($codes.Keys)
    $planted = @{}
    for ($i = 0; $i -lt $Aged; $i++) {
        $siren = "$(600000000 + [Math]::Floor($i * $Companies / $Aged))"
        $planted[$siren] = $names[$i % $names.Count]
        $null = Invoke-RestMethod "$($server.Origin)/sandbox/companies/${siren}?events=$($planted[$siren])" -Method Post
    }

    $clock.Restart()
    $killed = $runs = $lost = 0
    do {
        $runs++
        $process = Start-Monthly $portfolio 'month-2' "$folder/report"
        $isKilled = $killed -lt $Kills -and -not $process.WaitForExit($random.Next(500, 4000 + (20 * $Companies)))
        if ($isKilled) { $process.Kill(); $process.WaitForExit(); $killed++; $lost += @(Get-Lost 'month-2').Count } else { $secondPeak = Wait-Monthly $process }
    } while ($isKilled -or ($killed -lt $Kills -and $runs -lt 10 * $Kills))
    $second = $clock.Elapsed

    $changes = @(Import-Csv "$folder/report/changes.csv")
    $found = $changes | Group-Object Siren -AsHashTable -AsString
    $wrong = @(
        foreach ($siren in @($planted.Keys) + @($changes.Siren) | Sort-Object -Unique) {
            $expected = @($codes[$planted[$siren]] | Sort-Object -Unique) -join ' '
            $actual = @($found[$siren].Code | Where-Object { $_ } | Sort-Object -Unique) -join ' '
            if ($expected -ne $actual) { "$siren $($planted[$siren]): expected '$expected', found '$actual'" }
        }
    )
    $complete = @(Get-QardCollectionJournal "$folder/month-2.jsonl" -State Complete).Count
    $rows = @(Import-Csv $portfolio.Dossiers).Count
    $stored = @(Get-ChildItem "$folder/store" -Filter *.json | Group-Object { $_.Name.Substring(0, 9) }).Count
    $lost += @(Get-Lost 'month-2').Count
    $problems = @(Test-CompanyDataAudit "$folder/report/manifest.sha256").Count
    $figures = [pscustomobject]@{
        Companies = $Companies; Planted = $planted.Count; Changes = $changes.Count; Wrong = $wrong.Count
        Journal = $complete; Table = $rows; Store = $stored; Lost = $lost; ManifestProblems = $problems; Killed = $killed; Runs = $runs; ExitCode = $process.ExitCode
        FirstRun = $first; FirstPeakMegabytes = $firstPeak; SecondRun = $second; SecondPeakMegabytes = $secondPeak
        WorkbookMegabytes = [Math]::Round((Get-Item "$folder/report/portfolio.xlsx").Length / 1MB, 1); Findings = $wrong | Select-Object -First 20
    }
    $figures
    if ($wrong.Count + $lost + $problems -gt 0 -or $complete -ne $Companies -or $rows -ne $Companies -or $stored -ne $Companies) { throw "The monthly job is wrong: $($wrong | Select-Object -First 5)" }
}
finally {
    Disconnect-Qard -ErrorAction Ignore
    $env:QARD_API_KEY, $env:QARD_API_URL = $before
    if ($server -and -not $server.Process.HasExited) { $server.Process.Kill() }
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
