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

# What the job is at, by the files that it has begun: it collects, writes the table and compares, lists findings and writes pages, writes the workbook.
function Get-Phase([datetime] $Since) {
    $began = @(Get-Item $portfolio.Dossiers, "$folder/report/findings.csv", "$folder/report/changes.html" -ErrorAction Ignore | Where-Object LastWriteTimeUtc -GE $Since).Name
    if ('changes.html' -in $began) { 'Workbook' } elseif ('findings.csv' -in $began) { 'Pages' } elseif ($began) { 'Changes' } else { 'Collection' }
}

# Waits for the end, or for so many milliseconds; notes the phase and, for each, the time and the highest memory that was seen. Gives whether it has ended.
function Wait-Monthly($Process, $Phases, [int] $Milliseconds = [int]::MaxValue) {
    $started, $clock, $last = [datetime]::UtcNow, [Diagnostics.Stopwatch]::StartNew(), 0
    while (-not $Process.WaitForExit([Math]::Max(0, [Math]::Min(200, $Milliseconds - $clock.ElapsedMilliseconds)))) {
        $Process.Refresh()
        $memory = if (-not $Process.HasExited) { $Process.WorkingSet64 }
        $script:phase = Get-Phase $started
        if (-not $Phases.Contains($phase)) { $Phases[$phase] = [pscustomobject]@{ Seconds = 0.0; Megabytes = 0 } }
        $Phases[$phase].Seconds += ($clock.ElapsedMilliseconds - $last) / 1000
        $Phases[$phase].Megabytes = [Math]::Max($Phases[$phase].Megabytes, [Math]::Round($memory / 1MB))
        $last = $clock.ElapsedMilliseconds
        if ($last -ge $Milliseconds) { return $false }
    }
    $true
}

# The companies of which the store has a dossier that was collected since a journal began.
function Get-Stored([string] $Month) {
    $first = Get-Content "$folder/$Month.jsonl" -TotalCount 1 -ErrorAction Ignore
    $since = if ($first) { ([datetime]($first | ConvertFrom-Json).at).ToUniversalTime().ToString('yyyyMMddTHHmmss') } else { '' }
    $stored = [Collections.Generic.HashSet[string]]::new()
    foreach ($path in [IO.Directory]::EnumerateFiles("$folder/store", '*.json')) {
        $siren, $time = [IO.Path]::GetFileNameWithoutExtension($path) -split '_'
        if ($time -ge $since) { $null = $stored.Add($siren) }
    }
    , $stored
}

# Companies that the journal calls complete although the store has no dossier of this month.
function Get-Lost([string] $Month) {
    if (-not (Test-Path "$folder/$Month.jsonl")) { return }
    $stored = Get-Stored $Month
    Get-QardCollectionJournal "$folder/$Month.jsonl" -State Complete | Where-Object { -not $stored.Contains($_.Siren) }
}

# The rows of a sheet, without its header.
function Get-SheetRow([string] $Path, [int] $Sheet) {
    $zip = [IO.Compression.ZipFile]::OpenRead($Path)
    try {
        $reader = [Xml.XmlReader]::Create(($zip.Entries | Where-Object FullName -EQ "xl/worksheets/sheet$Sheet.xml").Open())
        $rows = -1
        while ($reader.ReadToFollowing('row')) { $rows++ }
        $rows
    }
    finally { $zip.Dispose() }
}

function Format-Phase($Phases) { ($Phases.GetEnumerator() | ForEach-Object { '{0} {1:n0} s {2} MB' -f $_.Key, $_.Value.Seconds, $_.Value.Megabytes }) -join ', ' }

