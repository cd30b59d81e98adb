<#
.SYNOPSIS
    Collects a portfolio, once or every month: a CSV file of companies in, a CSV file of dossiers out, a journal that makes it safe to
    stop and to repeat, and on request what changed since the last time, what needs a look, and pages.
.DESCRIPTION
    Made to run unattended. The key comes from SecretManagement (-Vault, secret QardApiKey) or from QARD_API_KEY; nothing prompts.

    Run it again with the same journal and it leaves out what is complete, goes on with what was under way and tries again what
    failed. Each dossier is in the file before the journal calls its company complete, so a kill at any moment loses none; one that
    was killed in between has a second row. A company that was tried again has a row for each time: the last one counts.

    With -SavePath each dossier is a file as well, and those of earlier months stay. Then the CSV file is written from these files, so
    the two cannot differ, and with -ReportPath there are changes.csv (since the last collection before this journal began),
    findings.csv, a page for each company that somebody must look at, their index, a page of all changes, a workbook of the whole
    portfolio, and a manifest of their hashes.

    Exit codes for a scheduler:

         0  every company is complete, and with -ReportPath nothing needs a look
         1  some are not: run it again, with the same journal
         2  it cannot work like this (no key, a refused key, another journal, a bad row): repeating does not help, a person has to look
         3  every company is complete, and somebody must look: there are critical findings, or changes to review, in -ReportPath
        75  not now: another run has the journal; try again later

    Windows Task Scheduler, each night at 2:00:

        schtasks /Create /TN "Portfolio" /SC DAILY /ST 02:00 /RU "DOMAIN\svc-kyc" /RP * /TR "pwsh -NoProfile -NonInteractive -File C:\Jobs\CompanyData\examples\Update-Portfolio.ps1 -Path C:\Data\companies.csv -Destination C:\Data\dossiers.csv -JournalPath C:\Data\run.jsonl"

    systemd tries again by itself, in /etc/systemd/system/portfolio.service (with a timer as Update-KycReport.ps1 shows it):

        [Service]
        Type=oneshot
        EnvironmentFile=/etc/companydata/secrets.env
        ExecStart=/usr/bin/pwsh -NoProfile -NonInteractive -File /opt/companydata/examples/Update-Portfolio.ps1 -Path /var/lib/portfolio/companies.csv -Destination /var/lib/portfolio/dossiers.csv -JournalPath /var/lib/portfolio/run.jsonl
        Restart=on-failure
        RestartSec=15min
        RestartPreventExitStatus=2 3

    A journal is one job: for the next collection of the same companies take a new one, such as run-2026-01.jsonl, and the same -SavePath.
.PARAMETER Path
    The companies: a CSV file with the columns siren and name.
.PARAMETER Destination
    The CSV file that the dossiers are added to; with -SavePath it is written anew from the files there.
.PARAMETER JournalPath
    The journal.
.PARAMETER SavePath
    The folder that keeps each dossier as a JSON file. Several machines may share one.
.PARAMETER ReportPath
    The folder, made where there is none, for changes.csv, findings.csv, pages and a workbook; it needs -SavePath.
.PARAMETER Shard
    The share to collect, such as 3/16, where several machines divide the portfolio. Each needs a journal and a destination of its own.
.PARAMETER ThrottleLimit
    How many companies are worked on side by side.
.PARAMETER MaxRequestsPerSecond
    What the service allows in all, in requests per second. Each of the shards that run at once sends its part of it.
.PARAMETER RunningShards
    How many shards run at once, such as the number after the % of a Slurm array.
.PARAMETER Vault
    A SecretManagement vault with the secret QardApiKey. Without it, the environment is read.
.PARAMETER Sandbox
    Runs against the embedded sandbox.
.EXAMPLE
    ./Update-Portfolio.ps1 -Path companies.csv -Destination dossiers.csv -JournalPath run.jsonl -Sandbox
