<#
.SYNOPSIS
Compares the module with what a user would write instead, and with the least that the work takes.

.DESCRIPTION
Builds what it measures, starts the sandbox server as a process of its own on loopback, and does each piece of work in several ways,
in rounds that take turns. Prints the ratios, the median of the rounds with their spread, and writes everything that was measured to
benchmarks/results.json. All ways have to come to the same result, or it ends with an error.

.PARAMETER Quick
Less work and fewer rounds: a taste within a few minutes, not to be quoted.

.PARAMETER Row
Only these rows. Without it, all.

.EXAMPLE
./benchmarks/Compare.ps1 -Row SingleReads
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [switch] $Quick,

    [ValidateSet('SingleReads', 'Transactions', 'Memory', 'Latency', 'Collection', 'Waiting', 'Import', 'Requests', 'Dossiers', 'Workbook', 'ShardStart')]
    [string[]] $Row = @('SingleReads', 'Transactions', 'Memory', 'Latency', 'Collection', 'Waiting', 'Import', 'Requests', 'Dossiers', 'Workbook', 'ShardStart')
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
# The companies are made up, and so are their numbers.
$WarningPreference = 'SilentlyContinue'
. (Join-Path $PSScriptRoot 'Measuring.ps1')

$root = Split-Path $PSScriptRoot
foreach ($project in 'benchmarks/CompanyData.Limit', 'src/CompanyData.Sandbox.Server', 'src/CompanyData.PowerShell') {
    $output = & dotnet build (Join-Path $root $project) --configuration Release --nologo
    if ($LASTEXITCODE -ne 0) { throw "$project does not build:`n$($output | Out-String)" }
}

Add-Type -Path (Join-Path $root 'benchmarks/CompanyData.Limit/bin/Release/net8.0/CompanyData.Limit.dll')
Import-Module (Join-Path $root 'CompanyData.psd1')

function Show-Result($Result) {
    $Result.Comparisons | Format-Table -AutoSize -Property @(
        @{ Name = $Result.Title; Expression = 'What' }
        @{ Name = 'Median'; Expression = { Format-Figure $_.Median $_.Unit }; Alignment = 'Right' }
        @{ Name = 'Spread'; Expression = { "$(Format-Figure $_.Least $_.Unit) to $(Format-Figure $_.Most $_.Unit)" }; Alignment = 'Right' }
        @{ Name = 'Target'; Expression = { $_.Target ? "$($_.Bound) $(Format-Figure $_.Target $_.Unit)" : '' }; Alignment = 'Right' }
        @{ Name = 'Met'; Expression = { $_.Met ? 'yes' : $_.Target ? 'no' : '' } }
    ) | Out-String -Width 200
    $Result.Ways | ForEach-Object { '  {0,10:#,0.0} {1}  {2}' -f $_.Median, $Result.Unit, $_.Way }
    ''
}

# After each row, so that a run that is interrupted keeps what it has measured.
$results = [Collections.Generic.List[object]]::new()
foreach ($name in $Row) {
    $definition = & (Join-Path $PSScriptRoot "Rows/$name.ps1") -Quick:$Quick
    $server = Open-SandboxServer $root $definition.Server
    try {
        Write-Information -MessageData "$($definition.Title) ..." -InformationAction Continue
        $results.Add((Measure-Row -Name $name -Definition $definition -Server $server))
    }
    finally {
        Close-SandboxServer $server
    }

    Show-Result $results[-1]
    [ordered]@{
        Quick = [bool]$Quick
        Runtime = [Runtime.InteropServices.RuntimeInformation]::FrameworkDescription
        PowerShell = "$($PSVersionTable.PSVersion)"
        System = [Runtime.InteropServices.RuntimeInformation]::OSDescription -replace ' .*'
        Cores = [Environment]::ProcessorCount
        Rows = $results
    } | ConvertTo-Json -Depth 8 | Set-Content (Join-Path $PSScriptRoot 'results.json')
}
