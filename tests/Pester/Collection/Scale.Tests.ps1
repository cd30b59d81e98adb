# The proof of tests/Scale at a size that every run can carry: processes of their own, killed and resumed, against a server that
# breaks things on the wire.
BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $proof = [IO.Path]::GetFullPath("$PSScriptRoot/../../Scale/Invoke-ScaleProof.ps1")
    $server = [IO.Path]::GetFullPath("$PSScriptRoot/../../../src/CompanyData.Sandbox.Server/bin")
    $configuration = 'Release', 'Debug' | Where-Object { Test-Path "$server/$_/net10.0/CompanyData.Sandbox.Server.dll" } |
        Sort-Object { (Get-Item "$server/$_/net10.0/CompanyData.Sandbox.Server.dll").LastWriteTime } -Descending | Select-Object -First 1
}

Describe 'A collection that is killed and resumed' {
    It 'loses nothing, makes nothing twice and mixes nothing up' {
        $figures = & $proof -Companies 0 -Kills 5 -KillCompanies 12 -Configuration $configuration
        $figures.Killed | Should -Be 5
        $figures.Faults | Should -BeGreaterThan 0
        $figures.DuplicateUsers, $figures.Lost, $figures.Mixed | Should -Be 0, 0, 0
        $figures.Complete + $figures.Reported | Should -Be $figures.Companies
    }
}

Describe 'The monthly job' {
    It 'finds the changes that were planted and no others, also where it was killed' {
        # Behind UTC, where a time that has lost its zone is later than the collection.
        $zone = $env:TZ
        $env:TZ = 'America/New_York'
        try { $figures = & (Join-Path (Split-Path $proof) 'Invoke-MonthlyProof.ps1') -Companies 24 -Aged 8 -Kills 1 -ThrottleLimit 24 -Configuration $configuration }
        finally { $env:TZ = $zone }
        $figures.Wrong, $figures.Lost, $figures.Damaged, $figures.ManifestProblems | Should -Be 0, 0, 0, 0
        $figures.Journal, $figures.Table, $figures.Store, $figures.Workbook | Should -Be 24, 24, 24, 24
        $figures.Pages | Should -Be $figures.NeedReview
        $figures.ExitCode | Should -Be 3
    }
}

Describe 'Invoke-QardCollection on a hundred thousand rows' {
    It 'keeps nothing but what is in flight' {
        Connect-CompanyDataSandbox -SyncDuration 0
        $memory = [Collections.Generic.List[long]]::new()
        1..100000 | ForEach-Object {
            if ($_ % 25000 -eq 0) { [GC]::Collect(); $memory.Add([GC]::GetTotalMemory($true)) }
            [pscustomobject]@{ siren = "$(200000000 + $_)"; name = "Exemple $_" }
        } | Invoke-QardCollection -Shard 1/10000 -SummaryVariable summary | Out-Null
        $summary.OtherShards + $summary.Companies | Should -Be 100000
        $memory[3] - $memory[0] | Should -BeLessThan 10MB
    }
}
