BeforeDiscovery {
    # What every command emits, by what emits it. $id has been collected, $odd carries fields that no document names.
    $emitted = @(
        @{ Command = 'Connect-CompanyDataSandbox'; Get = { Connect-CompanyDataSandbox -PassThru } }
        @{ Command = 'Connect-Qard'; Get = { Connect-Qard (ConvertTo-Secret 'a-key') -PassThru } }
        @{ Command = 'Get-CompanyDataSession'; Get = { Get-CompanyDataSession Qard } }
        @{ Command = 'Get-CompanyDataUsage'; Get = { Get-CompanyDataUsage $session } }
        @{ Command = 'Get-QardProfile'; Get = { Get-QardProfile -Session $session } }
        @{ Command = 'Get-QardProvider'; Get = { Get-QardProvider -Session $session } }
        @{ Command = 'Enable-QardProvider'; Get = { Enable-QardProvider stripe -PassThru -Session $session } }
        @{ Command = 'Disable-QardProvider'; Get = { Disable-QardProvider paypal -PassThru -Session $session } }
        @{ Command = 'Set-QardProvider'; Get = { Set-QardProvider stripe -AutoConnect $true -PassThru -Session $session } }
        @{ Command = 'Set-GoCardlessCredential'; Get = { Set-GoCardlessCredential app (ConvertTo-Secret 's') -PassThru -Session $session } }
        @{ Command = 'New-QardUser'; Get = { New-QardUser 'Exemple SAS' 555555555 -WarningAction SilentlyContinue -Session $session } }
        @{ Command = 'New-QardUser'; Get = { New-QardUser -FirstName Camille -LastName Exemple -Session $session } }
        @{ Command = 'Get-QardUser'; Get = { Get-QardUser $id -Session $session } }
        @{ Command = 'Get-QardUser'; Get = { Get-QardUser $odd -Session $session } }
        @{ Command = 'Set-QardUser'; Get = { Set-QardUser $id -Group g -PassThru -Session $session } }
        @{ Command = 'New-QardDataConnection'; Get = { New-QardUser 'Neuf SAS' 666666666 -WarningAction SilentlyContinue -Session $session | New-QardDataConnection -Session $session } }
        @{ Command = 'Get-QardDataConnection'; Get = { Get-QardDataConnection $id -Session $session } }
        @{ Command = 'Set-QardDataConnection'; Get = { Get-QardDataConnection $odd -Session $session | Set-QardDataConnection -DataType COMPANY_PROFILE -PassThru -Session $session } }
        @{ Command = 'Wait-QardDataConnection'; Get = { Get-QardDataConnection $id company_legal_fr -Session $session | Wait-QardDataConnection -Session $session } }
        @{ Command = 'Start-QardSync'; Get = { Start-QardSync $odd COMPANY_PROFILE -Session $session } }
        @{ Command = 'Get-QardSync'; Get = { Get-QardSync $id -Session $session } }
        @{ Command = 'Wait-QardSync'; Get = { Wait-QardSync $partial -Session $session -ErrorAction SilentlyContinue } }
        @{ Command = 'Get-QardCompanyProfile'; Get = { Get-QardCompanyProfile $id -Session $session } }
        @{ Command = 'Get-QardCompanyProfile'; Get = { Get-QardCompanyProfile $odd -Session $session } }
        @{ Command = 'Get-QardCompanyOfficer'; Get = { Get-QardCompanyOfficer $id -Session $session } }
        @{ Command = 'Get-QardBeneficialOwner'; Get = { Get-QardBeneficialOwner $id -Session $session } }
        @{ Command = 'Get-QardCommerceTransaction'; Get = { Get-QardCommerceTransaction $id -Session $session } }
        @{ Command = 'Get-QardCommerceSubscription'; Get = { Get-QardCommerceSubscription $id -Session $session } }
        @{ Command = 'Get-QardCommerceTransactionInsight'; Get = { Get-QardCommerceTransactionInsight $id -Session $session } }
        @{ Command = 'Get-QardCommerceSubscriptionInsight'; Get = { Get-QardCommerceSubscriptionInsight $id -Session $session } }
        foreach ($type in 'COMPANY_PROFILE', 'ARTICLES_OF_ASSOCIATION', 'BACKGROUND_CHECK', 'COURT_DECISION', 'ACT', 'FINANCIAL_STATEMENT') {
            @{ Command = 'Get-QardData'; Get = [scriptblock]::Create("Get-QardData $type `$id -Session `$session") }
        }
        @{ Command = 'Invoke-QardCollection'; Get = { Invoke-QardCollection -Siren 123456789 -DataType COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER, ACT -Session $session } }
        @{ Command = 'Invoke-QardCollection'; Get = { Invoke-QardCollection -Siren 000000001 -Session $session } }
        @{ Command = 'Get-QardCollectionJournal'; Get = {
            $null = Invoke-QardCollection -Siren 000000001 -JournalPath "$TestDrive/run.jsonl" -Session $session
            Get-QardCollectionJournal "$TestDrive/run.jsonl"
        } }
        @{ Command = 'Save-QardFile'; Get = { Get-QardData ACT $id -Session $session | Select-Object -First 1 | Save-QardFile -Path $TestDrive -Force -Session $session } }
    ) | ForEach-Object { $_ + @{ Script = "$($_.Get)".Trim() } }
}

BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $session = Connect-Sandbox -SyncDuration 0 -TransactionCount 20
    $types = 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER', 'ARTICLES_OF_ASSOCIATION', 'BACKGROUND_CHECK', 'COURT_DECISION', 'ACT', 'FINANCIAL_STATEMENT'
    $id = New-Shop
    $null = New-QardDataConnection $id -DataType $types | Start-QardSync | Wait-QardSync
    $odd = New-Collected 000000008
    $partial = New-Collected 000000001

    # What a cell must never read: the name of a type, or how PowerShell writes what it cannot write.
    $unreadable = 'System\.\w|CompanyData\.\w|@\{|`\d\[|\bFlexibleValue\b|\bValueList\b|\bFieldMap\b|\bQard[A-Z]\w+ \{'
}

