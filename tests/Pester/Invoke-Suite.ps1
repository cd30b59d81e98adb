# Runs one Pester file; gives what came of it.
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [version] $PesterVersion
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Pester -RequiredVersion $PesterVersion

function Get-Failure($Name, $Result) {
    foreach ($record in $Result.ErrorRecord) {
        @{ Name = $Name; Message = "$($record.DisplayErrorMessage)"; Location = "$($record.DisplayStackTrace)" }
    }
}

# In detail, so that each test writes a line: that the lines keep coming shows that the file is not stuck.
$run = Invoke-Pester -Configuration @{ Run = @{ Path = $Path; PassThru = $true }; Output = @{ Verbosity = 'Detailed' } }

# A block fails in its set-up or its tear-down, a container (the file) where it cannot even be read.
$failures = @(
    foreach ($test in $run.Failed) { Get-Failure $test.ExpandedPath $test }
    foreach ($block in $run.FailedBlocks) { Get-Failure $block.ExpandedPath $block }
    foreach ($container in $run.FailedContainers) { Get-Failure "$container" $container }
)
@{
    Passed = $run.PassedCount
    Failed = [Math]::Max($run.FailedCount, [Math]::Min($failures.Count, 1))
    Failures = $failures
    Skips = @(
        foreach ($test in $run.Skipped) {
            @{ Name = $test.ExpandedPath; Reason = "$($test.ErrorRecord)" -replace '^is skipped, because ' -replace '^is skipped$' }
        }
    )
}
