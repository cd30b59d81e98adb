BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $rows = 1..6 | ForEach-Object { New-Row (123456780 + $_) "Exemple $_" }
    $bad = New-Row 000000003 'Perdue SA'
}

Describe 'Invoke-QardCollection -JournalPath' {
    BeforeEach {
        Connect-CompanyDataSandbox -SyncDuration 0
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'leaves out what is complete the next time, and says so' {
        $rows[0..2] | Invoke-QardCollection -JournalPath $journal | Should -HaveCount 3
        $second = $rows | Invoke-QardCollection -JournalPath $journal -SummaryVariable summary -Verbose 4>&1
        @($second | Where-Object { $_ -isnot [Management.Automation.VerboseRecord] }).Siren | Should -Be $rows[3..5].siren
        @($second -like '*is already complete in the journal*') | Should -HaveCount 3
        $summary.Skipped, $summary.Companies | Should -Be 3, 3
        Get-QardUser | Should -HaveCount 6
    }

    It 'warns where nothing is left to do' {
        $null = $rows[0] | Invoke-QardCollection -JournalPath $journal
        $rows[0] | Invoke-QardCollection -JournalPath $journal -WarningAction SilentlyContinue -WarningVariable warned | Should -BeNullOrEmpty
        "$warned" | Should -BeLike 'Nothing was left to collect*-Force*'
    }

    It 'tries again what failed' {
        $rows[0], $bad | Invoke-QardCollection -JournalPath $journal -ErrorAction SilentlyContinue
        ($rows[0], $bad | Invoke-QardCollection -JournalPath $journal -ErrorAction SilentlyContinue).Siren | Should -Be '000000003'
        (Get-QardCollectionJournal $journal -State Failed).Attempts | Should -Be 2
    }

    It 'collects all anew with -Force' {
        $null = $rows | Invoke-QardCollection -JournalPath $journal
        ($rows | Invoke-QardCollection -JournalPath $journal -Force).Siren | Should -Be $rows.siren
    }

    It 'goes on after Select-Object -First: nothing that did not come out counts as done' {
        $first = $rows | Invoke-QardCollection -JournalPath $journal -ThrottleLimit 2 | Select-Object -First 2
        $rest = $rows | Invoke-QardCollection -JournalPath $journal
        ($first.Siren + $rest.Siren | Sort-Object -Unique) | Should -Be $rows.siren
        Get-QardUser | Should -HaveCount 6
    }

    It 'goes on after a stop' {
        Connect-CompanyDataSandbox -SyncDuration 5
        $session = Get-CompanyDataSession Qard
        $shell = [powershell]::Create().AddScript({
            param($module, $session, $rows, $journal)
            Import-Module $module
            $rows | Invoke-QardCollection -Session $session -JournalPath $journal -SummaryVariable global:summary
        }).AddParameters(@($ModulePath, $session, $rows, $journal))
        $null = $shell.BeginInvoke()
        while (-not (Test-Path $journal) -or (Get-QardCollectionJournal $journal | Where-Object Step -EQ sync).Count -lt 6) { Start-Sleep -Milliseconds 20 }
        $shell.Stop()
        $shell.Runspace.SessionStateProxy.GetVariable('summary').IsFinished | Should -BeFalse
        $shell.Dispose()

        @(Get-QardCollectionJournal $journal -State UnderWay) | Should -HaveCount 6
        ($rows | Invoke-QardCollection -JournalPath $journal).Status | Select-Object -Unique | Should -Be 'Complete'
        Get-QardUser | Should -HaveCount 6
        # The synchronisations that ran were joined: there is one item of each of the three types.
        Get-QardUser | ForEach-Object { Get-QardSync $_.Id -History | Should -HaveCount 3 }
    }

    It 'refuses a second run in another process, which may read it' {
        Connect-CompanyDataSandbox -SyncDuration 30
        $shell = [powershell]::Create().AddScript({
            param($module, $session, $rows, $journal)
            Import-Module $module
            $rows | Invoke-QardCollection -Session $session -JournalPath $journal
        }).AddParameters(@($ModulePath, (Get-CompanyDataSession Qard), $rows, $journal))
        $null = $shell.BeginInvoke()
        while (-not (Test-Path $journal) -or (Get-Item $journal).Length -eq 0) { Start-Sleep -Milliseconds 20 }

        $said = Invoke-FreshPowerShell "Import-Module '$ModulePath'; Connect-CompanyDataSandbox
            try { Invoke-QardCollection -Siren 123456789 -Name X -JournalPath '$journal' } catch { `$_.FullyQualifiedErrorId }
            @(Get-QardCollectionJournal '$journal').Count"
        $said[0] | Should -BeLike 'QardJournalInUse,*'
        [int]$said[1] | Should -BeGreaterThan 0
        $shell.Stop()
        $shell.Dispose()
    }

    It 'ends at once, naming file and line, where the journal is corrupt' {
        $null = $rows[0..1] | Invoke-QardCollection -JournalPath $journal
        $lines = Get-Content $journal
        $lines[2] = 'no line of a journal'
        Set-Content $journal $lines
        $before = Get-RequestCount
        { $rows | Invoke-QardCollection -JournalPath $journal } | Should -Throw -ErrorId 'QardJournalCorrupt,*' -ExpectedMessage "Line 3 of the journal '*$journal'*"
        Get-RequestCount | Should -Be $before
    }

    It 'is refused where it <What>' -ForEach @(
        @{ What = 'was made for other data types'; Id = 'QardJournalMismatch'; Prepare = { $null = New-Row | Invoke-QardCollection -JournalPath $journal -DataType ACT } }
        @{ What = 'is some other file'; Id = 'QardJournalNotAJournal'; Prepare = { Set-Content $journal 'siren,name' } }
        @{ What = 'is in no folder'; Id = 'QardJournalUnusable'; Prepare = { $journal = Join-Path $TestDrive 'no/such/run.jsonl' } }
    ) {
        . $Prepare
        { $rows | Invoke-QardCollection -JournalPath $journal } | Should -Throw -ErrorId "$Id,*"
    }

    It 'changes nothing with -WhatIf' {
        $rows | Invoke-QardCollection -JournalPath $journal -WhatIf
        Test-Path "$journal*" | Should -BeFalse
        $null = $rows[0] | Invoke-QardCollection -JournalPath $journal
        $before = Get-Content $journal -Raw
        $WhatIfPreference = $true
        $rows | Invoke-QardCollection -JournalPath $journal -WarningVariable warned
        $WhatIfPreference = $false
        Get-Content $journal -Raw | Should -Be $before
        $warned | Should -BeNullOrEmpty
    }

    It 'writes a file that its owner alone can read' {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has no file modes' }
        $path = Join-Path $TestDrive "$(New-Guid).jsonl"
        $null = [pscustomobject]@{ Siren = '352383715'; Name = 'AIRBUS HELICOPTERS' } | Invoke-QardCollection -JournalPath $path
        Get-Item "$path*" | Should -HaveCount 1
        [IO.File]::GetUnixFileMode($path) | Should -Be ([IO.UnixFileMode] 'UserRead, UserWrite')
    }

    It 'ends with that error where the disk is full, and resumes once there is room' {
        if (-not $IsLinux) { Set-ItResult -Skipped -Because 'the limit on the size of a file is set as Linux does it' }
        $said = Invoke-FreshPowerShell -FileLimit 4 @"
            Import-Module '$ModulePath'
            `$WarningPreference = 'SilentlyContinue'
            Connect-CompanyDataSandbox -SyncDuration 0
            `$rows = 1..50 | ForEach-Object { [pscustomobject]@{ siren = 123456780 + `$_; name = "Exemple `$_" } }
            foreach (`$turn in 1, 2) {
                try { `$null = `$rows | Invoke-QardCollection -JournalPath '$journal' } catch { `$_.FullyQualifiedErrorId }
            }
"@
        @($said) | Should -HaveCount 2 -Because "$said"
        $said | ForEach-Object { $_ | Should -BeLike 'QardJournalUnusable,*' }
        $null = $rows | Invoke-QardCollection -JournalPath $journal
        @(Get-QardCollectionJournal $journal -State Complete).Siren | Should -Contain $rows[0].siren
    }

    It 'takes a path relative to the location' {
        Push-Location $TestDrive
        try { $null = $rows[0] | Invoke-QardCollection -JournalPath relative.jsonl } finally { Pop-Location }
        Join-Path $TestDrive relative.jsonl | Should -Exist
    }
}