try {
    $server = Start-Sandbox 0 $Seed $Configuration
    $portfolio = New-Portfolio 'monthly' 600000000 $Companies
    $phase = ''
    $firstPhases, $secondPhases, $lastPhases = [ordered]@{}, [ordered]@{}, [ordered]@{}
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $process = Start-Monthly $portfolio 'month-1'
    $null = Wait-Monthly $process $firstPhases
    if ($process.ExitCode) { throw "The first run has failed: $(Get-Content "$folder/run.txt", "$folder/run-errors.txt" -Raw)" }
    $first = $clock.Elapsed

    $names = @($codes.Keys)
    $planted = @{}
    for ($i = 0; $i -lt $Aged; $i++) {
        $siren = "$(600000000 + [Math]::Floor($i * $Companies / $Aged))"
        $planted[$siren] = $names[$i % $names.Count]
        $null = Invoke-RestMethod "$($server.Origin)/sandbox/companies/${siren}?events=$($planted[$siren])" -Method Post
    }

    # The kills are spread over what the first run took, so that they meet the collection as well as the report.
    $spread = 4000 + [int](4 * $first.TotalMilliseconds / [Math]::Max(1, $Kills))
    $clock.Restart()
    $killed, $runs, $lost = @(), 0, 0
    do {
        $runs++
        $process = Start-Monthly $portfolio 'month-2' "$folder/report"
        $isKilled = $killed.Count -lt $Kills -and -not (Wait-Monthly $process $secondPhases $random.Next(500, $spread))
        if ($isKilled) { $process.Kill(); $process.WaitForExit(); $killed += $phase; $lost += @(Get-Lost 'month-2').Count }
        else { $null = Wait-Monthly $process $lastPhases }
        Write-Information "$($clock.Elapsed): run $runs, $(if ($isKilled) { "killed in $phase" } else { "exit code $($process.ExitCode)" })"
    } while ($isKilled -or ($killed.Count -lt $Kills -and $runs -lt 10 * $Kills))
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
    $stored = (Get-Stored 'month-2').Count
    $read = (Get-CompanyDossier "$folder/store" -All | Measure-Object).Count
    $damaged = @(Get-ChildItem "$folder/store" -Filter *.json).Count - $read
    $lost += @(Get-Lost 'month-2').Count
    $problems = @(Test-CompanyDataAudit "$folder/report/manifest.sha256").Count
    $urgent = @(@($changes | Where-Object Severity -NE Note) + @(Import-Csv "$folder/report/findings.csv" | Where-Object Severity -EQ Critical) | ForEach-Object Siren | Sort-Object -Unique)
    $pages = @(Get-ChildItem "$folder/report" -Filter *.html | Where-Object Name -Match '^\d{9}\.html$' | ForEach-Object BaseName)
    $sheet = Get-SheetRow "$folder/report/portfolio.xlsx" 1
    $stale = @(Get-ChildItem "$folder/store", "$folder/report" -Filter *.partial | Where-Object LastWriteTime -LT (Get-Date).Add(-$second)).Count
    $figures = [pscustomobject]@{
        Companies = $Companies; Planted = $planted.Count; Changes = $changes.Count; Wrong = $wrong.Count
        Journal = $complete; Table = $rows; Store = $stored; Workbook = $sheet; Lost = $lost; Dossiers = $read; Damaged = $damaged; ManifestProblems = $problems
        NeedReview = $urgent.Count; Pages = $pages.Count; StalePartials = $stale
        Killed = $killed.Count; KilledIn = ($killed | Group-Object | ForEach-Object { "$($_.Name) $($_.Count)" }) -join ', '; Runs = $runs; ExitCode = $process.ExitCode
        FirstRun = $first; FirstPhases = Format-Phase $firstPhases; SecondRun = $second; KilledPhases = Format-Phase $secondPhases; LastPhases = Format-Phase $lastPhases
        WorkbookMegabytes = [Math]::Round((Get-Item "$folder/report/portfolio.xlsx").Length / 1MB, 1); Findings = $wrong | Select-Object -First 20
    }
    $figures
    if ($wrong.Count + $lost + $damaged + $problems -gt 0 -or $complete -ne $Companies -or $rows -ne $Companies -or $stored -ne $Companies -or $sheet -ne $Companies -or (Compare-Object $urgent $pages)) { throw "The monthly job is wrong: $($wrong | Select-Object -First 5)" }
}
finally {
    Disconnect-Qard -ErrorAction Ignore
    $env:QARD_API_KEY, $env:QARD_API_URL = $before
    if ($server -and -not $server.Process.HasExited) { $server.Process.Kill() }
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
