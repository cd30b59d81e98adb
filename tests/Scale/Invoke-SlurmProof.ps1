<#
.SYNOPSIS
    Collects a portfolio as a Slurm array, kills nodes and tasks in the middle, and counts what was lost.
.DESCRIPTION
    Starts a private Slurm cluster of two nodes on this machine and submits examples/portfolio.sbatch, the file that the README of the
    examples prints. One company in ten takes twenty times as long. While the array runs, one of the two is killed at random moments: a
    node with everything on it, which comes back later, or the PowerShell of a single task. Then the sandbox server is asked what it holds.

    Gives an object of figures. Fails where a company has two users or none, is not complete, or holds another's data, and where a task
    did not end with the exit code that the script promises.

    Needs Slurm: on Debian, apt-get install slurm-wlm munge. It stops what it started, and only that.
.PARAMETER Companies
    How many companies the portfolio has.
.PARAMETER Shares
    How many tasks the array has.
.PARAMETER Workers
    How many of them run at once.
.PARAMETER Kills
    How many times something is killed.
.PARAMETER Seed
    Of the moments, the victims and the sandbox.
.PARAMETER Configuration
    The build of the sandbox server.
.EXAMPLE
    ./Invoke-SlurmProof.ps1 | Format-List
#>
[CmdletBinding()]
param(
    [int] $Companies = 10000,
    [int] $Shares = 256,
    [int] $Workers = 16,
    [int] $Kills = 20,
    [int] $Seed = 1,
    [ValidateSet('Debug', 'Release')] [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Proof.ps1"
. "$PSScriptRoot/SlurmCluster.ps1"
$random = [Random]::new($Seed)
$nodes = 'n1', 'n2'
$before = $env:QARD_API_KEY, $env:QARD_API_URL, $env:SLURM_CONF, $env:COMPANYDATA_HOME, $env:PATH
$server = $null
$cluster = (New-Item -ItemType Directory "$folder/cluster").FullName
$work = (New-Item -ItemType Directory "$folder/work").FullName
Push-Location $work
try {
    $server = Start-Sandbox 0 $Seed $Configuration
    $env:COMPANYDATA_HOME = $root
    $env:PATH = "$(New-EngineFolder "$folder/engine"):$env:PATH"
    1..$Companies | ForEach-Object {
        $siren = if ($_ % 10) { 300000000 + $_ } else { '{0:d9}' -f (900000 + $_) }
        [pscustomobject]@{ siren = "$siren"; name = "Exemple $siren" }
    } | Export-Csv companies.csv

    Start-Cluster $cluster $nodes $Workers
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $job = (sbatch --parsable "--array=1-$Shares%$Workers" (Join-Path $root examples portfolio.sbatch))
    if (-not $job) { throw 'sbatch refused the array.' }

    $killed, $samples, $down = @(), @(), $null
    $next = $random.Next(5, 20)
    while ($states = @(squeue -h -r -o '%t')) {
        $samples += [pscustomobject]@{ At = $clock.Elapsed; Running = @($states -eq 'R').Count; Waiting = @($states -ne 'R').Count }
        if ($down -and $clock.Elapsed -gt $down.Until) { Start-Node $down.Name; $down = $null }
        if ($killed.Count -lt $Kills -and $clock.Elapsed.TotalSeconds -gt $next) {
            $next = $clock.Elapsed.TotalSeconds + $random.Next(5, 20)
            $running = @(Get-TaskProcess | Where-Object Engine)
            if ($killed.Count % 4 -eq 0 -and -not $down) {
                $down = @{ Name = $nodes[$random.Next($nodes.Count)]; Until = $clock.Elapsed + [timespan]::FromSeconds(20) }
                Stop-Node $cluster $down.Name
                $killed += "node $($down.Name)"
            }
            elseif ($running) {
                $victim = $running[$random.Next($running.Count)]
                kill -9 $victim.Id
                $killed += "task $($victim.Task)"
            }
        }

        Start-Sleep -Milliseconds 500
    }

    $elapsed = $clock.Elapsed
    $results = @(Get-TaskResult $job)
    $users = Get-ServerUser
    $bySiren, $byId = ($users | Group-Object Siren -AsHashTable -AsString), ($users | Group-Object Id -AsHashTable -AsString)
    $journal = @(Get-QardCollectionJournal run-*.jsonl)
    $dossiers = Get-ChildItem dossiers-*.csv | Import-Csv | Group-Object Siren -AsHashTable -AsString
    $sirens = (Import-Csv companies.csv).siren
    $figure = [pscustomobject]@{
        Companies      = $Companies
        Complete       = @($journal | Where-Object State -EQ Complete).Count
        Lost           = @($sirens | Where-Object { -not $dossiers[$_] -or -not $bySiren[$_] }).Count
        DuplicateUsers = @($sirens | Where-Object { @($bySiren[$_]).Count -gt 1 }).Count
        TwiceInJournal = $journal.Count - @($journal.Siren | Sort-Object -Unique).Count
        Mixed          = @($sirens | Where-Object { $siren = $_; $dossiers[$_].UserId | Where-Object { $byId[$_].Siren -ne $siren } }).Count
        RowsTwice      = @($dossiers.Values | Where-Object Count -GT 1).Count
        Tasks          = $results.Count
        States         = ($results | Group-Object State | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }) -join ', '
        ExitCodes      = ($results | Group-Object ExitCode | Sort-Object Name | ForEach-Object { "$($_.Name): $($_.Count)" }) -join ', '
        Restarts       = ($results | Measure-Object Restarts -Sum).Sum
        Killed         = ($killed | Group-Object { ($_ -split ' ')[0] } | ForEach-Object { "$($_.Count) $($_.Name)s" }) -join ', '
        WallTime       = $elapsed
        IdleShare      = [Math]::Round(1 - (($samples | Measure-Object Running -Average).Average / $Workers), 3)
        TailShare      = [Math]::Round(($elapsed - ($samples | Where-Object { $_.Waiting -eq 0 } | Select-Object -First 1).At) / $elapsed, 3)
        Requests       = (Invoke-RestMethod "$($server.Origin)/sandbox/faults").requests
    }
    $figure
    if ($figure.Complete -ne $Companies -or $figure.Lost + $figure.DuplicateUsers + $figure.TwiceInJournal + $figure.Mixed -gt 0) {
        throw 'A company is not complete, lost, made twice or mixed up.'
    }

    if (@($results | Where-Object { $_.State -ne 'COMPLETED' -or $_.ExitCode }).Count -gt 0 -or $results.Count -ne $Shares) {
        throw "A task did not end as promised: $($figure.States); $($figure.ExitCodes)"
    }
}
finally {
    Stop-Cluster $cluster $nodes
    Pop-Location
    Disconnect-Qard -ErrorAction Ignore
    $env:QARD_API_KEY, $env:QARD_API_URL, $env:SLURM_CONF, $env:COMPANYDATA_HOME, $env:PATH = $before
    if ($server -and -not $server.Process.HasExited) { $server.Process.Kill() }
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