Describe 'Get-QardCollectionJournal' {
    BeforeEach {
        Connect-CompanyDataSandbox -SyncDuration 0
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'shows each company, its state and its last error' {
        $null = $rows[0], $bad, (New-Row 000000001) | Invoke-QardCollection -JournalPath $journal -ErrorAction SilentlyContinue
        $companies = Get-QardCollectionJournal $journal | Sort-Object Siren
        $companies.Siren | Should -Be '000000001', '000000003', '123456781'
        $companies.State | Should -Be 'Partial', 'Failed', 'Complete'
        $companies[0].LastError | Should -Be 'COMPANY_OFFICER: FETCH_ERROR'
        $companies[2].LastError | Should -BeNullOrEmpty
        $companies[2].UserId | Should -Be (Get-QardUser -Siren 123456781).Id
        [Math]::Abs(((Get-Date) - $companies[2].Since).TotalMinutes) | Should -BeLessThan 1
        ($companies | Format-Table | Out-String -Width 120) | Should -BeLike '*Siren*State*Since*Attempts*LastError*000000001*Partial*COMPANY_OFFICER: FETCH_ERROR*'
        ($companies | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|CompanyData\.Collection'
    }

    It 'binds to the commands that take a user, and to the collection' {
        $null = $rows[0..1] | Invoke-QardCollection -JournalPath $journal
        (Get-QardCollectionJournal $journal | Get-QardCompanyProfile).RegistrationNumber | Sort-Object | Should -Be $rows[0..1].siren
        (Get-QardCollectionJournal $journal -State Complete | Invoke-QardCollection).Siren | Should -HaveCount 2
    }

    It 'reads journals of several shares together: <How>' -ForEach @(
        @{ How = 'by wildcard'; Read = { Get-QardCollectionJournal "$TestDrive/shards/run-*.jsonl" } }
        @{ How = 'from Get-ChildItem'; Read = { Get-ChildItem "$TestDrive/shards/run-*.jsonl" | Get-QardCollectionJournal } }
        @{ How = 'as a list'; Read = { Get-QardCollectionJournal "$TestDrive/shards/run-1.jsonl", "$TestDrive/shards/run-2.jsonl" } }
    ) {
        if (-not (Test-Path "$TestDrive/shards")) {
            $null = New-Item -ItemType Directory "$TestDrive/shards"
            1..2 | ForEach-Object { $null = $rows | Invoke-QardCollection -JournalPath "$TestDrive/shards/run-$_.jsonl" -Shard "$_/2" }
        }

        $companies = & $Read
        $companies.Siren | Sort-Object | Should -Be $rows.siren
        $companies | ForEach-Object { $_.Path | Should -BeLike "*run-$($_.Shard[0]).jsonl" }
    }

    It 'says which file is missing and which is none' {
        Get-QardCollectionJournal "$TestDrive/none.jsonl" -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardJournalNotFound,*'
        Set-Content "$TestDrive/other.txt" 'hello'
        Get-QardCollectionJournal "$TestDrive/other.txt" -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardJournalNotAJournal,*'
    }
}

Describe 'Invoke-QardCollection -Unordered' {
    BeforeEach {
        Connect-CompanyDataSandbox -SyncDuration 0
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'writes dossiers as they end' {
        # The first one never ends; the others do not wait for it.
        $all = (New-Row 000000004), $rows[0], $rows[1]
        $dossiers = $all | Invoke-QardCollection -Unordered -Timeout 1 -ErrorAction SilentlyContinue
        $dossiers[2].Siren | Should -Be '000000004'
        $dossiers[0..1].Siren | Sort-Object | Should -Be $rows[0..1].siren
        ($all | Invoke-QardCollection -Timeout 1 -ErrorAction SilentlyContinue)[0].Siren | Should -Be '000000004'
    }
}

Describe 'Invoke-QardCollection -Shard' {
    BeforeEach {
        Connect-CompanyDataSandbox -SyncDuration 0
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'divides the input: each company in one share' {
        $dossiers = 1..3 | ForEach-Object {
            $rows | Invoke-QardCollection -Shard "$_/3" -SummaryVariable summary
            $summary.OtherShards + $summary.Companies | Should -Be 6
        }
        $dossiers.Siren | Sort-Object | Should -Be $rows.siren
    }

    It 'reports a row without a siren in the first share alone' {
        $row = [pscustomobject]@{ siren = ''; name = 'Sans siren' }
        $rejected = 1..3 | ForEach-Object {
            $row | Invoke-QardCollection -Shard "$_/3" -SummaryVariable summary -ErrorAction SilentlyContinue
            $summary.Rejected
        }
        $rejected | Should -Be 1, 0, 0
    }

    It 'refuses <_>' -ForEach '0/16', '17/16', 'x', '3' {
        { Invoke-QardCollection -Siren 123456789 -Shard $_ } | Should -Throw -ExpectedMessage '*/16*'
    }

    It 'completes shares' {
        (TabExpansion2 'Invoke-QardCollection -Shard 3/1').CompletionMatches.ListItemText | Should -Contain '3/16'
    }
}

Describe 'Invoke-QardCollection -SummaryVariable' {
    BeforeEach {
        Connect-CompanyDataSandbox -SyncDuration 0
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'tells what came of the run' {
        $null = $rows[0], $bad, (New-Row 000000001), $rows[0], (New-Row 'x') |
            Invoke-QardCollection -JournalPath $journal -SummaryVariable summary -ErrorAction SilentlyContinue
        $summary.Companies, $summary.Complete, $summary.Partial, $summary.Failed, $summary.Rejected | Should -Be 3, 1, 1, 1, 2
        $summary.Requests | Should -Be (Get-RequestCount)
        $summary.IsFinished | Should -BeTrue
        $summary.JournalPath | Should -Be $journal
        $summary.Elapsed | Should -BeGreaterThan ([timespan]::Zero)
    }

    It 'is there where the next command stops the pipeline' {
        $null = $rows | Invoke-QardCollection -SummaryVariable summary -ThrottleLimit 1 | Select-Object -First 2
        $summary.IsFinished | Should -BeFalse
        $summary.Companies | Should -BeIn 1, 2
    }

    It 'is the caller''s own' {
        function Invoke-Inner { $null = $rows[0] | Invoke-QardCollection -SummaryVariable inner; $inner.Complete }
        Invoke-Inner | Should -Be 1
        Get-Variable inner -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'Progress of a collection' {
    It 'counts companies, says how fast they come and, with -ExpectedCount, how long it will take' {
        $session = Connect-Sandbox -SyncDuration 0 -Latency 0.1
        $shell = [powershell]::Create().AddScript({
            param($path, $session, $rows)
            Import-Module $path
            $rows | Invoke-QardCollection -Session $session -ThrottleLimit 2 -ExpectedCount 6
        }).AddArgument($ModulePath).AddArgument($session).AddArgument($rows)
        $shell.Invoke() | Should -HaveCount 6
        $shown = @($shell.Streams.Progress | Where-Object { $_.Activity -eq 'Invoke-QardCollection' -and $_.RecordType -eq 'Processing' })
        $shown.StatusDescription | Should -Match '^\d/6 · [012] (waiting|running)( · \d+(\.\d)? (s|min|h) left)?$'
        $told = $shown | Where-Object SecondsRemaining -GE 0 | Select-Object -Last 1
        $told.StatusDescription | Should -Match '\d (s|min|h) left$'
        $told.SecondsRemaining | Should -BeLessThan 30
        $told.PercentComplete | Should -BeGreaterThan 0
    }
}
