# What people run into when they filter, sum up, join or export what they were given: nothing is lost, nested or not, and every name can be used.
BeforeAll {
    . "$PSScriptRoot/../Powens/PowensHelpers.ps1"

    # A dossier as a file of JSON; gives its path.
    function Get-Written($Dossier) {
        $path = Join-Path $TestDrive "$(New-Guid).json"
        $Dossier | Export-CompanyDossier $path -Format Json
        $path
    }
}

Describe 'A dossier' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0 -TransactionCount 20
        $types = 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER', 'ACT'
        $odd = Invoke-QardCollection 'Bizarre SAS' 000000008 -DataType $types -WarningAction SilentlyContinue
        $usual = Invoke-QardCollection 'Exemple SAS' 383474814 -DataType $types
    }

    # An owner became {Id, UserId}. PowerShell/PowerShell#19185: added members vanish from what is nested.
    It 'in ConvertTo-Json has every field of its owners' {
        $json = $usual | ConvertTo-Json -Depth 8 -WarningVariable warned | ConvertFrom-Json
        $warned | Should -BeNullOrEmpty
        $owner = $usual.BeneficialOwners[0]
        $written = $json.BeneficialOwners[0]
        foreach ($name in 'Name', 'FirstName', 'LastName', 'BirthCity', 'Nationality', 'SharesPercentage', 'VotingRightsPercentage', 'City') {
            "$($written.$name)" | Should -Be "$($owner.$name)" -Because $name
            $owner.$name | Should -Not -BeNullOrEmpty -Because $name
        }
        $written.Address.City | Should -Be $owner.Address.City
        $json.Data.ACT[0].FileId | Should -Be $usual.Data['ACT'][0].FileId
    }

    It '<_> keeps a field that nobody knows, nested as well' -ForEach 'ConvertTo-Json', 'Export-Clixml', 'Export-CompanyDossier' {
        $said = 'A field that no document names.'
        $odd.Profile.NewField, $odd.Profile.OtherFields.new_field | Should -Be $said, $said
        switch ($_) {
            'ConvertTo-Json' {
                $back = ($odd | ConvertTo-Json -Depth 8 | ConvertFrom-Json).Profile
                $back.OtherFields.new_object.number | Should -Be 42
            }
            'Export-Clixml' {
                $path = Join-Path $TestDrive 'odd.xml'
                $odd | Export-Clixml $path -Depth 4
                $back = (Import-Clixml $path).Profile
                $back.NewField | Should -Be $said
            }
            'Export-CompanyDossier' { $back = (Import-CompanyDossier (Get-Written $odd)).Profile }
        }
        $back.OtherFields.new_field | Should -Be $said
    }

    # Export-Csv takes its columns from the first object; a field that only the second has needs a column that both have.
    It 'Export-Csv keeps what only a later row has' {
        $rows = $usual.Profile, $odd.Profile | ConvertTo-Csv | ConvertFrom-Csv
        $rows[1].OtherFields | Should -BeLike '*new_field=A field that no document names.*'
        $rows.City | Should -Be $usual.City, $odd.City
    }

    It '<_>: each row names its company' -ForEach 'Officers', 'BeneficialOwners', 'Syncs' {
        foreach ($dossier in $usual, (Import-CompanyDossier (Get-Written $usual))) {
            foreach ($row in $dossier.$_ | ConvertTo-Csv | ConvertFrom-Csv) { $row.CompanySiren, $row.CompanyName | Should -Be '383474814', 'Exemple SAS' }
        }
    }

    It 'a failure names its company' {
        $failed = Invoke-QardCollection 'Partielle SAS' 000000001 -DataType $types -WarningAction SilentlyContinue
        $failed.Failures.Count | Should -BeGreaterThan 0
        foreach ($row in $failed.Failures | ConvertTo-Csv | ConvertFrom-Csv) { $row.Siren, $row.Name | Should -Be '000000001', 'Partielle SAS' }
    }

    It 'has its address in flat columns' {
        $row = $usual | ConvertTo-Csv | ConvertFrom-Csv
        $seat = $usual.Profile.Headquarter.Address
        $row.AddressLine, $row.PostalCode, $row.City, $row.Country | Should -Be $seat.AddressLine1, $seat.PostalCode, $seat.City, $seat.Country
        foreach ($owner in $usual.BeneficialOwners | ConvertTo-Csv | ConvertFrom-Csv) { $owner.AddressLine, $owner.City | Should -Not -BeNullOrEmpty }
    }
}

