<#
.SYNOPSIS
    Collects a portfolio once or every month: reads a CSV file of companies and writes a CSV file of dossiers. A journal makes it safe to
    stop and repeat the run. On request, it also reports changes since the last run and findings that require a review.
.DESCRIPTION
    Runs unattended, without prompts. The key comes from SecretManagement (-Vault, secret QardApiKey) or from QARD_API_KEY.

    If you run it again with the same journal, it skips complete companies, resumes those in progress and retries those that
    failed. Each dossier is in the file before the journal marks its company as complete, so a kill at any moment loses none. If the kill
    falls between the two, the company has a second row. A company that was retried has a row for each attempt; the last one counts.

    With -SavePath each dossier is also saved as a file, and the files of earlier months are kept. The CSV file is then written from
    these files, so the two cannot differ. With -ReportPath the script also writes changes.csv (since the last collection before this
    journal), findings.csv, a page for each company that requires a review, their index, a page with all changes, a workbook of the
    whole portfolio, and a manifest with the hashes of these files.

    Exit codes for a scheduler:

         0  every company is complete, and with -ReportPath nothing requires a review
         1  some companies are not complete: run it again with the same journal
         2  the run cannot succeed (no key, a rejected key, another journal, an invalid row): fix the problem first
         3  every company is complete, but there are critical findings or changes to review in -ReportPath
        75  another run is using the journal: try again later

    Windows Task Scheduler, each night at 2:00:

        schtasks /Create /TN "Portfolio" /SC DAILY /ST 02:00 /RU "DOMAIN\svc-kyc" /RP * /TR "pwsh -NoProfile -NonInteractive -File C:\Jobs\CompanyData\examples\Update-Portfolio.ps1 -Path C:\Data\companies.csv -Destination C:\Data\dossiers.csv -JournalPath C:\Data\run.jsonl"

    systemd retries automatically. In /etc/systemd/system/portfolio.service (for the timer, see Update-KycReport.ps1):

        [Service]
        Type=oneshot
        EnvironmentFile=/etc/companydata/secrets.env
        ExecStart=/usr/bin/pwsh -NoProfile -NonInteractive -File /opt/companydata/examples/Update-Portfolio.ps1 -Path /var/lib/portfolio/companies.csv -Destination /var/lib/portfolio/dossiers.csv -JournalPath /var/lib/portfolio/run.jsonl
        Restart=on-failure
        RestartSec=15min
        RestartPreventExitStatus=2 3

    A journal belongs to one job. For the next collection of the same companies, use a new journal, such as run-2026-01.jsonl, and the same
    -SavePath.
.PARAMETER Path
    The CSV file of companies, with the columns siren and name.
.PARAMETER Destination
    The CSV file to which the dossiers are appended. With -SavePath, the file is rewritten from the saved files.
.PARAMETER JournalPath
    The journal file.
.PARAMETER SavePath
    The folder that keeps each dossier as a JSON file. Several machines may share one.
.PARAMETER ReportPath
    The folder for changes.csv, findings.csv, pages and a workbook. It is created if it does not exist. Requires -SavePath.
.PARAMETER Shard
    The shard to collect, such as 3/16, if several machines divide the portfolio. Each shard requires a journal and a destination of its own.
.PARAMETER ThrottleLimit
    The number of companies to process in parallel.
.PARAMETER MaxRequestsPerSecond
    The total number of requests per second that the service allows. It is divided among the shards that run at once.
.PARAMETER RunningShards
    The number of shards that run at once, such as the number after the % of a Slurm array.
.PARAMETER Vault
    A SecretManagement vault with the secret QardApiKey. By default, the environment is read.
.PARAMETER Sandbox
    Runs on the embedded sandbox.
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
    if ($ReportPath -and -not $SavePath) { throw '-ReportPath requires -SavePath, the folder of the earlier dossiers.' }
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
        # The files are written before the journal records them; everything derived from them can be recreated at any time.
        $null = New-Item -ItemType Directory -Path $SavePath -Force
        Invoke-QardCollection @collection -SavePath $SavePath | Out-Null
        $portfolio = Import-Csv $Path | Where-Object Siren -Match '^\d{9}$' | Select-Object Siren
        $portfolio | Get-CompanyDossier $SavePath -ErrorAction SilentlyContinue | Export-Csv $Destination -NoTypeInformation -Encoding utf8
    }
    else {
        # Export-Csv opens and closes the file for each dossier, so that the dossier is written before the journal records it.
        Invoke-QardCollection @collection | ForEach-Object {
            $_ | Export-Csv $Destination -Append -NoTypeInformation -Encoding utf8
        }
    }

    $reviews = 0
    if ($ReportPath) {
        $null = New-Item -ItemType Directory -Path $ReportPath -Force
        'changes.csv', 'findings.csv' | ForEach-Object { Join-Path $ReportPath $_ } | Where-Object { Test-Path $_ } | Remove-Item
        # The first line of the journal has the start of this job: compare with the dossiers that existed before.
        $first = Get-Content $JournalPath -TotalCount 1 -ErrorAction SilentlyContinue | ConvertFrom-Json
        $began = if ($first) { ([datetime]$first.at).ToUniversalTime() } else { [datetime]::UtcNow }
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
        $reviews = $urgent.Count
        Write-Information "$($changes.Count) changes; $([int] $counts.Critical) critical findings, $([int] $counts.Review) to review; $reviews companies require a review: $ReportPath"
    }

    $open = @(Get-QardCollectionJournal $JournalPath -State Partial, Failed, UnderWay)
    Write-Information "$summary; $($summary.Requests) requests ($($summary.RequestsPerCompany) per company), $($summary.Retries) of them retries, in $($summary.Elapsed): $Destination"
    $open | ForEach-Object { Write-Information "$($_.Siren) $($_.State): $($_.LastError)" }
    if ($summary.Rejected) {
        Write-Information "$($summary.Rejected) rows of $Path are invalid or duplicates."
    }

    if ($open) { exit 1 }
    if ($summary.Rejected) { exit 2 }
    exit 3 * [int]($reviews -gt 0)
}
catch {
    Write-Information "The portfolio was not collected: $($_.Exception.Message)"
    if ($_.FullyQualifiedErrorId -like 'QardJournalInUse*') { exit 75 }
    exit 2
}
