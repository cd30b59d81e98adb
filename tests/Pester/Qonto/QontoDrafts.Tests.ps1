BeforeAll { . "$PSScriptRoot/QontoHelpers.ps1" }

Describe 'New-QontoStakeholder' {
    It 'keeps all that it is given' {
        $one = New-QontoStakeholder Camille Exemple camille@exemple.test -CapitalAmount 0.50 -Owner -PhysicalShareholder -PhoneNumber '+33 123456789' -Gender other `
            -Nationality FR -BirthDate 1980-02-03 -BirthAddress @{ postal_code = '75001'; city = 'Fictiville'; country = 'FR' } `
            -ResidenceAddress @{ line_1 = '1 rue du Specimen'; postal_code = '75002'; city = 'Fictiville'; country = 'FR' } `
            -LegalEntity @{ legal_name = 'Holding Exemple'; legal_number = '987654321'; legal_country = 'FR'; capital_amount = '12.30' }
        $one.IsOwner, $one.FirstName, $one.BirthDate, $one.Gender, $one.ShareholdingType | Should -Be $true, 'Camille', '1980-02-03', 'other', 'physical'
        $one.CapitalAmount.Value, $one.CapitalAmount.Currency, $one.LegalEntities[0].CapitalAmount | Should -Be '0.50', 'EUR', '12.30'
        $one.BirthAddress.PostalCode, $one.ResidenceAddress.Line1 | Should -Be '75001', '1 rue du Specimen'
    }

    It 'takes rows of a CSV file' {
        $rows = "FirstName,LastName,Email,CapitalAmount`nAlix,Essai,alix@exemple.test,10.00`nCharlie,Fictif,charlie@exemple.test,20.00" | ConvertFrom-Csv
        $made = $rows | New-QontoStakeholder
        $made.CapitalAmount.Value | Should -Be '10.00', '20.00'
        $made.IsOwner | Should -Be $false, $false
    }
}

Describe 'Test-QontoRegistration' {
    BeforeAll {
        $bad = New-Table
        $bad.partner_user = @{ first_name = 'Sacha'; last_name = 'Modele'; email = 'no mail' }
        $bad.organization.legal_form = 'GmbH'
        $bad.stakeholders = @(@{ is_owner = $false; first_name = 'A'; last_name = 'B'; email = 'a@b.test'; capital_amount = @{ value = '1.00'; currency = 'EUR' }; shareholding_type = 'physical' })
        $json = $bad | ConvertTo-Json -Depth 8
        $path = Join-Path $TestDrive 'bad.json'
        Set-Content $path $json
    }

    It 'finds the same in <What>' -ForEach @(
        @{ What = 'a hashtable'; Test = { Test-QontoRegistration $bad } }
        @{ What = 'an object'; Test = { $json | ConvertFrom-Json | Test-QontoRegistration } }
        @{ What = 'JSON text'; Test = { $json | Test-QontoRegistration } }
        @{ What = 'a file'; Test = { Test-QontoRegistration -Path $path } }
    ) {
        $found = @(& $Test)
        $found.Pointer | Sort-Object | Should -Be '/organization/legal_form', '/partner_user/email', '/stakeholders'
        foreach ($finding in $found) {
            $finding.Rule | Should -Match '^[a-z-]+$'
            $finding.Message | Should -Not -BeNullOrEmpty
            $finding.Remedy | Should -Not -BeNullOrEmpty
        }
    }

    It 'finds nothing in a registration that can be sent, and needs no session' {
        Disconnect-Qonto
        New-Table | Test-QontoRegistration | Should -BeNullOrEmpty
    }

    It 'finds <Rule> at <Pointer>' -ForEach @(
        @{ Rule = 'vat-existing-company-only'; Pointer = '/organization/legal_vat_number'; Break = { $one.legal_flow = 'company_creation'; $one.organization.legal_vat_number = 'FR32123456789' } }
        @{ Rule = 'vat-german-form'; Pointer = '/organization/legal_vat_number'; Break = { $one.organization.address = @{ country = 'DE' }; $one.organization.legal_vat_number = 'DE12345678' } }
        @{ Rule = 'legal-number-required'; Pointer = '/organization/legal_number'; Break = { $one.organization.Remove('legal_number') } }
        @{ Rule = 'locale-known'; Pointer = '/locale'; Break = { $one.locale = 'nl' } }
    ) {
        $one = New-Table
        . $Break
        $found = @(Test-QontoRegistration $one)
        $found | Should -HaveCount 1
        $found[0].Rule, $found[0].Pointer | Should -Be $Rule, $Pointer
    }

    It 'says that <What> is no registration' -ForEach @(
        @{ What = 'a number'; Value = 5 }
        @{ What = 'a text that is no JSON'; Value = 'not json' }
    ) {
        $Value | Test-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
    }
}

Describe 'ConvertTo-QontoRegistration' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $dossier = Invoke-QardCollection -Siren 123456789 -Name 'Exemple SAS'
        $draft = $dossier | ConvertTo-QontoRegistration -PartnerUser $partner
        $json = $draft.Json | ConvertFrom-Json
    }

    It 'takes over what the dossier says' {
        $draft.LegalNumber, $draft.LegalFlow | Should -Be '123456789', 'existing_company'
        $json.organization.legal_name | Should -Be $dossier.Profile.Name
        $json.organization.address.country | Should -Be $dossier.Profile.Headquarter.Address.Country
        $json.organization.total_capital_amount.value | Should -BeOfType string
        $draft.Stakeholders | Should -BeGreaterThan 0
    }

    It 'guesses nothing: what is missing stands in the findings' {
        $draft.Findings.Rule | Should -Contain 'exactly-one-owner'
        $draft.Findings.Pointer | Should -Contain '/stakeholders/0/email'
        $json.stakeholders.is_owner | Should -Not -Contain $true
        $json.stakeholders | Where-Object { $_.PSObject.Properties.Name -match 'email|capital_amount|phone' } | Should -BeNullOrEmpty
    }

    It 'is refused by New-QontoRegistration as it is, with the same findings' {
        $draft | New-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].Exception.Findings.Pointer | Should -Be $draft.Findings.Pointer
        ($draft | Test-QontoRegistration).Pointer | Should -Be $draft.Findings.Pointer
    }

    It 'sends nothing, and a draft that is mended can be sent' {
        $before = Get-QontoRequestCount
        $json.stakeholders = @(@{ is_owner = $true; first_name = 'Camille'; last_name = 'Exemple'; email = 'camille@exemple.test'
                phone_number = '+33 123456789'; capital_amount = @{ value = '1.00'; currency = 'EUR' }; shareholding_type = 'physical' })
        $dossier | ConvertTo-QontoRegistration -PartnerUser $partner | Should -Not -BeNullOrEmpty
        Get-QontoRequestCount | Should -Be $before
        ($json | New-QontoRegistration).Organization.LegalNumber | Should -Be '123456789'
    }
}
