# Runs one Pester file and leaves what came of it as JSON for the xunit runner.
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $ResultPath,
    [Parameter(Mandatory)] [version] $PesterVersion
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Pester -RequiredVersion $PesterVersion

function Get-Failure($Name, $Result) {
    foreach ($record in $Result.ErrorRecord) {
        @{ Name = $Name; Message = "$($record.DisplayErrorMessage)"; Location = "$($record.DisplayStackTrace)" }
    }
}

$run = Invoke-Pester -Configuration @{ Run = @{ Path = $Path; PassThru = $true }; Output = @{ Verbosity = 'None' } }

@{
    Passed = $run.PassedCount
    Failed = $run.FailedCount
    Skipped = $run.SkippedCount
    # A block fails in its set-up or its tear-down, a container (the file) where it cannot even be read.
    Failures = @(
        foreach ($test in $run.Failed) { Get-Failure $test.ExpandedPath $test }
        foreach ($block in $run.FailedBlocks) { Get-Failure $block.ExpandedPath $block }
        foreach ($container in $run.FailedContainers) { Get-Failure "$container" $container }
    )
    SkipReasons = @($run.Skipped | ForEach-Object { "$($_.ErrorRecord)" -replace '^is skipped, because ' })
} | ConvertTo-Json | Set-Content -LiteralPath $ResultPath