.EXAMPLE
    ./Update-Portfolio.ps1 -Path companies.csv -Destination dossiers.csv -JournalPath run-2026-01.jsonl -SavePath store -ReportPath 2026-01 -Vault Kyc
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $Destination,
    [Parameter(Mandatory)] [string] $JournalPath,
    [string] $SavePath,
    [string] $ReportPath,
    [string] $Shard = '1/1',
    [ValidateRange(1, 1024)] [int] $ThrottleLimit = 16,
    [ValidateRange(0.001, 10000)] [double] $MaxRequestsPerSecond,
    [ValidateRange(1, 10000)] [int] $RunningShards = 1,
    [string] $Vault,
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
try {
    if ($ReportPath -and -not $SavePath) { throw '-ReportPath needs -SavePath, where earlier dossiers are.' }
    Import-Module (Join-Path (Split-Path $PSScriptRoot) 'CompanyData.psd1')
    $pace = if ($MaxRequestsPerSecond) { @{ MaxRequestsPerSecond = $MaxRequestsPerSecond / $RunningShards } } else { @{} }
    if ($Sandbox) {
        Connect-CompanyDataSandbox @pace
    }
    elseif ($Vault) {
        Connect-Qard -ApiKey (Get-Secret QardApiKey -Vault $Vault) @pace
    }
    else {
        Connect-Qard @pace
    }

    $collection = @{
        Path            = $Path
        JournalPath     = $JournalPath
        Shard           = $Shard
        ThrottleLimit   = $ThrottleLimit
        SummaryVariable = 'summary'
        ErrorAction     = 'SilentlyContinue'
    }

    if ($SavePath) {
        # The files are there before the journal says so; what is made of them can be made again at any time.
        Invoke-QardCollection @collection -SavePath $SavePath | Out-Null
        $portfolio = Import-Csv $Path | Where-Object Siren -Match '^\d{9}$' | Select-Object Siren
        $portfolio | Get-CompanyDossier $SavePath -ErrorAction SilentlyContinue | Export-Csv $Destination -NoTypeInformation -Encoding utf8
    }
    else {
        # Export-Csv opens and closes the file for each dossier, so that it is there before the journal says so.
        Invoke-QardCollection @collection | ForEach-Object {
            $_ | Export-Csv $Destination -Append -NoTypeInformation -Encoding utf8
        }
    }

    $look = 0
    if ($ReportPath) {
        $null = New-Item -ItemType Directory -Path $ReportPath -Force
        'changes.csv', 'findings.csv' | ForEach-Object { Join-Path $ReportPath $_ } | Where-Object { Test-Path $_ } | Remove-Item
        # The first line of the journal says when this job began: what was known before is what to compare with.
        $began = [datetime]::Parse((Get-Content $JournalPath -TotalCount 1 | ConvertFrom-Json).at, [cultureinfo]::InvariantCulture, 'RoundtripKind')
        $changes = @(Compare-CompanyDossier -Path $SavePath -ReferenceDate $began)
        $changes | Export-Csv (Join-Path $ReportPath changes.csv) -NoTypeInformation -Encoding utf8
        $urgent = [Collections.Generic.HashSet[string]]@($changes | Where-Object Severity -NE Note | ForEach-Object Siren)
        $counts = @{}
        $portfolio | Get-CompanyDossier $SavePath -ErrorAction SilentlyContinue | Get-CompanyDossierFinding | ForEach-Object {
            $counts[$_.Severity]++
            if ($_.Severity -eq 'Critical') { $null = $urgent.Add($_.Siren) }
            $_
        } | Export-Csv (Join-Path $ReportPath findings.csv) -NoTypeInformation -Encoding utf8
        $urgent | ForEach-Object { [pscustomobject]@{ Siren = $_ } } | Get-CompanyDossier $SavePath | Export-CompanyDossier $ReportPath -Change $changes -Manifest -Force
        $portfolio | Get-CompanyDossier $SavePath -ErrorAction SilentlyContinue | Export-CompanyDossier (Join-Path $ReportPath portfolio.xlsx) -Change $changes -Manifest -Force
        $look = $urgent.Count
        Write-Information "$($changes.Count) changes; $([int] $counts.Critical) critical findings, $([int] $counts.Review) to review; $look companies need a look: $ReportPath"
    }

    $open = @(Get-QardCollectionJournal $JournalPath -State Partial, Failed, UnderWay)
    Write-Information "$summary; $($summary.Requests) requests ($($summary.RequestsPerCompany) per company), $($summary.Retries) of them retries, in $($summary.Elapsed): $Destination"
    $open | ForEach-Object { Write-Information "$($_.Siren) $($_.State): $($_.LastError)" }
    if ($summary.Rejected) {
        Write-Information "$($summary.Rejected) rows of $Path are no companies, or came before."
    }

    if ($open) { exit 1 }
    if ($summary.Rejected) { exit 2 }
    exit 3 * [int]($look -gt 0)
}
catch {
    Write-Information "The portfolio is not collected: $($_.Exception.Message)"
    if ($_.FullyQualifiedErrorId -like 'QardJournalInUse*') { exit 75 }
    exit 2
}
