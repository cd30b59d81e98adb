BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    Connect-CompanyDataSandbox -SyncDuration 0
    $all = 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER', 'COURT_DECISION', 'BACKGROUND_CHECK', 'ACT'
    $rows = (New-Row 123456789 'Exemple & Fils'), (New-Row 000000001), (New-Row 000000003), (New-Row 000000008)
    $fresh = @($rows | Invoke-QardCollection -DataType $all -SavePath "$TestDrive/store" -ErrorAction SilentlyContinue)
    $read = @(Get-CompanyDossier "$TestDrive/store")
    # All that a dossier says: as a page, as JSON and as findings.
    function Get-Words($Dossier) {
        $folder = (New-Item -ItemType Directory "$TestDrive/words$([guid]::NewGuid())").FullName
        $Dossier | Export-CompanyDossier $folder
        $Dossier | Export-CompanyDossier $folder -Format Json
        # The page also says when it was written.
        (Get-ChildItem $folder | Sort-Object Name | Get-Content -Raw) -replace '<dt>Report created</dt><dd>[^<]+'
        $Dossier | Get-CompanyDossierFinding | ConvertTo-Json
        $Dossier | Get-CompanyDossierPerson | ConvertTo-Json
        $Dossier | ConvertTo-QontoRegistration -PartnerUser @{ first_name = 'Sacha' } | ForEach-Object Json
        $Dossier | Select-Object -ExcludeProperty Elapsed | ConvertTo-Csv
    }
}

Describe 'Invoke-QardCollection -SavePath' {
    It 'keeps each dossier as a file with its date, whatever its status' {
        $names = (Get-ChildItem "$TestDrive/store").Name
        $names | Should -HaveCount 4
        $names | Should -Match '^\d{9}_\d{8}T\d{9}Z\.json$'
        $read.Siren | Should -Be '000000001', '000000003', '000000008', '123456789'
        $read.Status | Should -Be Partial, Failed, Complete, Complete
    }

    It 'is in the summary, and keeps the files of earlier runs' {
        Invoke-QardCollection -Siren 552032534 -Name A -SavePath "$TestDrive/twice" -SummaryVariable run | Out-Null
        $run.SavePath | Should -Be (Join-Path $TestDrive twice)
        Invoke-QardCollection -Siren 552032534 -SavePath "$TestDrive/twice" | Out-Null
        @(Get-CompanyDossier "$TestDrive/twice") | Should -HaveCount 1
        @(Get-CompanyDossier "$TestDrive/twice" -All) | Should -HaveCount 2
    }

    It 'collects again what the journal calls complete and the store does not have' {
        $job = @{ JournalPath = "$TestDrive/again.jsonl"; SavePath = "$TestDrive/again" }
        Invoke-QardCollection -Siren 552032534 -Name A @job | Should -HaveCount 1
        Invoke-QardCollection -Siren 552032534 @job -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ChildItem "$TestDrive/again" | Remove-Item
        Invoke-QardCollection -Siren 552032534 @job | Should -HaveCount 1
        Get-ChildItem "$TestDrive/again" | Should -HaveCount 1
    }

    It 'ends where it cannot save, and the journal does not call the company complete' {
        Set-Content "$TestDrive/file" 'in the way'
        { Invoke-QardCollection -Siren 552032534 -Name A -SavePath "$TestDrive/file" -JournalPath "$TestDrive/blocked.jsonl" } |
            Should -Throw -ErrorId 'CompanyDossierUnusable*' -ExceptionType ([Exception])
        (Get-QardCollectionJournal "$TestDrive/blocked.jsonl").State | Should -Be UnderWay
    }

    It 'writes nothing with -WhatIf' {
        Invoke-QardCollection -Siren 552032534 -Name A -SavePath "$TestDrive/whatif" -WhatIf
        Test-Path "$TestDrive/whatif" | Should -BeFalse
    }
}