Describe 'What is read by id' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0 -TransactionCount 250
        $id = New-Shop 383474814
        $null = New-QardDataConnection $id -DataType COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER | Start-QardSync | Wait-QardSync
    }

    It '<_> names the company, without another request' -ForEach @(
        'Get-QardCompanyProfile', 'Get-QardCompanyOfficer', 'Get-QardBeneficialOwner', 'Get-QardCommerceTransaction', 'Get-QardCommerceSubscription'
        'Get-QardCommerceTransactionInsight', 'Get-QardDataConnection', 'Get-QardSync'
    ) {
        $before = Get-RequestCount
        $rows = @(& $_ $id)
        $rows.Count | Should -BeGreaterThan 0
        foreach ($row in $rows) { $row.CompanySiren, $row.CompanyName | Should -Be '383474814', 'Exemple 383474814' }
        Get-RequestCount | Should -BeLessOrEqual ($before + 3)
    }

    It 'amounts add up by currency' {
        $transactions = @(Get-QardCommerceTransaction $id)
        $sums = $transactions | Group-Object Currency | ForEach-Object { ($_.Group | Measure-Object Value -Sum -ErrorVariable failed -ErrorAction SilentlyContinue).Sum }
        $failed | Should -BeNullOrEmpty
        ($sums | Measure-Object -Sum).Sum | Should -BeGreaterThan 0
        $transactions[0].Value, $transactions[0].Currency | Should -Be $transactions[0].Amount.Value, $transactions[0].Amount.Currency
        (Get-QardCommerceSubscription $id)[0].Every | Should -Match '^\d+ \w+'
    }

    It 'an officer and an owner are found by the name that the table shows' {
        $other = New-Collected 123456789 COMPANY_OFFICER, BENEFICIAL_OWNER 3> $null
        foreach ($command in 'Get-QardCompanyOfficer', 'Get-QardBeneficialOwner') {
            $rows = @(& $command $other | Where-Object FirstName)
            $rows | Format-Table | Out-String | Should -Match ([regex]::Escape("$($rows[0].FirstName) $($rows[0].LastName)"))
            @($rows | Where-Object Name -EQ "$($rows[0].FirstName) $($rows[0].LastName)").Count | Should -BeGreaterOrEqual 1
        }
    }
}

