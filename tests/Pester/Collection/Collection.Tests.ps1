BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $csv = Join-Path $TestDrive 'companies.csv'
    1..5 | ForEach-Object { New-Row (123456780 + $_) "Exemple $_" } | Export-Csv $csv
}

Describe 'The one pipeline of the whole job' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'prints one row per company' {
        $profiles = Import-Csv $csv | New-QardUser | New-QardDataConnection -ProviderName company_legal_fr -DataType COMPANY_PROFILE, COMPANY_OFFICER |
            Start-QardSync | Wait-QardSync | Get-QardCompanyProfile
        $profiles.RegistrationNumber | Should -Be (Import-Csv $csv).siren
        $profiles.Name | Should -Be (Import-Csv $csv).name

        $lines = ($profiles | Format-Table | Out-String -Width 200) -split "`r?`n"
        $lines -like '*Exemple ?*' | Should -HaveCount 5
    }

    It 'prints one row per company of the example' {
        $example = Import-Csv "$PSScriptRoot/../../../examples/companies.csv"
        $profiles = $example | New-QardUser | New-QardDataConnection -ProviderName company_legal_fr -DataType COMPANY_PROFILE, COMPANY_OFFICER |
            Start-QardSync | Wait-QardSync | Get-QardCompanyProfile
        $profiles.RegistrationNumber | Should -Be $example.siren
    }
}

