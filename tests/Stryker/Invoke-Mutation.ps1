<#
.SYNOPSIS
    Mutates one folder of the source and tells which mutants no test has noticed (README.md beside this).
.DESCRIPTION
    Needs the .NET SDK alone; Stryker is a tool of .config/dotnet-tools.json. The whole report is artifacts/mutation/<Folder>/reports.
.EXAMPLE
    dotnet tool run pwsh -- tests/Stryker/Invoke-Mutation.ps1 Journal
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [ValidateSet('Journal', 'Collection', 'Resilience', 'Timing', 'Paging', 'Polling', 'Pump')]
    [string] $Folder,

    # Mutates these files of the folder only, to see soon what a new test detects; a part of a file is 'JournalReader.cs{1200..2400}', in characters.
    [string[]] $Only,

    # How many processes test side by side.
    [int] $Concurrency = 2
)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../..").Path
$output = Join-Path $root "artifacts/mutation/$Folder"

# Tests that take long or wait for the network notice little that others do not. Those that start processes stop Stryker's coverage.
$slow = 'SimulationTests', 'FaultyRuns', 'FaultyCollection', 'MemoryTests', 'KilledAtAnyRequest', 'AnyPrefixOfTheJournal', 'NetworkTests', 'TlsTests',
'Http2Tests', 'ProxyTests', 'SizeTests', 'Download', 'UnreadableTests', 'FaultKind'
$transport = '.Transport.', '.Powens.', '.Qard.'
$plan = @{
    Journal    = @{ Sources = '**/Collection/Journal/*.cs'; Tests = '.Collection.' }
    Collection = @{ Sources = '**/Collection/*.cs', '**/Collection/Store/*.cs'; Tests = '.Collection.', '.Dossiers.' }
    Resilience = @{ Sources = '**/Transport/Resilience/*.cs'; Tests = '.Transport.' }
    Timing     = @{ Sources = '**/Transport/Timing/*.cs'; Tests = '.Transport.' }
    Paging     = @{ Sources = '**/Transport/Paging/*.cs'; Tests = $transport }
    Polling    = @{ Sources = '**/Transport/Polling/*.cs'; Tests = $transport }
    Pump       = @{ Sources = '**/OrderedPump.cs', '**/InputOutputBuffer.cs'; Tests = '.Pump.' }
}[$Folder]
$project = if ($Folder -eq 'Pump') { 'Pump' } else { 'Client' }
$tests = "($(($plan.Tests | ForEach-Object { "FullyQualifiedName~$_" }) -join '|'))&$(($slow | ForEach-Object { "FullyQualifiedName!~$_" }) -join '&')"

Push-Location "$root/tests/CompanyData.$project.Tests"
# Builds the tests for Microsoft.Testing.Platform (Directory.Build.props).
$env:MutationTesting = 'true'
try {
    dotnet tool restore | Out-Null
    $sources = ($Only ? ($Only | ForEach-Object { "**/$_" }) : $plan.Sources) | ForEach-Object { '--mutate', $_ }
    dotnet tool run dotnet-stryker -- --config-file ../Stryker/stryker-config.json --project "CompanyData.$project.csproj" @sources --test-case-filter $tests --concurrency $Concurrency --output $output --skip-version-check | Out-Host
} finally {
    $env:MutationTesting = $null
    Pop-Location
}

$report = Get-Content -Raw "$output/reports/mutation-report.json" | ConvertFrom-Json -AsHashtable
$mutants = foreach ($file in $report.files.GetEnumerator()) {
    $lines = $file.Value.source -split "`n"
    foreach ($mutant in $file.Value.mutants | Where-Object status -In 'Killed', 'Timeout', 'Survived', 'NoCoverage') {
        $start, $end = $mutant.location.start, $mutant.location.end
        $last = if ($start.line -eq $end.line) { $end.column - $start.column } else { $lines[$start.line - 1].Length - $start.column + 1 }
        [pscustomobject]@{
            File     = Split-Path -Leaf $file.Key
            Line     = $start.line
            Status   = $mutant.status
            Original = $lines[$start.line - 1].Substring($start.column - 1, $last)
            Mutant   = $mutant.replacement
        }
    }
}

$mutants | Where-Object Status -In 'Survived', 'NoCoverage' | Sort-Object File, Line | Format-Table -AutoSize -Wrap | Out-Host
$noticed = @($mutants | Where-Object Status -In 'Killed', 'Timeout').Count
$timeouts = @($mutants | Where-Object Status -EQ 'Timeout').Count
[pscustomobject]@{ Folder = $Folder; Mutants = $mutants.Count; Noticed = $noticed; Timeouts = $timeouts; Score = '{0:p1}' -f ($noticed / $mutants.Count) }