Describe 'Powens' {
    BeforeAll { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'a connection is found by the status that the table shows' {
        $connections = @(Get-PowensConnection)
        $connections | Format-Table | Out-String | Should -Match '(?m)^\S+ +ok '
        @($connections | Where-Object Status -EQ ok).Count | Should -Be @($connections | Where-Object IsUsable).Count
    }

    It 'a transaction has a category' {
        $spent = Get-PowensTransaction | Where-Object Value -LT 0 | Select-Object -First 1
        $spent.Category | Should -Be 'purchases'
        ($spent | ConvertTo-Csv | ConvertFrom-Csv).Category | Should -Be 'purchases'
        Get-PowensTransaction | Where-Object Value -GT 0 | Select-Object -First 1 | ForEach-Object Category | Should -BeNullOrEmpty
    }
}

Describe 'A KYC case' {
    BeforeAll {
        function Get-Case([string] $Fields) {
            $server = Start-Server -Body "{`"items`":[{`"id`":`"1`",$Fields}]}"
            try {
                Connect-Creditro (ConvertTo-Secret (New-Jwt @{ customer = 'x' })) -Uri $server.Uri
                Get-CreditroKycCase
            }
            finally { Stop-Server $server }
        }
    }

    It 'whose time is <Written> has <Read>' -ForEach @(
        @{ Written = '1705314600'; Read = '2024-01-15 10:30:00' }
        @{ Written = '1705314600000'; Read = '2024-01-15 10:30:00' }
        @{ Written = '"1705314600000"'; Read = '2024-01-15 10:30:00' }
        @{ Written = '1705314600.5'; Read = '2024-01-15 10:30:00' }
        @{ Written = '{"$date":"2024-01-15T10:30:00Z"}'; Read = '2024-01-15 10:30:00' }
        @{ Written = '{"$date":1705314600000}'; Read = '2024-01-15 10:30:00' }
        @{ Written = '{"_seconds":1705314600,"_nanoseconds":0}'; Read = '2024-01-15 10:30:00' }
        @{ Written = '"2024-01-15"'; Read = '2024-01-15 00:00:00' }
    ) {
        $case = Get-Case "`"createdAt`":$Written"
        $case.CreatedAt.ToString('yyyy-MM-dd HH:mm:ss') | Should -Be $Read
    }

    # Both vanished: the property was empty, and the field was not shown either.
    It 'whose <Field> is <Written> keeps it' -ForEach @(
        @{ Field = 'createdAt'; Written = '"15/01/2024"'; Read = $null; Kept = '15/01/2024' }
        @{ Field = 'createdAt'; Written = '20240115'; Read = $null; Kept = '20240115' }
        @{ Field = 'createdAt'; Written = '["2024-01-15"]'; Read = $null; Kept = '2024-01-15' }
        @{ Field = 'status'; Written = '{"code":"APPROVED","since":"2024-01-15"}'; Read = 'APPROVED'; Kept = 'code=APPROVED, since=2024-01-15' }
        @{ Field = 'status'; Written = '{"since":"2024-01-15"}'; Read = $null; Kept = 'since=2024-01-15' }
        @{ Field = 'status'; Written = '["A","B"]'; Read = $null; Kept = 'A; B' }
        @{ Field = 'risk'; Written = '{"level":"HIGH","score":7}'; Read = 'HIGH'; Kept = 'level=HIGH, score=7' }
        @{ Field = 'name'; Written = '{"first":"A"}'; Read = $null; Kept = 'first=A' }
    ) {
        $case = Get-Case "`"$Field`":$Written"
        $case.$Field | Should -Be $Read
        $case."${Field}Raw".ToString() | Should -Be $Kept
        ($case | ConvertTo-Csv | ConvertFrom-Csv)."${Field}Raw" | Should -Be $Kept
        $case | Format-List | Out-String | Should -Match ([regex]::Escape($Kept))
        ($case | ConvertTo-Json -Depth 5 | ConvertFrom-Json).PSObject.Properties.Name | Should -Contain "${Field}Raw"
    }

    It 'shows no field twice' {
        $case = Get-Case '"status":"open","createdAt":1705314600,"score":7'
        $case.PSObject.Properties.Name | Where-Object { $_ -like '*Raw' -or $_ -like '*_' } | Should -BeNullOrEmpty
        $case.OtherFields.Keys | Should -Be 'score'
    }
}

Describe 'One person' {
    # Officer '1970-05-01', owner '1970-05-01 00:00:00': two stakeholders.
    It '<Name>, born <Born> as officer and <OwnerBorn> as owner, is one stakeholder' -ForEach @(
        @{ Name = 'Anne Durand'; First = 'Anne'; Last = 'Durand'; Born = '1970-05-01'; OwnerBorn = '1970-05-01 00:00:00' }
        @{ Name = 'Anne Durand'; First = 'ANNE'; Last = 'DURAND'; Born = '1970-05-01'; OwnerBorn = '1970-05-01T00:00:00Z' }
        @{ Name = 'Anne Durand'; First = 'Anne Marie'; Last = 'Durand'; Born = '1970-05-01'; OwnerBorn = '1970-05' }
        @{ Name = 'Anne Durand'; First = 'Anne'; Last = 'Durand'; Born = '1970-05-01'; OwnerBorn = '01/05/1970' }
        @{ Name = 'Anne Durand'; First = 'Anne'; Last = 'Durand'; Born = '1970-05-01'; OwnerBorn = $null }
        @{ Name = 'Hélène Exemple'; First = 'Helene'; Last = 'EXEMPLE'; Born = '1970-05-01'; OwnerBorn = '1970-05-01' }
    ) {
        $given, $family = $Name -split ' '
        $dossier = @{
            format = 'company-dossier'; version = 1; siren = '383474814'; name = 'Exemple SAS'; collected_at = '2024-01-15T10:30:00.0000000Z'
            data_types = 'COMPANY_OFFICER', 'BENEFICIAL_OWNER'; collected_types = 'COMPANY_OFFICER', 'BENEFICIAL_OWNER'
            officers = @(@{ first_name = $given; last_name = $family; birth_date = $Born; nationality = 'FR' })
            beneficial_owners = @(@{ first_name = $First; last_name = $Last; birth_date = $OwnerBorn; birth_city = 'Fictiville' })
            data = @{}; syncs = @(); failures = @(); remarks = @()
        }
        $path = Join-Path $TestDrive "$(New-Guid).json"
        $dossier | ConvertTo-Json -Depth 5 | Set-Content $path
        $draft = Import-CompanyDossier $path | ConvertTo-QontoRegistration -PartnerUser @{ first_name = 'A'; last_name = 'B'; email = 'a@b.test' }
        $draft.Stakeholders | Should -Be 1
        $person = ($draft.Json | ConvertFrom-Json -DateKind String).stakeholders[0]
        $person.birth_date, $person.nationality, $person.birth_address.city | Should -Be '1970-05-01', 'FR', 'Fictiville'
    }

    It 'is not another of the same name' {
        $dossier = @{
            format = 'company-dossier'; version = 1; siren = '383474814'; collected_at = '2024-01-15T10:30:00.0000000Z'
            data_types = @('BENEFICIAL_OWNER'); collected_types = @('COMPANY_OFFICER', 'BENEFICIAL_OWNER')
            officers = @(@{ first_name = 'Anne'; last_name = 'Durand'; birth_date = '1970-05-01' })
            beneficial_owners = @(@{ first_name = 'Anne'; last_name = 'Durand'; birth_date = '1999-05-01' })
            data = @{}; syncs = @(); failures = @(); remarks = @()
        }
        $path = Join-Path $TestDrive "$(New-Guid).json"
        $dossier | ConvertTo-Json -Depth 5 | Set-Content $path
        (Import-CompanyDossier $path | ConvertTo-QontoRegistration -PartnerUser @{ first_name = 'A'; last_name = 'B'; email = 'a@b.test' }).Stakeholders | Should -Be 2
    }
}
