# One run of the proof in a process of its own, as a task would make it: what comes out is in the file before the journal says so.
# What must never be, a dossier that holds another company's data, is looked for in every dossier.
param(
    [Parameter(Mandatory)] [string] $Manifest,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $Destination,
    [Parameter(Mandatory)] [string] $JournalPath,
    [Parameter(Mandatory)] [int] $ThrottleLimit
)

$ErrorActionPreference = 'Stop'
Import-Module $Manifest
$collection = @{
    JournalPath = $JournalPath; ThrottleLimit = $ThrottleLimit; Timeout = 60; SummaryVariable = 'summary'
    ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue'; Unordered = $true
}

Import-Csv $Path | Invoke-QardCollection @collection | ForEach-Object {
    $dossier = $_
    $parts = @($dossier.Officers) + @($dossier.BeneficialOwners) + @($dossier.Profile) | Where-Object { $_ }
    $foreign = @(
        if ($dossier.Name -ne "Exemple $($dossier.Siren)") { "name $($dossier.Name)" }
        if ($dossier.Profile -and $dossier.Profile.RegistrationNumber -ne $dossier.Siren) { "profile of $($dossier.Profile.RegistrationNumber)" }
        $parts | Where-Object { $_.UserId -ne $dossier.UserId } | ForEach-Object { "data of $($_.UserId)" }
    )
    [pscustomobject]@{
        Siren = $dossier.Siren; Status = $dossier.Status; UserId = $dossier.UserId; Foreign = $foreign -join '; '
        Officers = $dossier.Officers.Count; Reasons = @($dossier.Failures | ForEach-Object { "$_" }) -join '; '
    } | Export-Csv $Destination -Append
}

[pscustomobject]@{
    Requests = $summary.Requests; Retries = $summary.Retries; Throttles = $summary.Throttles; Seconds = $summary.Elapsed.TotalSeconds
    PeakMegabytes = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB
} | Export-Csv "$Destination.runs" -Append
