# What the proof does, step by step. Dot-source it: it imports the module and makes a folder of its own, $folder.
$root = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
$manifest = Join-Path $root 'CompanyData.psd1'
$folder = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "companydata-scale-$([guid]::NewGuid().ToString('N'))")
Import-Module $manifest
. (Join-Path $root 'build/Engine.ps1')

# A sandbox server with faults, and a session on it that the runs find in the environment.
function Start-Sandbox([double] $FaultRate, [int] $Seed, [string] $Configuration) {
    $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $probe.Start()
    $origin = "http://127.0.0.1:$($probe.LocalEndpoint.Port)"
    $probe.Stop()

    $said = Join-Path $folder 'server.txt'
    Remove-Item $said -ErrorAction Ignore
    $dll = Join-Path $root "src/CompanyData.Sandbox.Server/bin/$Configuration/net10.0/CompanyData.Sandbox.Server.dll"
    $rate = $FaultRate.ToString([cultureinfo]::InvariantCulture)
    $start = @{
        FilePath = 'dotnet'; PassThru = $true; RedirectStandardOutput = $said; RedirectStandardError = "$said.errors"
        ArgumentList = "`"$dll`"", '--urls', $origin, '--fault-rate', $rate, '--seed', $Seed, '--sync-duration', 1, '--slow', 0.5
    }
    $process = Start-Process @start
    while (-not (Get-Content $said -TotalCount 1 -ErrorAction Ignore)) {
        if ($process.HasExited) { throw "The sandbox server has not started: $(Get-Content "$said.errors" -Raw)" }
        Start-Sleep -Milliseconds 100
    }

    $env:QARD_API_KEY, $env:QARD_API_URL = 'sandbox-key', "$origin/qard/api/v6"
    Connect-Qard
    [pscustomobject]@{ Process = $process; Origin = $origin }
}

function New-Portfolio([string] $Name, [int] $First, [int] $Count) {
    $path = Join-Path $folder $Name
    $First..($First + $Count - 1) | ForEach-Object { [pscustomobject]@{ siren = "$_"; name = "Exemple $_" } } | Export-Csv "$path.csv"
    [pscustomobject]@{ Path = "$path.csv"; Journal = "$path.jsonl"; Dossiers = "$path-dossiers.csv"; Count = $Count }
}

function Start-Run($Portfolio, [int] $ThrottleLimit) {
    $arguments = '-NonInteractive', '-File', "$PSScriptRoot/Collect.ps1", '-Manifest', $manifest, '-Path', $Portfolio.Path,
        '-Destination', $Portfolio.Dossiers, '-JournalPath', $Portfolio.Journal, '-ThrottleLimit', $ThrottleLimit
    Start-Engine $arguments @{ RedirectStandardOutput = "$folder/run.txt"; RedirectStandardError = "$folder/run-errors.txt" }
}

function Wait-Run($Process) {
    $Process.WaitForExit()
    if ($Process.ExitCode) { throw "A run has failed: $(Get-Content "$folder/run.txt", "$folder/run-errors.txt" -Raw)" }
}

# Kills a run after so many milliseconds; gives whether it had not ended by itself.
function Invoke-KilledRun($Portfolio, [int] $ThrottleLimit, [int] $After) {
    $process = Start-Run $Portfolio $ThrottleLimit
    if ($process.WaitForExit($After)) {
        Wait-Run $process
        return $false
    }

    # SIGKILL: nothing in the process gets to know.
    $process.Kill()
    $process.WaitForExit()
    $true
}

# Runs until everything is complete, or often enough; gives the number of runs.
function Complete-Portfolio($Portfolio, [int] $Runs, [int] $ThrottleLimit) {
    for ($run = 1; ; $run++) {
        Wait-Run (Start-Run $Portfolio $ThrottleLimit)
        if ($run -eq $Runs -or -not (Get-QardCollectionJournal $Portfolio.Journal | Where-Object State -NE Complete)) { return $run }
    }
}

# The users that the server holds. This reader meets faults too, is told of each, and reads again.
function Get-ServerUser {
    for ($try = 1; ; $try++) {
        try { return @(Get-QardUser | Sort-Object Id -Unique) } catch { if ($try -eq 50) { throw } }
    }
}

# What must not be, each with its kind.
function Test-Portfolio($Portfolio, $UsersBySiren, $UsersById) {
    $journal = @{}
    Get-QardCollectionJournal $Portfolio.Journal | ForEach-Object { $journal[$_.Siren] = $_ }
    $dossiers = Import-Csv $Portfolio.Dossiers | Group-Object Siren -AsHashTable -AsString
    foreach ($siren in (Import-Csv $Portfolio.Path).siren) {
        $company, $rows, $users = $journal[$siren], @($dossiers[$siren]), @($UsersBySiren[$siren] | Where-Object { $_ }).Count
        $kind, $what = switch ($true) {
            ($users -gt 1) { 'Duplicate', "$users users"; break }
            (-not $company) { 'Lost', 'not in the journal'; break }
            ($company.State -eq 'Complete' -and ($users -eq 0 -or $rows[-1].Status -ne 'Complete' -or $rows[-1].Officers -eq 0)) {
                'Lost', "complete in the journal, $users users, last dossier '$($rows[-1].Status)'"; break
            }
            ($company.State -ne 'Complete' -and -not ($company.LastError -and $rows[-1].Reasons)) { 'Lost', "$($company.State) without a reason"; break }
            ([bool]($rows.Foreign -ne '')) { 'Mixed', "$($rows.Foreign)"; break }
            ([bool]($rows.UserId | Where-Object { $_ -and $UsersById[$_].Siren -ne $siren })) { 'Mixed', "user $($rows.UserId)"; break }
        }
        if ($kind) { [pscustomobject]@{ Kind = $kind; Siren = $siren; What = $what } }
    }
}

function Get-Figure([string] $Part, [object[]] $Portfolio, [int] $Runs, [int] $Killed, [timespan] $Elapsed, $Server) {
    $faults = Invoke-RestMethod "$($Server.Origin)/sandbox/faults"
    $users = Get-ServerUser
    $bySiren = $users | Group-Object Siren -AsHashTable -AsString
    $byId = $users | Group-Object Id -AsHashTable -AsString
    $findings = @($Portfolio | ForEach-Object { Test-Portfolio -Portfolio $_ -UsersBySiren $bySiren -UsersById $byId })
    $companies = @($Portfolio | ForEach-Object { Get-QardCollectionJournal $_.Journal })
    $ended = $Portfolio | ForEach-Object { "$($_.Dossiers).runs" } | Where-Object { Test-Path $_ } | Import-Csv
    $twice = $Portfolio | ForEach-Object { Import-Csv $_.Dossiers } | Where-Object Status -EQ Complete | Group-Object Siren -NoElement | Where-Object Count -GT 1
    [pscustomobject]@{
        Part           = $Part
        Companies      = ($Portfolio | Measure-Object Count -Sum).Sum
        Complete       = @($companies | Where-Object State -EQ Complete).Count
        Reported       = @($companies | Where-Object State -NE Complete).Count
        Runs           = $Runs
        Killed         = $Killed
        Requests       = $faults.requests
        Faults         = $faults.faults
        Retries        = ($ended | Measure-Object Retries -Sum).Sum
        DuplicateUsers = @($findings | Where-Object Kind -EQ Duplicate).Count
        Lost           = @($findings | Where-Object Kind -EQ Lost).Count
        Mixed          = @($findings | Where-Object Kind -EQ Mixed).Count
        CameTwice      = @($twice).Count
        WallTime       = $Elapsed
        PeakMegabytes  = [Math]::Round(($ended | Measure-Object PeakMegabytes -Maximum).Maximum)
        FaultKinds     = ($faults.kinds.PSObject.Properties | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Value)" }) -join ', '
        Findings       = ($findings | Select-Object -First 20 | ForEach-Object { "$($_.Kind) $($_.Siren): $($_.What)" }) -join "`n"
    }
}
