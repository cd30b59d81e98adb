<#
.SYNOPSIS
    Collects the companies in companies.csv from the embedded sandbox and writes their dossiers to a CSV file.
.DESCRIPTION
    It requires no key and no network. To collect real data with the same script, replace Connect-CompanyDataSandbox with
    Connect-Qard.
.PARAMETER Path
    The CSV file of companies, with the columns name and siren.
.PARAMETER Destination
    The file for the dossiers.
.EXAMPLE
    ./quickstart.ps1
#>
[CmdletBinding()]
param(
    [string] $Path = (Join-Path $PSScriptRoot 'companies.csv'),
    [string] $Destination = (Join-Path $PSScriptRoot 'output/dossiers.csv')
)

$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
$manifest = Join-Path (Split-Path $PSScriptRoot) 'CompanyData.psd1'
Import-Module $manifest

Connect-CompanyDataSandbox -SyncDuration 3 -Latency 0.02
$companies = @(Import-Csv $Path)
Write-Information "Collecting $($companies.Count) companies from the sandbox (profile, officers, beneficial owners) ..."

$dossiers = @($companies | Invoke-QardCollection -ThrottleLimit 8)
$dossiers | Format-Table

$null = New-Item (Split-Path $Destination) -ItemType Directory -Force
$dossiers | Export-Csv $Destination -NoTypeInformation -Encoding utf8
$usage = Get-CompanyDataUsage | Where-Object Service -EQ Qard
$done = @($dossiers | Where-Object Status -EQ Complete).Count

Write-Information "$done of $($dossiers.Count) dossiers are complete ($($usage.Requests) requests). They are in $Destination"
Write-Information @"

Next steps
  1. In PowerShell, import the module:      Import-Module '$manifest'
  2. Practise on the sandbox:                 Connect-CompanyDataSandbox
  3. Connect to the real service:           Connect-Qard -ApiKey (Read-Host 'Qard API key' -AsSecureString)
     or unattended:                         set QARD_API_KEY (and QARD_API_URL for another address)
  4. Check the key:                         Get-QardProfile
  5. Collect your companies:                Import-Csv companies.csv | Invoke-QardCollection | Export-Csv dossiers.csv
"@