Describe 'A dossier that was read back' {
    It 'says the same as the fresh one: <_>' -ForEach (0..3) {
        $original = $fresh | Where-Object Siren -EQ $read[$_].Siren
        Get-Words $read[$_] | Should -Be (Get-Words $original)
        $read[$_].GetType() | Should -Be $original.GetType()
    }

    It 'keeps the fields that nobody knows, at every depth' {
        $profile = $read[2].Profile
        $profile.NewField | Should -Be 'A field that no document names.'
        $profile.NewObject.number | Should -Be 42
        $read[3].BeneficialOwners[0].LastName | Should -Be ($fresh | Where-Object Siren -EQ 123456789).BeneficialOwners[0].LastName
    }

    It 'says where it came from, and that it is of the sandbox' {
        $read[3].IsSandbox | Should -BeTrue
        $read[3].Service | Should -Be 'sandbox.test/qard/api/v6'
        $read[3].ProviderName | Should -Be company_legal_fr
        $read[3].DataTypes | Should -Be $all
    }

    It 'tells not requested, not collected and none apart' {
        $read[0].GetDataState('COMPANY_OFFICER') | Should -Be NotCollected
        $read[0].GetDataState('TAX_RETURN') | Should -Be NotRequested
        $read[3].GetDataState('COMPANY_PROFILE') | Should -Be Collected
    }

    It 'is imported by file, wildcard, folder and from Get-ChildItem' {
        $files = Get-ChildItem "$TestDrive/store"
        (Import-CompanyDossier $files[0].FullName).Siren | Should -Be 000000001
        @(Import-CompanyDossier "$TestDrive/store/0000*") | Should -HaveCount 3
        @(Import-CompanyDossier "$TestDrive/store") | Should -HaveCount 4
        @($files | Import-CompanyDossier) | Should -HaveCount 4
    }

    It 'costs only itself where it is <What>' -ForEach @(
        @{ What = 'damaged'; Change = { param($text) $text.Substring(0, 300) }; Id = 'CompanyDossierCorrupt*'; Says = '*is damaged*' }
        @{ What = 'of a later version'; Change = { param($text) $text -replace '"version": 1', '"version": 2' }; Id = 'CompanyDossierNewerVersion*'; Says = 'A later version of CompanyData wrote*' }
        @{ What = 'some other JSON'; Change = { '{"a":1}' }; Id = 'CompanyDossierNotADossier*'; Says = '*is not a dossier*' }
    ) {
        $folder = "$TestDrive/damaged$([guid]::NewGuid())"
        Copy-Item "$TestDrive/store" $folder -Recurse
        $file = Get-ChildItem $folder | Select-Object -First 1
        Set-Content $file.FullName (& $Change (Get-Content $file.FullName -Raw))
        $rest = Get-CompanyDossier $folder -ErrorVariable failed -ErrorAction SilentlyContinue
        @($rest) | Should -HaveCount 3
        @($failed) | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike $Id
        $failed[0].TargetObject | Should -Be $file.FullName
        "$($failed[0])" | Should -BeLike $Says
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'Get-CompanyDossier' {
    It 'gives what was known on a date' {
        $now = Get-Date
        Get-CompanyDossier "$TestDrive/store" -AsOf $now.AddDays(-1) | Should -BeNullOrEmpty
        @(Get-CompanyDossier "$TestDrive/store" -AsOf $now.Date) | Should -HaveCount 4
    }

    It 'gives single companies, also by rows, and says which are not there' {
        (Get-CompanyDossier "$TestDrive/store" '123 456 789').Siren | Should -Be 123456789
        $rows[3], (New-Row 999999999), [pscustomobject]@{ siren = $null }, (New-Row 'x') |
            Get-CompanyDossier "$TestDrive/store" -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object Siren | Should -Be 000000008
        $failed.FullyQualifiedErrorId | ForEach-Object { $_.Split(',')[0] } | Should -Be CompanyDossierNotFound, CompanyDossierInvalidInput, CompanyDossierInvalidInput
    }

    It 'explains what is not a siren' {
        Get-CompanyDossier "$TestDrive/store" 12345678900012 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$failed" | Should -BeLike '*siret*'
    }

    It 'gives each company of a pipeline its latest dossier, also while a collection writes to the folder' {
        $folder = "$TestDrive/piped"
        Copy-Item -LiteralPath "$TestDrive/store" -Destination $folder -Recurse
        # As old as a store from yesterday: its listing serves for all inputs.
        [IO.Directory]::SetLastWriteTimeUtc($folder, [datetime]::UtcNow.AddDays(-1))
        ($rows | Get-CompanyDossier $folder).Siren | Should -Be $rows.siren
        $fresh = $rows | Invoke-QardCollection -SavePath $folder -ThrottleLimit 1 -ErrorAction SilentlyContinue -OutVariable collected | Get-CompanyDossier $folder
        $fresh.CollectedAt | Should -Be $collected.CollectedAt
    }

    It 'names a folder that is not there' { { Get-CompanyDossier "$TestDrive/nowhere" } | Should -Throw '*nowhere* does not exist.' }
}

Describe 'Get-CompanyDossierFinding' {
    It 'says what is missing, with evidence and remedy' {
        $finding = $read[0] | Get-CompanyDossierFinding -Code DataMissing
        $finding.Siren, $finding.Severity, $finding.Evidence, $finding.Subject | Should -Be '000000001', 'Review', 'Failures[0]', 'COMPANY_OFFICER'
        $finding.Remedy | Should -BeLike 'Try again later*'
    }

    It 'takes codes, severities and limits' {
        $codes = (Get-CompanyDossierFinding $read).Code
        (Get-CompanyDossierFinding $read -ExcludeCode Data*, Court*).Code | Should -Be ($codes -notmatch '^(Data|Court)')
        (Get-CompanyDossierFinding $read -Severity Critical).Severity | Sort-Object -Unique | Should -Be Critical
        (Get-CompanyDossierFinding $read[3] -OwnershipThreshold 100 -Code NoOwnerOverThreshold).Message | Should -BeLike '*100 %*'
        { Get-CompanyDossierFinding $read -Code Nonsense } | Should -Throw "There is no code 'Nonsense'. The codes are *CompanyClosed*"
    }

    It 'speaks French' { (Get-CompanyDossierFinding $read[0] -Code DataMissing -Language fr).Message | Should -BeLike 'Non collecté : Dirigeants : *' }

    It 'is what the page says' {
        $read[3] | Export-CompanyDossier "$TestDrive/page.html"
        $page = [Net.WebUtility]::HtmlDecode((Get-Content "$TestDrive/page.html" -Raw)).Replace("`u{a0}", ' ')
        foreach ($finding in Get-CompanyDossierFinding $read[3]) { $page.Contains($finding.Message) | Should -BeTrue -Because $finding.Message }
    }
}

Describe 'Get-CompanyDossierPerson' {
    It 'has one row a person, with cells that read as words' {
        $persons = @($read[3] | Get-CompanyDossierPerson)
        $persons.Count | Should -BeLessOrEqual ($read[3].Officers.Count + $read[3].BeneficialOwners.Count)
        @($persons | Where-Object IsBeneficialOwner).Shares | Should -Not -Contain $null
        $persons | ConvertTo-Csv | Should -Not -Match 'System\.|CompanyData\.'
    }
}

Describe 'Compare-CompanyDossier' {
    BeforeAll {
        $before = Invoke-QardCollection -Siren 444444444 -Name Exemple -DataType $all -SavePath "$TestDrive/months"
        $untouched = Invoke-QardCollection -Siren 333333333 -Name Exemple -DataType $all -SavePath "$TestDrive/months"
        function Invoke-Again { Invoke-QardCollection -Siren 444444444 -DataType $all -SavePath "$TestDrive/months" }
    }

    It 'finds nothing where nothing happened, nor where ids, order and notation changed' {
        Compare-CompanyDossier $before (Invoke-Again) | Should -BeNullOrEmpty
        Set-CompanyDataSandboxCompany 444444444 Renumbered, Reformatted
        $again = Invoke-Again
        $again.Officers[0].Id | Should -Not -BeIn $before.Officers.Id
        $again.Profile.Name | Should -BeExactly 'EXEMPLE'
        Compare-CompanyDossier $before $again | Should -BeNullOrEmpty
    }

    It 'finds what happened, in dossiers and in the store: <Event>' -ForEach @(
        @{ Event = 'OfficerAdded'; Codes = 'OfficerAdded' }
        @{ Event = 'OfficerReplaced'; Codes = 'OfficerAdded', 'OfficerRemoved' }
        @{ Event = 'OwnerCrossedThreshold'; Codes = 'OwnerCrossedThreshold', 'OwnerCrossedThreshold' }
        @{ Event = 'SeatMoved'; Codes = 'SeatMoved' }
        @{ Event = 'CapitalChanged'; Codes = 'DataChanged' }
        @{ Event = 'CompanyClosed'; Codes = 'CompanyClosed' }
        @{ Event = 'CourtDecisionAdded'; Codes = 'CourtDecisionAdded' }
    ) {
        $last = Invoke-Again
        Set-CompanyDataSandboxCompany 444444444 $Event
        $changes = @(Compare-CompanyDossier $last (Invoke-Again))
        $changes.Code | Sort-Object | Should -Be $Codes
        $changes.Siren | Sort-Object -Unique | Should -Be 444444444
        $stored = @(Compare-CompanyDossier -Path "$TestDrive/months" -Siren 444444444)
        $stored.Message | Should -Be $changes.Message
    }

    It 'compares two dates of a store, each company with its own' {
        Compare-CompanyDossier -Path "$TestDrive/months" -ReferenceDate (Get-Date) | Should -BeNullOrEmpty
        $changes = Compare-CompanyDossier -Path "$TestDrive/months" -ReferenceDate $before.CollectedAt.AddMilliseconds(1) -ErrorAction Stop
        @($changes | Where-Object Siren -EQ 444444444).Code | Should -Contain CompanyClosed
        @($changes | Where-Object Siren -EQ 333333333).Code | Should -Be CompanyAdded
    }

    It 'takes what is not a siren for an error, not for all companies' {
        Compare-CompanyDossier -Path "$TestDrive/months" -Siren ' ', 'x' -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Should -HaveCount 2
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CompanyDossierInvalidInput,*'
    }

    It 'takes many references at once and says which company is new' {
        $changes = @(Get-CompanyDossier "$TestDrive/months" | Compare-CompanyDossier -Reference $before, $read[0])
        @($changes | Where-Object Code -EQ CompanyAdded).Siren | Should -Be 333333333
        @(Compare-CompanyDossier $before (Invoke-Again) -Code CompanyClosed -Language fr).Message | Should -BeLike 'La société a été fermée*'
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a copy'; Make = { $before | Export-Clixml "$TestDrive/copy.xml"; Import-Clixml "$TestDrive/copy.xml" }; Says = '*incomplete copy*Import-CompanyDossier*' }
        @{ What = 'text'; Make = { 'text' }; Says = '*String is not a dossier*' }
    ) { { Compare-CompanyDossier $before (& $Make) } | Should -Throw $Says }
}

Describe 'Set-CompanyDataSandboxCompany' {
    It 'ages alike in two sandboxes' {
        $first, $second = 1..2 | ForEach-Object {
            $session = (Connect-CompanyDataSandbox -SyncDuration 0 -PassThru)[0]
            Set-CompanyDataSandboxCompany 123456789 -Age 3 -PassThru -Session $session
        }
        $first.Events | Should -HaveCount 3
        "$first" | Should -Be "$second"
    }

    It 'changes nothing with -WhatIf' { Set-CompanyDataSandboxCompany 123456789 -Age 3 -PassThru -WhatIf | Should -BeNullOrEmpty }

    It 'needs the embedded sandbox' {
        { Set-CompanyDataSandboxCompany 123456789 -Session (Connect-Qard (ConvertTo-Secret 'a-key') -Uri http://127.0.0.1:9/ -PassThru) } | Should -Throw '*POST to /sandbox/companies/*'
    }
}