Describe 'Invoke-QardCollection' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'gives one dossier a company, in order' {
        $dossiers = Import-Csv $csv | Invoke-QardCollection
        $dossiers.Siren | Should -Be (Import-Csv $csv).siren
        $dossiers.Name | Should -Be (Import-Csv $csv).name
        $dossiers.Status | Select-Object -Unique | Should -Be 'Complete'
        $dossiers[0].Profile.RegistrationNumber | Should -Be $dossiers[0].Siren
        $dossiers[0].Officers.Count | Should -BeGreaterThan 0
        $dossiers[0].BeneficialOwners.Count | Should -BeGreaterThan 0
        $dossiers[0].City | Should -Be $dossiers[0].Profile.Headquarter.Address.City
        (Get-QardUser $dossiers[0].UserId).Siren | Should -Be $dossiers[0].Siren
    }

    It 'takes <How>' -ForEach @(
        @{ How = 'parameters'; Collect = { Invoke-QardCollection -Siren 123456789 -Name 'Exemple SAS' } }
        @{ How = 'a siren with spaces'; Collect = { Invoke-QardCollection -Siren '123 456 789' -Name 'Exemple SAS' } }
        @{ How = 'a user'; Collect = { New-QardUser 'Exemple SAS' 123456789 | Invoke-QardCollection } }
        @{ How = 'a profile'; Collect = { New-Collected | Get-QardCompanyProfile | Invoke-QardCollection } }
    ) {
        $dossier = & $Collect
        $dossier.Siren, $dossier.Status | Should -Be '123456789', 'Complete'
        Get-QardUser -Siren 123456789 | Should -HaveCount 1
    }

    It 'collects what is asked for, with a warning about what it does not know' {
        $dossier = Invoke-QardCollection 'Exemple SAS' 123456789 -DataType company_profile, ACT
        $dossier.Status | Should -Be 'Complete'
        $dossier.Data.Keys | Should -Be 'ACT'
        $dossier.Officers | Should -BeNullOrEmpty

        $null = Invoke-QardCollection 'Exemple SAS' 123456789 -DataType SOMETHING_NEW -WarningAction SilentlyContinue -WarningVariable warned -ErrorAction SilentlyContinue
        $warned[0] | Should -BeLike '*SOMETHING_NEW*'
    }

    It 'finds the user and extends the connection that is there' {
        $connection = New-Connection 123456789 COMPANY_PROFILE
        $dossier = Invoke-QardCollection 'Exemple SAS' 123456789 -DataType COMPANY_PROFILE, ACT
        $dossier.UserId | Should -Be $connection.UserId
        $dossier.Status | Should -Be 'Complete'
        $after = Get-QardDataConnection $connection.UserId
        $after.Id | Should -Be $connection.Id
        $after.RequestedDataTypes | Should -Be 'COMPANY_PROFILE', 'ACT'
    }

    It 'makes nothing twice when it runs again' {
        $first = Import-Csv $csv | Invoke-QardCollection
        $second = Import-Csv $csv | Invoke-QardCollection
        $second.UserId | Should -Be $first.UserId
        Get-QardUser | Should -HaveCount 5
    }

    It 'takes the oldest of users that share a siren, and remarks on it' {
        $first = New-QardUser 'Exemple SAS' 123456789
        $null = New-QardUser 'Exemple SAS' 123456789 -WarningAction SilentlyContinue
        $dossier = Invoke-QardCollection -Siren 123456789
        $dossier.UserId | Should -Be $first.Id
        $dossier.Remarks | Should -BeLike '2 users*'
    }

    It 'is <Status> for <Siren>, and says what failed and why' -ForEach @(
        @{ Siren = '000000001'; Status = 'Partial'; Missing = 'COMPANY_OFFICER'; Errors = 0 }
        @{ Siren = '000000003'; Status = 'Failed'; Missing = 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER'; Errors = 1 }
        @{ Siren = '000000006'; Status = 'Partial'; Missing = 'COMPANY_PROFILE'; Errors = 0 }
        @{ Siren = '000000007'; Status = 'Complete'; Missing = @(); Errors = 0 }
    ) {
        $dossier = New-Row $Siren | Invoke-QardCollection -ErrorAction SilentlyContinue -ErrorVariable failed
        $dossier.Status | Should -Be $Status
        @($dossier.Failures.Step) | Should -Be @($Missing)
        $dossier.Failures | ForEach-Object { $_.Reason | Should -Not -BeNullOrEmpty }
        $failed.Count | Should -Be $Errors
        if ($Errors) {
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardCollectionFailed,*'
            $failed[0].TargetObject | Should -Be $Siren
            $failed[0] | Should -BeLike "*$Siren*"
        }
    }

    It 'goes on to the next company where one fails' {
        $rows = (New-Row 111111111), (New-Row 000000003), (New-Row 222222222)
        $dossiers = $rows | Invoke-QardCollection -ErrorAction SilentlyContinue -ErrorVariable failed
        $dossiers.Siren | Should -Be '111111111', '000000003', '222222222'
        $dossiers.Status | Should -Be 'Complete', 'Failed', 'Complete'
        $failed.Count | Should -Be 1
    }

    It 'fails where the user is new and nobody told its name' {
        $dossier = Invoke-QardCollection -Siren 123456789 -ErrorAction SilentlyContinue -ErrorVariable failed
        $dossier.Status | Should -Be 'Failed'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Name*'
        Get-QardUser | Should -BeNullOrEmpty
    }

    It 'fails where the provider is <State>, and names what mends it' -ForEach @(
        @{ State = 'not enabled'; Provider = 'sandbox_public'; Mend = '*Enable-QardProvider*' }
        @{ State = 'unknown'; Provider = 'no_such'; Mend = '*Get-QardProvider*' }
    ) {
        $dossier = Invoke-QardCollection 'Exemple SAS' 123456789 -ProviderName $Provider -ErrorAction SilentlyContinue -ErrorVariable failed
        $dossier.Status | Should -Be 'Failed'
        $dossier.Failures[0].Remedy | Should -BeLike $Mend
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike $Mend
    }

    It 'gives up on a company when -Timeout is up, not on the others' {
        $rows = (New-Row 111111111), (New-Row 000000004), (New-Row 222222222)
        $time = Measure-Command {
            $dossiers = $rows | Invoke-QardCollection -Timeout 2 -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        $dossiers.Status | Should -Be 'Complete', 'Failed', 'Complete'
        $failed.TargetObject | Should -Be '000000004'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Wait-QardSync*'
        $time.TotalSeconds | Should -BeLessThan $Soon
    }

    It 'sends nothing with -WhatIf' {
        Import-Csv $csv | Invoke-QardCollection -WhatIf
        Get-RequestCount | Should -Be 0
    }

    It 'works on companies side by side' {
        # One after another they would take two minutes.
        Connect-CompanyDataSandbox -SyncDuration 3
        $rows = 1..40 | ForEach-Object { New-Row (100000000 + $_) }
        (Measure-Command { $rows | Invoke-QardCollection -ThrottleLimit 40 }).TotalSeconds | Should -BeLessThan $Soon
    }
}

Describe 'Invoke-QardCollection -Path' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'collects the companies of a file, each row as Import-Csv reads it' {
        $dossiers = Invoke-QardCollection -Path $csv -SummaryVariable summary
        $dossiers.Siren | Should -Be (Import-Csv $csv).siren
        $dossiers.Name | Should -Be (Import-Csv $csv).name
        $summary.Complete, $summary.OtherShards, $summary.Rejected | Should -Be 5, 0, 0
    }

    It 'reads <What>' -ForEach @(
        @{ What = 'quoted values with line breaks'; Text = "name,siren,note`r`n""Exemple, """"the"""" one"",123456782,""two`r`nlines""`r`n" }
        @{ What = 'a byte order mark and other columns'; Text = "$([char]0xFEFF)postal_code,SIREN,Name`n75001,123 456 782,""Exemple, """"the"""" one""" }
        @{ What = 'blank lines and a line of types'; Text = "#TYPE Company`nRegistrationNumber,CompanyName`n`n123456782,""Exemple, """"the"""" one""`n`n" }
    ) {
        $list = Join-Path $TestDrive 'list.csv'
        [IO.File]::WriteAllText($list, $Text)
        $dossier = Invoke-QardCollection -Path $list
        $dossier.Siren, $dossier.Name | Should -Be '123456782', 'Exemple, "the" one'
    }

    It 'divides a file as it divides piped rows, and rejects a bad row once' {
        $list = Join-Path $TestDrive 'shards.csv'
        $rows = @(1..60 | ForEach-Object { New-Row (200000000 + $_) "Exemple $_" }) + (New-Row 12345) + (New-Row '200 000 001' 'again')
        $rows | Export-Csv $list
        $collected = 1..3 | ForEach-Object {
            $piped = Import-Csv $list | Invoke-QardCollection -Shard "$_/3" -SummaryVariable pipedSummary -ErrorAction SilentlyContinue -ErrorVariable pipedErrors
            $read = Invoke-QardCollection -Path $list -Shard "$_/3" -SummaryVariable readSummary -ErrorAction SilentlyContinue -ErrorVariable readErrors
            $read.Siren | Should -Be $piped.Siren
            "$readErrors" | Should -Be "$pipedErrors"
            $readSummary.OtherShards, $readSummary.Rejected | Should -Be $pipedSummary.OtherShards, $pipedSummary.Rejected
            $read.Siren
        }
        $collected | Sort-Object -Unique | Should -HaveCount 60
    }

    It 'refuses <What> before anything is sent' -ForEach @(
        @{ What = 'a file that is not there'; Text = $null; Message = '*does not exist*' }
        @{ What = 'an empty file'; Text = ''; Message = '*is empty*' }
        @{ What = 'a file without sirens'; Text = "name,city`nExemple,Paris"; Message = "*has no column 'siren'; it has: name, city*" }
        @{ What = 'semicolons'; Text = "siren;name`n123456782;Exemple"; Message = "*add -Delimiter ';'*" }
        @{ What = 'a column that comes twice'; Text = "siren,name,Siren`n123456782,Exemple,"; Message = "*two columns named 'siren'*" }
        @{ What = 'a quotation mark that is not closed'; Text = "siren,name`n123456782,""Exemple`n123456790,Other"; Message = '*quotation mark*' }
        @{ What = 'another encoding'; Bytes = [byte[]](0x73, 0x69, 0x72, 0x65, 0x6E, 0x2C, 0x6E, 0x61, 0x6D, 0x65, 0x0A, 0x31, 0x2C, 0xE9, 0x74, 0xE9, 0x0A); Message = '*is not UTF-8*' }
    ) {
        $list = Join-Path $TestDrive 'bad.csv'
        Remove-Item $list -ErrorAction Ignore
        if ($Bytes) { [IO.File]::WriteAllBytes($list, $Bytes) } elseif ($null -ne $Text) { [IO.File]::WriteAllText($list, $Text) }
        { Invoke-QardCollection -Path $list } | Should -Throw $Message -ErrorId 'QardInvalidInput,*'
        (Get-CompanyDataUsage | Where-Object Service -EQ Qard).Requests | Should -BeIn 0, $null
    }

    It 'takes another delimiter' {
        $list = Join-Path $TestDrive 'semicolon.csv'
        Set-Content $list "siren;name", '123456782;Exemple'
        (Invoke-QardCollection -Path $list -Delimiter ';').Name | Should -Be 'Exemple'
    }

    It 'takes a file or companies, not both' {
        { New-Row 123456782 | Invoke-QardCollection -Path $csv } | Should -Throw '*Both -Path and pipeline input*'
        { Invoke-QardCollection -Path $csv -Siren 123456782 } | Should -Throw '*Both -Path and pipeline input*'
    }
}
