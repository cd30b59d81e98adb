BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $partner = @{ first_name = 'Sacha'; last_name = 'Modele'; email = 'sacha@partner.test' }
    $token = ConvertTo-SecureString 'a-token' -AsPlainText -Force

    function Get-QontoRequestCount { (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests }
    function New-Owner { New-QontoStakeholder Camille Exemple camille@exemple.test -CapitalAmount 1000.10 -Owner -PhysicalShareholder -PhoneNumber '+33 123456789' }
    function New-Table([string] $Number = '123456789', [string] $Flow = 'existing_company') {
        @{ legal_flow = $Flow; locale = 'fr'; partner_user = $partner; organization = @{ legal_number = $Number; legal_name = 'Exemple SAS' } }
    }
}

Describe 'Connect-Qonto' {
    BeforeAll { $server = Start-Server -Body '{"registrations":[],"meta":{"current_page":1,"next_page":null,"total_pages":1,"total_count":0,"per_page":25}}' }

    AfterAll { Stop-Server $server }

    BeforeEach { $server.Requests.Clear() }

    AfterEach {
        $env:QONTO_TOKEN = $env:QONTO_PARTNER_ID = $env:QONTO_STAGING_TOKEN = $null
        Disconnect-Qonto
    }

    It 'sends token, partner id and staging token <From>' -ForEach @(
        @{ From = 'from parameters'; Connect = { Connect-Qonto $token a-partner -StagingToken (ConvertTo-SecureString 'a-staging' -AsPlainText -Force) -Uri $server.Uri } }
        @{ From = 'from the environment'; Connect = { $env:QONTO_TOKEN, $env:QONTO_PARTNER_ID, $env:QONTO_STAGING_TOKEN = 'a-token', 'a-partner', 'a-staging'; Connect-Qonto -Uri $server.Uri } }
    ) {
        . $Connect | Should -BeNullOrEmpty
        $server.Requests | Should -BeNullOrEmpty
        Get-QontoRegistration | Should -BeNullOrEmpty
        $sent = $server.Requests[0].Headers
        $sent['Authorization'], $sent['Qonto-Partner-Id'], $sent['X-Qonto-Staging-Token'] | Should -Be 'Bearer a-token', 'a-partner', 'a-staging'
    }

    It 'sends no staging token of the environment to production' {
        $env:QONTO_STAGING_TOKEN = 'a-staging'
        Connect-Qonto $token a-partner -Environment Production -Uri $server.Uri
        $null = Get-QontoRegistration
        $server.Requests[0].Headers['X-Qonto-Staging-Token'] | Should -BeNullOrEmpty
    }

    It 'goes to the host of -Environment, and -Uri goes before it' {
        (Connect-Qonto $token a-partner -PassThru).Uri | Should -Be 'https://thirdparty-sandbox.staging.qonto.co/'
        (Connect-Qonto $token a-partner -Environment Production -PassThru).Uri | Should -Be 'https://onboarding-partners.qonto.com/'
        (Connect-Qonto $token a-partner -Environment Production -Uri $server.Uri -PassThru).Uri | Should -Be $server.Uri
    }

    It 'is QontoNoSession without <What>' -ForEach @(
        @{ What = 'anything'; Connect = { Connect-Qonto -ErrorAction SilentlyContinue } }
        @{ What = 'a partner id'; Connect = { Connect-Qonto $token -ErrorAction SilentlyContinue } }
        @{ What = 'a token'; Connect = { Connect-Qonto -PartnerId a-partner -ErrorAction SilentlyContinue } }
    ) {
        $Connect | Should -Throw '*QONTO_PARTNER_ID*' -ErrorId 'QontoNoSession,*'
        Get-CompanyDataSession Qonto | Should -BeNullOrEmpty
    }

    It 'refuses the address <_>' -ForEach 'http://api.example.test/', 'relative' {
        { Connect-Qonto $token a-partner -Uri $_ -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'QontoInvalidInput,*'
    }

    It 'names the OAuth fields as -OAuthFieldName says' {
        Connect-Qonto $token a-partner -Uri $server.Uri -OAuthFieldName @{ Parent = 'the_oauth'; ClientId = 'the_client' }
        $oauth = @{ ClientId = 'c'; Scopes = 'a', 'b'; State = 's'; RedirectUri = 'https://partner.test/back' }
        $null = New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789' } -OAuth $oauth -ErrorAction SilentlyContinue
        $sent = $server.Requests[0].Body | ConvertFrom-Json
        $sent.the_oauth.the_client | Should -Be 'c'
        $sent.the_oauth.PSObject.Properties.Value | Should -Contain 'a b'
    }

    It 'says that the staging token is missing where HTML comes in place of JSON' {
        $html = Start-Server -Body '<!doctype html><html><body>Log in</body></html>'
        try {
            Connect-Qonto $token a-partner -Uri $html.Uri -MaxRetry 0
            $failed = { Get-QontoRegistration -ErrorAction Stop } | Should -Throw -PassThru
            "$failed $($failed.ErrorDetails.RecommendedAction)" | Should -BeLike '*staging token*'
        }
        finally {
            Stop-Server $html
        }
    }
}

Describe 'Disconnect-Qonto' {
    It 'closes the session' {
        $session = Connect-CompanyDataSandbox -PassThru | Where-Object Service -EQ Qonto
        $session | Disconnect-Qonto
        $session.IsOpen | Should -BeFalse
        foreach ($command in 'Get-QontoRegistration', 'Get-QontoEvent', 'Send-QontoOwnerEmail x', 'Wait-QontoRegistration x', 'Get-QontoRegistrationFile x') {
            ([scriptblock]::Create("$command -ErrorAction SilentlyContinue")) | Should -Throw '*Connect-Qonto*' -ErrorId 'QontoNoSession,*' -Because $command
        }
    }
}

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

Describe 'New-QontoRegistration' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $path = Join-Path $TestDrive 'one.json'
        New-Table | ConvertTo-Json -Depth 8 | Set-Content $path
    }

    It 'takes <What>' -ForEach @(
        @{ What = 'parameters'; New = { New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789' } -Stakeholder (New-Owner) } }
        @{ What = 'a hashtable'; New = { New-QontoRegistration -InputObject (New-Table) } }
        @{ What = 'a file'; New = { New-QontoRegistration -Path $path } }
        @{ What = 'JSON text from the pipeline'; New = { Get-Content $path -Raw | New-QontoRegistration } }
        @{ What = 'an object from the pipeline'; New = { Get-Content $path -Raw | ConvertFrom-Json | New-QontoRegistration } }
        @{ What = 'a company creation'; New = { New-Table -Flow company_creation | New-QontoRegistration } }
        @{ What = 'a freelancer'; New = { New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789'; entity_type = 'freelancer' } } }
    ) {
        $made = & $New
        $made.Status | Should -Be 'pending'
        $made.Id | Should -Be $made.RegistrationId
        $made.RedirectionLink | Should -BeLike 'https://*'
        ($made | Get-QontoRegistration).Id | Should -Be $made.Id
    }

    It 'keeps amounts as decimal text: <Amount>' -ForEach @(
        @{ Amount = '1000.10' }
        @{ Amount = '0.10' }
        @{ Amount = '100000000000000000000000000.10' }
    ) {
        $one = New-Table
        $one.organization.total_capital_amount = @{ value = $Amount; currency = 'EUR' }
        $id = (New-QontoRegistration -InputObject $one).Id
        (Get-QontoRegistration $id).Organization.TotalCapitalAmount.Value | Should -BeExactly $Amount

        # A number in JSON text keeps the digits that it is written with.
        $json = (New-Table | ConvertTo-Json -Depth 8) -replace '"organization":\s*\{', "`"organization`": { `"total_capital_amount`": { `"value`": $Amount, `"currency`": `"EUR`" },"
        ($json | New-QontoRegistration).Organization.TotalCapitalAmount.Value | Should -BeExactly $Amount
    }

    It 'refuses with the findings of Test-QontoRegistration, and sends nothing' {
        $bad = New-Table
        $bad.partner_user = @{ first_name = 'Sacha' }
        $before = Get-QontoRequestCount
        New-QontoRegistration -InputObject $bad -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        $failed[0].Exception.Findings.Pointer | Should -Be (Test-QontoRegistration $bad).Pointer
        $failed[0].Exception.Findings.Remedy | Should -Be (Test-QontoRegistration $bad).Remedy
        "$($failed[0])" | Should -BeLike '*/partner_user/email*-SkipValidation*'
        Get-QontoRequestCount | Should -Be $before
    }

    It 'lets the service judge with -SkipValidation' {
        $bad = New-Table
        $bad.partner_user = @{ first_name = 'Sacha' }
        $before = Get-QontoRequestCount
        New-QontoRegistration -InputObject $bad -SkipValidation -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalid,*'
        "$($failed[0])" | Should -BeLike '*422*/partner_user/*trace id*'
        Get-QontoRequestCount | Should -Be ($before + 1)
    }

    It 'does not stop the pipeline at one that is refused' {
        $made = '000000422', '123456789', '000000500' | ForEach-Object { New-Table $_ } | New-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        @($made).Count | Should -Be 1
        $failed.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be 'QontoInvalid', 'QontoOutcomeUnknown'
        "$($failed | Where-Object FullyQualifiedErrorId -Like 'QontoInvalid,*')" | Should -BeLike '*unsupported_country*/organization/address/country*'
    }

    It 'is sent once where the outcome is unknown, and says how to look' {
        $before = Get-QontoRequestCount
        New-Table 000000502 | New-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoOutcomeUnknown,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-QontoRegistration*'
        Get-QontoRequestCount | Should -Be ($before + 1)
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-QontoRequestCount
        New-Table | New-QontoRegistration -WhatIf | Should -BeNullOrEmpty
        Get-QontoRequestCount | Should -Be $before
    }

    It 'tells what it does with -Verbose, without a gap where the name is unknown' {
        $said = New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789' } -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$($said[0])" | Should -Be 'Create a Qonto registration (existing_company) for (123456789)'
        "$($said[1])" | Should -BeLike "Qonto: POST register/registrations $([char] 0x2192) 201, 1 attempt, * ms"
    }

    It 'keeps fields that no document names' {
        $made = New-Table 000000004 | New-QontoRegistration
        $made.NewField | Should -BeOfType string
        $made.Flow.Type | Should -Be 'assisted'
    }
}

Describe 'Registrations that exist' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $created = New-Table 000000001 | New-QontoRegistration
        $stuck = New-Table 000000002 | New-QontoRegistration
        $plain = New-Table 123456789 | New-QontoRegistration
        $creation = New-Table 987654321 company_creation | New-QontoRegistration
    }

    It 'are listed, found by id and filtered by -Status' {
        (Get-QontoRegistration).Id | Sort-Object | Should -Be ($created.Id, $stuck.Id, $plain.Id, $creation.Id | Sort-Object)
        (Get-QontoRegistration -Id $plain.Id).Id | Should -Be $plain.Id
        ($created.Id, $stuck.Id | Get-QontoRegistration).Id | Should -Be $created.Id, $stuck.Id
        (Get-QontoRegistration -Status 'CREA*').Id | Should -Be $created.Id
        Get-QontoRegistration -Status none | Should -BeNullOrEmpty
    }

    It 'are QontoNotFound by an unknown id' {
        $found = 'no-such-id', $plain.Id | Get-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Id | Should -Be $plain.Id
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoNotFound,*'
        $failed[0].TargetObject | Should -Be 'no-such-id'
    }

    It 'are waited for no longer than they need: the status is reached already, or passed' {
        (Wait-QontoRegistration $plain.Id -Until pending -Timeout 5).Id | Should -Be $plain.Id
        ($plain | Wait-QontoRegistration -Until created -Timeout 5).Id | Should -Be $plain.Id
    }

    It 'are waited for with a warning where nobody documents the status' {
        $null = $plain | Wait-QontoRegistration -Until complted -Timeout 0.1 -WarningVariable said -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable failed
        $said.Count | Should -Be 1
        "$said" | Should -BeLike "'complted' is not a status*completed*"
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoWaitTimeout,*'
    }

    It 'time out with the link to hand on' {
        $time = Measure-Command { $stuck | Wait-QontoRegistration -Until completed -Timeout 0.5 -ErrorAction SilentlyContinue -ErrorVariable failed }
        $time.TotalSeconds | Should -BeLessThan 4
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoWaitTimeout,*'
        "$($failed[0])" | Should -BeLike '*still pending*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*$($stuck.RedirectionLink)*"
    }

    It 'are completed once the owner has followed the link' {
        # The embedded sandbox's pages are of one world: Qard's consent cmdlet visits any of them.
        $visited = New-Table 111111111 | New-QontoRegistration
        $null = New-Connection 222222222 | Grant-CompanyDataSandboxConsent -RedirectUrl $visited.RedirectionLink
        ($visited | Wait-QontoRegistration -Timeout 15).Status | Should -Be 'completed'
        $events = Get-QontoEvent | Where-Object ResourceId -EQ $visited.Id
        $events.EventType | Should -Contain 'registrations.completed'
        (Get-QontoEvent 'registrations.compl*').ResourceId | Should -Contain $visited.Id
        Get-QontoEvent 'organizations.*' | Should -BeNullOrEmpty
    }

    It 'send the owner an e-mail where the company is being created, and nowhere else' {
        $creation | Send-QontoOwnerEmail | Should -BeNullOrEmpty
        $plain | Send-QontoOwnerEmail -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalid,*'
        $failed[0].TargetObject | Should -Be $plain.Id
        "$($failed[0])" | Should -BeLike "*$($plain.Id)*company creation*"
        $before = Get-QontoRequestCount
        $creation | Send-QontoOwnerEmail -WhatIf
        Get-QontoRequestCount | Should -Be $before
    }
}

Describe 'Registration files' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $registration = New-Table | New-QontoRegistration
        $pdf = Join-Path $TestDrive 'kbis.pdf'
        Set-Content $pdf '%PDF-1.4 a sample'
        Set-Content (Join-Path $TestDrive 'kbis.txt') 'text'
        $null = New-Item (Join-Path $TestDrive 'empty.pdf')
        $large = [IO.File]::Create((Join-Path $TestDrive 'large.pdf'))
        $large.SetLength(31MB)
        $large.Dispose()
    }

    It 'are added and listed' {
        $file = $registration | Add-QontoRegistrationFile -Path $pdf -FileType organization-kbis
        $file.FileType, $file.FileName, $file.RegistrationId | Should -Be 'organization-kbis', 'kbis.pdf', $registration.Id
        ($registration | Get-QontoRegistrationFile).Id | Should -Be $file.Id
    }

    It 'are refused before any call where <What>' -ForEach @(
        @{ What = 'the file is missing'; File = 'no-such.pdf'; Type = 'organization-kbis'; Word = '*does not exist*' }
        @{ What = 'the extension is another'; File = 'kbis.txt'; Type = 'organization-kbis'; Word = '*no pdf, png, jpg or jpeg*' }
        @{ What = 'the file is empty'; File = 'empty.pdf'; Type = 'organization-kbis'; Word = '*30 MB*' }
        @{ What = 'the file is too large'; File = 'large.pdf'; Type = 'organization-kbis'; Word = '*30 MB*' }
        @{ What = 'the type is unknown'; File = 'kbis.pdf'; Type = 'organization-selfie'; Word = '*organization-kbis*' }
        @{ What = 'the stakeholder is missing'; File = 'kbis.pdf'; Type = 'stakeholder-proof-of-identity'; Word = '*stakeholder*id*' }
    ) {
        $before = Get-QontoRequestCount
        Add-QontoRegistrationFile $registration.Id (Join-Path $TestDrive $File) $Type -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        "$($failed[0])" | Should -BeLike $Word
        Get-QontoRequestCount | Should -Be $before
    }

    It 'are not sent with -WhatIf' {
        $before = Get-QontoRequestCount
        $registration | Add-QontoRegistrationFile -Path $pdf -FileType organization-by-laws -WhatIf
        Get-QontoRequestCount | Should -Be $before
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

Describe 'A server that answers <Status> with the secrets in it' -ForEach @(
    @{ Status = 401; Body = '{"errors":[{"code":"{key}","detail":"The token {key} is wrong","source":{"pointer":"{key}"}}],"trace_id":"{key}"}' }
    @{ Status = 400; Body = 'bad token {key}: {body}' }
    @{ Status = 500; Body = '<html><h1>{key}</h1></html>' }
    @{ Status = 200; Body = 'hello {key}' }
) {
    BeforeAll {
        $server = Start-Server -Status $Status -Body $Body
        $canary, $staging, $hook = 1..3 | ForEach-Object { "canary-$(New-Guid)" }
        $jwt = New-Jwt @{ customer = "canary-$(New-Guid)"; salt = "$(New-Guid)" }
        $secrets = $canary, $staging, $hook, $jwt | ForEach-Object { ConvertTo-SecureString $_ -AsPlainText -Force }
        $leak = @($canary, $staging, $hook, $jwt, $jwt.Split('.')[1] | ForEach-Object {
            [regex]::Escape($_)
            [Convert]::ToHexString([Text.Encoding]::Unicode.GetBytes($_))
        }) -join '|'
        Connect-Qonto $secrets[0] a-partner -StagingToken $secrets[1] -Uri $server.Uri -MaxRetry 0
        Connect-Creditro $secrets[3] -Uri $server.Uri -MaxRetry 0
    }

    AfterAll {
        Stop-Server $server
        Disconnect-Qonto
        Disconnect-Creditro
    }

    It 'does not make <_> show one' -ForEach @(
        'Get-QontoRegistration', 'Get-QontoRegistration some-id', 'New-QontoRegistration -InputObject (New-Table)', 'Send-QontoOwnerEmail some-id'
        'New-QontoWebhook https://hooks.example.test/ $secrets[2]', 'Get-QontoEvent', 'Get-QontoRegistrationFile some-id', 'Get-CreditroKycCase'
        'Get-CreditroToken | Select-Object Issuer, ExpiresAt', 'Get-CompanyDataSession', 'Get-CompanyDataUsage'
    ) {
        $global:Error.Clear()
        $said = & {
            $VerbosePreference = $DebugPreference = $InformationPreference = $WarningPreference = 'Continue'
            $ErrorActionPreference = 'Continue'
            try { & ([scriptblock]::Create($args[0])) *>&1 } catch { $_ }
        } $_
        $path = Join-Path $TestDrive 'said.xml'
        $said | Export-Clixml $path -Depth 4
        $all = @(
            $said | Out-String -Width 4096
            $said | Format-List * -Force | Out-String -Width 4096
            $said | ForEach-Object { "$_" }
            foreach ($record in @($global:Error)) {
                $record | Get-Error | Out-String -Width 4096
                for ($exception = $record.Exception; $exception; $exception = $exception.InnerException) { $exception.ToString(); $exception.Data | Out-String }
            }
            Get-Content $path -Raw
        ) -join "`n"
        $all.Length | Should -BeGreaterThan 100
        [regex]::Matches($all, $leak) | ForEach-Object { $all.Substring([Math]::Max(0, $_.Index - 120), 120) } | Should -BeNullOrEmpty
    }
}