Describe 'What <Command> emits: <Script>' -ForEach $emitted {
    BeforeAll { $items = @(& $Get) }

    It 'is of the type that the command states' {
        $items | Should -Not -BeNullOrEmpty
        $stated = (Get-Command $Command).OutputType.Type
        foreach ($item in $items) {
            @($stated | Where-Object { $_.IsInstanceOfType($item) }).Count | Should -BeGreaterThan 0 -Because $item.GetType().FullName
        }
    }

    It 'reads as words in a table and in a list' {
        $items | Format-Table | Out-String -Width 4096 | Should -Not -Match $unreadable
        $items | Format-Table -Property * | Out-String -Width 8192 | Should -Not -Match $unreadable
        $items | Format-List | Out-String -Width 4096 | Should -Not -Match $unreadable
        $items | Format-List -Property * | Out-String -Width 4096 | Should -Not -Match $unreadable
    }

    It 'survives Export-Csv' -Skip:($Command -eq 'Save-QardFile') {
        $path = Join-Path $TestDrive 'items.csv'
        $items | Export-Csv $path
        Get-Content $path -Raw | Should -Not -Match $unreadable

        $rows = @(Import-Csv $path)
        $rows.Count | Should -Be $items.Count
        $columns = $rows[0].PSObject.Properties.Name
        foreach ($name in $items[0].PSObject.Properties.Name) { $columns | Should -Contain $name }
    }

    It 'survives ConvertTo-Json' -Skip:($Command -eq 'Save-QardFile') {
        $json = $items | ConvertTo-Json -Depth 8 -WarningAction SilentlyContinue -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        $json | Should -Not -Match 'CompanyData\.[A-Z]|System\.(Object|Collections)'
        @($json | ConvertFrom-Json).Count | Should -Be $items.Count
    }

    It 'survives Export-Clixml' {
        $path = Join-Path $TestDrive 'items.xml'
        $items | Export-Clixml $path
        $back = @(Import-Clixml $path)
        $back.Count | Should -Be $items.Count
        # An enumeration comes back as its number, whoever exports it.
        foreach ($property in $items[0].PSObject.Properties | Where-Object { $_.Value -is [string] -or ($_.Value -is [ValueType] -and $_.Value -isnot [enum]) }) {
            "$($back[0].($property.Name))" | Should -Be "$($property.Value)" -Because $property.Name
        }

        # Nor are a list within a map, of which the engine makes tables of its own, and its FileInfo.
        if ($Script -notmatch 'BACKGROUND_CHECK|Save-QardFile') {
            $back | Select-Object * | Format-List | Out-String -Width 4096 | Should -Not -Match $unreadable
        }
    }
}

Describe 'Every command that emits something' {
    It 'stands in the table above' {
        $tested = [regex]::Matches((Get-Content $PSCommandPath -Raw), "Command = '(\S+)'").ForEach({ $_.Groups[1].Value })
        $emitting = Get-Command *Qard*, *GoCardless*, *CompanyData* -Module CompanyData -CommandType Cmdlet | Where-Object { $_.OutputType.Type }
        # Of the same object as Enable-QardProvider and Get-QardDataConnection; webhooks are Webhooks.Tests.ps1's.
        $alike = 'Set-QardProviderCredential', 'Grant-CompanyDataSandboxConsent', 'Set-QardWebhook', 'Reset-QardWebhookSecret', 'Test-QardWebhook'
        $emitting.Name | Where-Object { $_ -notin $tested -and $_ -notin $alike } | Should -BeNullOrEmpty
    }
}

Describe 'Fields that no document names' {
    It 'are properties of the <What>' -ForEach @(
        @{ What = 'user'; Get = { Get-QardUser $odd -Session $session } }
        @{ What = 'profile'; Get = { Get-QardCompanyProfile $odd -Session $session } }
        @{ What = 'profile, read as data'; Get = { Get-QardData COMPANY_PROFILE $odd -Session $session } }
        @{ What = 'profile in a dossier'; Get = { (Invoke-QardCollection -Siren 000000008 -DataType COMPANY_PROFILE -Session $session).Profile } }
    ) {
        $item = & $Get
        $item.NewField | Should -Be 'A field that no document names.'
        $item.NewObject.number | Should -Be 42
        $item.NewObject['number'] | Should -Be 42
        $item.NewObject.list | Should -Be 'nested'
    }

    It 'are there on the objects inside a dossier' {
        $dossier = Invoke-QardCollection -Siren 123456789 -DataType BENEFICIAL_OWNER, ACT -Session $session
        $dossier.BeneficialOwners[0].LastName | Should -Not -BeNullOrEmpty
        $dossier.Data['ACT'][0].FileId | Should -Not -BeNullOrEmpty
    }

    It 'are columns of a CSV file' {
        $row = Get-QardCompanyProfile $odd -Session $session | ConvertTo-Csv | ConvertFrom-Csv
        $row.NewField | Should -Be 'A field that no document names.'
        $row.NewObject | Should -BeLike '*number*42*'
    }

    It 'all of a beneficial owner''s are there' {
        $owner = Get-QardBeneficialOwner $id -Session $session | Select-Object -First 1
        $owner.FirstName, $owner.LastName | ForEach-Object { $_ | Should -Not -BeNullOrEmpty }
        $owner.SharesPercentage | Should -BeGreaterThan 0
        $owner.Address.city | Should -Not -BeNullOrEmpty
    }
}
