<#
.SYNOPSIS
    Collects thousands of companies from a sandbox that breaks things on the wire, in processes that are killed, and counts what was lost.
.DESCRIPTION
    The sandbox server is a process of its own, so what it holds survives the kills. Part one collects -Companies in runs that go on
    with one journal until every company is complete, or as often as -Runs says. Part two kills -Kills runs with SIGKILL, each at a
    random moment, and resumes them; a portfolio that is complete makes room for the next. Then the server is asked what it holds.

    Gives an object of figures for each part. Fails where a company has two users or none, where one is neither complete nor reported
    with its reason, where a company that the journal calls complete has no dossier, or where a dossier holds what is another's.
.PARAMETER Companies
    How many companies part one collects; 0 leaves it out.
.PARAMETER FaultRate
    The share of requests that meet a fault.
.PARAMETER Kills
    How many runs part two kills; 0 leaves it out.
.PARAMETER KillCompanies
    How many companies each portfolio of part two has.
.PARAMETER Runs
    How often a portfolio is run at the most: the first time, and then for what has failed.
.PARAMETER ThrottleLimit
    Companies side by side.
.PARAMETER Seed
    Of the faults and of the moments of the kills.
.PARAMETER Configuration
    The build of the sandbox server.
.EXAMPLE
    ./Invoke-ScaleProof.ps1 | Format-List
#>
[CmdletBinding()]
param(
    [int] $Companies = 2000,
    [ValidateRange(0, 0.9)] [double] $FaultRate = 0.2,
    [int] $Kills = 50,
    [int] $KillCompanies = 200,
    [int] $Runs = 5,
    [int] $ThrottleLimit = 64,
    [int] $Seed = 1,
    [ValidateSet('Debug', 'Release')] [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Proof.ps1"
$random = [Random]::new($Seed)
$before = $env:QARD_API_KEY, $env:QARD_API_URL
$server = $null
try {
    $figures = @(
        if ($Companies -gt 0) {
            $server = Start-Sandbox $FaultRate $Seed $Configuration
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $portfolio = New-Portfolio 'faults' 300000000 $Companies
            $count = Complete-Portfolio $portfolio $Runs $ThrottleLimit
            Get-Figure "faults at $FaultRate" $portfolio $count 0 $clock.Elapsed $server
            $server.Process.Kill()
        }

        if ($Kills -gt 0) {
            $server = Start-Sandbox $FaultRate $Seed $Configuration
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $portfolios = @()
            $killed = $count = 0
            while ($killed -lt $Kills) {
                $portfolio = New-Portfolio "kills-$($portfolios.Count)" (400000000 + (1000000 * $portfolios.Count)) $KillCompanies
                $portfolios += $portfolio
                do {
                    $count++
                    $isKilled = Invoke-KilledRun $portfolio $ThrottleLimit $random.Next(500, 2000 + (30 * $KillCompanies))
                    $killed += [int]$isKilled
                } while ($isKilled -and $killed -lt $Kills)
            }

            foreach ($portfolio in $portfolios) { $count += Complete-Portfolio $portfolio $Runs $ThrottleLimit }
            Get-Figure "killed, faults at $FaultRate" $portfolios $count $killed $clock.Elapsed $server
        }
    )

    $figures
    $bad = $figures | Where-Object { $_.DuplicateUsers + $_.Lost + $_.Mixed -gt 0 -or $_.Complete + $_.Reported -ne $_.Companies }
    if ($bad) { throw "Something was lost, made twice or mixed up: $($bad.Findings)" }
}
finally {
    Disconnect-Qard -ErrorAction Ignore
    $env:QARD_API_KEY, $env:QARD_API_URL = $before
    if ($server -and -not $server.Process.HasExited) { $server.Process.Kill() }
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
