BeforeDiscovery {
    # What every command emits, by what emits it. $id has been collected; $odd and connection $strange carry fields that no document names.
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
        foreach ($type in 'LEGAL_NOTICE', 'COLLECTIVE_PROCEDURE', 'REGISTRATION_PROOF', 'BACKGROUND_CHECK_V2') {
            @{ Command = 'Get-QardData'; Get = [scriptblock]::Create("Get-QardData $type `$failing -Session `$session") }
        }
        foreach ($type in 'TAX_ACCOUNT', 'TAX_CLEARANCE_CERTIFICATE', 'TAX_RETURN', 'VAT_DECLARATION', 'CORPORATE_TAX', 'BANK_ACCOUNT', 'BANK_TRANSACTION') {
            @{ Command = 'Get-QardData'; Get = [scriptblock]::Create("Get-QardData $type `$taxed -Session `$session") }
        }
        @{ Command = 'Get-QardConformityCheck'; Get = { Get-QardConformityCheck $taxed -Session $session } }
        @{ Command = 'Get-QardNotification'; Get = { Get-QardNotification -Session $session } }
        @{ Command = 'Add-QardTaxReturnFile'; Get = { Add-QardTaxReturnFile $taxed $pdf -ClosingDate 2023-12-31 -Type C -Session $session } }
        @{ Command = 'Get-QardTaxReturnInput'; Get = { $null = Add-QardTaxReturnFile $taxed $text -ClosingDate 2023-12-31 -Type C -Session $session; Get-QardTaxReturnInput $taxed -Session $session } }
        @{ Command = 'Wait-QardTaxReturnInput'; Get = { Add-QardTaxReturnFile $taxed $pdf -ClosingDate 2022-12-31 -Type S -Session $session | Wait-QardTaxReturnInput -Session $session } }
        @{ Command = 'Invoke-QardCollection'; Get = { Invoke-QardCollection -Siren 123456789 -DataType COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER, ACT -Session $session } }
        @{ Command = 'Invoke-QardCollection'; Get = { Invoke-QardCollection -Siren 000000001 -Session $session } }
        @{ Command = 'Get-QardCollectionJournal'; Get = {
            $null = Invoke-QardCollection -Siren 000000001 -JournalPath "$TestDrive/run.jsonl" -Session $session
            Get-QardCollectionJournal "$TestDrive/run.jsonl"
        } }
        @{ Command = 'Save-QardFile'; Get = { Get-QardData ACT $id -Session $session | Select-Object -First 1 | Save-QardFile -Path $TestDrive -Force -Session $session } }
        @{ Command = 'Connect-Powens'; Get = { Connect-Powens mycompany -UserToken (ConvertTo-Secure 'canary-token') -PassThru } }
        @{ Command = 'Connect-Powens'; Get = { $powens } }
        @{ Command = 'Get-PowensConnector'; Get = { Get-PowensConnector -Session $powens } }
        @{ Command = 'Get-PowensConnector'; Get = { Get-PowensConnector -Uuid (Get-Magic 21) -Expand fields, sources, countries, urls -Session $powens } }
        @{ Command = 'Get-PowensConfiguration'; Get = { Get-PowensConfiguration -Session $powens } }
        @{ Command = 'Set-PowensConfiguration'; Get = { Set-PowensConfiguration autosync.frequency 12 -PassThru -Session $powens } }
        @{ Command = 'New-PowensUser'; Get = { New-PowensUser -Session $powens } }
        @{ Command = 'Get-PowensUser'; Get = { Get-PowensUser -Session $powens } }
        @{ Command = 'New-PowensToken'; Get = { New-PowensToken 1 -Session $powens } }
        @{ Command = 'New-PowensToken'; Get = { New-PowensToken -Temporary -Session $powens } }
        @{ Command = 'New-PowensWebviewUri'; Get = { New-PowensWebviewUri https://app.example.test/ -Session $powens } }
        @{ Command = 'New-PowensConnection'; Get = { New-PowensConnection (Get-Magic 3) @{ login = 'somebody'; password = 'secret' } -Session $powens } }
        @{ Command = 'Get-PowensConnection'; Get = { Get-PowensConnection -Session $powens } }
        @{ Command = 'Get-PowensConnection'; Get = { Get-PowensConnection 1 -Expand connector, accounts, sources -Session $powens } }
        @{ Command = 'Get-PowensConnection'; Get = { Get-PowensConnection $strange -Session $powens } }
        @{ Command = 'Get-PowensConnectionSource'; Get = { Get-PowensConnectionSource -Session $powens } }
        @{ Command = 'Set-PowensConnectionSource'; Get = { Set-PowensConnectionSource 1 1 -Disabled $false -PassThru -Session $powens } }
        @{ Command = 'Get-PowensConnectionLog'; Get = { Get-PowensConnectionLog -Domain -Session $powens } }
        @{ Command = 'Get-PowensAccountOwner'; Get = { Get-PowensAccountOwner -Session $powens } }
        @{ Command = 'Get-PowensBalance'; Get = { Get-PowensBalance 101 -Session $powens } }
        @{ Command = 'Get-PowensInvestmentValue'; Get = { Get-PowensInvestment -Session $powens | Get-PowensInvestmentValue -Session $powens } }
        @{ Command = 'Get-PowensAccountType'; Get = { Get-PowensAccountType -Session $powens } }
        @{ Command = 'Get-PowensCategory'; Get = { Get-PowensCategory -Session $powens } }
        @{ Command = 'Get-PowensCurrency'; Get = { Get-PowensCurrency -Session $powens } }
        @{ Command = 'Get-PowensDocumentType'; Get = { Get-PowensDocumentType -Session $powens } }
        @{ Command = 'New-PowensWebhook'; Get = { New-PowensWebhook https://hooks.example.test/powens CONNECTION_SYNCED -Session $powens } }
        @{ Command = 'Get-PowensWebhook'; Get = { Get-PowensWebhook -Session $powens } }
        @{ Command = 'Set-PowensWebhook'; Get = { Set-PowensWebhook 1 -Url https://hooks.example.test/other -PassThru -Session $powens } }
        @{ Command = 'Get-PowensWebhookDelivery'; Get = { $null = Update-PowensConnection 1 -Session $powens; Get-PowensWebhookDelivery 1 -Session $powens } }
        @{ Command = 'New-PowensWebhookSecret'; Get = { New-PowensWebhookSecret hook -Session $powens } }
        @{ Command = 'Get-PowensWebhookSecret'; Get = { Get-PowensWebhookSecret -Session $powens } }
        @{ Command = 'Get-PowensConfigurationLog'; Get = { $null = Set-PowensConfiguration a.b c -Session $powens; Get-PowensConfigurationLog -Session $powens } }
        @{ Command = 'Get-PowensInvoicing'; Get = { Get-PowensInvoicing -Session $powens } }
        @{ Command = 'Update-PowensConnection'; Get = { Update-PowensConnection 1 -Session $powens } }
        @{ Command = 'Wait-PowensConnection'; Get = { Wait-PowensConnection 1 -Session $powens } }
        @{ Command = 'Get-PowensAccount'; Get = { Get-PowensAccount -IncludeDisabled -Session $powens } }
        @{ Command = 'Get-PowensAccount'; Get = { Get-PowensAccount -ConnectionId $strange -Session $powens } }
        @{ Command = 'Set-PowensAccount'; Get = { Set-PowensAccount 102 -Name Livret -PassThru -Session $powens } }
        @{ Command = 'Get-PowensTransaction'; Get = { Get-PowensTransaction -ConnectionId 1 -Session $powens } }
        @{ Command = 'Get-PowensTransaction'; Get = { Get-PowensTransaction -ConnectionId $strange -Session $powens } }
        @{ Command = 'Set-PowensTransaction'; Get = { Get-PowensTransaction 102 -Session $powens | Select-Object -First 1 | Set-PowensTransaction -Category a, b -PassThru -Session $powens } }
        @{ Command = 'Get-PowensInvestment'; Get = { Get-PowensInvestment -Session $powens } }
        @{ Command = 'Get-PowensSubscription'; Get = { Get-PowensSubscription -IncludeDisabled -Session $powens } }
        @{ Command = 'Get-PowensDocument'; Get = { Get-PowensDocument -Session $powens } }
        @{ Command = 'Save-PowensDocument'; Get = { Get-PowensDocument -Session $powens | Select-Object -First 1 | Save-PowensDocument -Path $TestDrive -Force -Session $powens } }
        @{ Command = 'Connect-Qonto'; Get = { Connect-Qonto (ConvertTo-Secret 'a-token') a-partner -PassThru } }
        @{ Command = 'New-QontoStakeholder'; Get = { $owner } }
        @{ Command = 'Test-QontoRegistration'; Get = { Test-QontoRegistration @{} } }
        @{ Command = 'New-QontoRegistration'; Get = { New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789'; address = @{ line_1 = '1 rue'; city = 'Fictiville'; country = 'FR' } } -Stakeholder $owner -Session $qonto } }
        @{ Command = 'Get-QontoRegistration'; Get = { New-Draft 000000004 | New-QontoRegistration -Session $qonto | Get-QontoRegistration -Session $qonto } }
        @{ Command = 'Wait-QontoRegistration'; Get = { New-Draft 000000005 | New-QontoRegistration -Session $qonto | Wait-QontoRegistration -Until pending -Session $qonto } }
        @{ Command = 'Add-QontoRegistrationFile'; Get = { New-Draft -Flow company_creation | New-QontoRegistration -Session $qonto | Add-QontoRegistrationFile -Path $pdf -FileType organization-kbis -Session $qonto } }
        @{ Command = 'Get-QontoRegistrationFile'; Get = { $registration | Get-QontoRegistrationFile -Session $qonto } }
        @{ Command = 'New-QontoWebhook'; Get = { New-QontoWebhook https://hooks.example.test/ (ConvertTo-Secret 'a-secret') -Session $qonto } }
        @{ Command = 'Get-QontoWebhook'; Get = { $null = New-QontoWebhook https://hooks.example.test/ (ConvertTo-Secret 'a-secret') -Session $qonto; Get-QontoWebhook -Session $qonto } }
        @{ Command = 'Set-QontoWebhook'; Get = { New-QontoWebhook https://hooks.example.test/ (ConvertTo-Secret 'a-secret') -Session $qonto | Set-QontoWebhook -Enabled $false -PassThru -Session $qonto } }
        @{ Command = 'Get-QontoEvent'; Get = { Get-QontoEvent -Session $qonto } }
        @{ Command = 'ConvertTo-QontoRegistration'; Get = { $dossier | ConvertTo-QontoRegistration -PartnerUser $partner } }
        @{ Command = 'Get-CompanyDossierFinding'; Get = { Invoke-QardCollection -Siren 000000001 -Session $session | Get-CompanyDossierFinding } }
        @{ Command = 'Get-CompanyDossierPerson'; Get = { $dossier | Get-CompanyDossierPerson } }
        @{ Command = 'Compare-CompanyDossier'; Get = { Compare-CompanyDossier $dossier (New-Aged) } }
        @{ Command = 'Import-CompanyDossier'; Get = { $dossier | Export-CompanyDossier "$TestDrive/one.json" -Force; Import-CompanyDossier "$TestDrive/one.json" } }
        @{ Command = 'Get-CompanyDossier'; Get = { $null = Invoke-QardCollection -Siren 000000008 -SavePath "$TestDrive/store" -Session $session; Get-CompanyDossier "$TestDrive/store" } }
        @{ Command = 'Set-CompanyDataSandboxCompany'; Get = { Set-CompanyDataSandboxCompany 777777777 -Age 2 -PassThru -Session $session } }
        @{ Command = 'Connect-Creditro'; Get = { Connect-Creditro (ConvertTo-Secret (New-Jwt @{ customer = 'x' })) -PassThru } }
        @{ Command = 'Get-CreditroKycCase'; Get = { Get-CreditroKycCase -Session $creditro } }
        @{ Command = 'Get-CreditroToken'; Get = { Get-CreditroToken -Session $creditro } }
        @{ Command = 'Start-CompanyDataAudit'; Get = { Start-CompanyDataAudit (Join-Path $TestDrive 'audit.jsonl') -PassThru } }
        @{ Command = 'Get-CompanyDataAudit'; Get = { New-AuditLog; Get-CompanyDataAudit (Join-Path $TestDrive 'log.jsonl') } }
        @{ Command = 'Test-CompanyDataAudit'; Get = { New-AuditLog; Remove-Item (Join-Path $TestDrive 'log.jsonl.seal'); Test-CompanyDataAudit (Join-Path $TestDrive 'log.jsonl') } }
        @{ Command = 'Get-CompanyDataAudit'; Get = { $null = Start-CompanyDataAudit (Join-Path $TestDrive 'audit.jsonl'); Get-CompanyDataAudit; Stop-CompanyDataAudit } }
    ) | ForEach-Object { $_ + @{ Script = "$($_.Get)".Trim() } }
}

BeforeAll {
    . "$PSScriptRoot/../Powens/PowensHelpers.ps1"
    function New-AuditLog {
        Stop-CompanyDataAudit
        Start-CompanyDataAudit (Join-Path $TestDrive 'log.jsonl')
        $null = Get-QardProfile -Session $session
        Stop-CompanyDataAudit
    }
    $session, $powens, $qonto, $creditro = Connect-CompanyDataSandbox -SyncDuration 0 -TransactionCount 20 -PassThru
    $types = 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER', 'ARTICLES_OF_ASSOCIATION', 'BACKGROUND_CHECK', 'COURT_DECISION', 'ACT', 'FINANCIAL_STATEMENT'
    $id = New-Shop
    $null = New-QardDataConnection $id -DataType $types | Start-QardSync | Wait-QardSync
    $odd = New-Collected 000000008
    $partial = New-Collected 000000001
    $taxed = New-Inspected
    $failing = New-Collected 000000010 LEGAL_NOTICE, COLLECTIVE_PROCEDURE, REGISTRATION_PROOF, BACKGROUND_CHECK_V2
    $text = Join-Path $TestDrive 'return.txt'
    Set-Content $text 'a sample that is no PDF'
    $strange = (New-Magic 17).ConnectionId

    $partner = @{ first_name = 'Sacha'; last_name = 'Modele'; email = 'sacha@partner.test' }
    $owner = New-QontoStakeholder Camille Exemple camille@exemple.test -CapitalAmount 1000.10 -Owner -PhysicalShareholder -PhoneNumber '+33 123456789'
    function New-Draft([string] $Number = '123456789', [string] $Flow = 'existing_company') {
        @{ legal_flow = $Flow; locale = 'fr'; partner_user = $partner; organization = @{ legal_number = $Number; legal_name = 'Exemple SAS' } }
    }
    $dossier = Invoke-QardCollection -Siren 123456789 -Name 'Exemple SAS'
    function New-Aged {
        Set-CompanyDataSandboxCompany 123456789 OfficerReplaced, SeatMoved, CompanyClosed -Session $session
        Invoke-QardCollection -Siren 123456789 -Session $session
    }
    $registration = New-Draft -Flow company_creation | New-QontoRegistration
    $pdf = Join-Path $TestDrive 'kbis.pdf'
    Set-Content $pdf '%PDF-1.4 a sample'
    $null = $registration | Add-QontoRegistrationFile -Path $pdf -FileType organization-kbis

    # What a cell must never read: the name of a type, or how PowerShell writes what it cannot write.
    $unreadable = 'System\.(?!Security\.SecureString)\w|CompanyData\.[A-Z]\w|@\{\w|`\d\[|\bFlexibleValue\b|\bValueList\b|\bFieldMap\b|\b(Qard|Powens|Qonto|Creditro)[A-Z]\w+ \{'

    # Of these it is the unnamed fields that matter, and the engine's own list shows them first.
    function Test-Unpublished($Item) { $Item.GetType().Name -in 'QardRecord', 'QardBeneficialOwner', 'FileInfo' }
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

    if ($Command -notmatch '^Save-|^Get-QardData$|WebviewUri$') {
        It 'has a table that fits <_> columns' -ForEach 80, 120 {
            $lines = @(($items | Format-Table | Out-String -Width $_) -split '\r?\n' | Where-Object { $_ })
            # The headers stand in one line, above their dashes; where they do not fit, they are broken letter by letter.
            $lines[1] | Should -Match '^-[- ]+$'
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        }
    }

    It 'has a list of all that there is, unnamed fields last' {
        if (Test-Unpublished $items[0]) { return }
        $labels = [regex]::Matches(($items[0] | Format-List | Out-String -Width 4096), '(?m)^(\w+) *:').ForEach({ $_.Groups[1].Value })
        # OtherFields is the one property that is only listed if there are any.
        foreach ($property in $items[0].PSObject.Properties | Where-Object { $_.MemberType -eq 'Property' -and $_.Name -ne 'OtherFields' }) { $labels | Should -Contain $property.Name }
        $others = @($items[0].PSObject.Properties | Where-Object MemberType -EQ NoteProperty).Count -gt 0
        ($labels[-1] -eq 'OtherFields') | Should -Be $others
    }

    if ($Command -notmatch '^Save-') {
        It 'loses nothing in Export-Csv' {
            $path = Join-Path $TestDrive 'items.csv'
            $items | Export-Csv $path
            Get-Content $path -Raw | Should -Not -Match $unreadable

            $rows = @(Import-Csv $path)
            $rows.Count | Should -Be $items.Count
            $columns = $rows[0].PSObject.Properties.Name
            foreach ($property in $items[0].PSObject.Properties) {
                $columns | Should -Contain $property.Name
                if ($null -ne $property.Value -and $property.Value.ToString()) { $rows[0].($property.Name) | Should -Not -BeNullOrEmpty -Because $property.Name }
            }
        }
    }

    if ($Command -notmatch '^Save-') {
        It 'loses nothing in ConvertTo-Json' {
            $json = $items | ConvertTo-Json -Depth 10 -WarningAction SilentlyContinue -WarningVariable warned
            $warned | Should -BeNullOrEmpty
            $json | Should -Not -Match 'CompanyData\.[A-Z]|System\.(Object|Collections)'
            $back = @($json | ConvertFrom-Json)
            $back.Count | Should -Be $items.Count
            foreach ($property in $items[0].PSObject.Properties | Where-Object { $_.Value -is [string] -or $_.Value -is [ValueType] }) {
                $back[0].PSObject.Properties.Name | Should -Contain $property.Name
                if ($property.Value -is [string]) { "$($back[0].($property.Name))" | Should -Not -BeNullOrEmpty -Because $property.Name }
            }
        }
    }

    It 'loses nothing in Export-Clixml' {
        $path = Join-Path $TestDrive 'items.xml'
        $items | Export-Clixml $path
        $back = @(Import-Clixml $path)
        $back.Count | Should -Be $items.Count
        # An enumeration would come back as its number; none is ours.
        foreach ($property in $items[0].PSObject.Properties | Where-Object { $_.Value -is [string] -or ($_.Value -is [ValueType] -and $items[0] -isnot [IO.FileInfo]) }) {
            "$($back[0].($property.Name))" | Should -Be "$($property.Value)" -Because $property.Name
        }

        # But not lists within maps, of which the engine makes tables of its own, and its FileInfo.
        if ($Script -notmatch 'BACKGROUND_CHECK|-Expand fields, sources|Save-|Qonto|KycCase') {
            $back | Select-Object * -ExcludeProperty OtherFields | Format-List | Out-String -Width 4096 | Should -Not -Match $unreadable
        }
    }
}

Describe 'Every command that emits something' {
    It 'stands in the table above' {
        $tested = [regex]::Matches((Get-Content $PSCommandPath -Raw), "Command = '(\S+)'").ForEach({ $_.Groups[1].Value })
        $emitting = Get-Command -Module CompanyData -CommandType Cmdlet | Where-Object { $_.OutputType.Type -and $_.OutputType.Type -ne [void] }
        # Of the same object as Enable-QardProvider, Get-QardDataConnection and Save-QardFile; the others give a yes or no, or a SecureString.
        $alike = 'Set-QardProviderCredential', 'Grant-CompanyDataSandboxConsent', 'Export-CompanyDossier', 'Reset-QardWebhookSecret', 'Test-QardWebhook', 'Test-QontoWebhook', 'Test-PowensWebhook'
        $emitting.Name | Where-Object { $_ -notin $tested -and $_ -notin $alike } | Should -BeNullOrEmpty
    }
}

Describe 'States' {
    AfterEach { $PSStyle.OutputRendering = 'PlainText' }

    It 'are coloured where colours are asked for, and plain elsewhere' {
        $PSStyle.OutputRendering = 'Ansi'
        $red = [regex]::Escape($PSStyle.Foreground.Red)
        Get-CreditroKycCase -Session $creditro | Out-String | Should -Match "${red}REJECTED"
        Invoke-QardCollection -Siren 000000001 -Session $session -ErrorAction Ignore | Format-List | Out-String | Should -Match "${red}Failed|$([regex]::Escape($PSStyle.Foreground.Yellow))Partial"
        $PSStyle.OutputRendering = 'PlainText'
        Get-CreditroKycCase -Session $creditro | Out-String | Should -Not -Match "`e"
    }

    It 'leave no escape codes where output is redirected' {
        Invoke-FreshPowerShell "Import-Module '$ModulePath'; Connect-CompanyDataSandbox; Get-CreditroKycCase; Get-PowensConnection | Format-List" | Should -Not -Match "`e\[3[123]m"
    }

    It 'stay what they are in data' {
        $PSStyle.OutputRendering = 'Ansi'
        $case = Get-CreditroKycCase -Session $creditro | Select-Object -First 1
        $case.Status, ($case | ConvertTo-Csv), ($case | ConvertTo-Json) | Should -Not -Match "`e"
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

Describe 'Fields that no document of Powens names' {
    It 'are properties of the <What>, and columns of a CSV file' -ForEach @(
        @{ What = 'connection'; Get = { Get-PowensConnection $strange -Session $powens } }
        @{ What = 'account'; Get = { Get-PowensAccount -ConnectionId $strange -Session $powens } }
        @{ What = 'transaction'; Get = { Get-PowensTransaction -ConnectionId $strange -Session $powens } }
    ) {
        $item = & $Get | Select-Object -First 1
        $notes = @($item.PSObject.Properties | Where-Object MemberType -EQ NoteProperty)
        $notes.Count | Should -BeGreaterThan 0
        ($item | ConvertTo-Csv | ConvertFrom-Csv).PSObject.Properties.Name | Should -Contain $notes[0].Name
    }
}

Describe 'Amounts and times' {
    It 'are exact, and are compared as numbers' {
        $items = Get-PowensTransaction 101 -Session $powens
        "$($items[0].Value)", "$($items[1].Value)" | Should -Be '0.10', '1234567.89'
        ($items | Where-Object Value -GT 1000000).Id | Should -Be $items[1].Id
        ($items | ConvertTo-Csv | ConvertFrom-Csv)[0].Value | Should -Be '0.10'
    }

    It 'have no zone' {
        (Get-PowensAccount 101 -Session $powens).LastUpdate.Kind | Should -Be Unspecified
    }
}
