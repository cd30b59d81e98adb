BeforeAll { . "$PSScriptRoot/../Helpers.ps1" }

Describe 'A company''s data' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0
        $id = New-Collected 123456789 COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER, COURT_DECISION, ACT
        $user = Get-QardUser $id
    }

    It '<Name> takes the user <How>' -ForEach @(
        foreach ($name in 'Get-QardCompanyProfile', 'Get-QardCompanyOfficer', 'Get-QardBeneficialOwner') {
            @{ Name = $name; How = 'by position'; Get = { & $Name $id } }
            @{ Name = $name; How = 'by -Id'; Get = { & $Name -Id $id } }
            @{ Name = $name; How = 'by value'; Get = { $id | & $Name } }
            @{ Name = $name; How = 'by property name'; Get = { [pscustomobject]@{ UserId = $id } | & $Name } }
            @{ Name = $name; How = 'as an object'; Get = { $user | & $Name } }
            @{ Name = $name; How = 'as a connection'; Get = { $user | Get-QardDataConnection | & $Name } }
        }
    ) {
        $items = & $Get
        $items | Should -Not -BeNullOrEmpty
        $items.UserId | Select-Object -Unique | Should -Be $id
    }

    It 'reads the profile' {
        $companyProfile = Get-QardCompanyProfile $id
        $companyProfile.RegistrationNumber | Should -Be '123456789'
        $companyProfile.Legal.Form | Should -Not -BeNullOrEmpty
        $companyProfile.Headquarter.Address.City | Should -Not -BeNullOrEmpty
        $companyProfile.RegistrationDate | Should -BeOfType datetime
        $companyProfile.Capital.Amount.Value | Should -BeOfType decimal
    }

    It 'reads officers with their roles, auditors or not' {
        $all = Get-QardCompanyOfficer $id
        $all.Roles.Name | Should -Not -BeNullOrEmpty
        $without = Get-QardCompanyOfficer $id -ExcludeAuditor -Verbose 4>&1
        $without | Where-Object { $_ -match 'exclude_auditors=1' } | Should -HaveCount 1
        @($without).Count - 1 | Should -BeLessOrEqual @($all).Count
    }

    It 'Get-QardData reads <Type>' -ForEach @(
        @{ Type = 'COMPANY_PROFILE'; Property = 'RegistrationNumber' }
        @{ Type = 'company_officer'; Property = 'Roles' }
        @{ Type = 'BENEFICIAL_OWNER'; Property = 'SharesPercentage' }
        @{ Type = 'COURT_DECISION'; Property = 'Tribunal' }
        @{ Type = 'ACT'; Property = 'FileId' }
    ) {
        $items = $id | Get-QardData -DataType $Type
        $items[0].$Property | Should -Not -BeNullOrEmpty
        $items.UserId | Select-Object -Unique | Should -Be $id
    }

    It 'Get-QardData reads several types, one after the other' {
        $items = Get-QardData COURT_DECISION, ACT $id
        $items.DataType | Select-Object -Unique | Should -Be 'COURT_DECISION', 'ACT'
    }

    It 'Get-QardData takes <How>' -ForEach @(
        @{ How = 'a user'; Get = { $user | Get-QardData ACT } }
        @{ How = 'a connection'; Get = { $user | Get-QardDataConnection | Get-QardData ACT } }
        @{ How = 'a finished wait'; Get = { Wait-QardSync $id | Get-QardData ACT } }
        @{ How = 'ids by name'; Get = { Get-QardData -UserId $id -DataType ACT } }
    ) {
        $acts = & $Get
        $acts.DataType | Select-Object -Unique | Should -Be 'ACT'
        $acts.UserId | Select-Object -Unique | Should -Be $id
    }

    It 'passes an unknown data type through, with a warning' {
        Get-QardData SOMETHING_NEW $id -WarningAction SilentlyContinue -WarningVariable warned `
            -ErrorAction SilentlyContinue -ErrorVariable failed -Verbose 4>&1 | Should -BeLike '*/something-new *'
        $warned | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
    }

    It 'gives the same siren the same data from the same seed' {
        $first = Get-QardCompanyProfile $id | Select-Object * -ExcludeProperty UserId | ConvertTo-Json
        Connect-CompanyDataSandbox -SyncDuration 0
        New-Collected | Get-QardCompanyProfile | Select-Object * -ExcludeProperty UserId | ConvertTo-Json | Should -Be $first
    }
}

Describe 'Where there is nothing yet' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0
        $id = New-Collected 000000006
    }

    It '<_> emits nothing, and that is no error' -ForEach 'Get-QardCompanyProfile', 'Get-QardBeneficialOwner', 'Get-QardCommerceTransaction' {
        & $_ $id | Should -BeNullOrEmpty
    }

    It '<_> of an unknown user is QardNotFound with the id as target' -ForEach @(
        'Get-QardCompanyProfile', 'Get-QardCompanyOfficer', 'Get-QardBeneficialOwner', 'Get-QardCommerceTransaction'
        'Get-QardCommerceSubscription', 'Get-QardCommerceTransactionInsight', 'Get-QardCommerceSubscriptionInsight', 'Get-QardData -DataType ACT'
    ) {
        . ([scriptblock]::Create("'no-such-id' | $_ -ErrorAction SilentlyContinue -ErrorVariable failed"))
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].TargetObject | Should -Be 'no-such-id'
    }
}

Describe 'Commerce data, as the GoCardless document has it' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0 -TransactionCount 120
        $id = New-Shop
    }

    It 'the user had to consent first' {
        (Get-QardDataConnection $id gocardless).Status | Should -Be 'CONNECTED'
        (Get-QardSync $id).Status | Select-Object -Unique | Should -Be 'SUCCESS'
    }

    It 'reads every transaction, page after page' {
        $transactions = Get-QardCommerceTransaction $id
        $transactions.Count | Should -Be 120
        ($transactions.Id | Select-Object -Unique).Count | Should -Be 120
        $transactions.ProviderName | Select-Object -Unique | Should -Be 'gocardless'
        $transactions[0].Amount.Value | Should -BeOfType decimal
        $transactions[0].Amount.Currency | Should -Be 'EUR'
    }

    It 'compares amounts with <_>' -ForEach 0, 100L, 99.5, 12.34d {
        $number = $_
        $transactions = Get-QardCommerceTransaction $id
        $less = @($transactions | Where-Object Amount -LT $number)
        $less.Count | Should -Be @($transactions | Where-Object { $_.Amount.Value -lt $number }).Count
        $less.Count + @($transactions | Where-Object Amount -GE $number).Count | Should -Be 120
    }

    It 'reads subscriptions' {
        $subscriptions = $id | Get-QardCommerceSubscription
        $subscriptions.Status | Should -BeIn 'CREATED', 'ACTIVE'
        $subscriptions.FrequencyUnit | Should -BeIn 'day', 'week', 'month', 'year'
    }

    It 'reads months of transactions, which add up' {
        $months = Get-QardUser $id | Get-QardCommerceTransactionInsight
        $months.Month | Should -Be ($months.Month | Sort-Object)
        $payments = Get-QardCommerceTransaction $id | Where-Object Type -EQ PAYMENT
        ($months.Payments.Nb | Measure-Object -Sum).Sum | Should -BeGreaterThan 0
        ($months.Payments.Nb | Measure-Object -Sum).Sum | Should -BeLessOrEqual $payments.Count
    }

    It 'reads months of subscriptions' {
        ($id | Get-QardCommerceSubscriptionInsight).SubscriptionNb | Should -BeGreaterOrEqual 0
    }

    It 'reads the types that have no model of their own' {
        foreach ($type in 'COMMERCE_LOCATION', 'COMMERCE_CUSTOMER', 'COMMERCE_PRODUCT', 'COMMERCE_ORDER') {
            { Get-QardData $type $id } | Should -Not -Throw
        }
    }
}

Describe 'A field whose name the engine reserves' {
    It 'loses nothing of the list' {
        $server = Start-Server -Body '[{"last_name":"a"},{"last_name":"b","ps_object":1,"PSBase":2},{"last_name":"c","role":{"psobject":3}},{"last_name":"d"}]'
        try {
            $session = Connect-Qard (ConvertTo-Secret 'key') -Uri $server.Uri -PassThru
            $officers = Get-QardCompanyOfficer 'u-1' -Session $session
            $officers | Should -HaveCount 4
            $officers[1].PsObject_, $officers[1].PSBase_ | Should -Be 1, 2
        }
        finally {
            Stop-Server $server
        }
    }
}
